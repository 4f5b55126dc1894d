"""The app as a process of its own on a real terminal: killed after an answer, without colours, on a light ground."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from textual.color import Color
from textual.theme import Theme

from quiz.study.history import History
from quiz.tui.themes import DARK, LIGHT, NAMES, beginning
from tests.tui.contrast import ratio
from tests.tui.stage import shown, staged

ROOT = Path(__file__).parents[2]
SGR = re.compile(r"\x1b\[([\d;:]*)m")
KEYS = (
    (b"\r", "In what year"),
    (b"2", "wrong"),
    (b"q", "missed"),
    (b"q", "enter study"),
    (b"t", "▸ 1 days"),
    (b"q", "enter study"),
    (b"b", "esc back"),
    (b"murray\r", "answer   1829"),
)
"""What is pressed, and what then comes, on a way through most that is drawn."""


def program(history: Path, how: str = "at_once=True") -> str:
    """Return the program that asks the cards of the rivers."""
    return (
        "from pathlib import Path; from tests.tui.stage import RIVERS; from quiz.tui.app import run; "
        f"run([RIVERS], Path({str(history)!r}), {how})"
    )


ESCAPES = re.compile(r"\x1b(?:\[[0-9;?>]*[a-zA-Z]|\][^\x07\x1b]*(?:\x07|\x1b\\\\))")


def read_until(terminal: int, words: str, sent: str = "") -> str:
    """Read a terminal until words stand on it, and some escapes were sent to it."""
    seen, start = "", time.monotonic()
    while words not in ESCAPES.sub("", seen) or sent not in seen:
        assert time.monotonic() - start < 20, f"{words!r} never came: {seen!r}"
        if select.select([terminal], [], [], 0.1)[0]:
            seen += os.read(terminal, 65536).decode(errors="replace")
    return seen


@contextmanager
def started(program: str, **environment: str) -> Iterator[tuple[int, int]]:
    """Run a program of Python on a terminal of 80x24; yields its number and the terminal, and ends it."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ.update({"TERM": "xterm-256color", "PYTHONPATH": str(ROOT)} | environment)
        os.execv(sys.executable, [sys.executable, "-c", program])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    try:
        yield pid, terminal
    finally:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
        with suppress(ChildProcessError):
            os.waitpid(pid, 0)
        os.close(terminal)


def test_killed_after_an_answer(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    with started(program(path), NO_COLOR="1") as (_pid, terminal):
        read_until(terminal, "In what year")
        os.write(terminal, b"2")
        said = read_until(terminal, "wrong")

    assert "✗ wrong" in ESCAPES.sub("", said)
    history = History(path)
    assert [(review.card, review.answer, review.right) for review in history.reviews()] == [("murray", "1826", False)]
    history.close()


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGHUP], ids=lambda ending: ending.name)
def test_the_terminal_is_left_as_it_was(ending: signal.Signals, tmp_path: Path) -> None:
    with started(program(tmp_path / "history.db")) as (pid, terminal):
        before = termios.tcgetattr(terminal)
        read_until(terminal, "In what year")
        assert termios.tcgetattr(terminal) != before
        os.kill(pid, ending)
        said = read_until(terminal, "", "\x1b[?1049l")
        while more := _rest(terminal):
            said += more
        _, status = os.waitpid(pid, 0)
        assert os.waitstatus_to_exitcode(status) == 128 + ending
        assert termios.tcgetattr(terminal)[3] == before[3]
    assert said.rindex("\x1b[?25h") > said.index("\x1b[?1049l") - 200
    assert "Traceback" not in said


def test_without_colour_not_one_is_sent(tmp_path: Path) -> None:
    with started(program(tmp_path / "history.db", "at_once=False"), NO_COLOR="1", COLORTERM="truecolor") as (
        _,
        terminal,
    ):
        said = read_until(terminal, "enter study")
        for key, words in KEYS:
            os.write(terminal, key)
            said += read_until(terminal, words)

    numbers = [int(number) for found in SGR.findall(said) for number in re.split("[;:]", found) if number]
    assert {1} <= set(numbers) <= {0, 1, 2, 3, 4, 7, 9}


FAILING = """
import sys
from quiz.cli import main
from quiz.errors import QuizError
from quiz.study.sitting import Sitting

def intervals(sitting):
    raise QuizError.at("h.db", "cannot use the history: disk I/O error") if KIND == "told" else ZeroDivisionError("odd")

Sitting.intervals = intervals
main(["play", "d.yaml", "--history", "h.db", "--as", "reveal"])
"""


@pytest.mark.parametrize(
    ("kind", "line"),
    [("told", "h.db: cannot use the history: disk I/O error\n"), ("odd", "quiz: ZeroDivisionError: odd in ")],
)
def test_an_error_in_the_middle_is_one_line_and_a_status(kind: str, line: str, tmp_path: Path) -> None:
    (tmp_path / "d.yaml").write_text("title: T\ncards:\n  - question: Which one?\n    answer: A\n")
    here = f"import os; os.chdir({str(tmp_path)!r}); KIND = {kind!r}\n{FAILING}"
    with started(here, COLUMNS="200") as (pid, terminal):
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 200, 0, 0))
        read_until(terminal, "Which one?")
        os.write(terminal, b" ")
        said = read_until(terminal, line.rstrip())
        while more := _rest(terminal):
            said += more
        _, status = os.waitpid(pid, 0)

    assert os.waitstatus_to_exitcode(status) == 1
    told = said.rpartition("\x1b[?1049l")[2]
    assert ESCAPES.sub("", told).replace("\r", "").lstrip().startswith(line)
    assert ESCAPES.sub("", told).strip().count("\n") == 0


def _rest(terminal: int) -> str:
    """Read what a process still says; nothing once it has ended."""
    try:
        return os.read(terminal, 65536).decode(errors="replace")
    except OSError:
        return ""


async def test_every_theme_shows_the_same_words(tmp_path: Path) -> None:
    app = staged(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3")
        dark = shown(app)
        for name in (*NAMES[1:], NAMES[0]):
            await pilot.press("f2")
            assert app.theme == name
            app.clear_notifications()
            await pilot.pause()
            assert shown(app) == dark


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_text_stands_out(theme: Theme) -> None:
    inks = [theme.foreground, theme.accent, theme.success, theme.error, theme.warning, theme.variables["faint"]]
    for ground in (theme.background, theme.surface, theme.panel):
        for ink in inks:
            assert ratio(Color.parse(ink or ""), Color.parse(ground or "")) >= 4.5, (ink, ground)


@pytest.mark.parametrize(
    ("environment", "name"),
    [
        ({}, "quiz-dark"),
        ({"COLORFGBG": "0;15"}, "quiz-light"),
        ({"COLORFGBG": "15;default;0"}, "quiz-dark"),
        ({"TEXTUAL_THEME": "nord", "COLORFGBG": "0;15"}, "nord"),
    ],
)
def test_the_theme_to_begin_with(environment: dict[str, str], name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("COLORFGBG", "TEXTUAL_THEME"):
        monkeypatch.delenv(variable, raising=False)
    for variable, value in environment.items():
        monkeypatch.setenv(variable, value)

    assert beginning() == name


async def test_an_unknown_theme_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEXTUAL_THEME", "no such theme")
    app = staged(tmp_path)
    async with app.run_test(size=(80, 24)):
        assert app.theme == "quiz-dark"
