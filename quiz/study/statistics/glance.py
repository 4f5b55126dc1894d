"""How one stands, at a glance: today's answers, days in a row, retention of late, and what comes in the next days."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import field
from datetime import datetime, timedelta

from quiz.config import StudyConfig
from quiz.deck.model import Deck
from quiz.deck.remembered import ids_of
from quiz.study.history import History
from quiz.study.history.lately import done, studied
from quiz.study.model import Day, Key, Memory
from quiz.study.scheduling.choosing import UNMARKED, Standing
from quiz.study.scheduling.days import day_of, day_start
from quiz.study.statistics.proportion import NONE
from quiz.study.statistics.recall import recall
from quiz.values import dataclass

COMING = 7
"""Days of the forecast, from tomorrow on."""

LONGEST = 9999
"""Days in a row that are counted."""


@dataclass(frozen=True, slots=True)
class Glance:
    """How the learner stands; retention is None as long as nothing was reviewed of late."""

    answers: int = 0
    spent: timedelta = timedelta()
    streak: int = 0
    retention: float | None = None
    by_deck: Mapping[str, float] = field(default_factory=dict)
    coming: tuple[int, ...] = (0,) * COMING


def glance(history: History, decks: Sequence[Deck], standing: Standing, now: datetime, study: StudyConfig) -> Glance:
    """Return how the learner stands with some decks; today's answers and the streak are of the whole history."""
    today = day_of(now, study.day_begins)
    answers, spent = done(history.database, today)
    rates = recall(history.database, today, study)
    evening = day_start(now, study.day_begins) + timedelta(days=1)
    return Glance(
        answers,
        timedelta(milliseconds=spent),
        streak(history, today),
        sum((rates.get(deck.id, NONE) for deck in decks), NONE).share,
        {deck: rate.share for deck, rate in rates.items() if rate.share is not None},
        coming(_open(decks, standing), standing.memories, evening),
    )


def streak(history: History, today: Day) -> int:
    """Count the days in a row with an answer, until today or, while today can still join them, yesterday."""
    day = today if studied(history.database, today) else today - 1
    count = 0
    while count < LONGEST and studied(history.database, day - count):
        count += 1
    return count


def coming(keys: Collection[Key], memories: Mapping[Key, Memory], evening: datetime) -> tuple[int, ...]:
    """Count the cards that come on each of the next days, from the evening of today on."""
    counts, day = [0] * COMING, timedelta(days=1)
    for key in keys:
        memory = memories.get(key)
        if memory and 0 <= (ahead := (memory.due - evening) // day) < COMING:
            counts[ahead] += 1
    return tuple(counts)


def learned(deck: Deck, standing: Standing) -> int:
    """Count the cards of a deck that are learned: off their learning steps, and not suspended."""
    found = (standing.memories.get(key) for key in _open((deck,), standing))
    return sum(memory is not None and memory.learned for memory in found)


def _open(decks: Sequence[Deck], standing: Standing) -> list[Key]:
    """Return the cards of some decks that are not suspended."""
    keys = [(deck.id, card) for deck in decks for card in ids_of(deck.cards)] if standing.memories else []
    return [key for key in keys if not standing.marks.get(key, UNMARKED).suspended]
