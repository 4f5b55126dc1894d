"""Days and months whose year, taken from a date told before, the story told behind them contradicts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quiz.documents.model import Span
from quiz.facts.model import Date

NEXT, REACH = 3, 2500
"""Dates behind one, and characters, that tell whether its year will do."""
BACK = re.compile(r"\b(?:had|since|before)\b[^.;:]*$")
"""What looks back before a date, so that it contradicts nothing."""
LOOKED_AT = 60
YEAR = re.compile(r"\d{4}-\d\d")


def doubted_years(text: str, dates: Sequence[Date]) -> frozenset[Span]:
    """The spans of days and months in doubt: "April" of 1700 where "in June 1699" is told next, and would follow it."""
    return frozenset(_doubted(text, dates))


def _doubted(text: str, dates: Sequence[Date]) -> Iterator[Span]:
    for at, date in enumerate(dates):
        taken = date.anchors and not date.derived and YEAR.match(date.value) and date.value[:4] not in date.text
        if not taken:
            continue
        for other in dates[at + 1 : at + 1 + NEXT]:
            if other.span.start - date.span.end <= REACH and _contradicts(text, other, date):
                yield date.span


def _contradicts(text: str, other: Date, date: Date) -> bool:
    """Whether a date told with its year lies less than a year before one told ahead of it that takes its year."""
    if other.value[:4] not in other.text or not YEAR.match(other.value):
        return False
    if BACK.search(text, max(0, other.span.start - LOOKED_AT), other.span.start):
        return False
    earlier = f"{int(date.value[:4]) - 1:04}{date.value[4:7]}"
    return earlier <= other.value[:7] < date.value[:7]
