"""What `quiz play` begins with: a question where one deck's file is named or all are asked for, else the list."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run

DECK = "title: Rivers\ncards:\n  - question: Which river runs through Baghdad?\n    answer: Tigris\n"


@pytest.mark.parametrize(
    ("arguments", "at_once"),
    [
        ([], False),
        (["play"], False),
        (["play", "decks"], False),
        (["play", "decks/rivers.yaml"], True),
        (["play", "decks/rivers.yaml", "decks"], False),
        (["play", "--all"], True),
        (["play", "--all", "decks"], True),
        (["browse", "decks/rivers.yaml"], False),
    ],
)
def test_a_question_comes_first_only_where_one_deck_is_named(
    arguments: list[str], *, at_once: bool, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[dict[str, Any]] = []
    monkeypatch.setattr("quiz.verbs.play.at_terminal", lambda: True)
    monkeypatch.setattr("quiz.tui.app.run", lambda *_, **how: begun.append(how))
    monkeypatch.setenv("TERM", "xterm")
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "rivers.yaml").write_text(DECK)

    assert run(*arguments).status == 0
    assert [how["at_once"] for how in begun] == [at_once]
