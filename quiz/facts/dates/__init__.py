"""Finds dates and gives each its grain and value; a month or day without a year takes the year told last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quiz.documents.model import ASKED, Document
from quiz.facts.dates.explicit import month_number, ordinal
from quiz.facts.dates.scan import lowered, tell
from quiz.facts.dates.timex import Timex
from quiz.facts.model import Date

if TYPE_CHECKING:
    from quiz.facts.reading import Reading

__all__ = ["find_dates", "month_number", "of_reading", "ordinal"]
GRAINS = frozenset({"day", "month", "season", "year", "decade", "century"})


def of_reading(reading: Reading) -> Sequence[Date]:
    """The dates of a reading, which were found before it was parsed."""
    return reading.dates


def find_dates(document: Document) -> list[Date]:
    """Every date of the asked blocks, in the order of the text."""
    blocks = [block.span for block in document.blocks if block.kind in ASKED]
    low = lowered(document.text)
    return list(_dates(document.text, tell(document.text, low, blocks)))


def _dates(text: str, timexes: Iterator[Timex]) -> Iterator[Date]:
    for timex in timexes:
        told = timex.core or timex
        if told.grain in GRAINS and not told.relation and told.kind == "DATE":
            span = told.span
            yield Date(span, text[span.start : span.end], told.grain, told.value, told.end, told.modifier)
