"""The types of studying that the session, the schedule, the history and the screens share."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import datetime

Way = Literal["choice", "typed", "reveal"]
"""How a card is asked: by options, by a typed answer, or by thinking of it and looking."""

WAYS: tuple[Way, ...] = ("choice", "typed", "reveal")

Key = tuple[str, str]
"""Deck id and card id: a card's identity everywhere."""


class Grade(IntEnum):
    """How well a card was known; the numbers are FSRS's and the keys a learner presses."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4

    @property
    def word(self) -> str:
        """The grade as a learner reads it."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether an answer is taken as right, whether it is near without being exact, and why, in a few words."""

    right: bool
    close: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Memory:
    """What the schedule holds of one card: FSRS's state (1 learning, 2 review, 3 relearning) and times in UTC.

    `stability` is in days, `difficulty` runs from 1 to 10, `step` is the learning step, if the card is on one.
    """

    due: datetime
    stability: float
    difficulty: float
    state: int
    step: int | None
    last: datetime

    @property
    def known(self) -> bool:
        """Whether the card has left the first learning step, so that it can be asked without options."""
        return self.state != 1 or bool(self.step)


@dataclass(frozen=True, slots=True)
class Review:
    """One answer, as it stays in the history for good: `at` in UTC, `duration` in milliseconds."""

    deck: str
    card: str
    at: datetime
    way: Way
    answer: str
    right: bool
    grade: Grade
    duration: int

    @property
    def key(self) -> Key:
        """The identity of the card that was answered."""
        return (self.deck, self.card)
