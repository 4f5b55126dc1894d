"""How fast quiz starts: `quiz --version` beside `import click`, first question and home beside a bare Textual app.

Run it on a quiet machine: `python benchmarks/startup.py [ROUNDS [CARDS]]`. Both sides of a pair are run in turn,
round by round, so that whatever else the machine does hits both; medians and their ratio are printed, of the time
that passes and of the processor's time. The decks have been opened once before, as in the first round.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import shutil
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Callable, Iterable
from pathlib import Path

LIMITS = {"quiz --version": 1.5, "first question": 1.3, "home": 1.3}
"""How many times as long as its counterpart each start may take."""

PATIENCE = 20.0
"""Seconds after which a program that shows nothing is given up."""

BARE = """
from textual.app import App
from textual.widgets import Label

class Bare(App):
    def compose(self):
        yield Label("Which river is it?")

Bare().run()
"""

QUESTION = "Which river is it?"
ESCAPES = re.compile(rb"\x1b(?:\[[0-9;?>]*[a-zA-Z]|\][^\x07\x1b]*(?:\x07|\x1b\\))")


def main() -> None:
    """Measure both pairs and print the table."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed quiz is compiled, as its counterparts are
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    cards = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
    quiz = shutil.which("quiz", path=str(Path(sys.executable).parent)) or "quiz"
    with tempfile.TemporaryDirectory() as folder:
        deck = make_deck(Path(folder), cards)
        os.environ["QUIZ_CACHE"] = str(Path(folder) / "cache")
        few = make_deck(Path(folder), 10, "brooks")
        history = ["--history", str(Path(folder) / "history.db")]
        play, home = [quiz, "play", str(deck), *history], [quiz, "play", str(deck), str(few), *history]
        pairs = [
            (
                "quiz --version",
                ended([quiz, "--version"]),
                "import click",
                ended([sys.executable, "-c", "import click"]),
            ),
            ("first question", shown(play), "bare Textual app", shown([sys.executable, "-c", BARE])),
            ("home", shown(home, "All 2 decks"), "bare Textual app", shown([sys.executable, "-c", BARE])),
        ]
        print(f"{'':18}{'ms':>6}{'cpu':>6}   {'beside':18}{'ms':>6}{'cpu':>6}{'ratio':>8}{'cpu':>6}{'limit':>7}")
        for name, ours, other, theirs in pairs:
            (one, first), (two, second) = interleaved(ours, theirs, rounds)
            times = f"{name:18}{one * 1000:6.0f}{first * 1000:6.0f}   {other:18}{two * 1000:6.0f}{second * 1000:6.0f}"
            print(f"{times}{one / two:8.2f}{first / second:6.2f}{LIMITS[name]:7.1f}")


def make_deck(folder: Path, cards: int, name: str = "rivers") -> Path:
    """Write a deck of so many cards whose questions all begin alike."""
    lines = [f"title: {name.capitalize()}", f"id: {name}", "cards:"]
    for number in range(cards):
        lines += [
            f"  - id: river{number}",
            f'    question: "{QUESTION} It is number {number} by length."',
            f"    answer: River {number}",
            f"    distractors: [Brook {number}, Creek {number}, Beck {number}]",
        ]
    path = folder / f"{name}.yaml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


Times = tuple[float, float]
"""Seconds that passed, and seconds of the processor."""


def interleaved(one: Callable[[], Times], other: Callable[[], Times], rounds: int) -> tuple[Times, Times]:
    """Time two things in turn; return the medians of both, the first round (cold caches) left out."""
    times = [(one(), other()) for _ in range(rounds + 1)][1:]
    return _medians(first for first, _ in times), _medians(second for _, second in times)


def _medians(times: Iterable[Times]) -> Times:
    passed, used = zip(*times, strict=True)
    return statistics.median(passed), statistics.median(used)


def ended(command: list[str]) -> Callable[[], Times]:
    """Time a command from its start to its end."""

    def timed() -> Times:
        """Run it once."""
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        _pid, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        return time.perf_counter() - start, used.ru_utime + used.ru_stime

    return timed


def shown(command: list[str], words: str = QUESTION) -> Callable[[], Times]:
    """Time a command, on a terminal of 80 by 24, from its start until some words are on the terminal."""

    def timed() -> Times:
        """Run it once."""
        start = time.perf_counter()
        pid, terminal = at_terminal(command)
        try:
            passed = waited(terminal, start, words)
        finally:
            os.kill(pid, signal.SIGKILL)
            _pid, _status, used = os.wait4(pid, 0)
            os.close(terminal)
        return passed, used.ru_utime + used.ru_stime

    return timed


def at_terminal(command: list[str]) -> tuple[int, int]:
    """Run a command on a terminal of 80 by 24; return its process and the terminal."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
        os.execvp(command[0], command)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    return pid, terminal


def waited(terminal: int, start: float, words: str = QUESTION) -> float:
    """Read a terminal until some words stand on it; return the seconds since the start."""
    seen = b""
    while time.perf_counter() - start < PATIENCE:
        if select.select([terminal], [], [], 0.1)[0]:
            try:
                seen += os.read(terminal, 65536)
            except OSError:
                break
            if words.encode() in ESCAPES.sub(b"", seen):
                return time.perf_counter() - start
    raise SystemExit(f"{words!r} was never shown; the terminal said:\n{seen.decode(errors='replace')}")


if __name__ == "__main__":
    main()
