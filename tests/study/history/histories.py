"""Histories as learners leave them: any steps, with a clock that may be put back, and what follows from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import strategies as st

from quiz.study.history import History
from quiz.study.model import MARKS, MODES, Grade, Key, Mark, Marks, Memory, Mode, Review
from quiz.study.scheduling.days import day_of
from quiz.study.scheduling.schedule import Schedule
from tests.study.sample_decks import MORNING

STEP = Schedule().after
CARDS = ("a", "b")
DECK = "rivers"


@dataclass(frozen=True, slots=True)
class Move:
    """One step: what is done, to which card, and how many minutes after the one before, which may be negative."""

    what: Grade | Mark | None
    card: str
    minutes: int
    mode: Mode = "study"


MOVES = st.lists(
    st.builds(
        Move,
        st.one_of(st.sampled_from(Grade), st.sampled_from(MARKS), st.none()),
        st.sampled_from(CARDS),
        st.integers(-3000, 6000),
        st.sampled_from(MODES),
    ),
    max_size=12,
)
"""Steps; None takes back the last one that was not yet."""


def play(history: History, moves: Sequence[Move], start: datetime = MORNING) -> None:
    """Take steps in a history."""
    at, done = start, list[tuple[bool, int]]()
    for number, move in enumerate(moves):
        at += timedelta(minutes=move.minutes)
        key, day = (DECK, move.card), day_of(at)
        if move.what is None:
            if done:
                answered, last = done.pop()
                (history.undo_review if answered else history.undo_event)(last, at, day, STEP)
        elif isinstance(move.what, Grade):
            good = move.what > Grade.AGAIN
            review = Review(*key, at, "typed", f"answer {number}\n", good, move.what, number, move.mode, day)
            done.append((True, history.record(review, STEP)))
        else:
            done.append((False, history.mark(key, move.what, at, day, STEP)))


def played(moves: Sequence[Move], path: Path = Path(":memory:"), start: datetime = MORNING) -> History:
    """Begin a history and take steps in it."""
    history = History(path)
    play(history, moves, start)
    return history


def standing(history: History) -> tuple[dict[Key, Memory], dict[Key, Marks], list[Review]]:
    """Return all that follows from a history, and the answers that were not taken back."""
    return history.memories([DECK]), history.marks([DECK]), list(history.reviews())
