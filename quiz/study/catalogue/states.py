"""How a card stands, in one word and as a set of all that holds of it."""

from __future__ import annotations

from dataclasses import dataclass

from quiz.study.history.lately import Brief
from quiz.study.model import Day, Marks

State = int
"""A set of the states below, each a bit: a card may be in review, due and flagged at once."""

NAMES = ("new", "learning", "review", "due", "buried", "suspended", "leech", "flagged")
"""The states, from the least telling to the most; of the last two only `leech` says more than `suspended`."""

NEW, LEARNING, REVIEW, DUE, BURIED, SUSPENDED, LEECH, FLAGGED = (1 << bit for bit in range(len(NAMES)))

SIGNS = {"new": "○", "learning": "◔", "review": "✓", "due": "●", "buried": "…", "suspended": "‖", "leech": "!"}
"""A sign for each word, for those who look before they read."""

IN_REVIEW = 2
"""FSRS's state of a card that has left its learning steps."""


@dataclass(frozen=True, slots=True)
class Moment:
    """The time by which cards are due or not: now and the end of the day, in milliseconds since 1970, and the day."""

    now: int
    evening: int
    day: Day


def state(brief: Brief | None, marks: Marks | None, at: Moment) -> State:
    """Return all that holds of a card at a moment."""
    found = NEW
    if brief is not None:
        due, phase, step = brief
        found = REVIEW if phase == IN_REVIEW else LEARNING
        if due <= at.now or (step is None and due < at.evening):
            found |= DUE
    if marks is None:
        return found
    if not marks.waits(at.day):
        found = found & ~DUE | (SUSPENDED if marks.suspended else BURIED)
    return found | (LEECH if marks.leech else 0) | (FLAGGED if marks.flagged else 0)


def word(found: State) -> str:
    """Return the one word that says most of how a card stands."""
    return next(name for bit, name in reversed(list(enumerate(NAMES[:-1]))) if found >> bit & 1)


def named(beginning: str) -> State:
    """Return the set of states whose name begins so."""
    return sum(1 << bit for bit, name in enumerate(NAMES) if name.startswith(beginning))
