"""The learner's history: every answer for good, in one SQLite file; the one module of studying that knows SQLite."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import cast

import platformdirs

from quiz.errors import QuizError
from quiz.study.model import Grade, Key, Memory, Review, Way

APPLICATION = 0x5155495A
"""SQLite's application id of our file: "QUIZ"."""

VERSION = 1

PATIENCE = 10.0
"""Seconds to wait for another process that is writing."""

PACE = 10.0
"""Seconds an answer takes, until there are answers to tell."""

SCHEMA = """
create table reviews (
    id integer primary key,
    deck text not null check (deck <> ''),
    card text not null check (card <> ''),
    at integer not null,
    way text not null check (way in ('choice', 'typed', 'reveal')),
    answer text not null,
    right integer not null check (right in (0, 1)),
    grade integer not null check (grade between 1 and 4),
    duration integer not null check (duration >= 0)
) strict;
create index reviews_by_card on reviews (deck, card, at);
create trigger reviews_stay before update on reviews begin select raise(abort, 'reviews are never changed'); end;
create trigger reviews_remain before delete on reviews begin select raise(abort, 'reviews are never deleted'); end;
create table memory (
    deck text not null,
    card text not null,
    first integer not null,
    last integer not null,
    due integer not null,
    stability real not null,
    difficulty real not null,
    state integer not null check (state in (1, 2, 3)),
    step integer,
    primary key (deck, card)
) strict, without rowid;
"""
"""`reviews` is what happened; `memory` is reckoned from it, answer by answer in the same transaction.

Times are milliseconds since 1970 in UTC, durations milliseconds.
"""

Step = Callable[[Memory | None, Grade, datetime], Memory]
"""The schedule's step: the memory of a card after one more answer."""


def default_path() -> Path:
    """Where the history lies if no file is named: the platform's folder for data of programs."""
    return platformdirs.user_data_path("quizwright", appauthor=False) / "history.db"


class History:
    """An open history; every method raises QuizError, with the file's path, if the file cannot be used."""

    def __init__(self, path: Path | None = None) -> None:
        """Open the file, or begin a new one."""
        self.path = path or default_path()
        with self._told():
            self._open()

    def _open(self) -> None:
        """Connect to the file; one that cannot be used is closed again."""
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._db = sqlite3.connect(self.path, timeout=PATIENCE, isolation_level=None)
        try:
            self._prepare()
        except BaseException:
            self.close()
            raise

    def _prepare(self) -> None:
        """Make the tables in a new file, and refuse one that is not ours."""
        if self._is_new():
            self._db.execute("pragma journal_mode = wal")
            with self._transaction():
                if self._is_new():
                    self._make_tables()
        if (self._application(), self._version()) != (APPLICATION, VERSION):
            raise self._foreign()

    def _is_new(self) -> bool:
        """Whether nothing was ever written to the file, neither by us nor by anyone else."""
        return not self._version() and not self._db.execute("select 1 from sqlite_master limit 1").fetchone()

    def _make_tables(self) -> None:
        """Make the tables, and mark the file as ours."""
        for statement in _statements(SCHEMA):
            self._db.execute(statement)
        self._db.execute(f"pragma application_id = {APPLICATION}")
        self._db.execute(f"pragma user_version = {VERSION}")

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def record(self, review: Review, step: Step) -> Memory:
        """Keep an answer, and the card's memory after it, in one transaction; it is on disk when this returns."""
        at = _whole(review.at)
        with self._told(), self._transaction():
            memory = step(self._memory(review.key), review.grade, at)
            self._add_review(review)
            self._set_memory(review.key, memory, at)
        return memory

    def _add_review(self, review: Review) -> None:
        """Write an answer."""
        answer = _storable(review.answer)
        self._db.execute(
            "insert into reviews (deck, card, at, way, answer, right, grade, duration) values (?,?,?,?,?,?,?,?)",
            (*review.key, _ms(review.at), review.way, answer, review.right, review.grade, review.duration),
        )

    def _set_memory(self, key: Key, memory: Memory, first: datetime) -> None:
        """Write a card's memory; of one that was answered before, `first` stays as it is."""
        times = (_ms(first), _ms(memory.last), _ms(memory.due))
        self._db.execute(
            "insert into memory values (?,?,?,?,?,?,?,?,?) on conflict do update set last = excluded.last, "
            "due = excluded.due, stability = excluded.stability, difficulty = excluded.difficulty, "
            "state = excluded.state, step = excluded.step",
            (*key, *times, memory.stability, memory.difficulty, memory.state, memory.step),
        )

    def memory(self, key: Key) -> Memory | None:
        """Return what the schedule holds of one card; None if it was never answered."""
        with self._told():
            return self._memory(key)

    def memories(self, decks: Iterable[str]) -> dict[Key, Memory]:
        """Return what the schedule holds of every answered card of some decks."""
        with self._told():
            rows = [
                row
                for deck in decks
                for row in self._db.execute(
                    "select deck, card, due, stability, difficulty, state, step, last from memory where deck = ?",
                    (deck,),
                )
            ]
        return {(row[0], row[1]): _memory(row[2:]) for row in rows}

    def begun(self, since: datetime) -> dict[str, int]:
        """How many cards of each deck were answered for the first time since a moment."""
        with self._told():
            rows = self._db.execute("select deck, count(*) from memory where first >= ? group by deck", (_ms(since),))
            return dict(rows.fetchall())

    def pace(self) -> float:
        """Seconds an answer has taken of late: the mean of the last 200, each counted as a minute at most."""
        with self._told():
            row = self._db.execute(
                "select avg(min(duration, 60000)) from (select duration from reviews order by id desc limit 200)",
            ).fetchone()
        return float(row[0]) / 1000 if row[0] is not None else PACE

    def reviews(self) -> Iterator[Review]:
        """Every answer ever given, oldest first."""
        with self._told():
            for row in self._db.execute(
                "select deck, card, at, way, answer, right, grade, duration from reviews order by id",
            ):
                deck, card, at, way, answer, right, grade, duration = row
                yield Review(deck, card, _moment(at), cast("Way", way), answer, bool(right), Grade(grade), duration)

    def _memory(self, key: Key) -> Memory | None:
        """One card's memory."""
        row = self._db.execute(
            "select due, stability, difficulty, state, step, last from memory where deck = ? and card = ?",
            key,
        ).fetchone()
        return _memory(row) if row else None

    def _version(self) -> int:
        """Return the version of the schema in the file; 0 in a new one."""
        return int(self._db.execute("pragma user_version").fetchone()[0])

    def _application(self) -> int:
        """Return the mark of the program the file is of; 0 in one without."""
        return int(self._db.execute("pragma application_id").fetchone()[0])

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[None]:
        """Do everything within, or nothing; another process waits meanwhile."""
        self._db.execute("begin immediate")
        try:
            yield
        except BaseException:
            self._db.execute("rollback")
            raise
        self._db.execute("commit")

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        """Turn what SQLite and the file system say into a problem at the file."""
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise QuizError.at(str(self.path), f"cannot use the history: {error}", _hint(error)) from error

    def _foreign(self) -> QuizError:
        """Return the error of a file that some other program, or a newer quiz, wrote."""
        if self._application() == APPLICATION:
            message = f"a history of format {self._version()} is newer than this quiz"
            return QuizError.at(str(self.path), message, "update quiz")
        return QuizError.at(str(self.path), "this database is not a history of quiz", "name another file by --history")


def _statements(script: str) -> Iterator[str]:
    """Return the statements of a script, one by one, so that they can stand in one transaction."""
    statement = ""
    for line in script.strip().splitlines():
        statement += line + "\n"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _hint(error: Exception) -> str:
    """Return what to do about a failure."""
    words = str(error)
    if "locked" in words:
        return "another program is using it: close that one and try again"
    if "not a database" in words or "malformed" in words:
        return "move it away and a new one is begun, or name another by --history"
    return "is there room, and may you write there? another place can be named by --history"


def _memory(row: tuple[int, float, float, int, int | None, int]) -> Memory:
    """Return a row of the table of memory as a Memory."""
    due, stability, difficulty, state, step, last = row
    return Memory(_moment(due), stability, difficulty, state, step, _moment(last))


EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def _ms(moment: datetime) -> int:
    """Return a moment as milliseconds since 1970, rounded down."""
    return (moment - EPOCH) // timedelta(milliseconds=1)


def _moment(ms: int) -> datetime:
    """Milliseconds since 1970 as a moment in UTC."""
    return EPOCH + timedelta(milliseconds=ms)


def _whole(moment: datetime) -> datetime:
    """Return a moment in UTC as the history can keep it: to the millisecond."""
    return _moment(_ms(moment))


def _storable(text: str) -> str:
    """Text that SQLite can keep: without halves of surrogate pairs."""
    return text.encode("utf-8", "replace").decode("utf-8")
