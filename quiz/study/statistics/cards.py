"""How the cards stand and when they come again: counts by state, the days ahead, and the hardest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from quiz.config import StudyConfig
from quiz.deck.model import Card, Deck
from quiz.study.model import Day, Key, Marks, Memory
from quiz.study.scheduling.days import day_of
from quiz.study.statistics.tally import CardCount

AHEAD = 30
"""Days looked ahead."""

SHOWN = 20
"""The hardest cards listed."""


@dataclass(frozen=True, slots=True)
class States:
    """How many cards are where: never answered, on learning steps, away for less or more than the mature interval.

    A suspended card counts as that alone.
    """

    new: int = 0
    learning: int = 0
    young: int = 0
    mature: int = 0
    suspended: int = 0

    @property
    def total(self) -> int:
        """All cards."""
        return self.new + self.learning + self.young + self.mature + self.suspended


@dataclass(frozen=True, slots=True)
class Forecast:
    """How many cards come due: before today and not answered yet, on each of the days ahead from today, and later."""

    overdue: int = 0
    days: tuple[int, ...] = (0,) * AHEAD
    later: int = 0


@dataclass(frozen=True, slots=True)
class Hard:
    """A card that is forgotten again and again."""

    deck: Deck
    card: Card
    memory: Memory
    count: CardCount

    @property
    def rank(self) -> tuple[float, ...]:
        """How hard it is: times forgotten, those of late counted twice, then FSRS's difficulty."""
        return (self.memory.lapses + self.count.missed, self.memory.difficulty)


def states(
    keys: Sequence[Key], memories: Mapping[Key, Memory], marks: Mapping[Key, Marks], mature: timedelta
) -> States:
    """Count cards by their state."""
    found = dict.fromkeys(("new", "learning", "young", "mature", "suspended"), 0)
    for key in keys:
        memory = memories.get(key)
        if key in marks and marks[key].suspended:
            state = "suspended"
        elif memory is None:
            state = "new"
        elif not memory.learned:
            state = "learning"
        else:
            state = "mature" if memory.due - memory.last >= mature else "young"
        found[state] += 1
    return States(**found)


def forecast(
    keys: Sequence[Key], memories: Mapping[Key, Memory], marks: Mapping[Key, Marks], now: datetime, study: StudyConfig
) -> Forecast:
    """Count the cards that come due on each day, in the time zone of `now`; suspended ones do not come."""
    today = day_of(now, study.day_begins)
    overdue, days, later = 0, [0] * AHEAD, 0
    for key in keys:
        memory = memories.get(key)
        if memory is None or (key in marks and marks[key].suspended):
            continue
        away = due_on(memory, now, study) - today
        overdue += away < 0
        later += away >= AHEAD
        if 0 <= away < AHEAD:
            days[away] += 1
    return Forecast(overdue, tuple(days), later)


def due_on(memory: Memory, now: datetime, study: StudyConfig) -> Day:
    """Return the learner's day on which a card comes again."""
    return day_of(memory.due.astimezone(now.tzinfo), study.day_begins)


def hardest(
    decks: Sequence[Deck], memories: Mapping[Key, Memory], counts: Mapping[Key, CardCount], most: int = SHOWN
) -> tuple[Hard, ...]:
    """Return the cards that were forgotten, the hardest first."""
    found = []
    for deck in decks:
        for card in deck.cards:
            key = (deck.id, card.id)
            if key in memories and key in counts and (memories[key].lapses or counts[key].missed):
                found.append(Hard(deck, card, memories[key], counts[key]))
    return tuple(sorted(found, key=lambda hard: hard.rank, reverse=True)[:most])
