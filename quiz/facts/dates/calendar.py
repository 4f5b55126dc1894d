"""Reckons with values of dates: `1907-08-31` and what is coarser, years BC with a leading minus."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta

_VALUE = re.compile(r"(-?\d{4})(?:-(?:(\d\d)(?:-(\d\d))?|W(\d\d)|Q([1-4])|H([12])|(SP|SU|FA|WI)))?(?![\dX])")
_SEASON_MONTH = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}


@dataclass(frozen=True, slots=True)
class Point:
    """A year, or a month or day of it; what is not told is 0."""

    year: int
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        """The value as ISO 8601 writes it, shortened to what is told."""
        year = f"{self.year:04}" if self.year > 0 else f"-{-self.year:04}"
        return year + (f"-{self.month:02}" if self.month else "") + (f"-{self.day:02}" if self.day else "")

    def date(self) -> date | None:
        """The day in the calendar, None where there is none."""
        if not (self.month and 0 < self.year <= MAXYEAR):
            return None
        return date(self.year, self.month, min(self.day, monthrange(self.year, self.month)[1])) if self.day else None


def point(value: str) -> Point | None:
    """What a value tells of year, month and day; None of a value that tells no year."""
    found = _VALUE.match(value)
    if not found:
        return None
    year = int(found[1])
    if found[4]:
        return of_day(date.fromisocalendar(year, min(max(int(found[4]), 1), 52), 1)) if year > 0 else Point(year)
    if found[3] and 1 <= int(found[2]) <= 12:
        return Point(year, int(found[2]), int(found[3]))
    month = int(found[2] or 0) or (int(found[5]) * 3 - 2 if found[5] else 0)
    return Point(year, month if 1 <= month <= 12 else 0)


def of_day(day: date) -> Point:
    """The point of a day of the calendar."""
    return Point(day.year, day.month, day.day)


def season_month(value: str) -> int:
    """A month in the middle of the season a value tells, 0 of any other value."""
    return _SEASON_MONTH.get(value[-2:], 0)


def later(start: Point, count: int, unit: str) -> str:
    """The value `count` units after a point, at the grain of the unit; "" where the point is too coarse for it."""
    if unit in ("day", "night", "week", "weekend", "fortnight"):
        day = start.date()
        days = count * {"week": 7, "weekend": 7, "fortnight": 14}.get(unit, 1)
        if not day or not 1 <= day.toordinal() + days <= date.max.toordinal():
            return ""
        moved = day + timedelta(days=days)
        return week_of(moved) if unit in ("week", "weekend") else str(of_day(moved))
    if unit in ("month", "quarter"):
        if not start.month:
            return ""
        months = start.year * 12 + start.month - 1 + count * (3 if unit == "quarter" else 1)
        year, month = divmod(months, 12)
        return quarter_of(Point(year, month + 1)) if unit == "quarter" else str(Point(year, month + 1))
    years = count * {"year": 1, "decade": 10, "century": 100, "millennium": 1000}.get(unit, 0)
    return str(Point(year_after(start.year, years))) if years or not count else ""


def year_after(year: int, count: int) -> int:
    """The year `count` years after another; there is no year 0."""
    moved = year + count
    return moved + (moved >= 0 > year) - (moved <= 0 < year)


def week_of(day: date) -> str:
    """The week of a day as ISO 8601 numbers it."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def quarter_of(at: Point) -> str:
    """The quarter of a month."""
    return f"{at.year:04}-Q{(at.month + 2) // 3}"


def clipped(at: Point, unit: str) -> str:
    """The unit a point lies in: its week, month, quarter, year, decade or century; "" where it is too coarse."""
    if unit in ("decade", "century"):
        cut = str(Point(at.year))
        return cut[:-1] if unit == "decade" else cut[:-2]
    return later(at, 0, unit)


def weekday_near(start: date, weekday: int, direction: int) -> date:
    """The nearest such weekday (0 is Monday): not after the start for -1, not before it for 1."""
    ahead = (weekday - start.weekday()) % 7
    return start + timedelta(days=ahead if direction > 0 or not ahead else ahead - 7)
