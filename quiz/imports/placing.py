"""Files written beside where they belong, then put in place together: on any failure all of them are as they were."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from quiz.deck.files import reason
from quiz.errors import QuizError

FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
UNTOUCHED = "nothing was changed"


@dataclass(slots=True)
class Placing:
    """Files on their way: each written `fresh` beside its target; `old` keeps what stood there until all are placed."""

    _fresh: dict[Path, Path] = field(default_factory=dict)
    _old: dict[Path, Path] = field(default_factory=dict)
    _placed: list[Path] = field(default_factory=list)

    def text(self, path: Path, text: str) -> None:
        """Write a text beside its place, unless it stands there already; a link is followed."""
        data = text.encode()
        with _named(path):
            target = path.resolve()
            if target.is_file() and target.read_bytes() == data:
                return
            self._fresh[target] = fresh = _beside(target, "new")
            with fresh.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            if target.exists():
                self._old[target] = _beside(target, "old")
                shutil.copy2(target, self._old[target])
                shutil.copymode(target, fresh)

    def file(self, fresh: Path, target: Path) -> None:
        """Take a file that is written already to its place, where it replaces what is there."""
        self._fresh[target] = fresh
        if target.is_file() and not target.is_symlink():
            with _named(target):
                self._old[target] = _beside(target, "old")
                shutil.copy2(target, self._old[target])

    def place(self) -> None:
        """Put all in place; QuizError, and everything as it was, where one cannot be."""
        try:
            for target, fresh in self._fresh.items():
                with _named(target):
                    fresh.replace(target)
                    self._placed.append(target)
        except BaseException:
            self._back()
            raise

    def clear(self) -> None:
        """Take away what was written beside."""
        for path in (*self._fresh.values(), *self._old.values()):
            with suppress(OSError):
                path.unlink(missing_ok=True)

    def _back(self) -> None:
        """Put back what stood there before."""
        for target in reversed(self._placed):
            with suppress(OSError):
                if target in self._old:
                    self._old[target].replace(target)
                else:
                    target.unlink()


@contextmanager
def placing() -> Iterator[Placing]:
    """Gather files, which the block puts in place at its end; whatever fails, nothing is left beside them."""
    files = Placing()
    try:
        yield files
    finally:
        files.clear()


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """Name what goes wrong with a file; QuizError."""
    try:
        yield
    except (OSError, ValueError, RuntimeError) as error:
        raise unwritten(path, error) from None


def unwritten(path: Path, error: Exception) -> QuizError:
    """Make the error of a file that cannot be written, before anything was changed."""
    full = isinstance(error, OSError) and error.errno in FULL
    hint = "is there room on the disk?" if full else "may you write there?"
    return QuizError.at(str(path), f"cannot be written: {reason(error)}; {UNTOUCHED}", hint)


def _beside(path: Path, kind: str) -> Path:
    return path.with_name(f".{path.name}.{os.getpid()}.{kind}")
