"""A history that is only looked at: where it may not be written, and SQLite would, a copy of it is."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

from quiz.errors import QuizError
from quiz.study.history.failing import FAILURES
from quiz.study.history.store import History

UNWRITABLE = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}
"""What SQLite complains of where it may not write beside a file; even to read one it does."""


@contextlib.contextmanager
def looked_at(path: Path) -> Iterator[History]:
    """Open a history to read it and close it again; QuizError, with the file's path, if it cannot be used."""
    with contextlib.ExitStack() as stack:
        try:
            history = History(path)
        except QuizError as error:
            if getattr(error.__cause__, "sqlite_errorcode", 0) & 0xFF not in UNWRITABLE:
                raise
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="quiz-")))
            try:
                copy = _copied(path, folder)
            except FAILURES:
                raise error from error.__cause__
            history = History(copy)
        stack.callback(history.close)
        yield history


def _copied(path: Path, folder: Path) -> Path:
    """Copy a history, and what SQLite has written beside it but not into it yet."""
    for file in (path, path.with_name(f"{path.name}-wal")):
        if file is path or file.is_file():
            shutil.copyfile(file, folder / file.name)
    return folder / path.name
