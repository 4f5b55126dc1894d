"""When a card comes again, by FSRS: the one module that knows the scheduling library, and loads it on first use."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from quiz.study.model import Grade, Memory

if TYPE_CHECKING:
    from fsrs import Card, Scheduler


def after(memory: Memory | None, grade: Grade, at: datetime) -> Memory:
    """Return the memory of a card after an answer at a time in UTC; None is a card never asked."""
    from fsrs import Rating

    card, _log = _scheduler().review_card(_card(memory, at), Rating(int(grade)), at)
    return Memory(card.due, card.stability or 0.0, card.difficulty or 0.0, int(card.state), card.step, at)


def intervals(memory: Memory | None, at: datetime) -> dict[Grade, timedelta]:
    """How long until the card comes again, for each grade it could get now."""
    return {grade: after(memory, grade, at).due - at for grade in Grade}


def interval_words(interval: timedelta) -> str:
    """Return an interval as short as it can be read: `1m`, `3h`, `8d`, `2.5mo`, `1.2y`."""
    minutes = interval.total_seconds() / 60
    for unit, length, places in (("y", 525_960, 1), ("mo", 43_830, 1), ("d", 1440, 0), ("h", 60, 0)):
        if minutes >= length:
            return f"{round(minutes / length, places):g}{unit}"
    return f"{max(1, round(minutes))}m"


@lru_cache(maxsize=1)
def _scheduler() -> Scheduler:
    """FSRS with its published weights, 90 % retention, steps of 1 and 10 minutes, and no chance in it."""
    from fsrs import Scheduler

    return Scheduler(enable_fuzzing=False)


def _card(memory: Memory | None, at: datetime) -> Card:
    """Return a memory as the library's card; with an id of its own choosing the library would wait a millisecond."""
    from fsrs import Card, State

    if memory is None:
        return Card(card_id=1, due=at)
    return Card(1, State(memory.state), memory.step, memory.stability, memory.difficulty, memory.due, memory.last)
