"""Dates of news that lie nearest to the day of writing, on the side the tense tells."""

from __future__ import annotations

from datetime import date

from quiz.facts.dates.calendar import of_day, season_month, weekday_near
from quiz.facts.dates.moving import moved
from quiz.facts.dates.timex import Relation

HALF = 6
"""Months to the year's other half."""
_BEHIND, _AHEAD = 2, 1
"""Months the middle of a season may lie behind and still be ahead, or ahead and still be behind."""


def near_year(value: str, written: date, *, ahead: bool) -> int:
    """The year of a month or day `XXXX-03-05`."""
    month, day = int(value[5:7]), int(value[8:10]) if value[8:10].isdigit() else 0
    here, there = (written.month, written.day if day else 0), (month, day)
    return written.year + (there < here) if ahead else written.year - (there > here)


def nearest_year(value: str, written: date) -> int:
    """The year of a month or day `XXXX-03-05` that lies nearest, half a year on either side."""
    gap = int(value[5:7]) - written.month
    return written.year + (gap < -HALF) - (gap >= HALF)


def near_weekday(weekday: int, written: date, *, ahead: bool) -> str:
    """The day of a weekday, 0 for Monday; the day of writing itself counts for both sides."""
    return weekday_near(written, weekday, 1 if ahead else -1).isoformat()


def near_weekend(written: date, *, ahead: bool) -> str:
    """The weekend of this week, or the one before if it is behind."""
    return moved(of_day(written), Relation("now", -int(not ahead and written.weekday() < 5), "weekend"))


def near_part(pick: str, written: date, *, ahead: bool) -> str:
    """The season, quarter or half of a year: one that has begun, unless what is ahead is spoken of."""
    if pick[1] in "QH":
        reached = (written.month + 2) // 3 if pick[1] == "Q" else (written.month + 5) // 6
        year = written.year - (not ahead and int(pick[2]) > reached)
    else:
        month = season_month(pick)
        behind, before = month < written.month - _BEHIND, month > written.month + _AHEAD
        year = written.year + behind if ahead else written.year - before
    return f"{year:04}{pick}"
