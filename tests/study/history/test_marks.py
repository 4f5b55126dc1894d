"""What is done to cards besides answering: kept for good, taken back without a trace in what follows from it."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.study.history import History, Undone
from quiz.study.model import MARKS, Grade, Mark, Marks, Review
from quiz.study.scheduling.schedule import Schedule
from tests.study.sample_decks import MORNING

STEP = Schedule().after
KEY = ("rivers", "r1")
REVIEW = Review(*KEY, MORNING, "typed", "Tigris", right=True, grade=Grade.GOOD, duration=4200)
SOON = MORNING + timedelta(minutes=5)


def test_a_mark_is_kept_and_taken_back(tmp_path: Path) -> None:
    history = History(tmp_path / "h.db")
    suspended = history.mark(KEY, "suspend", MORNING, 9, STEP)
    flagged = history.mark(KEY, "flag", MORNING, 9, STEP)
    assert history.marks(["rivers"]) == {KEY: Marks(suspended=True, flagged=True)}

    assert history.undo_event(suspended, MORNING, 9, STEP) == Undone(KEY, "suspend")
    assert history.undo_event(suspended, MORNING, 9, STEP) is None
    assert history.marks(["rivers"]) == {KEY: Marks(flagged=True)}
    history.undo_event(flagged, MORNING, 9, STEP)
    assert history.marks(["rivers"]) == {}
    assert history.marks(["lakes"]) == {}


def test_a_reset_card_is_new_and_keeps_its_answers(tmp_path: Path) -> None:
    history = History(tmp_path / "h.db")
    history.record(REVIEW, STEP)
    before = history.memory(KEY)
    reset = history.mark(KEY, "reset", MORNING, 9, STEP)

    assert history.memory(KEY) is None
    assert len(list(history.reviews())) == 1
    history.record(replace(REVIEW, at=SOON), STEP)
    again = history.memory(KEY)
    assert again
    assert again.answers == 1
    history.undo_event(reset, MORNING, 9, STEP)
    undone = history.memory(KEY)
    assert before
    assert undone == STEP(before, Grade.GOOD, SOON)


def test_an_answer_taken_back_stays_in_the_file(tmp_path: Path) -> None:
    history = History(tmp_path / "h.db")
    number = history.record(REVIEW, STEP)

    assert history.undo_review(number, SOON, 9, STEP) == Undone(KEY)
    assert history.undo_review(number, SOON, 9, STEP) is None
    assert history.memory(KEY) is None
    assert list(history.reviews()) == []
    assert history.answered(0) == set()
    with sqlite3.connect(tmp_path / "h.db") as database:
        assert database.execute("select count(*) from reviews").fetchone() == (1,)
        for statement in ("update events set what = 'flag'", "delete from events"):
            with pytest.raises(sqlite3.IntegrityError, match="never"):
                database.execute(statement)
    database.close()


@given(
    st.lists(st.one_of(st.sampled_from(Grade), st.sampled_from(MARKS)), max_size=8),
    st.lists(st.one_of(st.sampled_from(Grade), st.sampled_from(MARKS)), min_size=1, max_size=8),
)
def test_undoing_is_as_if_it_had_never_been(kept: list[Grade | Mark], undone: list[Grade | Mark]) -> None:
    history = History(Path(":memory:"))

    def do(step: Grade | Mark, minute: int) -> tuple[bool, int]:
        at = MORNING + timedelta(minutes=minute)
        if isinstance(step, Grade):
            return True, history.record(replace(REVIEW, grade=step, at=at), STEP)
        return False, history.mark(KEY, step, at, minute, STEP)

    for minute, step in enumerate(kept):
        do(step, minute)
    before = (history.memory(KEY), history.marks(["rivers"]), list(history.reviews()))
    numbers = [do(step, minute) for minute, step in enumerate(undone, len(kept))]
    for answered, number in reversed(numbers):
        (history.undo_review if answered else history.undo_event)(number, SOON, 9, STEP)

    assert (history.memory(KEY), history.marks(["rivers"]), list(history.reviews())) == before
    history.close()


def test_weights_are_kept_and_the_last_hold(tmp_path: Path) -> None:
    history = History(tmp_path / "h.db")
    assert history.weights() == ()
    history.keep_weights((0.1, 2.5), 700, MORNING)
    history.keep_weights((0.2, 2.5), 900, MORNING)
    assert history.weights() == (0.2, 2.5)
