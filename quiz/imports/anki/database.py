"""A stranger's SQLite file, opened to be read and for nothing else: no views, no functions, no endless statements."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from quiz.errors import QuizError

LONGEST = 64 * 2**20
"""Bytes of the longest field, and of the longest row."""

SECONDS = 120
"""How long all reading of one file may take; a collection of a million notes takes half a minute."""

STEPS = 20_000
"""Steps of SQLite's machine between two looks at the clock."""

BATCH = 100
MAGIC = b"SQLite format 3\0"
WAL_BYTES = 18
TABLES = ("cards", "col", "decks", "fields", "notes", "notetypes", "revlog", "templates")

READ = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ})
HINT = "in Anki, run Check Database and export it again"

Row = Sequence[Any]


class Database:
    """An open database; QuizError, naming the package, for whatever is wrong with it."""

    def __init__(self, path: Path, name: str, seconds: float = SECONDS) -> None:
        """Open a file of our own, unpacked from the package called `name`."""
        self._name, self._until = name, time.monotonic() + seconds
        self._settle(path)
        with self._named():
            self._connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        self._connection.text_factory = _decoded
        try:
            with self._named():
                self._guard()
                self._tables = {name for name in TABLES if self._plain(name)}
                self._connection.set_authorizer(_only_reading)
        except QuizError:
            self.close()
            raise

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def __contains__(self, table: str) -> bool:
        """Whether there is a plain table of this name: no view, none that a module makes up, no column reckoned."""
        return table in self._tables

    def rows(self, table: str, columns: str, rest: str = "") -> Iterator[Row]:
        """Read columns of a table row by row."""
        if table not in self:
            raise QuizError.at(self._name, f"its database has no table `{table}`", HINT)
        with self._named():
            cursor = self._connection.execute(f"SELECT {columns} FROM {table} {rest}")  # noqa: S608 - our own words
            while batch := cursor.fetchmany(BATCH):
                yield from batch

    def has(self, table: str, column: str) -> bool:
        """Whether there is a table with a column."""
        if table not in self:
            return False
        with self._named():
            found = self._connection.execute(f"SELECT * FROM {table} LIMIT 0")  # noqa: S608 - our own words
        return column in {name for name, *_ in found.description}

    def _settle(self, path: Path) -> None:
        """Turn off write-ahead logging, in which Anki leaves its files and which nothing that only reads can open."""
        with path.open("r+b") as file:
            if file.read(len(MAGIC)) != MAGIC:
                raise QuizError.at(self._name, "its collection is no database", HINT)
            file.seek(WAL_BYTES)
            file.write(b"\1\1")

    def _guard(self) -> None:
        """Set the bounds, and how Anki compares names."""
        connection = self._connection
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST)
        connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
        connection.set_progress_handler(lambda: time.monotonic() > self._until, STEPS)
        connection.create_collation("unicase", _compared)
        for pragma in ("trusted_schema=OFF", "query_only=ON", "mmap_size=0", "cell_size_check=ON", "temp_store=MEMORY"):
            connection.execute(f"PRAGMA {pragma}")

    def _plain(self, table: str) -> bool:
        """Whether a table is there, stored as it is read."""
        made = "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ? AND rootpage > 0"
        columns = "SELECT max(hidden) FROM pragma_table_xinfo(?)"
        execute = self._connection.execute
        return execute(made, (table,)).fetchone() is not None and execute(columns, (table,)).fetchone() == (0,)

    @contextmanager
    def _named(self) -> Iterator[None]:
        """Say in one line what the database does not allow."""
        try:
            yield
        except sqlite3.DataError as error:
            raise QuizError.at(self._name, f"holds a field of more than {LONGEST // 2**20} MB", HINT) from error
        except (sqlite3.Error, ValueError, OverflowError, MemoryError, RecursionError) as error:
            late = time.monotonic() > self._until
            fault = "its database takes too long to read" if late else f"its database is damaged: {error}"
            raise QuizError.at(self._name, " ".join(fault.split())[:200], HINT) from error


def _only_reading(action: int, *_about: str | None) -> int:
    """Let a statement read, and do nothing else; no function is called, be it by a column that reckons itself."""
    return sqlite3.SQLITE_OK if action in READ else sqlite3.SQLITE_DENY


def _compared(one: str, other: str) -> int:
    """Compare names as Anki does, in any case."""
    one, other = one.casefold(), other.casefold()
    return (one > other) - (one < other)


def _decoded(data: bytes) -> str:
    """Decode text that may be anything."""
    return data.decode("utf-8", "replace")
