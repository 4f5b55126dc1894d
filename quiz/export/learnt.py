"""What a learner knows of a card, in the plain values that an exporter needs; the verbs make them of the history."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Phase = Literal["new", "learning", "review", "relearning"]


@dataclass(frozen=True, slots=True)
class Given:
    """An answer that moved the schedule: when, in epoch milliseconds, its grade from 1 to 4, and what came of it.

    `duration` is in milliseconds, `phase` what the card was before it (new, learning, review or relearning), `wait` the
    seconds until it was due again, and `difficulty` that of its memory after it, from 1 to 10.
    """

    at: int
    grade: int
    duration: int
    phase: Phase
    wait: int
    difficulty: float


@dataclass(frozen=True, slots=True)
class Learnt:
    """What a learner knows of one card: the answers, oldest first, and the memory they left; none of a new card.

    `stability` is in days and `retention` the share of cards wanted known; `due` is in epoch seconds, `day` the
    learner's day of it counted from 1970, and `steps` how many learning steps are left.
    """

    given: tuple[Given, ...]
    phase: Phase
    stability: float
    difficulty: float
    retention: float
    due: int
    day: int
    steps: int = 0
    lapses: int = 0
    suspended: bool = False
    flagged: bool = False
