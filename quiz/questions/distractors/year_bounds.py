"""The years a wrong date may lie in: those the text tells around the right one, or the life of whom it asks of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from statistics import median_high
from typing import NamedTuple

from quiz.facts.model import Date
from quiz.questions.answers.date_shape import Shape

UNTOLD = 100_000
"""A year before all eras."""
LIFE = ((1920, 10), (1850, 15), (1700, 20), (-UNTOLD, 25))
"""Years from one of a person's life in an era to a wrong one: further off the person was a child, or dead."""
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
FARTHEST = ((1920, 12), (1850, 30), (1700, 50), (1500, 100), (-UNTOLD, 0))
"""Years from a right year of an era to a wrong one at most, 0 for any: of another age nobody thinks."""
MARGIN, SHARE = 12, 4
"""Years, or one part in so many of the span told around it, that a wrong date may lie beyond that, and"""
EDGE = 4
"""years beyond the first and the last of a text."""
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
BORN = re.compile(r"\bborn\b[^.;:]*$")
AROUND = 60
"""Characters around a date in which a birth or death is told."""
GROWN, OLDEST = 13, 80
"""Years of age from which on, and up to which, people do what is told of them."""
OF_AGE = 18
"""Years of age from which on somebody whose age is told may have done it before."""
AGED = re.compile(r"[A-Z][\w’'-]+, (?:(?:then|aged|only|just) |an? (?:[\w-]+ ){1,3}(?:aged|of) )*(\d\d),")
"""A name with the age set off behind it."""

Bounds = tuple[int, int]


def year_bounds(date: Date, dates: Sequence[Date], *, of_person: bool) -> Bounds | None:
    """The years before which and behind which no wrong date may lie; None where nothing told bounds them.

    `dates` are those of the document in order, `of_person` tells that it is asked of a person by name.
    """
    if date.grain not in GRAINS or not YEAR.match(date.value):
        return None
    right = int(date.value[:4])
    gaps = _gaps(date, dates, right)
    first, last = _edges(dates, right)
    reach = _of_era(LIFE, right) if of_person else None
    if date.grain != "year":
        reach = MONTHS
    if len(gaps) >= FEW and median_high(abs(gap) for gap in gaps) <= STORY:
        near = [gap for gap in gaps if abs(gap) <= WAR]
        return right + min(*near, -LEAST) - 1, right + max(*near, LEAST) + 1
    farthest = _of_era(FARTHEST, right)
    if reach is not None:
        low, high = right - reach, right + reach
        return (max(low, first), min(high, last)) if date.grain == "year" else (low, high)
    if not gaps:
        return (right - farthest, right + farthest) if farthest else None
    low, high = min(*gaps, 0), max(*gaps, 0)
    margin = max(MARGIN, (high - low) // SHARE)
    below, above = margin - low, high + margin
    low, high = right - min(below, farthest or below), right + min(above, farthest or above)
    return max(low, first), min(high, last)


def _edges(dates: Sequence[Date], right: int) -> Bounds:
    """The first and the last year a text tells of, a little wider; none on a side where the right one is that year."""
    years = [int(other.value[:4]) for other in dates if YEAR.match(other.value)]
    first, last = min(years, default=right), max(years, default=right)
    low = min(first, right - LEAST) - EDGE if first < right else UNBOUND
    return low, max(last, right + LEAST) + EDGE if last > right else -UNBOUND


def _of_era(told: Sequence[tuple[int, int]], year: int) -> int:
    """What is told of the era of a year: the latest one that begins before it."""
    return next(years for start, years in told if year >= start)


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


class Lives(NamedTuple):
    """The years, in order, in which somebody of a text was born, and in which somebody died."""

    births: tuple[int, ...] = ()
    deaths: tuple[int, ...] = ()


def lives_told(text: str, dates: Sequence[Date]) -> Lives:
    """Births and deaths by the words around the dates of a text."""
    births, deaths = set[int](), set[int]()
    for date in dates:
        if not YEAR.match(date.value):
            continue
        before = max(0, date.span.start - AROUND), date.span.start
        if DIED.search(text, *before) or DIES.match(text, date.span.end):
            deaths.add(int(date.value[:4]))
        elif BORN.search(text, *before):
            births.add(int(date.value[:4]))
    return Lives(tuple(sorted(births)), tuple(sorted(deaths)))


def alive(bounds: Bounds | None, right: int, lives: Lives) -> Bounds | None:
    """The bounds of a year of somebody's life: no child's, by the first birth told, nor behind the next death."""
    if bounds is None:
        return bounds
    born = next((year for year in lives.births if right - OLDEST <= year <= right - GROWN), UNBOUND)
    last = next((year for year in lives.deaths if year >= right), -UNBOUND)
    low, high = max(bounds[0], min(born + GROWN, right - LEAST)), min(bounds[1], max(right, last - 1))
    return (min(low, high - ROOM), high) if last < -UNBOUND else (low, high)


def grown(bounds: Bounds | None, right: int, told: str) -> Bounds | None:
    """The bounds of a year of somebody whose age then is told beside the name: no child's."""
    aged = AGED.search(told)
    if not aged:
        return bounds
    low, high = bounds or (UNBOUND, -UNBOUND)
    return max(low, min(right - int(aged[1]) + OF_AGE, right - LEAST)), high


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
