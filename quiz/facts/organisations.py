"""Organisations that speak: their names as answers tell them, short ones in full."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from quiz.documents.model import Span
from quiz.facts.mentions import shouted, written
from quiz.facts.model import Name, Sentence

LABELS = ("ORG", "PERSON")
KINDS = frozenset(
    """
    ministry company bank council university institute agency committee party court commission association union
    department office board senate congress corporation foundation society academy assembly authority bureau college
    federation government inquiry league museum parliament police press railway secretariat service survey trust branch
    chamber club guild laboratory observatory times post gazette herald tribune telegraph chronicle guardian group
    """.split()
)
"""Words that tell what sort of organisation something is."""
LONGEST = 7
"""Words of the longest name that a short one may stand for."""


def organisation(sentence: Sentence, i: int) -> str:
    """The name around a word that is no person's, with its article where the text gives it one; "" if there is none."""
    if shouted(sentence):
        return ""
    for name in sentence.names:
        if name.first <= i <= name.last and name.label in LABELS:
            loose = any(d.lower in ("a", "an") for d in sentence.kids(name.last, "det"))
            return "" if loose else _written(sentence, name)
    word, first = sentence.words[i], i
    while first > max(0, i - LONGEST) and (
        sentence.words[first - 1].tag in ("NNP", "NNPS", "POS") or _owner(sentence, first - 1)
    ):
        first -= 1
    before = sentence.words[first - 1].lower if first else ""
    named = before == "the" and word.text[0].isupper() and is_kind(word.text) and i - first < LONGEST
    return f"the {written(sentence, first, i)}" if named else ""


def _owner(sentence: Sentence, i: int) -> bool:
    """Whether a word with a capital owns what follows in a name: "Walkers" of "the Walkers' Federation"."""
    return sentence.words[i].text[0].isupper() and sentence.words[i + 1].tag == "POS" and i > 0


def _written(sentence: Sentence, name: Name) -> str:
    first = name.first
    article = sentence.words[first].lower == "the" or (first and sentence.words[first - 1].lower == "the")
    if sentence.words[first].lower == "the" and first < name.last:
        first += 1
    text = re.sub(r"[’']s?$", "", written(sentence, first, name.last))
    return f"the {text}" if article else text


def bodies(sentences: Sequence[Sentence]) -> Mapping[str, list[int]]:
    """The places of each organisation that is named by a word for one: "the Bergen Council", "the Board of Works"."""
    met: dict[str, list[int]] = defaultdict(list)
    for sentence in (s for s in sentences if not shouted(s)):
        for text, start in _bodies_in(sentence):
            met[text].append(start)
    return met


def full_names(sentences: Sequence[Sentence]) -> Mapping[str, tuple[str, Span]]:
    """The fullest name of each organisation by the word for its kind, where there is one of that kind, and where.

    "The Branch" is the Fisheries Statistics Branch, if that is the only branch the document names.
    """
    met: dict[str, dict[str, Span]] = defaultdict(dict)
    for sentence in (s for s in sentences if not shouted(s)):
        for text, _ in _bodies_in(sentence):
            words = text.removeprefix("the ").split()
            met[_kind(words)].setdefault(f"the {' '.join(words)}", sentence.span)
    return {kind: next(iter(names.items())) for kind, names in met.items() if len(names) == 1}


def _bodies_in(sentence: Sentence) -> Iterator[tuple[str, int]]:
    """The names of organisations in a sentence, each with its first character."""
    for name in sentence.names:
        text = _written(sentence, name) if name.label in LABELS and name.last > name.first else ""
        words = text.removeprefix("the ").split()
        if 1 < len(words) <= LONGEST and _kind(words) and all(w[0].isupper() or w.islower() for w in words):
            yield text, sentence.words[name.first].start


def _kind(words: Sequence[str]) -> str:
    """The word of a name that tells what sort of organisation it is, in lower case; "" if none does."""
    if is_kind(words[-1]) and words[-1][0].isupper():
        return words[-1].lower()
    return words[0].lower() if len(words) > 2 and words[1] == "of" and is_kind(words[0]) else ""


def is_kind(word: str) -> bool:
    """Whether a word tells what sort of organisation something is."""
    return word.lower() in KINDS
