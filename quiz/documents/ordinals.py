"""Numbers the paragraphs of formats that have no lines, so that a passage can be found again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import count

from quiz.documents.paragraph import Paragraph


def numbered(paragraphs: Iterable[Paragraph], start: int = 1) -> list[Paragraph]:
    """Paragraphs whose characters stand in the paragraph of their own number, counted from a start."""
    return [
        replace(paragraph, lines=((0, number),)) for paragraph, number in zip(paragraphs, count(start), strict=False)
    ]
