"""How fast quiz starts: `quiz --version` beside `import click`, the first question beside a bare Textual app.

Run it on a quiet machine: `python benchmarks/startup.py [ROUNDS [CARDS]]`. Both sides of a pair are run in turn,
round by round, so that whatever else the machine does hits both; medians and their ratio are printed.
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
from collections.abc import Callable
from pathlib import Path

LIMIT = 1.5
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
    cards = int(sys.argv[2]) if len(sys.argv) > 2 else 50
    quiz = shutil.which("quiz", path=str(Path(sys.executable).parent)) or "quiz"
    with tempfile.TemporaryDirectory() as folder:
        deck = make_deck(Path(folder), cards)
        play = [quiz, "play", str(deck), "--history", str(Path(folder) / "history.db")]
        pairs = [
            (
                "quiz --version",
                ended([quiz, "--version"]),
                "import click",
                ended([sys.executable, "-c", "import click"]),
            ),
            ("first question", shown(play), "bare Textual app", shown([sys.executable, "-c", BARE])),
        ]
        print(f"{'':18}{'ms':>6}   {'beside':18}{'ms':>6}{'ratio':>8}{'limit':>7}")
        for name, ours, other, theirs in pairs:
            one, two = interleaved(ours, theirs, rounds)
            print(f"{name:18}{one * 1000:6.0f}   {other:18}{two * 1000:6.0f}{one / two:8.2f}{LIMIT:7.1f}")


def make_deck(folder: Path, cards: int) -> Path:
    """Write a deck of so many cards whose questions all begin alike."""
    lines = ["title: Rivers", "id: rivers", "cards:"]
    for number in range(cards):
        lines += [
            f"  - id: river{number}",
            f'    question: "{QUESTION} It is number {number} by length."',
            f"    answer: River {number}",
            f"    distractors: [Brook {number}, Creek {number}, Beck {number}]",
        ]
    path = folder / "rivers.yaml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def interleaved(one: Callable[[], float], other: Callable[[], float], rounds: int) -> tuple[float, float]:
    """Time two things in turn; return both medians, in seconds, the first round (cold caches) left out."""
    times = [(one(), other()) for _ in range(rounds + 1)][1:]
    return statistics.median(first for first, _ in times), statistics.median(second for _, second in times)


def ended(command: list[str]) -> Callable[[], float]:
    """Time a command from its start to its end."""

    def timed() -> float:
        """Run it once; return seconds."""
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return time.perf_counter() - start

    return timed


def shown(command: list[str]) -> Callable[[], float]:
    """Time a command, on a terminal of 80 by 24, from its start until the question is on the terminal."""

    def timed() -> float:
        """Run it once; return seconds."""
        start = time.perf_counter()
        pid, terminal = pty.fork()
        if pid == 0:
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
            os.execvp(command[0], command)
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        try:
            return waited(terminal, start)
        finally:
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
            os.close(terminal)

    return timed


def waited(terminal: int, start: float) -> float:
    """Read a terminal until the question stands on it; return the seconds since the start."""
    seen = b""
    while time.perf_counter() - start < PATIENCE:
        if select.select([terminal], [], [], 0.1)[0]:
            try:
                seen += os.read(terminal, 65536)
            except OSError:
                break
            if QUESTION.encode() in ESCAPES.sub(b"", seen):
                return time.perf_counter() - start
    raise SystemExit(f"the question was never shown; the terminal said:\n{seen.decode(errors='replace')}")


if __name__ == "__main__":
    main()
