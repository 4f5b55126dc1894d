"""Raised text of a page: which of it is a footnote marker, a power, or part of the word (`1st`)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quiz.documents.paragraph import Piece

DIGITS = str.maketrans("0123456789-+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺")
MARKER = re.compile(
    r"[\[(]?(?:(?:notes?|n) ?)?(?:\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§]+)(?:\s?[,;–-]\s?(?:\d{1,3}|[a-z]))*[\])]?"
)


def lowered(raised: Sequence[Piece], before: Sequence[Piece], *, is_note: bool) -> list[Piece]:
    """Pieces of raised text as they stand in a paragraph: a marker is kept out, powers stay raised, the rest is plain.

    `before` are the paragraph's last pieces; `is_note` tells that the markup itself calls the text a note's marker.
    """
    text, line = "".join(piece.text for piece in raised).strip(), raised[0].line
    above = "".join(piece.text for piece in before if not piece.marker)[-12:]
    if MARKER.fullmatch(text) and (is_note or not _is_power(text, above)):
        return [Piece(text, line, marker=True)]
    return list(raised) if text.strip("0123456789-+") else [Piece(text.translate(DIGITS), line)]


def _is_power(text: str, before: str) -> bool:
    """Whether raised digits belong to a unit or a number before them, as in `m²` and `10³`."""
    word = re.search(r"[^\W\d_]+$", before)
    return text.isdigit() and (before[-1:].isdigit() or (word is not None and len(word[0]) <= 2))
