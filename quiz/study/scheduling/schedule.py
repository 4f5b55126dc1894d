"""When a card comes again, by FSRS: the one module that knows the scheduling library, and loads it on first use."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from datetime import datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from quiz.config import StudyConfig
from quiz.errors import QuizError
from quiz.study.model import Grade, Memory
from quiz.values import dataclass

if TYPE_CHECKING:
    from fsrs import Card, Scheduler

REVIEW = 2
"""FSRS's state of a card that has left its learning steps."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """FSRS as the learner configured it, with weights fitted to the learner, if there are any."""

    study: StudyConfig = field(default_factory=StudyConfig)
    weights: tuple[float, ...] = ()

    def after(self, memory: Memory | None, grade: Grade, at: datetime) -> Memory:
        """Return the memory of a card after an answer at a time in UTC; None is a card never asked.

        A clock put back counts as no time passed.
        """
        return self.stepping()(memory, grade, at)

    def stepping(self) -> Callable[[Memory | None, Grade, datetime], Memory]:
        """Return `after` as a function of its own, for whoever takes half a million steps."""
        return _stepping(self)

    def intervals(self, memory: Memory | None, at: datetime) -> dict[Grade, timedelta]:
        """How long until the card comes again, for each grade it could get now."""
        return {grade: self.after(memory, grade, at).due - at for grade in Grade}

    def recall(self, memory: Memory, at: datetime) -> float:
        """How likely the card is known at a time, from 0 to 1."""
        return float(_scheduler(self).get_card_retrievability(_card(memory, at), max(at, memory.last)))


def fits(weights: tuple[float, ...]) -> bool:
    """Whether weights are as many as FSRS has, each within its bounds."""
    try:
        _scheduler(Schedule(weights=weights))
    except QuizError:
        return False
    return True


def interval_words(interval: timedelta) -> str:
    """Return an interval as short as it can be read: `1m`, `3h`, `8d`, `2.5mo`, `1.2y`."""
    minutes = interval.total_seconds() / 60
    for unit, length, places in (("y", 525_960, 1), ("mo", 43_830, 1), ("d", 1440, 0), ("h", 60, 0)):
        if minutes >= length:
            return f"{round(minutes / length, places):g}{unit}"
    return f"{max(1, round(minutes))}m"


@lru_cache(maxsize=4)
def _stepping(schedule: Schedule) -> Callable[[Memory | None, Grade, datetime], Memory]:
    """Return the step of a schedule, with all that is the same for each looked up once."""
    from fsrs import Rating

    review, ratings = _scheduler(schedule).review_card, {grade: Rating(int(grade)) for grade in Grade}

    def after(memory: Memory | None, grade: Grade, at: datetime) -> Memory:
        at = max(at, memory.last) if memory else at
        card, _log = review(_card(memory, at), ratings[grade], at)
        answers, lapses = (memory.answers, memory.lapses) if memory else (0, 0)
        lapsed = memory is not None and memory.state == REVIEW and grade == Grade.AGAIN
        stability, difficulty = card.stability or 0.0, card.difficulty or 0.0
        return Memory(card.due, stability, difficulty, int(card.state), card.step, at, answers + 1, lapses + lapsed)

    return after


@lru_cache(maxsize=4)
def _scheduler(schedule: Schedule) -> Scheduler:
    """FSRS with the learner's weights, or its published ones, and no chance in it."""
    from fsrs import Scheduler

    study = schedule.study
    given = {"parameters": schedule.weights} if schedule.weights else {}
    try:
        return Scheduler(
            desired_retention=study.retention,
            learning_steps=study.learning_steps,
            relearning_steps=study.relearning_steps,
            maximum_interval=max(1, study.longest // timedelta(days=1)),
            enable_fuzzing=False,
            **given,
        )
    except (ValueError, TypeError) as error:
        hint = "`quiz optimise --published` goes back to the published ones"
        raise QuizError.at("the schedule", "the fitted weights in the history cannot be used", hint) from error


def _card(memory: Memory | None, at: datetime) -> Card:
    """Return a memory as the library's card; with an id of its own choosing the library would wait a millisecond."""
    from fsrs import Card, State

    if memory is None:
        return Card(card_id=1, due=at)
    return Card(1, State(memory.state), memory.step, memory.stability, memory.difficulty, memory.due, memory.last)
