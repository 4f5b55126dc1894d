"""Whether passages hold an answer: what a generated card is proved by, when it is made and ever after."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

MARKS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-"})
"""Marks that have several shapes, as one."""


def holds(passages: Iterable[str], forms: Iterable[str]) -> bool:
    """Whether one of some passages holds one of the forms of an answer, as whole words; case and shapes aside."""
    wanted = [form for form in map(_folded, forms) if form]
    told = [_folded(passage) for passage in passages]
    return any(stands(form, text) for text in told for form in wanted)


def stands(form: str, text: str) -> bool:
    """Whether a form stands in a text as whole words; a pattern for each would have to be compiled."""
    at = text.find(form)
    while at >= 0:
        end = at + len(form)
        if not (at and _in_word(text[at - 1])) and not (end < len(text) and _in_word(text[end])):
            return True
        at = text.find(form, at + 1)
    return False


def _in_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split()).translate(MARKS)
