"""The types of studying that the session, the schedule, the history and the screens share."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Literal, get_args

from quiz.values import dataclass

if TYPE_CHECKING:
    from datetime import datetime

Way = Literal["choice", "typed", "reveal"]
"""How a card is asked: by options, by a typed answer, or by thinking of it and looking."""

WAYS: tuple[Way, ...] = get_args(Way)

Mode = Literal["study", "ahead", "cram"]
"""Why a card was asked: because it waited, before its time, or for practice; only the first moves the schedule."""

MODES: tuple[Mode, ...] = get_args(Mode)

Mark = Literal["suspend", "resume", "bury", "unbury", "flag", "unflag", "leech", "reset"]
"""What a learner, or for `leech` the schedule, does to a card besides answering it.

A suspended card is not asked until it is resumed, a buried one not before the next day; a leech is a card that was
forgotten again and again; a reset card is new again.
"""

MARKS: tuple[Mark, ...] = get_args(Mark)

Key = tuple[str, str]
"""Deck id and card id: a card's identity everywhere."""

Day = int
"""A learner's day, counted from 1970-01-01; it begins at four in the morning or when the configuration says."""


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


REVIEW = 2
"""FSRS's state of a card that has left its learning steps."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What the schedule holds of one card: FSRS's state (1 learning, 2 review, 3 relearning) and times in UTC.

    `stability` is in days, `difficulty` runs from 1 to 10, `step` is the learning step, if the card is on one;
    `answers` counts the answers the memory follows from, `lapses` those of a reviewed card that was forgotten.
    """

    due: datetime
    stability: float
    difficulty: float
    state: int
    step: int | None
    last: datetime
    answers: int = 1
    lapses: int = 0

    @property
    def known(self) -> bool:
        """Whether the card has left the first learning step, so that it can be asked without options."""
        return self.state != 1 or bool(self.step)

    @property
    def learned(self) -> bool:
        """Whether the card has left its learning steps, those after it was forgotten too."""
        return self.state == REVIEW


@dataclass(frozen=True, slots=True)
class Marks:
    """How a card stands besides its memory; `buried` is the day it was put off on, if it was."""

    suspended: bool = False
    flagged: bool = False
    leech: bool = False
    buried: Day | None = None

    def waits(self, day: Day) -> bool:
        """Whether the card may be asked on a day."""
        return not self.suspended and (self.buried is None or self.buried < day)


@dataclass(frozen=True, slots=True)
class Review:
    """One answer, as it stays in the history for good: `at` in UTC, `day` the learner's, `duration` in milliseconds."""

    deck: str
    card: str
    at: datetime
    way: Way
    answer: str
    right: bool
    grade: Grade
    duration: int
    mode: Mode = "study"
    day: Day = 0

    @property
    def key(self) -> Key:
        """The identity of the card that was answered."""
        return (self.deck, self.card)
