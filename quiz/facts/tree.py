"""The tree of a parse while it is mended: its words in a list, each with its head."""

from __future__ import annotations

from collections.abc import Sequence

from quiz.facts.model import Word

SUBJECT = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
NOMINAL = ("NOUN", "PROPN", "PRON")
FINITE = ("VBD", "VBZ", "VBP")


def kids_of(words: Sequence[Word], i: int) -> list[Word]:
    """The words that hang on a word."""
    return [w for w in words if w.head == i and w.i != i]


def root_of(words: Sequence[Word]) -> Word | None:
    """The word that hangs on none."""
    return next((w for w in words if w.head == w.i), None)


def below(words: Sequence[Word], i: int) -> set[int]:
    """A word and all that hangs on it, at any depth."""
    found, grown = {i}, True
    while grown:
        more = {w.i for w in words if w.head in found} - found
        found, grown = found | more, bool(more)
    return found
