"""A history of an older version is brought up to date, with a backup before, and nothing in it is lost."""

from __future__ import annotations

import contextlib
import sqlite3
from datetime import timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from quiz.study.history import History
from quiz.study.history.database import milliseconds
from quiz.study.history.schema import APPLICATION, REVIEWS, VERSION, lapses_of
from quiz.study.model import Grade, Marks, Review
from quiz.study.scheduling.days import day_of
from quiz.study.scheduling.schedule import Schedule
from tests.study.sample_decks import MORNING

KEY = ("rivers", "r1")


def first_version(path: Path) -> None:
    """Write a history as the first version of the program kept it."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.executescript(REVIEWS)
        for hours in (0, 30):
            at = milliseconds(MORNING + timedelta(hours=hours))
            row = (*KEY, at, "typed", "Tigris", 1, 3, 4200)
            columns = "deck, card, at, way, answer, right, grade, duration"
            database.execute(f"insert into reviews ({columns}) values (?,?,?,?,?,?,?,?)", row)
        first, last = milliseconds(MORNING), milliseconds(MORNING + timedelta(hours=30))
        due = milliseconds(MORNING + timedelta(days=9))
        database.execute("insert into memory values (?,?,?,?,?,3.5,5.0,2,null)", (*KEY, first, last, due))
        database.execute(f"pragma application_id = {APPLICATION}")
        database.execute("pragma user_version = 1")


def test_a_history_of_the_first_version_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    first_version(path)

    history = History(path)

    assert [review.answer for review in history.reviews()] == ["Tigris", "Tigris"]
    assert [review.day for review in history.reviews()] == [day_of(MORNING), day_of(MORNING) + 1]
    memory = history.memory(KEY)
    assert memory
    assert (memory.stability, memory.answers, memory.lapses) == (3.5, 2, 0)
    history.record(Review(*KEY, MORNING, "typed", "no", right=False, grade=Grade.AGAIN, duration=1), Schedule().after)
    history.mark(KEY, "flag", MORNING, 1, Schedule().after)
    assert history.marks(["rivers"]) == {KEY: Marks(flagged=True)}


def test_a_backup_is_kept_of_every_version_that_was_migrated(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    first_version(path)

    History(path)

    (backup,) = tmp_path.glob("history-*-v1.db")
    with contextlib.closing(sqlite3.connect(backup)) as database:
        assert database.execute("select count(*) from reviews").fetchone() == (2,)
        assert database.execute("pragma user_version").fetchone() == (1,)
    History(path)
    assert len(list(tmp_path.glob("*.db"))) == 2


@given(st.lists(st.tuples(st.sampled_from(Grade), st.integers(0, 4000)), min_size=1, max_size=20))
def test_lapses_are_counted_as_version_1_knew_them(answers: list[tuple[Grade, int]]) -> None:
    after, memory, at = Schedule().after, None, MORNING
    for grade, minutes in answers:
        at += timedelta(minutes=minutes)
        memory = after(memory, grade, at)

    assert memory
    assert lapses_of("".join(str(int(grade)) for grade, _minutes in answers)) == memory.lapses


def test_lapses_and_order_of_a_migrated_history(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    first_version(path)
    columns = "deck, card, at, way, answer, right, grade, duration"
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as database:
        for hours, grade in ((31, 1), (2, 3)):  # the clock was put back
            row = (*KEY, milliseconds(MORNING + timedelta(hours=hours)), "typed", "", 1, grade, 1)
            database.execute(f"insert into reviews ({columns}) values (?,?,?,?,?,?,?,?)", row)

    history = History(path)

    assert [review.grade for review in history.reviews()] == [3, 3, 1, 3]
    clocks = [entry.clock for entry in history.entries()]
    assert clocks == sorted(set(clocks))
    assert clocks[:3] == [milliseconds(MORNING + timedelta(hours=hours)) for hours in (0, 30, 31)]
    memory = history.memory(KEY)
    assert memory
    assert (memory.answers, memory.lapses) == (4, 1)
    assert history.begun(day_of(MORNING)) == {"rivers": 1}


def test_a_migrated_history_has_the_tables_of_a_new_one(tmp_path: Path) -> None:
    first_version(tmp_path / "old.db")
    schemas = []
    for name in ("old.db", "new.db"):
        History(tmp_path / name).close()
        with contextlib.closing(sqlite3.connect(tmp_path / name)) as database:
            schemas.append(sorted(database.execute("select type, name, sql from sqlite_master").fetchall(), key=str))
            assert database.execute("pragma user_version").fetchone() == (VERSION,)
    assert schemas[0] == schemas[1]
