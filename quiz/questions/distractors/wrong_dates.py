"""Wrong dates a person who half remembers could take: of the document first, else spread as people spread them."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

from quiz.facts.model import Date
from quiz.questions.answers.date_shape import Parts, Shape
from quiz.questions.distractors.chance import Chance
from quiz.questions.distractors.date_task import WANTED, Task, Told, ruled_out, standing, taken, task_of
from quiz.questions.distractors.near_days import near_day
from quiz.questions.distractors.telling import TOLERATED, alike, tell
from quiz.questions.distractors.written_by import Times
from quiz.questions.distractors.year_gaps import roundness, year_gap

NO_TIMES = Times()
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
NEIGHBOURS = 6
"""Whole dates of the document on each side of the right one that may be taken."""


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
    earlier: Sequence[str] = (),
) -> list[str]:
    """Three wrong answers of the form of the right one, in order of time, with its rank among the four left to chance.

    `others` are dates of the document of other events, `barred` those that may be of this one; `latest` is its last
    year, `times` when it was written and what it opens with was; no year in `shown`, which the card asks, and none
    outside `bounds`. The `earlier` ones stay where all of them may still be taken, and go together as well.
    """
    shape = Shape.read(answer, date)
    if shape is None or not shape.varying:
        return []
    task = task_of(shape, date, others, latest, chance, shown, barred, bounds, times)
    below = _below(task)
    doubt, best, since = float("inf"), dict[str, Told](), 0
    for attempt in range(ROUNDS):
        found = _set(task, below, attempt)
        doubt, best, since = min((doubt, best, since), (_doubt(task, found, below), found, attempt), key=itemgetter(0))
        if doubt <= TOLERATED or (len(best) == WANTED and attempt - since >= PATIENCE):
            break
    kept = standing(task, earlier)
    rank = sum(told.key < task.key for told in kept.values())  # which chance has drawn already
    if kept and _doubt(task, kept, rank) <= max(TOLERATED, doubt):
        best = kept
    return sorted(best, key=lambda text: (best[text].key, text))


def _below(task: Task) -> int:
    """How many wrong dates should lie before the right one: as chance has it where the years asked leave room."""
    below, year = task.chance.below(WANTED + 1), task.shape.years(task.shape.parts)
    if task.shape.varying != ("year",):
        return below
    return max(min(below, year - task.limits[0] - 1), WANTED - max(0, task.limits[1] - year - 1), 0)


def _set(task: Task, below: int, attempt: int) -> dict[str, Told]:
    """Up to three wrong dates, so many before the right one where that can be."""
    found: dict[str, Told] = {}
    for at in range(3 * WANTED):
        if len(found) == WANTED:
            break
        earlier = at % WANTED < below if at < WANTED + attempt // 8 else task.chance.below(2) == 0
        drawn = _drawn(task, list(found.values()), attempt, earlier=earlier)
        if drawn is None or taken(task, drawn.key, found.values()):
            continue
        if text := _text(task, drawn):
            found[text] = drawn
    return found


def _text(task: Task, drawn: Told) -> str:
    """A date in the form of the right one, written once for all; "" where it cannot be told so or will not do."""
    known = drawn.key, drawn.length
    if known not in task.texts:
        text = task.shape.written(drawn.parts, drawn.length) or ""
        task.texts[known] = "" if text and ruled_out(task, drawn.parts, text) else text
    return task.texts[known]


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
