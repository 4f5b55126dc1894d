"""A history whose bytes are not what was written: found by reading all of it."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

from quiz.study.history.database import PATIENCE, Row, milliseconds
from quiz.study.history.failing import FAILURES, foreign, no_database, stranger, unusable
from quiz.study.history.fields import EARLIEST, LATEST
from quiz.study.history.schema import APPLICATION, KEPT, VERSION, prepare
from quiz.study.history.sense import EVENTS, PAPERS, Sense

SHOWN = 5
"""Complaints of SQLite that are told."""

ELSEWHERE = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM,
             sqlite3.SQLITE_READONLY, sqlite3.SQLITE_FULL, sqlite3.SQLITE_NOMEM}  # fmt: skip
"""What SQLite complains of that is no fault of the file's bytes."""

UNREAD = {sqlite3.SQLITE_IOERR_READ, sqlite3.SQLITE_IOERR_SHORT_READ, sqlite3.SQLITE_IOERR_DATA,
          sqlite3.SQLITE_IOERR_CORRUPTFS}  # fmt: skip
"""Of all that the disk can fail at, what is a fault of the file's bytes; the others want room, or leave to write."""

LAYOUT, WRITTEN = 18, b"\2"
"""The byte of a file that says which layout is needed to write it, and the last that SQLite knows."""

TIMES = ("at", "clock", "first", "last")
FIRST, LAST = milliseconds(EARLIEST), milliseconds(LATEST)
"""The columns that tell a time, and the times they can tell."""

SCHEMA = "select type, name, sql from sqlite_master where sql is not null"


def damage(path: Path) -> list[str]:
    """Return what is wrong with the bytes of a file; QuizError if it is no history of ours, or cannot be opened."""
    try:
        with contextlib.closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", PATIENCE, uri=True)) as database:
            return _complaints(database, path)
    except FAILURES as error:
        code = getattr(error, "sqlite_errorcode", 0)
        failing = code & 0xFF == sqlite3.SQLITE_IOERR and code not in UNREAD
        if failing or isinstance(error, OSError) or code & 0xFF in ELSEWHERE:
            raise unusable(path, error) from error
        if code & 0xFF == sqlite3.SQLITE_NOTADB and no_database(path):
            raise stranger(path) from error
        return [str(error)]


def _complaints(database: sqlite3.Connection, path: Path) -> list[str]:
    """Read the whole of a file; what SQLite says of it, and what it lacks."""
    found = [str(row[0]) for row in database.execute(f"pragma integrity_check({SHOWN})") if row[0] != "ok"]
    version, ours, marked = _version(database)
    if not found and not ours:
        raise foreign(
            path, _pragma(database, "user_version") if _pragma(database, "application_id") == APPLICATION else 0
        )
    if not found:
        found += [] if _writable(path) else ["its first bytes say that it can only be read"]
        found += [] if marked else ["the mark is damaged that says whose file it is"]
        found += [f"row {row[1]} of {row[0]} is about what is not there" for row in _dangling(database)]
        found += [f"the {kind} {name} is missing or changed" for kind, name in sorted(_lacking(database, version))]
        for table in KEPT[version - 1]:
            found += _unlikely(database, table)
        found += _senseless(database) if version == VERSION else []
    return found[:SHOWN]


def _writable(path: Path) -> bool:
    """Whether a file is of a layout that SQLite writes too; of a later one it only reads."""
    with path.open("rb") as file:
        return file.read(LAYOUT + 1)[LAYOUT:] <= WRITTEN


def _version(database: sqlite3.Connection) -> tuple[int, bool, bool]:
    """Return the version of a file, told by its tables if it is not marked; whether it is ours; whether marked so."""
    version = _pragma(database, "user_version")
    if _pragma(database, "application_id") == APPLICATION and 0 < version <= VERSION:
        return version, True, True
    return VERSION, not _lacking(database, VERSION), False


def _lacking(database: sqlite3.Connection, version: int) -> set[tuple[str, str]]:
    """Return the kind and name of every table, index and trigger that is not as a version has it."""
    with contextlib.closing(sqlite3.connect(":memory:")) as model:
        prepare(model, 0, version)
        wanted = set(model.execute(SCHEMA))
    return {(kind, name) for kind, name, _sql in wanted - set(database.execute(SCHEMA))}


def _unlikely(database: sqlite3.Connection, table: str) -> list[str]:
    """Read every row of a table; those that tell a time that cannot have been."""
    named = [str(row[1]) for row in database.execute(f"pragma table_info({table})")]
    timely = " and ".join(
        f"typeof({name}) = 'integer' and {name} >= ?1 and {name} < ?2" for name in named if name in TIMES
    )
    rows = database.execute(f"select *, {timely or 1} from {table}", (FIRST, LAST)[: 2 * bool(timely)])
    return [f"a row of {table} tells no possible time" for row in rows if not row[-1]]


def _senseless(database: sqlite3.Connection) -> list[str]:
    """Return which exams and which events of exams make no sense."""
    sense, found = Sense(), []
    for row in database.execute(f"select * from {EVENTS}"):
        sense.hear(row)
    for table in (PAPERS, EVENTS):
        rows = database.execute(f"select * from {table}")
        found += [f"row {row[0]} of {table} makes no sense" for row in rows if not sense.fits(table, row)]
    return found


def possible(time: object) -> bool:
    """Whether a time can have been written."""
    return isinstance(time, int) and FIRST <= time < LAST


def _dangling(database: sqlite3.Connection) -> list[Row]:
    """Return the rows that refer to others that are not there."""
    return database.execute("pragma foreign_key_check").fetchall()[:SHOWN]


def _pragma(database: sqlite3.Connection, name: str) -> int:
    return int(database.execute(f"pragma {name}").fetchone()[0])
