"""The years a wrong date may lie in: those the text tells around the right one, or the life of whom it asks of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from statistics import median_high

from quiz.facts.model import Date
from quiz.questions.answers.date_shape import Shape

LIFE = 10
"""Years from one of a person's life to a wrong one: further off the person was a child, or dead."""
BESIDE = 5
"""Dates on each side, and"""
REACH = 2500
"""characters from the right one, that tell the time of what is told around it."""
FEW, STORY, WAR = 2, 5, 6
"""Dates at the least, and years between the right one and those around it, in the median, up to which they tell of one
war or reign, and those it lasts before or behind."""
LEAST = 3
"""Years before and behind that wrong dates may take in any case: room for three of them."""
MONTHS = 4
"""Years to a wrong month or day, whose year people know better than of a bare year."""
FARTHEST = ((1900, 12), (1700, 18), (1500, 30))
"""Years from a right year of an era to a wrong one at most: of another age nobody thinks."""
MARGIN, SHARE = 12, 4
"""Years, or one part in so many of the span told around it, that a wrong date may lie beyond that."""
YEAR = re.compile(r"\d{4}")
GRAINS = frozenset({"year", "season", "month", "day"})

RECENT = 1990
"""From a last year this recent on, a later one is the future to a reader, and no plausible answer."""
UNBOUND = -100_000
"""A year before all others: no limit."""
ROOM = 6
"""Years, decades or centuries between limits that leave room for three wrong ones on either side."""
YEARS_OF = {"decade": 10, "century": 100}

DIED = re.compile(r"\b(?:died|dead|death)\b[^.;:]*$")
DIES = re.compile(r"[^.;:,]{0,20}\b(?:died|death)\b")
AROUND = 60
"""Characters around a date in which a death is told."""

Bounds = tuple[int, int]


def year_bounds(date: Date, dates: Sequence[Date], *, of_person: bool) -> Bounds | None:
    """The years before which and behind which no wrong date may lie; None where nothing told bounds them.

    `dates` are those of the document in order, `of_person` tells that it is asked of a person by name.
    """
    if date.grain not in GRAINS or not YEAR.match(date.value):
        return None
    right = int(date.value[:4])
    gaps = _gaps(date, dates, right)
    reach = LIFE if of_person else None
    if date.grain != "year":
        reach = MONTHS
    if len(gaps) >= FEW and median_high(abs(gap) for gap in gaps) <= STORY:
        near = [gap for gap in gaps if abs(gap) <= WAR]
        return right + min(*near, -LEAST) - 1, right + max(*near, LEAST) + 1
    farthest = next((years for start, years in FARTHEST if right >= start), 0)
    if reach is not None:
        return right - reach, right + reach
    if not gaps:
        return (right - farthest, right + farthest) if farthest else None
    low, high = min(*gaps, 0), max(*gaps, 0)
    margin = max(MARGIN, (high - low) // SHARE)
    below, above = margin - low, high + margin
    return right - min(below, farthest or below), right + min(above, farthest or above)


def limits(shape: Shape, asked: AbstractSet[int], latest: int, bounds: Bounds | None = None) -> Bounds:
    """The years told in what is asked that lie nearest before and behind the right one, if there is room between.

    Nobody takes 1810 for the end of what began in 1815, nor a year outside the `bounds` of what is told around it.
    """
    right, end = shape.years(shape.parts), shape.years(shape.ending(shape.parts))
    if bounds and right:
        found = limits(shape, asked | {bounds[0] - 1, bounds[1] + 1 + end - right}, latest)
        return found if found[0] > UNBOUND else limits(shape, asked, latest)
    low = max((year for year in asked if year <= right), default=UNBOUND)
    high = min((year for year in asked if year >= end), default=-UNBOUND)
    room = min(high, max(latest, end) + 1 if max(latest, end) >= RECENT else high) - low
    step = max((YEARS_OF.get(slot, 1) for slot in shape.varying), default=1)
    enough = 1 if "month" in shape.varying else ROOM * step
    return (low, high) if right and room > enough else (UNBOUND, -UNBOUND)


def deaths_told(text: str, dates: Sequence[Date]) -> tuple[int, ...]:
    """The years, in order, in which somebody of a text died, by the words around their dates."""
    found = {
        int(date.value[:4])
        for date in dates
        if YEAR.match(date.value)
        and (DIED.search(text, max(0, date.span.start - AROUND), date.span.start) or DIES.match(text, date.span.end))
    }
    return tuple(sorted(found))


def alive(bounds: Bounds | None, right: int, deaths: Sequence[int]) -> Bounds | None:
    """The bounds of a year of somebody's life, which end before the first death told behind it."""
    last = next((year for year in deaths if year >= right), None)
    if last is None or bounds is None:
        return bounds
    high = min(bounds[1], max(right, last - 1))
    return min(bounds[0], high - ROOM), high


def _gaps(date: Date, dates: Sequence[Date], right: int) -> list[int]:
    """The years from the right one to those of the dates told next to it in the text, of many without the furthest."""
    at = bisect_left(dates, date.span.start, key=_start)
    near = [*dates[max(0, at - BESIDE) : at], *dates[at + 1 : at + 1 + BESIDE]]
    gaps = [
        int(other.value[:4]) - right
        for other in near
        if YEAR.match(other.value) and abs(other.span.start - date.span.start) <= REACH
    ]
    return sorted(gaps, key=abs)[:-1] if len(gaps) >= BESIDE else gaps


def _start(date: Date) -> int:
    return date.span.start
