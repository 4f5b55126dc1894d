"""`quiz check --watch` looks again when a deck changes, appears or goes, and only then."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from quiz.verbs.watching import CLEAR, watch
from tests.conftest import Run

DECK = "title: x\ncards:\n  - question: Why?\n    answer: so\n"


def test_it_looks_again_at_every_change(tmp_path: Path) -> None:
    deck = tmp_path / "a.yaml"
    deck.write_text(DECK)
    looks: list[list[str]] = []
    steps: list[Callable[[], object]] = [
        lambda: None,
        lambda: deck.write_text(DECK + "\n"),
        lambda: None,
        (tmp_path / "sub").mkdir,
        lambda: (tmp_path / "sub" / "b.yml").write_text(DECK),
        lambda: (tmp_path / "notes.txt").write_text("x"),
        lambda: deck.with_suffix(".lock").write_text("{}"),
        deck.unlink,
    ]

    def pause(_seconds: float) -> None:
        if not steps:
            raise KeyboardInterrupt
        steps.pop(0)()

    status = watch([tmp_path], lambda: looks.append(sorted(path.name for path in tmp_path.rglob("*.y*ml"))), pause)

    assert status == 0
    assert looks == [["a.yaml"], ["a.yaml"], ["a.yaml", "b.yml"], ["a.yaml", "b.yml"], ["b.yml"]]


def test_a_deck_that_is_named_may_come_later(tmp_path: Path) -> None:
    deck, looks = tmp_path / "a.yaml", []

    def pause(_seconds: float) -> None:
        if deck.exists():
            raise KeyboardInterrupt
        deck.write_text(DECK)

    watch([deck], lambda: looks.append(deck.exists()), pause)

    assert looks == [False, True]


@pytest.mark.parametrize("option", ["--fix", "--diff", "--json", "--github"])
def test_what_it_does_not_go_with(run: Run, option: str) -> None:
    assert run("check", "x.yaml", "--watch", option).status == 2


def test_an_interruption_ends_it_well(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(DECK)
    command = [sys.executable, "-m", "quiz", "check", "a.yaml", "--watch"]
    with subprocess.Popen(
        command, cwd=tmp_path, env=os.environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr
        assert process.stderr.readline() == "0 errors, 0 warnings\n"
        assert process.stderr.readline() == "watching for changes; Ctrl+C ends\n"
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (0, "", "")
    assert CLEAR not in out
