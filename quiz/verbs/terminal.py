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
    """Print one line about a command on stderr; where even that is closed there is nobody left to tell."""
    with contextlib.suppress(OSError):
        print(one_line(line), file=sys.stderr, flush=True)


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
