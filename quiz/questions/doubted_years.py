"""Days and months whose year is taken from a date told far before, or is contradicted by the story told behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quiz.documents.model import Span
from quiz.facts.model import Date

NEXT, REACH = 3, 2500
"""Dates behind one, and characters, that tell whether its year will do."""
NEAR = 400
"""Characters before a date in which the year that it takes must stand: two or three sentences."""
BACK = re.compile(r"\b(?:had|since|before)\b[^.;:]*$")
"""What looks back before a date, so that it contradicts nothing."""
LOOKED_AT = 60
YEAR = re.compile(r"\d{4}-\d\d")


def doubted_years(text: str, dates: Sequence[Date], written: Span | None = None) -> frozenset[Span]:
    """The spans of days and months in doubt: far behind the date that gives their year, before it, or after the next.

    "April" of 1700 is in doubt where "in June 1699" is told next, and "April" of 1452 behind "in November 1452".
    None is that counts from the day of writing, told at `written`.
    """
    return frozenset(_doubted(text, dates, written))


def _doubted(text: str, dates: Sequence[Date], written: Span | None) -> Iterator[Span]:
    own = {date.span: date for date in dates}
    for at, date in enumerate(dates):
        taken = date.anchors and not date.derived and YEAR.match(date.value) and date.value[:4] not in date.text
        if not taken or written in date.anchors:
            continue
        if not _told_near(text, date):
            yield date.span
        anchor = own.get(date.anchors[-1])
        if anchor and _behind(text, date, anchor):
            yield date.span
        for other in dates[at + 1 : at + 1 + NEXT]:
            if other.span.start - date.span.end <= REACH and _contradicts(text, other, date):
                yield date.span


def _told_near(text: str, date: Date) -> bool:
    """Whether the year that a date takes stands a few sentences before it, or the year that went over into it."""
    before = text[max(0, date.span.start - NEAR) : date.span.start]
    return date.value[:4] in before or str(int(date.value[:4]) - 1) in before


def _behind(text: str, date: Date, anchor: Date) -> bool:
    """Whether a date lies before the one told ahead of it whose year it takes, though nothing looks back."""
    if not YEAR.match(anchor.value) or anchor.span.start > date.span.start or anchor.value[:4] not in anchor.text:
        return False
    looks_back = BACK.search(text, max(0, date.span.start - LOOKED_AT), date.span.start)
    return date.value[:7] < anchor.value[:7] and not looks_back


def _contradicts(text: str, other: Date, date: Date) -> bool:
    """Whether a date told with its year lies before one told ahead of it that takes its year from another."""
    if other.value[:4] not in other.text or not YEAR.match(other.value):
        return False
    if BACK.search(text, max(0, other.span.start - LOOKED_AT), other.span.start):
        return False
    return other.value[:7] < date.value[:7]
