"""Whether passages hold an answer: what a generated card is proved by, when it is made and ever after."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

MARKS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-"})
"""Marks that have several shapes, as one."""


def holds(passages: Iterable[str], forms: Iterable[str]) -> bool:
    """Whether one of some passages holds one of the forms of an answer, as whole words; case and shapes aside."""
    wanted = [form for form in map(_folded, forms) if form]
    told = [_folded(passage) for passage in passages]
    return any(re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text) for text in told for form in wanted if form in text)


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split()).translate(MARKS)
