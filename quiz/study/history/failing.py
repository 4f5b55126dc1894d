"""What a learner is told of a history that cannot be used, with a hint what to do."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from quiz.errors import QuizError

TORN = ("not a database", "malformed", "UTF-8", "utf-8")
"""How SQLite says that a file's bytes are not what was written."""

FAILURES = (sqlite3.Error, OSError, UnicodeError)
"""What using the file raises; the last where SQLite tells of a name in it that is no text."""

MOVED = "put it back, or start again: what you answer now would be lost"


def unusable(path: Path, error: Exception) -> QuizError:
    """Return the error of a file that SQLite or the disk refuses."""
    if _is_folder(path):
        return QuizError.at(str(path), "this is a folder, and a history is a file", "name a file by --history")
    told = error.strerror.lower() if isinstance(error, OSError) and error.strerror else str(error)
    return QuizError.at(str(path), f"cannot use the history: {told}", _hint(str(error)))


def foreign(path: Path, version: int) -> QuizError:
    """Return the error of a file that some other program wrote, or, if it has a version, a newer quiz."""
    if version:
        return QuizError.at(str(path), f"a history of format {version} is newer than this quiz", "update quiz")
    return QuizError.at(str(path), "this database is not a history of quiz", "name another file by --history")


def moved(path: Path) -> QuizError:
    """Return the error of a file that is not there any more, or another one, while it is in use."""
    return QuizError.at(str(path), "the history was moved or deleted while it was in use", MOVED)


def _is_folder(path: Path) -> bool:
    """Whether a path is a folder's, as far as one may look."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _hint(words: str) -> str:
    """Return what to do about a failure."""
    if "locked" in words:
        return "another program is using it: close that one and try again"
    if any(sign in words for sign in TORN):
        return "`quiz doctor --mend` saves what can be read; or name another by --history"
    return "is there room, and may you write there? another place can be named by --history"
