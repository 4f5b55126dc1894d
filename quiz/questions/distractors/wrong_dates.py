"""Wrong dates a person who half remembers could take: of the document first, else spread as people spread them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from operator import itemgetter
from typing import NamedTuple

from quiz.facts.model import Date
from quiz.questions.answers.date_shape import Parts, Shape, years_in
from quiz.questions.distractors.chance import Chance
from quiz.questions.distractors.near_days import is_near, near_day, round_day, stands_near
from quiz.questions.distractors.telling import TOLERATED, alike, tell
from quiz.questions.distractors.written_by import Times, fits
from quiz.questions.distractors.year_bounds import RECENT, UNBOUND, limits
from quiz.questions.distractors.year_gaps import roundness, turn, widest_gap, year_gap

NO_TIMES = Times()
WANTED = 3
ROUNDS = 32
"""Sets of three that are tried at most; nearly always one of the first does."""
PATIENCE = 8
"""Sets that may be tried in vain after one of three."""
OWN = 4
"""Of five wrong dates this many are the document's, where it has dates of their form and reach."""
STEPS = (1, 1, 1, 2, 2, 3)
"""Decades and centuries between a right and a wrong one."""
NEARLY = 2
"""Years that the month or day of a made-up wrong date lies from the right one at most."""
FIT = 2.5
"""How many times as far or near as the gap drawn a year of the document may lie to stand for it."""
NEAR_TO_US = 1920
"""The year from which on people know well how far off a year can be."""
WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s(?:the\s)?\{\{")
"""A weekday that the card's gap leaves standing: wrong days must fall on it as well."""
NEIGHBOURS = 6
"""Whole dates of the document on each side of the right one that may be taken."""
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


def wrong_dates(
    date: Date,
    answer: str,
    others: Sequence[Date],
    latest: int,
    chance: Chance,
    shown: str = "",
    barred: Sequence[Date] = (),
    bounds: tuple[int, int] | None = None,
    times: Times = NO_TIMES,
) -> list[str]:
    """Three wrong answers of the form of the right one, in order of time, with its rank among the four left to chance.

    `others` are dates of the document of other events, `barred` those that may be of this one; `latest` is its last
    year, `times` when it was written and what it opens with was; no year in `shown`, which the card asks, and none
    outside `bounds`.
    """
    shape = Shape.read(answer, date)
    if shape is None or not shape.varying:
        return []
    task = _task(shape, date, others, latest, chance, shown, barred, bounds, times)
    below = _below(task)
    doubt, best, since = float("inf"), dict[str, Told](), 0
    for attempt in range(ROUNDS):
        found = _set(task, below, attempt)
        doubt, best, since = min((doubt, best, since), (_doubt(task, found, below), found, attempt), key=itemgetter(0))
        if doubt <= TOLERATED or (len(best) == WANTED and attempt - since >= PATIENCE):
            break
    return sorted(best, key=lambda text: (best[text].key, text))


def _below(task: Task) -> int:
    """How many wrong dates should lie before the right one: as chance has it where the years asked leave room."""
    below, year = task.chance.below(WANTED + 1), task.shape.years(task.shape.parts)
    if task.shape.varying != ("year",):
        return below
    return max(min(below, year - task.limits[0] - 1), WANTED - max(0, task.limits[1] - year - 1), 0)


def _task(
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
        if not _nested(shape, parts, length) and (is_near(shape, parts) or not near):
            yield Told(parts, length, shape.order(parts), shape.years(parts) - right)


def _nested(shape: Shape, parts: Parts, length: int) -> bool:
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


def _set(task: Task, below: int, attempt: int) -> dict[str, Told]:
    """Up to three wrong dates, so many before the right one where that can be."""
    found: dict[str, Told] = {}
    for at in range(3 * WANTED):
        if len(found) == WANTED:
            break
        earlier = at % WANTED < below if at < WANTED + attempt // 8 else task.chance.below(2) == 0
        drawn = _drawn(task, list(found.values()), attempt, earlier=earlier)
        if drawn is None or _taken(task, drawn.key, found.values()):
            continue
        if text := _text(task, drawn):
            found[text] = drawn
    return found


def _text(task: Task, drawn: Told) -> str:
    """A date in the form of the right one, written once for all; "" where it cannot be told so or will not do."""
    known = drawn.key, drawn.length
    if known not in task.texts:
        text = task.shape.written(drawn.parts, drawn.length) or ""
        task.texts[known] = "" if text and _stands(task, drawn.parts, text) else text
    return task.texts[known]


def _taken(task: Task, key: tuple[int, ...], found: Iterable[Told]) -> bool:
    """Whether a date may be right, is there already, or has day and month of the right one in another year."""
    turned = len(key) > 2 and key[1:] == task.key[1:] and not round_day(task.shape)
    return turned or key in task.never or key in [other.key for other in found]


def _drawn(task: Task, found: Sequence[Told], attempt: int, *, earlier: bool) -> Told | None:
    """A wrong date on one side of the right one; None if chance has drawn none there."""
    shape, side = task.shape, task.own[0 if earlier else 1]
    if side and task.chance.below(5) < OWN and attempt < ROUNDS // 2:
        if len(shape.varying) > 1:
            return task.chance.pick(side[:NEIGHBOURS])
        wanted = year_gap(shape.years(shape.parts), task.chance)
        fits = [t for t in side if wanted / FIT <= abs(t.gap) <= wanted * FIT]
        if fits:
            return min(fits, key=lambda t: (abs(abs(t.gap) - wanted), t.key))
    near = near_day(shape, task.chance, earlier=earlier) if task.near and attempt < ROUNDS // 2 else None
    parts = near or _mixed(task, found, attempt, earlier=earlier)
    key, year = shape.order(parts), shape.years(parts)
    far = attempt < ROUNDS // 2 and not task.window[0] <= year <= task.window[1]
    if far or ((key < task.key) != earlier and attempt <= ROUNDS // 2):
        return None
    return Told(parts, shape.length, key, 0)


def _mixed(task: Task, found: Sequence[Told], attempt: int, *, earlier: bool) -> Parts:
    """Parts made each for itself: the right one's, those of another wrong date, or fresh ones."""
    shape, parts = task.shape, dict[str, int]()
    several = len(shape.varying) > 1
    for part in shape.varying:
        source = task.chance.below(10) if several else 9
        if source < 4:
            parts[part] = shape.parts[part]
        elif found and source < 6:
            parts[part] = task.chance.pick(found).parts[part]
        else:
            parts[part] = _fresh(task, part, attempt, earlier=earlier)
    return parts


def _fresh(task: Task, part: str, attempt: int, *, earlier: bool) -> int:
    """Another value of one part; of a year and the like on the side wanted."""
    shape, chance = task.shape, task.chance
    right = shape.parts[part]
    sign = -1 if earlier != (shape.before and part in ("year", "decade", "century")) else 1
    if part == "year":
        gap = year_gap(-right if shape.before else right, chance) * (1 + attempt // (ROUNDS * 3 // 4))
        gap = -(-gap // task.turn) * task.turn if len(shape.varying) == 1 else min((gap + 1) // 2, NEARLY)
        years = shape.years(shape.parts)
        room = years - task.limits[0] - 1 if earlier else task.limits[1] - years - 1
        turns = room // task.turn
        near = turns // 2 if years < NEAR_TO_US else 0  # people would take still older years: the outer half of these
        return right + sign * (gap if gap <= room or turns < 1 else task.turn * (1 + near + chance.below(turns - near)))
    if part in ("decade", "century", "tens"):
        return right + sign * chance.pick(STEPS)
    least, most = RANGES.get(part) or (1, int(part.removeprefix("nth")))
    return least + chance.below(most - least + 1)


def _stands(task: Task, parts: Parts, text: str) -> bool:
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


def _doubt(task: Task, found: dict[str, Told], below: int) -> float:
    """What is amiss with a set: fewer than three, another rank than drawn, an answer that its likeness tells."""
    keys = [told.key for told in found.values()]
    rank = abs(sum(key < task.key for key in keys) - below)
    doubt = 10.0 * (WANTED - len(found)) + rank + tell(task.key, keys) + alike([task.key, *keys])
    year = task.shape.parts.get("year", 1)
    bare = year % 10 == 0 and roundness(year) == 1 and all(t.parts["year"] % 10 for t in found.values())
    twins = sum(len({key[n] for key in keys}) == 1 and keys[0][n] != task.key[n] for n in range(len(task.key)))
    years = sorted(t.parts.get("year", 0) for t in found.values())
    row = task.shape.varying == ("year",) and len(years) == WANTED and years[-1] - years[0] < WANTED
    return doubt + (BARE if bare or row else 0) + (twins if len(keys) > 1 else 0)


RANGES = {"season": (0, 3), "month": (1, 12), "day": (1, 31), "weekday": (0, 6)}
"""The least and the greatest number of each part."""
BARE = 0.6
"""Doubt where the right year alone is round, or the wrong ones stand in a row."""
