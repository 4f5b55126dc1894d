"""`quiz play` on lines: through real pipes, and at a terminal with `--plain`."""

from __future__ import annotations

import contextlib
import os
import pty
import select
import subprocess
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from quiz.study.history import History
from tests.conftest import Run

DECK = """\
title: Rivers
id: rivers
cards:
  - {id: t, question: "Which river runs through Baghdad?\\e[31m", answer: Tigris}
  - {id: m, question: In what year?, answer: "1829", distractors: ["1813", "1826", "1907"]}
"""
ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one deck in `decks`."""
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "rivers.yaml").write_text(DECK, encoding="utf-8")
    return tmp_path


def environment(**more: str) -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(ROOT), "TERM": "xterm", "PYTHONUNBUFFERED": ""} | more


def played(folder: Path, lines: str, *options: str) -> subprocess.CompletedProcess[bytes]:
    """Play with some lines as the whole input."""
    return subprocess.run(
        [sys.executable, "-m", "quiz", "play", "--history", "kept.db", *options], cwd=folder, capture_output=True,
        input=lines.encode(), env=environment(), check=False,
    )  # fmt: skip


def kept(folder: Path) -> list[tuple[str, str, int]]:
    """The answers in the history: card, answer and grade."""
    history = History(folder / "kept.db")
    return [(review.card, review.answer, int(review.grade)) for review in history.reviews()]


def test_a_sitting_through_pipes(folder: Path) -> None:
    ended = played(folder, "tigris\n\n3\n4\n")
    told = ended.stdout.decode()
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert "Right: Tigris" in told
    assert "2 of 2 known at the first try." in told
    assert "\x1b" not in told
    assert kept(folder) == [("t", "tigris", 3), ("m", "1829", 4)]


@pytest.mark.parametrize(
    ("lines", "answers"),
    [
        (b"", []),
        (b"tigris", [("t", "tigris", 3)]),
        (b"euphrates\n", [("t", "euphrates", 1)]),
        (b"euphrates\ny\n", [("t", "euphrates", 3)]),
        (b"tigris\nu\n", []),
        (b"tigris\n\n2\n", [("t", "tigris", 3), ("m", "1826", 1)]),
        (b"\xff\xfe\x00\n", [("t", "\ufffd\ufffd\x00", 1)]),
    ],
)
@pytest.mark.parametrize("options", [(), ("--plain",), ("--all",)])
def test_the_end_of_input_ends_the_sitting_with_all_kept(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], lines: bytes,
    answers: list[tuple[str, str, int]],
) -> None:  # fmt: skip
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(lines)))

    ended = run("play", "--history", "kept.db", *options)

    assert (ended.status, ended.err) == (0, "")
    assert ("known at the first try." in ended.out) == bool(answers)
    assert kept(folder) == answers


def test_no_input_at_all_ends_the_sitting_too(folder: Path) -> None:
    ended = subprocess.run(
        f"{sys.executable} -m quiz play --history kept.db <&-", cwd=folder, shell=True, capture_output=True,
        env=environment(), check=False,
    )  # fmt: skip
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert "No question answered." in ended.stdout.decode()


def test_nothing_waiting_is_said(folder: Path) -> None:
    played(folder, "tigris\n4\n3\n4\n")
    ended = played(folder, "")
    assert ended.returncode == 0
    assert ended.stdout.decode().startswith("\nNothing is due, and no new cards are left.\nNext due in ")


def test_whoever_stops_reading_is_not_told_off(folder: Path) -> None:
    process = subprocess.Popen(
        f"yes tigris | {sys.executable} -m quiz play --history kept.db | head -2", cwd=folder, shell=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(),
    )  # fmt: skip
    out, err = process.communicate(timeout=60)
    assert (len(out.splitlines()), err) == (2, b"")


def test_a_line_is_no_wider_than_wanted(folder: Path) -> None:
    process = subprocess.run(
        [sys.executable, "-m", "quiz", "play", "--history", "kept.db"], cwd=folder, capture_output=True, text=True,
        stdin=subprocess.DEVNULL, env=environment(COLUMNS="30"), check=True,
    )  # fmt: skip
    assert max(map(len, process.stdout.splitlines())) <= 30
    assert "textual" not in process.stderr


@pytest.mark.parametrize("options", [["--plain"], []], ids=["plain", "dumb"])
def test_at_a_terminal_there_is_a_prompt(folder: Path, options: list[str]) -> None:
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "quiz", "play", "--history", "kept.db", *options], cwd=folder, stdin=theirs,
        stdout=theirs, stderr=theirs, env=environment(TERM="xterm" if options else "dumb"),
    )  # fmt: skip
    os.close(theirs)
    told = b""
    for wanted, line in ((b"\n> ", b"tigris\n"), (b"1 to 4.\r\n> ", b":q\n")):
        while wanted not in told:
            told += os.read(ours, 4096)
        told = b""
        os.write(ours, line)
    while True:
        try:
            told += os.read(ours, 4096)
        except OSError:
            break
    os.close(ours)
    assert process.wait() == 0
    assert b"1 of 1 known at the first try." in told
    assert kept(folder) == [("t", "tigris", 3)]


def test_the_editor_is_opened_at_a_terminal(folder: Path) -> None:
    editor = folder / "vi"
    editor.write_text('#!/bin/sh\necho "this is the editor $1"; sed -i "s/In what year/In which year/" "$2"\n')
    editor.chmod(0o755)
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "quiz", "play", "--plain", "--history", "kept.db"], cwd=folder, stdin=theirs,
        stdout=theirs, stderr=theirs, env=environment(EDITOR=str(editor), VISUAL=""),
    )  # fmt: skip
    os.close(theirs)
    told = b""
    for wanted, line in ((b"know.\r\n> ", b":e\n"), (b"changed.\r\n", b":z\n"), (b"1829\r\n", b"q\n")):
        while wanted not in told:
            told += os.read(ours, 4096)
        os.write(ours, line)
    with contextlib.suppress(OSError):  # the end, once all is said
        while part := os.read(ours, 4096):
            told += part
    os.close(ours)
    assert process.wait() == 0
    assert b"No question answered" in told
    assert told.index(b"this is the editor +4") < told.index(b"Read again: 1 card changed.")
    assert b"In which year?" in told


def test_without_a_terminal_no_editor_is_opened(folder: Path) -> None:
    told = played(folder, ":e\n").stdout.decode()
    assert "An editor needs a terminal: the card stands in decks/rivers.yaml, line 4." in " ".join(told.split())


def test_several_decks_are_chosen_from_unless_all_are_wanted(folder: Path) -> None:
    (folder / "decks" / "seas.yaml").write_text('title: Seas\ncards: [{question: "Which?", answer: Aral}]\n')
    ended = played(folder, "seas\nAral\n\nd\n1\ntigris\n")
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert [answer for _card, answer, _grade in kept(folder)] == ["Aral", "tigris"]
    assert "2. Seas: 0 due, 1 new, 1 card." in ended.stdout.decode()
    assert b"decks" not in played(folder, "", "--all").stdout


def test_what_is_asked_is_there_before_it_is_answered(folder: Path) -> None:
    """Another program at both ends can wait for the question."""
    process = subprocess.Popen(
        [sys.executable, "-m", "quiz", "play", "--history", "kept.db"], cwd=folder, bufsize=0,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment(),
    )  # fmt: skip
    assert process.stdin
    assert process.stdout
    with process:
        for asked, line in ((b"Type a word,", b"tigris\n"), (b"grade from 1 to 4.", b"q\n")):
            told = b""
            while asked not in told:
                assert select.select([process.stdout], [], [], 20)[0]
                told += process.stdout.read(4096)
            process.stdin.write(line)
        assert b"1 of 1 known at the first try." in process.stdout.read()
    assert process.returncode == 0


def test_no_screen_is_loaded(folder: Path) -> None:
    code = (
        "import sys; from quiz.verbs.play import play; from pathlib import Path; "
        "play([Path('decks')], Path('kept.db')); "
        "print([n for n in ('textual', 'rich', 'spacy') if n in sys.modules], file=sys.stderr)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, stdin=subprocess.DEVNULL, text=True, check=True,
        env=environment(),
    )  # fmt: skip
    assert ended.stderr == "[]\n"
