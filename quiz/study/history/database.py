"""The history's file: opened, brought up to date with a dated backup before, and every failure said in one line."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import platformdirs

from quiz.study.history.failing import FAILURES, foreign, moved, unusable
from quiz.study.history.schema import APPLICATION, VERSION, prepare

MEMORY = ":memory:"
"""The path of a history that is kept nowhere."""

PATIENCE = 10.0
"""Seconds to wait for another process that is writing."""

SETTINGS = ("synchronous = full", "fullfsync = on", "foreign_keys = on")
"""What holds for our connection: a commit is on the disk, not in its cache, when it returns, whatever SQLite's build
takes for granted; `fullfsync` says so to macOS."""

Value = str | int | float | None
Row = tuple[Value, ...]


def default_path() -> Path:
    """Where the history lies if no file is named: the platform's folder for data of programs."""
    return platformdirs.user_data_path("quizwright", appauthor=False) / "history.db"


class Database:
    """An open file of the history's schema; whatever fails is raised as QuizError, with the file's path."""

    def __init__(self, path: Path | None = None) -> None:
        """Open the file, or begin a new one; one of an older version is migrated, with a backup beside it."""
        self.path = path or default_path()
        with self.told():
            self._open()

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def rows(self, statement: str, values: Sequence[Value] = ()) -> Iterator[Row]:
        """Run a statement and return its rows, one by one."""
        with self.told():
            for row in self._db.execute(statement, values):  # noqa: UP028 (it would close the cursor, too late)
                yield row

    def all(self, statement: str, values: Sequence[Value] = ()) -> list[Row]:
        """Run a statement and return its rows at once, which is quicker."""
        with self.told():
            return self._db.execute(statement, values).fetchall()

    def row(self, statement: str, values: Sequence[Value] = ()) -> Row | None:
        """Run a statement and return its first row, if there is one."""
        with self.told():
            found: Row | None = self._db.execute(statement, values).fetchone()
            return found

    def write(self, statement: str, values: Sequence[Value] = ()) -> int:
        """Run a statement that writes; return the id of the row it added."""
        with self.told():
            return self._db.execute(statement, values).lastrowid or 0

    def back_up(self, why: str) -> Path:
        """Copy the file as it is on disk, without a transaction that is going on, beside itself by day and a word."""
        copy = beside(self.path, why)
        part = copy.with_name(f"{copy.name}.part")
        with self.told():
            part.unlink(missing_ok=True)
            owned(part)
            with (
                contextlib.closing(sqlite3.connect(self.path)) as source,
                contextlib.closing(sqlite3.connect(part)) as target,
            ):
                source.backup(target)
            part.replace(copy)
        return copy

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """Do everything within, or nothing; another process waits meanwhile."""
        with self.told():
            self._db.execute("begin immediate")
            if self._identity() != self._opened:
                self._db.execute("rollback")
                raise moved(self.path)
        try:
            yield
            with self.told():
                self._db.execute("commit")
        except BaseException:
            with contextlib.suppress(*FAILURES):
                self._db.execute("rollback")
            raise

    @contextlib.contextmanager
    def told(self) -> Iterator[None]:
        """Turn what SQLite or the disk says into the one error a user sees, with a hint for the file."""
        try:
            yield
        except FAILURES as error:
            raise unusable(self.path, error) from error

    def _open(self) -> None:
        """Connect to the file, made for its owner's eyes alone; one that cannot be used is closed again."""
        if str(self.path) != MEMORY:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not self.path.exists():
                owned(self.path)
        self._db = sqlite3.connect(self.path, timeout=PATIENCE, isolation_level=None)
        self._opened = self._identity()
        try:
            for setting in SETTINGS:
                self._db.execute(f"pragma {setting}")
            self._prepare()
        except BaseException:
            self.close()
            raise

    def _identity(self) -> tuple[int, int] | None:
        """Return what tells the file from another at its path; None if there is none."""
        try:
            found = self.path.stat()
        except FileNotFoundError:
            return None
        return found.st_dev, found.st_ino

    def _prepare(self) -> None:
        """Bring the tables up to date, and refuse a file that is not ours or newer than we are."""
        if self._is_new():
            self._db.execute("pragma journal_mode = wal")
            self._migrate()
        elif self._application() == APPLICATION and 0 < self._version() < VERSION:
            self.back_up(f"v{self._version()}")
            self._migrate()
        if (self._application(), self._version()) != (APPLICATION, VERSION):
            raise foreign(self.path, self._version() if self._application() == APPLICATION else 0)

    def _migrate(self) -> None:
        """Run the migrations the file lacks, all in one transaction; another process may have done so meanwhile."""
        with self.transaction():
            if self._version() == 0 and not self._is_new():
                raise foreign(self.path, 0)
            prepare(self._db, self._version())

    def _is_new(self) -> bool:
        """Whether nothing was ever written to the file, neither by us nor by anyone else."""
        return not self._version() and not self._db.execute("select 1 from sqlite_master limit 1").fetchone()

    def _version(self) -> int:
        """Return the version of the schema in the file; 0 in a new one."""
        return int(self._db.execute("pragma user_version").fetchone()[0])

    def _application(self) -> int:
        """Return the mark of the program the file is of; 0 in one without."""
        return int(self._db.execute("pragma application_id").fetchone()[0])


def beside(path: Path, why: str) -> Path:
    """Name a copy of a file beside it, by the day and a word; one that is not there yet."""
    name = f"{path.stem}-{datetime.now(UTC).date()}-{why}"
    found, count = path.with_name(name + path.suffix), 1
    while found.exists():
        count += 1
        found = path.with_name(f"{name}-{count}{path.suffix}")
    return found


def owned(path: Path) -> None:
    """Make an empty file that only its owner can read, unless another process has just made it."""
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))


EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def milliseconds(moment: datetime) -> int:
    """Return a moment as milliseconds since 1970, rounded down."""
    return (moment - EPOCH) // timedelta(milliseconds=1)


def moment(ms: int) -> datetime:
    """Milliseconds since 1970 as a moment in UTC."""
    return datetime.fromtimestamp(ms / 1000, UTC)


def storable(text: str) -> str:
    """Text that SQLite can keep: without halves of surrogate pairs."""
    return text.encode("utf-8", "replace").decode("utf-8")
