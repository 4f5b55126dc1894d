"""Which names of persons the sentences have, and where each of them stands."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from quiz.facts.mentions import WITHIN, headline, persons, shouted, written
from quiz.facts.model import Sentence
from quiz.facts.name_forms import bare
from quiz.facts.title_names import title_before

PLACED = re.compile(r"Saint-|(?:St\.|Saint|Mount|Mt\.|Lake|Fort|Port|Cape|San|Santa|New)\s")


def names_met(sentences: Sequence[Sentence]) -> dict[str, list[tuple[int, int, str]]]:
    """Every name met, bare, with its characters and how it is written, the word before it included."""
    met: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for sentence in (s for s in sentences if not headline(s) and not shouted(s)):
        for first, last in dict.fromkeys(persons(sentence)):
            raw = written(sentence, first, last)
            if (named := bare(raw)) and not PLACED.match(raw):
                raw = f"{title_before(sentence, first)} {raw}"
                met[named].append((sentence.words[first].start, sentence.words[last].end, raw))
    _shorten(met)
    return met


def _shorten(met: dict[str, list[tuple[int, int, str]]]) -> None:
    """Count a name that goes on behind one met more often ("Karl Weber Defends") as that one."""
    for name in list(met):
        words = name.split()
        for size in range(2, len(words)):
            shorter = " ".join(words[:size])
            known = words[size - 1] in met and words[size].lower() not in WITHIN
            known = known and (words[-1] not in met or len(words) - size > 1)
            if known and len(met.get(shorter, ())) > len(met[name]):
                met[shorter] += met.pop(name)
                break
