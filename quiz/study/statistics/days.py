"""What the days come to: how many in a row, how much time, and the weeks they make."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from quiz.study.model import Day
from quiz.study.statistics.proportion import NONE, Rate
from quiz.study.statistics.tally import DayCount, Tally

WEEK = 7

YEAR = 365


@dataclass(frozen=True, slots=True)
class Streak:
    """Days with an answer: in a row until today (or yesterday, while today can still join), the most in a row, all."""

    current: int = 0
    longest: int = 0
    days: int = 0


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds spent answering: today, in the last seven days, in all, and the mean per card and per answer."""

    today: float = 0.0
    week: float = 0.0
    total: float = 0.0
    per_card: float = 0.0
    per_answer: float = 0.0


@dataclass(frozen=True, slots=True)
class Week:
    """The reviews of one week, which begins on the Monday `monday`."""

    monday: Day
    rate: Rate


def streak(studied: Iterable[Day], today: Day) -> Streak:
    """Return how many days in a row were studied."""
    days = sorted(set(studied))
    longest = run = 0
    ended = 0
    before: Day | None = None
    for day in days:
        run = run + 1 if before is not None and day == before + 1 else 1
        longest = max(longest, run)
        before = day
        if day in (today - 1, today):
            ended = run
    return Streak(ended, longest, len(days))


def spent(tally: Tally, today: Day) -> Spent:
    """Return the time that answering took, each answer counted as a minute at most."""
    total = sum(day.milliseconds for day in tally.days.values())
    week = sum(count.milliseconds for day, count in tally.days.items() if today - WEEK < day <= today)
    own = tally.days.get(today, DayCount()).milliseconds
    return Spent(
        own / 1000,
        week / 1000,
        total / 1000,
        total / 1000 / max(1, len(tally.cards)),
        total / 1000 / max(1, tally.answers),
    )


def monday_of(day: Day) -> Day:
    """Return the Monday of a day's week; day 0, 1 January 1970, was a Thursday."""
    return day - (day + 3) % WEEK


def weeks(days: Mapping[Day, DayCount]) -> tuple[Week, ...]:
    """Return the reviews of every week that has any, oldest first."""
    found: dict[Day, Rate] = {}
    for day, count in days.items():
        if count.reviews.reviews:
            monday = monday_of(day)
            found[monday] = found.get(monday, NONE) + count.reviews
    return tuple(Week(monday, rate) for monday, rate in sorted(found.items()))
