"""What a learner is told of a history that cannot be used, with a hint what to do."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from shlex import quote

from quiz.deck.files import is_there
from quiz.errors import QuizError

TORN = ("not a database", "malformed", "UTF-8", "utf-8")
"""How SQLite says that a file's bytes are not what was written."""

FAILURES = (sqlite3.Error, OSError, UnicodeError)
"""What using the file raises; the last where SQLite tells of a name in it that is no text."""

HEADER = b"SQLite format 3\0"
"""What every database begins with."""

MOVED = "put it back, or start again: what you answer now would be lost"


def unusable(path: Path, error: Exception) -> QuizError:
    """Return the error of a file that SQLite or the disk refuses."""
    if _is_folder(path):
        return QuizError.at(str(path), "this is a folder, and a history is a file", "name a file by --history")
    if "not a database" in str(error) and no_database(path):
        return stranger(path)
    told = error.strerror.lower() if isinstance(error, OSError) and error.strerror else str(error)
    return QuizError.at(str(path), f"cannot use the history: {told}", _hint(str(error), path))


def there(path: Path) -> Path:
    """Return the path of a history that was named to be looked at; QuizError if there is none."""
    if not is_there(path):
        raise QuizError.at(str(path), "there is no history here", "check the spelling of --history")
    return path


def stranger(path: Path) -> QuizError:
    """Return the error of a file that never was a database."""
    return QuizError.at(str(path), "this file is not a history of quiz, nor any database", "name another by --history")


def no_database(path: Path) -> bool:
    """Whether a file's bytes hold nothing of a database: not its beginning, no table, no answer."""
    from quiz.study.history.carving import carved  # on use: this is asked once something is wrong

    try:
        data, logged = path.read_bytes(), path.with_name(f"{path.name}-wal").exists()
    except OSError:
        return False
    known = data.startswith(HEADER) or b"CREATE TABLE" in data or logged
    return not known and (b"\0" not in data or not any(carved(data).values()))


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


def _hint(words: str, path: Path) -> str:
    """Return what to do about a failure."""
    if "locked" in words:
        return "another program is using it: close that one and try again"
    if any(sign in words for sign in TORN):
        return f"`quiz doctor --mend --history {quote(str(path))}` saves what can be read; or name another by --history"
    return "is there room, and may you write there? another place can be named by --history"
