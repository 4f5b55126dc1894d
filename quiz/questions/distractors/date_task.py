"""What a wrong date is held to: the form of the right one, what may be right as well, the years told around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import NamedTuple

from quiz.facts.model import Date
from quiz.questions.answers.date_shape import Parts, Shape, years_in
from quiz.questions.distractors.chance import Chance
from quiz.questions.distractors.near_days import is_near, round_day, stands_near
from quiz.questions.distractors.written_by import Times, fits
from quiz.questions.distractors.year_bounds import RECENT, UNBOUND, limits
from quiz.questions.distractors.year_gaps import turn, widest_gap

WANTED = 3
WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s(?:the\s)?\{\{")
"""A weekday that the card's gap leaves standing: wrong days must fall on it as well."""
MARGIN, CLOSE = 12, 2
"""Years that a wrong year, and a wrong month or day, may lie beyond the dates told around it, at the least."""


class Told(NamedTuple):
    """A date in the form of the answer: its parts, the length of a range, its key in time, its years from the right."""

    parts: Parts
    length: int
    key: tuple[int, ...]
    gap: int


@dataclass(frozen=True, slots=True)
class Task:
    """The form of a right date with its key and what bounds the wrong ones.

    `never` are the keys of what may be right; `own` the document's dates before and behind; `window` the years told
    around the date, `limits` those that what is asked tells itself, before and behind it; `chance` draws; `near` tells
    that wrong days lie near the right one; `turn` is every how many years it takes place; `texts` are the dates written
    so far, by key and length.
    """

    shape: Shape
    date: Date
    key: tuple[int, ...]
    never: AbstractSet[tuple[int, ...]]
    own: tuple[Sequence[Told], Sequence[Told]]
    window: tuple[int, int]
    latest: int
    times: Times
    shown: str
    chance: Chance
    asked: frozenset[int] = field(default=frozenset())
    limits: tuple[int, int] = (UNBOUND, -UNBOUND)
    near: bool = False
    turn: int = 1
    texts: dict[tuple[tuple[int, ...], int], str] = field(default_factory=dict)


def task_of(
    shape: Shape,
    date: Date,
    others: Sequence[Date],
    latest: int,
    chance: Chance,
    shown: str,
    barred: Sequence[Date],
    bounds: tuple[int, int] | None,
    times: Times,
) -> Task:
    """Gather what wrong dates are held to: `others` may be taken, `barred` ones may be of the same event."""
    right, key = shape.years(shape.parts), shape.order(shape.parts)
    values = [(d.value, d.grain) for d in barred] + [(d.end, d.grain) for d in barred if d.end]
    told = [parts for value, grain in values if (parts := shape.like(value, grain))]
    never = {key, *(shape.order(parts) for parts in told)}
    days = stands_near(shape, shown)
    own = {t.key: t for t in _own(shape, date, others, near=days) if t.key not in never}
    near = sorted(own.values(), key=lambda t: (abs(t.gap), t.key))
    sides = ([t for t in near if t.key < key], [t for t in near if t.key > key])
    asked = frozenset(years_in(shown))
    bound = limits(shape, asked, latest, bounds)
    window = _window(right, near, plain=shape.varying == ("year",))
    turned = turn(shown) if shape.varying == ("year",) else 1
    bound = (bound[0] - WANTED * turned, bound[1] + WANTED * turned) if turned > 1 else bound
    return Task(shape, date, key, never, sides, window, latest, times, shown, chance, asked, bound, days, turned)


def _own(shape: Shape, date: Date, others: Sequence[Date], *, near: bool) -> Iterator[Told]:
    """The document's dates of this form that could be taken for the right one."""
    right = shape.years(shape.parts)
    reach = max(20, widest_gap(right)) if shape.varying == ("year",) else max(6, widest_gap(right) // 3)
    for other in others:
        if other.grain != date.grain or bool(other.end) != bool(date.end):
            continue
        parts = shape.like(other.value, other.grain)
        end = shape.like(other.end, other.grain) if parts and other.end else None
        if parts is None or abs(shape.years(parts) - right) > reach:
            continue
        length = shape.distance(parts, end) if end else 0
        if not nested(shape, parts, length) and (is_near(shape, parts) or not near):
            yield Told(parts, length, shape.order(parts), shape.years(parts) - right)


def nested(shape: Shape, parts: Parts, length: int) -> bool:
    """Whether a range lies within the right one or around it: then it may be right as well."""
    if not shape.length:
        return False
    start = shape.distance(shape.parts, parts)
    end = start + length - shape.length
    return start == 0 or end == 0 or (start < 0) != (end < 0)


def _window(right: int, near: Sequence[Told], *, plain: bool) -> tuple[int, int]:
    """The years the text around tells of, but for strays, half their span wider.

    Nobody takes 1657 for a year of a war of the 1770s.
    """
    gaps = sorted(told.gap for told in near)
    if len(gaps) < WANTED:
        return right - 10_000, right + 10_000
    stray = len(gaps) // 8
    low, high = min(gaps[stray], 0), max(gaps[-1 - stray], 0)
    margin = max(MARGIN, widest_gap(right) // 3, (high - low) // 2) if plain else max(CLOSE, (high - low) // 4)
    return right + low - margin, right + high + margin


def taken(task: Task, key: tuple[int, ...], found: Iterable[Told]) -> bool:
    """Whether a date may be right, is there already, or has day and month of the right one in another year."""
    turned = len(key) > 2 and key[1:] == task.key[1:] and not round_day(task.shape)
    return turned or key in task.never or key in [other.key for other in found]


def ruled_out(task: Task, parts: Parts, text: str) -> bool:
    """Whether a date is past the last year the document knows of, stands in what is asked, or cannot be for it."""
    shape = task.shape
    first, last, right = shape.years(parts), shape.years(shape.ending(parts)), shape.years(shape.ending(shape.parts))
    if first and (not task.limits[0] <= first <= last <= task.limits[1] or (last - right) % task.turn):
        return True
    if "day" in shape.varying and WEEKDAY.search(task.shown) and shape.weekday(parts) != shape.weekday(shape.parts):
        return True
    late = last > max(task.latest, right) >= RECENT or not fits(shape, task.date, parts, task.times)
    if late or text in task.shown:
        return True
    return bool(task.asked) and any(year in task.asked for year in years_in(text))


def standing(task: Task, texts: Sequence[str]) -> dict[str, Told]:
    """Read wrong dates that were taken earlier by the same form; none, if one of them may be taken no more."""
    found: dict[str, Told] = {}
    for text in texts:
        other = Shape.read(text, task.date)
        if other is None or any(part not in other.parts for part in task.shape.varying):
            return {}
        told = Told({part: other.parts[part] for part in task.shape.varying}, other.length, (), 0)
        told = told._replace(key=task.shape.order(told.parts))
        if task.shape.written(told.parts, told.length) != text or not _may_stay(task, told, text, found):
            return {}
        found[text] = told
    return found


def _may_stay(task: Task, told: Told, text: str, found: Mapping[str, Told]) -> bool:
    """Whether a date may be taken beside others, by all that drawn ones are held to."""
    if taken(task, told.key, found.values()) or nested(task.shape, told.parts, told.length):
        return False
    near = task.window[0] <= task.shape.years(told.parts) <= task.window[1]
    return near and (is_near(task.shape, told.parts) or not task.near) and not ruled_out(task, told.parts, text)
