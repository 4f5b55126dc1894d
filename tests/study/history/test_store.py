"""The history in real files: kept for good, shared by processes, and never blamed on the learner with a traceback."""

from __future__ import annotations

import re
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.errors import QuizError
from quiz.study.history import PACE, History, default_path
from quiz.study.history.checking import Check
from quiz.study.history.entries import Answered
from quiz.study.history.schema import VERSION
from quiz.study.model import Grade, Key, Memory, Review
from quiz.study.scheduling.schedule import Schedule
from quiz.study.sitting import Desk, Sitting
from tests.study.history.histories import MOVES, Move, played
from tests.study.sample_decks import MORNING, deck_of

after = Schedule().after
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
    history.record(REVIEW, after)
    memory = history.memory(REVIEW.key)
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
    for day, card in ((5, "a"), (5, "b"), (6, "a"), (6, "c")):
        history.record(replace(REVIEW, card=card, day=day, at=MORNING + timedelta(days=day)), after)
    history.record(replace(REVIEW, card="d", day=6, mode="cram"), after)

    assert history.begun(5) == {"rivers": 2}
    assert history.begun(6) == {"rivers": 1}
    assert history.reviewed(5) == {}
    assert history.reviewed(6) == {"rivers": 1}
    assert history.answered(6) == {("rivers", "a"), ("rivers", "c")}
    assert ("rivers", "d") in history.answered()
    assert history.memory(("rivers", "d")) is None
    assert history.pace() == pytest.approx((20 * PACE + 5 * 4.2) / 25)
    history.record(replace(REVIEW, duration=10**9), after)
    assert history.pace() == pytest.approx((20 * PACE + 5 * 4.2 + 60) / 26)


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
        database.execute("insert into reviews values (9, 'd', 'c', 1, 'guess', '', 1, 3, 0, 'study', 1, 1)")
    with pytest.raises(sqlite3.IntegrityError):
        database.execute("insert into reviews values (9, 'd', 'c', 'noon', 'typed', '', 1, 3, 0, 'study', 1, 1)")
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
        (broken, "nor any database"),
        (foreign, "name another file"),
        (foreign_of_our_format, "name another file"),
        (newer, "update quiz"),
        (torn, "quiz doctor --mend"),
        (folder, "a history is a file"),
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


def test_a_card_that_leaves_its_deck_keeps_its_history(tmp_path: Path) -> None:
    history, deck = History(tmp_path / "h.db"), deck_of(3)
    sitting = Sitting.over([deck], Desk(history, lambda: MORNING))
    for _ in deck.cards:
        sitting.reply("wrong")
        sitting.next()
    before = history.memories([deck.id])

    less = replace(deck, cards=deck.cards[1:])
    Sitting.over([less], Desk(history, lambda: MORNING + timedelta(days=1))).reply("wrong")
    (again,) = Desk(history, lambda: MORNING + timedelta(days=2)).overview([deck])

    assert len(before) == 3
    assert history.memories([deck.id])[deck.id, deck.cards[0].id] == before[deck.id, deck.cards[0].id]
    assert deck.cards[0] in [item.card for item in again.due]


@settings(max_examples=50)
@given(MOVES)
def test_a_clock_put_back_loses_nothing(moves: list[Move]) -> None:
    history = played(moves)
    entries = list(history.entries())

    assert [entry.clock for entry in entries] == sorted({entry.clock for entry in entries})
    given_ = [move.what for move in moves if isinstance(move.what, Grade)]
    assert [entry.review.grade for entry in entries if isinstance(entry, Answered)] == given_
    assert not list(Check.of(history.database, after, MORNING + timedelta(days=9999), usable=True).findings())
    history.close()


WHOLE = re.compile(
    r"SCAN (reviews|memory|events?|marks)\b|SEARCH (reviews|memory|events?|marks)"
    r"( USING (COVERING )?INDEX (?!\w+_by_clock)\w+)?$"
)
"""How SQLite says that it reads a whole table; it calls the first or last of an index a search of it."""

QUICK = {
    "memories": lambda history: history.memories(["rivers"]),
    "marks": lambda history: history.marks(["rivers"]),
    "begun": lambda history: history.begun(9),
    "reviewed": lambda history: history.reviewed(9),
    "answered": lambda history: history.answered(9),
    "pace": lambda history: history.pace(),
    "weights": lambda history: history.weights(),
    "memory": lambda history: history.memory(("rivers", "r1")),
    "record": lambda history: history.record(REVIEW, after),
    "mark": lambda history: history.mark(("rivers", "r1"), "reset", MORNING, 9, after),
    "undo": lambda history: history.undo_review(1, MORNING, 9, after),
}


@pytest.mark.parametrize("query", QUICK)
def test_no_query_of_a_sitting_reads_the_whole_history(query: str, tmp_path: Path) -> None:
    history = History(tmp_path / "h.db")
    asked: list[str] = []
    history.database._db.set_trace_callback(asked.append)
    QUICK[query](history)
    history.database._db.set_trace_callback(None)

    for statement in asked:
        if statement.lower().startswith(("select", "insert", "delete", "update")):
            for _id, _parent, _, plan in history.database._db.execute(f"explain query plan {statement}"):
                assert not WHOLE.match(plan) or "limit" in statement, statement
