"""What is printed stays on its line, and a progress bar shows only where a person sees it."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from quiz.verbs.terminal import Progress, broken, complain, one_line, say

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


def test_a_line_is_broken_between_words() -> None:
    whole = "rivers.yaml:4:7: error[yaml]: an unquoted text stands here (put it in quotes)"

    assert broken(whole, 0) == broken(whole, 200) == broken(whole, len(whole)) == [whole]
    lines = broken(whole, 40)
    assert [line.removeprefix("  ") for line in lines] == [
        "rivers.yaml:4:7: error[yaml]: an",
        "unquoted text stands here (put it in",
        "quotes)",
    ]
    assert all(line.startswith("  ") for line in lines[1:])
    assert broken("見る見る " * 3, 20) == ["見る見る 見る見る", "  見る見る "]
    path = "/a/very/long/path/that/is/wider/than/any/terminal.yaml"
    assert broken(f"see {path}: no such file", 30) == ["see", f"  {path}:", "  no such file"]
    assert broken("a\nb " * 20, 30)[0] == "a\\nb a\\nb a\\nb a\\nb a\\nb a\\nb"


@pytest.mark.parametrize("verb", [["play"], ["fmt"], ["export", "-o", "x.apkg"], ["check"]])
def test_errors_of_every_verb_are_broken_between_words_on_a_terminal_alone(verb: list[str], tmp_path: Path) -> None:
    (tmp_path / "rivers.yaml").write_text("title: Rivers\ncards:\n  - question: Which river?\n    anwser: Tigris\n")
    command = [sys.executable, "-m", "quiz", *verb, "rivers.yaml"]
    inherited = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
    environment = inherited | {"PYTHONPATH": str(Path(__file__).parents[2])}
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 44, 0, 0))

    piped = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    subprocess.run(command, cwd=tmp_path, env=environment, stdout=theirs, stderr=theirs, check=False)

    os.close(theirs)
    shown = re.sub("\x1b[^m]*m|\r", "", os.read(ours, 65536).decode())
    os.close(ours)
    assert "unknown key `anwser` (did you mean `answer`?)" in piped.stdout + piped.stderr
    assert max(map(len, shown.splitlines())) <= 44
    assert "\n  key `anwser` (did you mean `answer`?)\n" in shown


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
    parts = []
    with contextlib.suppress(OSError):  # how a terminal ends that nobody writes to any more
        while part := os.read(ours, 10_000):
            parts.append(part)
    os.close(ours)
    shown = b"".join(parts).decode()

    assert ("1/2" in shown) == bool(bar)
    visible = [line.rpartition("\x1b[K")[2] for line in shown.split("\r\n")]
    assert visible[:2] == ["made a.md", "made bbbb"]
    assert max(len(part) for line in shown.split("\r\n") for part in line.split("\r")) <= 60 + len("\x1b[K")
