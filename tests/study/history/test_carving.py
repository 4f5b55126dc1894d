"""Rows found in the bytes of a file alone: all of a whole one, however long, and never an error of a torn one."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz.study.exams.attempt import Attempt
from quiz.study.history import History
from quiz.study.history.carving import carved
from quiz.study.model import Grade, Review
from tests.study.exams.papers import paper_of
from tests.study.history.histories import STEP
from tests.study.history.test_exchange import PUBLISHED
from tests.study.history.test_migration import first_version
from tests.study.sample_decks import MORNING

TABLES = ("reviews", "events", "weights", "exams", "exam_events")


@pytest.mark.parametrize("length", [0, 1, 3900, 4000, 4061, 4100, 8000, 100_000])
def test_all_rows_of_a_whole_file_are_found(length: int, tmp_path: Path) -> None:
    path = tmp_path / "h.db"
    with closing(History(path)) as history:
        for number in range(150):
            answer = "ü" * (length // 2) if number == 70 else "x" * number
            at = MORNING + timedelta(days=number)
            grade = Grade(1 + number % 4)
            history.record(Review("d", f"c{number % 9}", at, "typed", answer, True, grade, number, day=number), STEP)  # noqa: FBT003
        history.mark(("d", "c1"), "flag", MORNING, 3, STEP)
        history.undo_review(5, MORNING, 3, STEP)
        history.undo_event(1, MORNING, 3, STEP)
        history.keep_weights(PUBLISHED, 5, MORNING)
        attempt = Attempt.begin(paper_of(), history, lambda: MORNING)
        attempt.reply("Ünstrut" * length)

    found = carved(path.read_bytes())

    with closing(sqlite3.connect(path)) as database:
        for table in TABLES:
            rows = database.execute(f"select * from {table}").fetchall()
            assert found[table] == {row[0]: row for row in rows}


def test_all_rows_of_the_first_version_are_found(tmp_path: Path) -> None:
    first_version(tmp_path / "h.db")

    found = carved((tmp_path / "h.db").read_bytes())

    assert {number: row[1:3] for number, row in found["reviews of version 1"].items()} == {
        1: ("rivers", "r1"),
        2: ("rivers", "r1"),
    }


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300), st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), max_size=40))
def test_no_bytes_are_too_strange(tmp_path: Path, junk: bytes, flips: list[tuple[int, int]]) -> None:
    path = tmp_path / "h.db"
    if not path.exists():
        with closing(History(path)) as history:
            for number in range(40):
                review = Review(
                    "d", "c", MORNING, "typed", "x" * 150 * number, right=True, grade=Grade.GOOD, duration=1
                )
                history.record(review, STEP)
    data = bytearray(path.read_bytes())
    for place, value in flips:
        data[place % len(data)] = value

    assert set(carved(bytes(data)) | carved(junk) | carved(b"\x0d" * 500 + junk)) >= set(TABLES)
