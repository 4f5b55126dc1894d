"""What every sitting of one learner shares: the history, the clock, the configuration."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from quiz.config import StudyConfig
from quiz.deck.model import Deck
from quiz.study.history import History
from quiz.study.model import Day
from quiz.study.scheduling.choosing import Standing, Waiting, shared, waiting
from quiz.study.scheduling.days import day_of
from quiz.study.scheduling.schedule import Schedule
from quiz.values import dataclass

Clock = Callable[[], datetime]
"""Tells the time, with the learner's time zone."""


def local_time() -> datetime:
    """Return the time now, in the time zone of this computer."""
    return datetime.now().astimezone()


@dataclass(frozen=True, slots=True)
class Desk:
    """What every sitting of one learner shares: the history, the clock, and the configuration."""

    history: History
    clock: Clock = local_time
    study: StudyConfig = StudyConfig()

    @property
    def now(self) -> datetime:
        """The time now, in the learner's time zone."""
        return self.clock()

    @property
    def today(self) -> Day:
        """The learner's day."""
        return day_of(self.now, self.study.day_begins)

    @property
    def schedule(self) -> Schedule:
        """The schedule as it is configured, with the learner's own weights."""
        return Schedule(self.study, self.history.weights())

    def standing(self, decks: Sequence[Deck]) -> Standing:
        """Return what the history knows of some decks that decides what waits."""
        ids, history, today = [deck.id for deck in decks], self.history, self.today
        answered = frozenset(history.answered(today))
        return Standing(
            history.memories(ids), history.marks(ids), answered, history.begun(today), history.reviewed(today)
        )

    def overview(self, decks: Sequence[Deck]) -> tuple[Waiting, ...]:
        """Return what waits in each deck, of them all together no more new cards than are wanted a day."""
        standing = self.standing(decks)
        return shared([waiting(deck, standing, self.now, self.study) for deck in decks], standing.left(self.study))
