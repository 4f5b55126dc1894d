"""The history in real files: kept for good, shared by processes, and never blamed on the learner with a traceback."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import IO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.errors import QuizError
from quiz.study.history import PACE, VERSION, History, default_path
from quiz.study.model import Grade, Key, Memory, Review
from quiz.study.schedule import after
from tests.study.sample_decks import MORNING

REVIEW = Review("rivers", "r1", MORNING, "typed", "Tigris", right=True, grade=Grade.GOOD, duration=4200)


def replayed(reviews: Iterator[Review]) -> dict[Key, Memory]:
    """Reckon every card's memory from the answers alone."""
    memories: dict[Key, Memory] = {}
    for review in reviews:
        memories[review.key] = after(memories.get(review.key), review.grade, review.at)
    return memories


def check(history: History) -> int:
    """Hold the reckoned memory against the kept one; return how many answers there are."""
    kept = history.memories(["rivers", "d"])
    wanted = replayed(history.reviews())
    assert kept.keys() == wanted.keys()
    for key, memory in kept.items():
        assert replace(memory, due=wanted[key].due) == wanted[key]
        assert abs(memory.due - wanted[key].due) < timedelta(milliseconds=1)
    return sum(1 for _ in history.reviews())


def test_an_answer_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "history.db"
    history = History(path)
    memory = history.record(REVIEW, after)
    history.close()

    again = History(path)
    assert list(again.reviews()) == [REVIEW]
    assert again.memory(REVIEW.key) == memory
    assert again.memories(["rivers"]) == {REVIEW.key: memory}
    assert again.memories(["lakes"]) == {}
    assert again.memory(("rivers", "r2")) is None
    assert check(again) == 1


@given(
    st.lists(
        st.builds(
            Review,
            st.just("rivers"),
            st.sampled_from("abc"),
            st.integers(0, 10**6).map(lambda minutes: MORNING + timedelta(minutes=minutes)),
            st.sampled_from(["choice", "typed", "reveal"]),
            st.text(),
            st.booleans(),
            st.sampled_from(Grade),
            st.integers(0, 10**7),
        ),
        max_size=20,
    ),
)
def test_the_memory_follows_from_the_answers(reviews: list[Review]) -> None:
    history = History(Path(":memory:"))
    for review in reviews:
        history.record(review, after)

    assert list(history.reviews()) == reviews
    assert check(history) == len(reviews)
    history.close()


def test_counts(tmp_path: Path) -> None:
    history = History(tmp_path / "h.db")
    assert history.pace() == PACE
    for hours, card in ((0, "a"), (1, "b"), (30, "a"), (31, "c")):
        history.record(replace(REVIEW, card=card, at=MORNING + timedelta(hours=hours)), after)

    assert history.begun(MORNING) == {"rivers": 3}
    assert history.begun(MORNING + timedelta(hours=24)) == {"rivers": 1}
    assert history.pace() == 4.2
    history.record(replace(REVIEW, duration=10**9), after)
    assert history.pace() == (4 * 4.2 + 60) / 5


def test_text_that_no_file_can_hold(tmp_path: Path) -> None:
    history = History(tmp_path / "h.db")
    history.record(replace(REVIEW, answer="a\x00b\ud800"), after)

    assert next(history.reviews()).answer == "a\x00b?"


def test_reviews_are_never_changed_nor_deleted(tmp_path: Path) -> None:
    History(tmp_path / "h.db").record(REVIEW, after)
    database = sqlite3.connect(tmp_path / "h.db")

    for statement in ("update reviews set grade = 4", "delete from reviews"):
        with pytest.raises(sqlite3.IntegrityError, match="never"):
            database.execute(statement)
    with pytest.raises(sqlite3.IntegrityError):
        database.execute("insert into reviews values (9, 'd', 'c', 1, 'guess', '', 1, 3, 0)")
    with pytest.raises(sqlite3.IntegrityError):
        database.execute("insert into reviews values (9, 'd', 'c', 'noon', 'typed', '', 1, 3, 0)")
    assert database.execute("pragma journal_mode").fetchone() == ("wal",)
    database.close()


def test_nothing_of_an_answer_is_kept_if_its_schedule_fails(tmp_path: Path) -> None:
    history = History(tmp_path / "h.db")

    def failing(*_: object) -> Memory:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        history.record(REVIEW, failing)
    assert check(history) == 0
    history.record(REVIEW, after)
    assert check(history) == 1


def broken(path: Path) -> None:
    path.write_bytes(b"this is no database, " * 500)


def foreign(path: Path) -> None:
    with sqlite3.connect(path) as database:
        database.execute("create table notes (id)")
    database.close()


def foreign_of_our_format(path: Path) -> None:
    foreign(path)
    with sqlite3.connect(path) as database:
        database.execute(f"pragma user_version = {VERSION}")
    database.close()


def newer(path: Path) -> None:
    History(path).close()
    with sqlite3.connect(path) as database:
        database.execute(f"pragma user_version = {VERSION + 1}")
    database.close()


def torn(path: Path) -> None:
    history = History(path)
    for number in range(200):
        history.record(replace(REVIEW, card=f"{number}"), after)
    history.close()
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\x55" * (len(whole) - 4096))


def folder(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize(
    ("spoil", "hint"),
    [
        (broken, "move it away"),
        (foreign, "name another file"),
        (foreign_of_our_format, "name another file"),
        (newer, "update quiz"),
        (torn, "move it away"),
        (folder, "may you write there"),
    ],
)
def test_a_file_that_cannot_be_used(spoil: object, hint: str, tmp_path: Path) -> None:
    path = tmp_path / "h.db"
    assert callable(spoil)
    spoil(path)
    before = path.read_bytes() if path.is_file() else b""

    with pytest.raises(QuizError, match=hint) as error:
        History(path).memories(["rivers"])

    assert str(error.value).startswith(f"{path}: ")
    assert "\n" not in str(error.value)
    assert not path.is_file() or path.read_bytes() == before


def test_the_folder_of_data_is_the_platforms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    if sys.platform == "linux":
        assert default_path() == tmp_path / "quizwright" / "history.db"


@contextmanager
def answering() -> Iterator[tuple[IO[str], IO[str]]]:
    """Start the process that answers; give its input and its output."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.study.answering"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert process.stdin
    assert process.stdout
    yield process.stdin, process.stdout
    process.stdin.close()
    process.wait()
    process.stdout.close()


def killed(path: Path, times: int) -> None:
    """Kill a process that answers at so many moments; no answer that was told as kept may be missing."""
    moments = random.Random(7)
    told = 0
    with answering() as (orders, news):
        for kill in range(1, times + 1):
            orders.write(f"{path}\n")
            orders.flush()
            child = int(news.readline())
            if kill % 2:
                told += news.readline() == "kept\n"
            time.sleep(moments.uniform(0, 0.01))
            os.kill(child, signal.SIGKILL)
            told += sum(1 for _line in iter(news.readline, "end\n"))
            kept = sum(1 for _ in History(path).reviews())
            assert told <= kept <= told + kill
    assert told > times / 2
    history = History(path)
    assert check(history) >= told
    history.close()


def test_killed_a_few_times(tmp_path: Path) -> None:
    killed(tmp_path / "h.db", 12)


@pytest.mark.slow
def test_killed_two_hundred_times(tmp_path: Path) -> None:
    killed(tmp_path / "h.db", 200)


def test_two_processes_at_once(tmp_path: Path) -> None:
    path = tmp_path / "h.db"
    with answering() as one, answering() as other:
        for orders, _news in (one, other):
            orders.write(f"{path}\t150\n")
            orders.flush()
        for _orders, news in (one, other):
            news.readline()
            assert sum(1 for _line in iter(news.readline, "end\n")) == 150

    assert check(History(path)) == 300
