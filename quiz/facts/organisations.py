"""Organisations that speak: their names as answers tell them, short ones in full."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from quiz.facts.mentions import INSTITUTIONS, ORGANISED, written
from quiz.facts.model import Name, Sentence

LABELS = ("ORG", "PERSON")
LONGEST = 7
"""Words of the longest name that a short one may stand for."""


def organisation(sentence: Sentence, i: int) -> str:
    """The name around a word that is no person's, with its article where the text gives it one; "" if there is none."""
    for name in sentence.names:
        if name.first <= i <= name.last and name.label in LABELS:
            return _written(sentence, name)
    return ""


def _written(sentence: Sentence, name: Name) -> str:
    first = name.first
    article = sentence.words[first].lower == "the" or (first and sentence.words[first - 1].lower == "the")
    if sentence.words[first].lower == "the" and first < name.last:
        first += 1
    text = re.sub(r"[’']s?$", "", written(sentence, first, name.last))
    return f"the {text}" if article else text


def full_names(sentences: Sequence[Sentence]) -> Mapping[str, str]:
    """The fullest name of each organisation by its last word, where that is a word for one and there is one such name.

    "The Branch" is the Fisheries Statistics Branch, if that is the only branch the document names.
    """
    met: dict[str, set[str]] = {}
    for sentence in sentences:
        for name in sentence.names:
            text = _written(sentence, name) if name.label == "ORG" and name.last > name.first else ""
            words = text.removeprefix("the ").split()
            if 1 < len(words) <= LONGEST and _is_kind(words[-1]):
                met.setdefault(words[-1].lower(), set()).add(f"the {' '.join(words)}")
            elif len(words) > 2 and words[1] == "of" and _is_kind(words[0]):
                met.setdefault(words[0].lower(), set()).add(f"the {' '.join(words)}")
    return {kind: next(iter(names)) for kind, names in met.items() if len(names) == 1}


def _is_kind(word: str) -> bool:
    """Whether a word tells what sort of organisation it is."""
    return word.lower() in ORGANISED | INSTITUTIONS | {"branch", "commission", "chamber", "society", "inquiry"}
