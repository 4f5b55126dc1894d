"""Reckons the value of a relative date from the one it counts from; what stays open is `XX`."""

from __future__ import annotations

from datetime import timedelta

from quiz.facts.dates.calendar import Point, clipped, later, point, season_month, weekday_near, year_after
from quiz.facts.dates.timex import Relation


def untold(relation: Relation) -> str:
    """The value of a relation to a date that is not known."""
    if relation.unit == "week" and relation.pick:
        return f"XXXX-WXX-{int(relation.pick) + 1}{relation.part}"
    shape = {"weekend": "XXXX-WXX-WE", "day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX"}.get(
        relation.unit, "XXXX"
    )
    return shape + (relation.pick if relation.unit == "year" else "") + relation.part


def moved(start: Point, relation: Relation) -> str:
    """The value a relation has from a point; with `XX` for what the point leaves open."""
    if relation.unit == "week" and relation.pick:
        return _weekday_of_week(start, relation)
    if relation.unit == "year" and relation.pick:
        return _picked(start, relation)
    if relation.unit == "month" and relation.pick:
        return f"{Point(start.year, start.month)}{relation.pick}" if start.month else ""
    if relation.unit == "weekend":
        week = later(start, relation.count, "weekend")
        return f"{week}-WE" if week else _open(start, "weekend")
    if relation.unit in ("decade", "century") and relation.whole:
        at = point(later(start, relation.count, relation.unit))
        return clipped(at, relation.unit) if at else ""
    return (later(start, relation.count, relation.unit) or _open(start, relation.unit)) + relation.part


def _open(start: Point, unit: str) -> str:
    """A value of the grain of a unit with `XX` for what a point leaves open."""
    year = str(Point(start.year))
    known = year + (f"-{start.month:02}" if start.month else "-XX")
    return {"day": f"{known}-XX", "night": f"{known}-XX", "week": f"{year}-WXX", "month": f"{year}-XX"}.get(unit, year)


def _weekday_of_week(start: Point, relation: Relation) -> str:
    """The last such weekday before a day, the next after it, or that of its week."""
    day = start.date()
    weekday = int(relation.pick)
    if not day:
        return untold(relation)
    if relation.count < 0:
        found = weekday_near(day - timedelta(days=1), weekday, -1)
    elif relation.count > 0:
        found = weekday_near(day + timedelta(days=1), weekday, 1)
    else:
        found = day + timedelta(days=weekday - day.weekday())
    return found.isoformat() + relation.part


def _picked(start: Point, relation: Relation) -> str:
    """A month, season or quarter of the year before, of or after: of "last" and "next" the nearest such."""
    year = start.year
    pick = relation.pick
    if pick[1] in "QH":
        return f"{Point(year_after(year, relation.count))}{pick}"
    month = season_month(pick) or int(pick[1:3])
    if relation.count and start.month and not relation.whole:
        gone, here = month < start.month, month == start.month
        year += (0 if gone else -1) if relation.count < 0 else (1 if gone or here else 0)
        return f"{Point(year)}{pick}"
    return f"{Point(year_after(year, relation.count))}{pick}"
