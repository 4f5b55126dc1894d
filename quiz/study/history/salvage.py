"""Saves what can be read of a torn history, row by row, into a new file; the old one is kept beside it."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from quiz.study.history.carving import carved
from quiz.study.history.database import SETTINGS, Row, beside, owned
from quiz.study.history.failing import FAILURES, unusable
from quiz.study.history.schema import KEPT, VERSION, prepare
from quiz.study.history.sense import EVENTS, PAPERS, Sense
from quiz.study.history.torn import TIMES, possible

SMALLEST = 16
"""Bytes a row takes at least; a torn tree may lead in circles, so that no more are read than have room."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What was saved: answers and exams, how many rows were read that make no sense, and where the old file is.

    `gone` answers at least were not saved: their numbers are missing between those that were.
    """

    answers: int
    gone: int
    exams: int
    refused: int
    aside: Path


def salvage(path: Path) -> Saved:
    """Put a new file in place of a torn one; QuizError if there is no room for it, and nothing has changed then."""
    aside, part = beside(path, "torn"), path.with_name(f"{path.name}.part")
    try:
        try:
            _copied(path, aside)
            part.unlink(missing_ok=True)
            owned(part)
            with contextlib.closing(sqlite3.connect(part, isolation_level=None)) as target:
                refused = _filled(target, aside)
                answers, exams = (_number(target, table) for table in ("reviews", PAPERS))
                last = int(target.execute("select coalesce(max(id), 0) from reviews").fetchone()[0])
        except FAILURES:
            _cleared(aside, part)
            raise
        for end in ("-wal", "-shm"):
            path.with_name(path.name + end).unlink(missing_ok=True)
            aside.with_name(aside.name + "-shm").unlink(missing_ok=True)
        part.replace(path)
    except FAILURES as error:
        raise unusable(path, error) from error
    return Saved(answers, last - answers, exams, refused, aside)


def _cleared(*files: Path) -> None:
    """Take files away that were not finished, and what SQLite has written beside them."""
    for file in files:
        for end in ("", "-wal", "-shm", "-journal"):
            with contextlib.suppress(OSError):
                file.with_name(file.name + end).unlink(missing_ok=True)


def _copied(path: Path, aside: Path) -> None:
    """Copy a file, and what SQLite has written beside it but not into it yet."""
    shutil.copy2(path, aside)
    wal = path.with_name(f"{path.name}-wal")
    if wal.exists():
        shutil.copy2(wal, aside.with_name(f"{aside.name}-wal"))


def _filled(target: sqlite3.Connection, aside: Path) -> int:
    """Fill a new file with what can be read of a torn one; return how many rows are refused."""
    wal = aside.with_name(f"{aside.name}-wal")
    data, written = aside.read_bytes(), wal.read_bytes() if wal.exists() else b""
    found, most = carved(data, written), (len(data) + len(written)) // SMALLEST
    with contextlib.closing(sqlite3.connect(aside, isolation_level=None)) as source:
        source.text_factory = lambda text: text.decode("utf-8", "replace")
        version = _version(_columns(source, "reviews"), found)
        for setting in ("journal_mode = wal", *SETTINGS):
            target.execute(f"pragma {setting}")
        target.execute("begin")
        prepare(target, 0, version)
        refused, sense = 0, Sense()
        for row in (*_rows(source, EVENTS, _named(target, EVENTS), most), *found[EVENTS].values()):
            sense.hear(row)
        for table in KEPT[version - 1]:
            refused += _moved(target, table, sense, _rows(source, table, _named(target, table), most))
            rest = found.get(table if version > 1 else f"{table} of version 1", {})
            _moved(target, table, sense, iter(rest.values()), "insert or ignore")
        target.execute("commit")
    return refused


def _number(database: sqlite3.Connection, table: str) -> int:
    """Count the rows of a table; 0 if there is none."""
    return int(database.execute(f"select count(*) from {table}").fetchone()[0]) if _named(database, table) else 0


def _version(columns: set[str], found: dict[str, dict[int, Row]]) -> int:
    """Tell the version of a file by the columns of its answers, or by the rows that stand in it."""
    first = "clock" not in columns if columns else bool(found["reviews of version 1"]) and not found["reviews"]
    return 1 if first else VERSION


def _columns(database: sqlite3.Connection, table: str) -> set[str]:
    """Return the columns of a table; none if not even they can be read."""
    with contextlib.suppress(*FAILURES):
        return {str(row[1]) for row in database.execute(f"pragma table_info({table})")}
    return set()


def _named(database: sqlite3.Connection, table: str) -> list[str]:
    """Return the columns of a table in their order."""
    return [str(row[1]) for row in database.execute(f"pragma table_info({table})")]


def _moved(target: sqlite3.Connection, table: str, sense: Sense, rows: Iterator[Row], insert: str = "insert") -> int:
    """Write rows; return how many no version can have written."""
    names = _named(target, table)
    statement = f"{insert} into {table} ({', '.join(names)}) values ({', '.join('?' * len(names))})"
    refused = 0
    for row in rows:
        with contextlib.suppress(*FAILURES, OverflowError):
            timely = all(possible(value) for name, value in zip(names, row, strict=True) if name in TIMES)
            if timely and sense.fits(table, row):
                target.execute(statement, row)
                continue
        refused += 1
    return refused


def _rows(source: sqlite3.Connection, table: str, names: list[str], most: int) -> Iterator[Row]:
    """Return the rows of a table in their order, as far as SQLite finds its way."""
    with contextlib.suppress(*FAILURES, OverflowError, MemoryError):
        if not names:
            return
        order = "id" if "id" in names else "deck, card"
        yield from islice(source.execute(f"select {', '.join(names)} from {table} order by {order}"), most)
