"""What is told as kept is kept: killed at any moment, two at once, on full disks and in files that go away."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import IO, Any

import pytest

from quiz.errors import QuizError
from quiz.study.history import History, database
from quiz.study.history.checking import Check
from quiz.study.history.entries import Answered, Happened
from quiz.study.model import Grade, Review
from quiz.study.scheduling.schedule import Schedule
from tests.study.sample_decks import MORNING

after = Schedule().after
REVIEW = Review("rivers", "r1", MORNING, "typed", "Tigris", right=True, grade=Grade.GOOD, duration=4200)


@contextmanager
def answering() -> Iterator[tuple[IO[str], IO[str]]]:
    """Start the process that answers; give its input and its output."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.study.answering"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[3],
    )
    assert process.stdin
    assert process.stdout
    yield process.stdin, process.stdout
    process.stdin.close()
    process.wait()
    process.stdout.close()


def rows(path: Path) -> int:
    """Count all that was written to a history, and check that it is sound."""
    with closing(History(path)) as history:
        assert sound(history)
        return sum(1 for _ in history.entries())


def sound(history: History) -> bool:
    """Whether all that is kept beside the answers and events follows from them."""
    return not list(Check.of(history.database, after, MORNING + timedelta(days=9999), usable=True).findings())


def killed(path: Path, times: int) -> None:
    """Kill a process that studies at so many moments; no step that was told as kept may be missing."""
    moments = random.Random(7)
    told = 0
    with answering() as (orders, news):
        for kill in range(1, times + 1):
            orders.write(f"{path}\n")
            orders.flush()
            child = int(news.readline())
            if kill % 2:
                told += news.readline() == "kept\n"
            time.sleep(moments.uniform(0, 0.03))
            os.kill(child, signal.SIGKILL)
            told += sum(1 for _line in iter(news.readline, "end\n"))
            assert told <= rows(path) <= told + kill
    assert told >= times / 2


def test_killed_a_few_times(tmp_path: Path) -> None:
    killed(tmp_path / "h.db", 12)


@pytest.mark.slow
def test_killed_two_hundred_times(tmp_path: Path) -> None:
    killed(tmp_path / "h.db", 200)
    kinds = Counter(type(entry) for entry in History(tmp_path / "h.db").entries())
    assert min(kinds[Answered], kinds[Happened]) > 20


def test_two_processes_at_once(tmp_path: Path) -> None:
    path = tmp_path / "h.db"
    with answering() as one, answering() as other:
        for orders, _news in (one, other):
            orders.write(f"{path}\t70\n")
            orders.flush()
        for _orders, news in (one, other):
            news.readline()
            assert sum(1 for _line in iter(news.readline, "end\n")) == 70

    assert rows(path) == 140


def test_a_history_is_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "new" / "h.db"
    history = History(path)
    history.record(REVIEW, after)

    modes = {file.name: file.stat().st_mode & 0o777 for file in path.parent.iterdir()}
    assert modes == {"h.db": 0o600, "h.db-wal": 0o600, "h.db-shm": 0o600}
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert history.database.back_up("test").stat().st_mode & 0o777 == 0o600


def careless(*arguments: Any, **options: Any) -> sqlite3.Connection:
    """Connect as a build of SQLite does that does not wait for the disk."""
    connection: sqlite3.Connection = CONNECT(*arguments, **options)
    for setting in ("synchronous = off", "fullfsync = off", "foreign_keys = off"):
        connection.execute(f"pragma {setting}")
    return connection


CONNECT = sqlite3.connect


def test_an_answer_is_on_the_disk_when_it_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite3, "connect", careless)
    history = History(tmp_path / "h.db")

    assert history.database.row("pragma synchronous") == (2,)
    assert history.database.row("pragma fullfsync") == (1,)
    assert history.database.row("pragma foreign_keys") == (1,)
    history.record(REVIEW, after)
    for name in ("h.db", "h.db-wal"):  # as a power cut leaves them, without the shared memory
        shutil.copy(tmp_path / name, tmp_path / name.replace("h", "cut"))
    assert list(History(tmp_path / "cut.db").reviews()) == [REVIEW]


@pytest.mark.parametrize("wrong", [os.unlink, lambda path: path.rename(f"{path}.old")], ids=["deleted", "moved"])
def test_a_history_that_goes_away_while_it_is_in_use(wrong: Callable[[Path], None], tmp_path: Path) -> None:
    path = tmp_path / "h.db"
    history = History(path)
    history.record(REVIEW, after)
    wrong(path)
    with pytest.raises(QuizError, match="was moved or deleted while it was in use"):
        history.record(REVIEW, after)
    History(path)
    with pytest.raises(QuizError, match="what you answer now would be lost"):
        history.mark(REVIEW.key, "flag", MORNING, 1, after)


def test_a_history_that_another_program_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "PATIENCE", 0.1)
    history = History(tmp_path / "h.db")
    with closing(sqlite3.connect(tmp_path / "h.db", isolation_level=None)) as other:
        other.execute("begin exclusive")
        with pytest.raises(QuizError, match="another program is using it: close that one and try again"):
            history.record(REVIEW, after)
    history.record(REVIEW, after)
    assert len(list(history.reviews())) == 1


def test_a_folder_is_said_to_be_one(tmp_path: Path) -> None:
    with pytest.raises(QuizError, match="this is a folder, and a history is a file"):
        History(tmp_path)


def test_a_full_disk_keeps_what_was_told_as_kept(tmp_path: Path) -> None:
    History(tmp_path / "h.db").close()
    ended = subprocess.run(
        [sys.executable, "-c", FULL, tmp_path / "h.db"],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[3],
    )

    assert "is there room" in ended.stdout, ended.stderr
    assert rows(tmp_path / "h.db") == ended.stdout.count("kept") > 5


FULL = """
import resource, sys
from dataclasses import replace
from pathlib import Path
from tests.study.history.test_durability import REVIEW, History, QuizError, after
history = History(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
try:
    while True:
        history.record(replace(REVIEW, answer="x" * 5000), after)
        print("kept")
except QuizError as error:
    print(error)
"""


def test_a_place_that_cannot_be_written() -> None:
    if sys.platform == "linux":
        with pytest.raises(QuizError, match="may you write there"):
            History(Path("/proc/history.db"))
