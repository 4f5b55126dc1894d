"""What is printed stays on its line, and a progress bar shows only where a person sees it."""

from __future__ import annotations

import os
import pty
import subprocess
import sys

import pytest

from quiz.verbs.terminal import Progress, complain, one_line, say

PROGRESS = """
from quiz.verbs.terminal import Progress, say
bar = Progress(2)
for name in ("a.md", "b" * 300):
    with bar.step(name):
        pass
    say(f"made {name[:4]}")
"""


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Größe – 5 €, 中文, 😀", "Größe – 5 €, 中文, 😀"),
        ("a\nb\tc\r", "a\\nb\\tc\\r"),
        ("\x1b]0;owned\x07", "\\x1b]0;owned\\x07"),
        ("line\u2028separator\x85", "line\\u2028separator\\x85"),
        ("not utf-8: \udcff", "not utf-8: \\udcff"),
    ],
)
def test_control_characters_are_shown_as_escapes(text: str, shown: str) -> None:
    assert one_line(text) == shown


def test_results_and_complaints_go_to_their_own_streams(capsys: pytest.CaptureFixture[str]) -> None:
    say("made")
    complain("failed")

    assert capsys.readouterr() == ("made\n", "failed\n")


def test_there_is_no_bar_without_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with Progress(3).step("a.md"):
        pass

    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(("terminal", "bar"), [("xterm", "1/2"), ("dumb", "")])
def test_the_bar_leaves_a_clear_line_behind(terminal: str, bar: str) -> None:
    ours, theirs = pty.openpty()
    environment = os.environ | {"TERM": terminal, "COLUMNS": "60"}
    subprocess.run([sys.executable, "-c", PROGRESS], stdout=theirs, stderr=theirs, env=environment, check=True)
    os.close(theirs)
    shown = os.read(ours, 10_000).decode()
    os.close(ours)

    assert ("1/2" in shown) == bool(bar)
    visible = [line.rpartition("\x1b[K")[2] for line in shown.split("\r\n")]
    assert visible[:2] == ["made a.md", "made bbbb"]
    assert max(len(part) for line in shown.split("\r\n") for part in line.split("\r")) <= 60 + len("\x1b[K")
