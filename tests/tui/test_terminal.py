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
from pathlib import Path

import pytest
from textual.color import Color
from textual.theme import Theme

from quiz.study.history import History
from quiz.tui.themes import DARK, LIGHT, preferred
from tests.tui.stage import shown, staged

PROGRAM = "from tests.tui.stage import RIVERS; from quiz.tui.app import run; run([RIVERS], HISTORY)"
ESCAPES = re.compile(r"\x1b(?:\[[0-9;?>]*[a-zA-Z]|\][^\x07\x1b]*(?:\x07|\x1b\\\\))")


def read_until(terminal: int, words: str) -> str:
    """Read a terminal until words stand on it."""
    seen, start = "", time.monotonic()
    while words not in ESCAPES.sub("", seen):
        assert time.monotonic() - start < 20, f"{words!r} never came: {seen!r}"
        if select.select([terminal], [], [], 0.1)[0]:
            seen += os.read(terminal, 65536).decode(errors="replace")
    return seen


def test_killed_after_an_answer(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    program = f"from pathlib import Path; HISTORY = Path({str(path)!r}); {PROGRAM}"
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ.update(TERM="xterm-256color", NO_COLOR="1")
        os.chdir(Path(__file__).parents[2])
        os.execv(sys.executable, [sys.executable, "-c", program])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    try:
        read_until(terminal, "In what year")
        os.write(terminal, b"2")
        said = read_until(terminal, "wrong")
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(terminal)

    assert "✗ wrong" in ESCAPES.sub("", said)
    history = History(path)
    assert [(review.card, review.answer, review.right) for review in history.reviews()] == [("murray", "1826", False)]
    history.close()


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
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ.update(TERM="xterm-256color", PYTHONPATH=str(Path(__file__).parents[2]))
        os.chdir(tmp_path)
        os.execv(sys.executable, [sys.executable, "-c", f"KIND = {kind!r}\n{FAILING}"])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 200, 0, 0))
    try:
        read_until(terminal, "Which one?")
        os.write(terminal, b" ")
        said = read_until(terminal, line.rstrip())
        while more := _rest(terminal):
            said += more
    finally:
        _, status = os.waitpid(pid, 0)
        os.close(terminal)

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
        await pilot.press("f2")
        assert shown(app) == dark


def luminance(color: Color) -> float:
    """Return the relative luminance of WCAG 2.2."""
    parts = [part / 255 for part in (color.r, color.g, color.b)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_text_stands_out(theme: Theme) -> None:
    inks = [theme.foreground, theme.accent, theme.success, theme.error, theme.warning, theme.variables["faint"]]
    for ground in (theme.background, theme.surface, theme.panel):
        for ink in inks:
            pair = sorted(luminance(Color.parse(color or "")) for color in (ink, ground))
            assert (pair[1] + 0.05) / (pair[0] + 0.05) >= 4.5, (ink, ground)


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

    assert preferred() == name


async def test_an_unknown_theme_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEXTUAL_THEME", "no such theme")
    app = staged(tmp_path)
    async with app.run_test(size=(80, 24)):
        assert app.theme == "quiz-dark"
