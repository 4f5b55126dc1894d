"""A history whose bytes were torn: `quiz doctor` says so, and saves every answer that can be found."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from quiz.errors import QuizError
from quiz.study.history import History
from quiz.study.history.exams import Exams
from quiz.study.history.torn import damage
from quiz.study.model import Grade, Review
from quiz.study.scheduling.schedule import Schedule
from quiz.verbs.doctor import doctor
from quiz.verbs.failure import ERROR, OK
from tests.conftest import Run
from tests.study.history.test_migration import first_version
from tests.verbs.test_doctor import harm

STEP = Schedule().after
BEGUN = datetime(2020, 1, 5, 9, tzinfo=UTC)
ANSWERS = 240


def scrambled(data: bytearray) -> None:
    data[4096:] = bytes(b ^ 0x5A for b in data[4096:])


def beheaded(data: bytearray) -> None:
    data[:4096] = bytes(4096)


def uprooted(data: bytearray) -> None:
    data[4096:8192] = bytes(4096)


def docked(data: bytearray) -> None:
    del data[len(data) * 4 // 5 :]


def emptied(data: bytearray) -> None:
    page = bytes(4096)
    middle = len(data) // 8192 * 4096
    data[middle : middle + 4096] = page


def renamed(data: bytearray) -> None:
    data[:] = data.replace(b"reviews_stay", b"reviews_stat")


@pytest.mark.parametrize(
    ("tear", "least"),
    [(scrambled, 0), (beheaded, 225), (uprooted, 225), (docked, 60), (emptied, 200), (renamed, ANSWERS - 1)],
)
def test_a_torn_file_is_saved_row_by_row(run: Run, path: Path, tear: Callable[[bytearray], None], least: int) -> None:
    data = bytearray(path.read_bytes())
    tear(data)
    path.write_bytes(data)

    found = run("doctor", "--history", path)
    assert found.status == 1
    assert path.read_bytes() == bytes(data)
    mended = run("doctor", "--history", path, "--mend")

    assert mended.status == 0
    (aside,) = path.parent.glob("h-*-torn.db")
    assert aside.read_bytes() == bytes(data)
    assert (run("doctor", "--history", path).out, path.stat().st_mode & 0o777) == ("", 0o600)
    with closing(History(path)) as history:
        kept = Exams(history.database).unfinished()
        assert kept or tear in (scrambled, docked, emptied)
        saved = len(list(history.reviews()))
        (gone,) = history.database.row("select coalesce(max(id), 0) - count(*) from reviews") or (0,)
        history.record(Review("d", "c1", BEGUN, "typed", "x", right=True, grade=Grade.GOOD, duration=1), STEP)
    assert saved >= least
    told = re.search(r"; ([\d,]+) answers? at least (?:is|are) lost", mended.out)
    assert (int(told[1]) if told else 0) == gone
    assert (", for none could be read" in mended.out) == (saved == 0)


def test_what_stands_in_the_log_alone_is_saved(run: Run, tmp_path: Path) -> None:
    history = History(tmp_path / "h.db")
    for n in range(9):
        history.record(Review("d", f"c{n}", BEGUN, "typed", "x", right=True, grade=Grade.GOOD, duration=1), STEP)
    (tmp_path / "torn.db").write_bytes(b"\x55" * 100 + (tmp_path / "h.db").read_bytes()[100:])
    shutil.copy(tmp_path / "h.db-wal", tmp_path / "torn.db-wal")

    assert run("doctor", "--history", "torn.db", "--mend").status == 0

    with closing(History(tmp_path / "torn.db")) as saved:
        assert len(list(saved.reviews())) == 9
        assert saved.memories(["d"]) == history.memories(["d"])


def test_a_file_of_the_first_version_is_saved_too(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "h.db"
    first_version(path)
    harm(path, "drop index reviews_by_card")

    ended = run("doctor", "--history", path, "--mend")

    assert ended.status == 0
    assert "the index reviews_by_card is missing or changed" in ended.out
    with closing(History(path)) as history:
        assert len(list(history.reviews())) == 2


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 10**9), st.integers(1, 255)), min_size=1, max_size=30))
@example([(18, 1)])
def test_whatever_bytes_it_holds_it_is_mended_or_refused(
    whole: Path, tmp_path: Path, flips: list[tuple[int, int]]
) -> None:
    path = tmp_path / "torn" / "h.db"
    shutil.rmtree(path.parent, ignore_errors=True)
    path.parent.mkdir()
    data = bytearray(whole.read_bytes())
    for place, mask in flips:
        data[place % len(data)] ^= mask
    path.write_bytes(data)

    mended_or_refused(path)


def mended_or_refused(path: Path) -> None:
    """Let a history be mended; it is sound then, unless it is refused as another program's or a newer quiz's."""
    try:
        damage(path)
    except QuizError as error:
        refused = str(error)
        assert "is not a history" in refused or "is newer" in refused
        return
    if doctor((), path) == ERROR:
        assert doctor((), path, mend=True) == OK
    assert doctor((), path) == OK
    with closing(History(path)) as history:
        history.record(Review("d", "n", BEGUN, "typed", "x", right=True, grade=Grade.GOOD, duration=1), STEP)
        assert history.memory(("d", "n"))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(300))
def test_torn_in_many_ways(whole: Path, tmp_path: Path, seed: int) -> None:
    dice, data = random.Random(seed), bytearray(whole.read_bytes())
    for _ in range(dice.randrange(1, 200)):
        data[dice.randrange(len(data))] = dice.randrange(256)
    (tmp_path / "h.db").write_bytes(data)

    mended_or_refused(tmp_path / "h.db")
