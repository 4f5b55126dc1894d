"""The terminal the commands speak to: one line at a time, safe on any locale, quiet once nobody listens."""

from __future__ import annotations

import contextlib
import io
import os
import re
import sys
from collections.abc import Iterator
from typing import TextIO

CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
BAR = 20
NARROWEST = 20
"""Cells of a line of words at least, however narrow a terminal says it is."""

INDENT = "  "
"""Stands before the rest of a line that was broken."""


def prepare() -> None:
    """Let both streams print characters their encoding lacks as escapes instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def one_line(text: str) -> str:
    r"""Show control characters (of a file name, of a hostile deck) as escapes: a newline becomes `\n`."""
    return CONTROL.sub(lambda found: found.group().encode("unicode_escape").decode("ascii"), text)


def say(line: str) -> None:
    """Print one line of a command's result on stdout."""
    print(one_line(line))


def show(line: str, end: str = "\n") -> None:
    """Print one line of our own making, colours and all, on stdout: texts in it have been made printable before."""
    print(line, end=end)


def complain(line: str) -> None:
    """Print one line about a command on stderr, on a terminal broken between words.

    Where even that is closed there is nobody left to tell.
    """
    with contextlib.suppress(OSError):
        print("\n".join(broken(line, columns(sys.stderr))), file=sys.stderr, flush=True)


def columns(stream: TextIO | None) -> int:
    """Count the cells of a line of the terminal that a stream leads to; 0 where it is none, or does not say."""
    if stream is None or not interactive(stream):
        return 0
    named = os.environ.get("COLUMNS", "")
    with contextlib.suppress(OSError, ValueError):
        return int(named) if named.isdecimal() and int(named) else os.get_terminal_size(stream.fileno()).columns
    return 0


def broken(line: str, width: int) -> list[str]:
    """Break one line between words where it is longer than a width, the rest indented; 0 leaves it whole.

    A word that is wider stays whole: a path that is copied has to lead to its file.
    """
    line = one_line(line)
    if not width or len(line) * 2 <= width:
        return [line]
    from quiz.study.printable import cells  # on use: most lines are short

    if cells(line) <= width:
        return [line]
    rows: list[str] = []
    room = max(NARROWEST, width)
    for word in line.split(" "):
        if rows and cells(rows[-1]) + 1 + cells(word) <= room:
            rows[-1] += f" {word}"
        else:
            rows.append(f"{INDENT * bool(rows)}{word}")
    return rows


def flush() -> None:
    """Hand what was said to the system; raises OSError where it cannot take it (a full disk, a closed pipe)."""
    if sys.stdout is not None:
        sys.stdout.flush()


def finish() -> None:
    """Flush what is left; what nobody takes is dropped, or the interpreter would try, and complain, once more."""
    try:
        flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def interactive(stream: TextIO | None) -> bool:
    """Whether a person sits at a stream's other end."""
    return stream is not None and stream.isatty()


def colours() -> bool:
    """Whether colours are wanted: on a terminal that has any, unless NO_COLOR says otherwise (no-color.org)."""
    return interactive(sys.stdout) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


class Progress:
    """A bar on stderr of how many of so many steps are done; nothing at all where stderr is no terminal."""

    def __init__(self, total: int) -> None:
        """Prepare a bar of `total` steps."""
        self.total = total
        self.done = 0
        self._name = ""
        self.shown = interactive(sys.stderr) and os.environ.get("TERM") != "dumb"

    @contextlib.contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Show the bar with a name for as long as a step takes; what is printed behind it stands on a clear line."""
        self._show(name)
        try:
            yield
        finally:
            self.done += 1
            self._draw("")

    def reach(self, done: int, name: str) -> None:
        """Show the bar as far as something has come, unless it has got no further since."""
        if (done, name) != (self.done, self._name):
            self.done, self._name = done, name
            self._show(name)

    def clear(self) -> None:
        """Take the bar away."""
        self._draw("")

    def _show(self, name: str) -> None:
        """Draw the bar with a name."""
        from shutil import get_terminal_size

        filled = BAR * self.done // max(self.total, 1)
        line = f"[{'#' * filled}{'-' * (BAR - filled)}] {self.done}/{self.total} {one_line(name)}"
        self._draw(line[: get_terminal_size().columns - 1])

    def _draw(self, line: str) -> None:
        if self.shown:
            with contextlib.suppress(OSError):
                print(f"\r{line}\x1b[K", end="", file=sys.stderr, flush=True)
