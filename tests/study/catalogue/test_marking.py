"""Marks given while browsing: kept at once, seen at once, and taken back one by one."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.errors import QuizError
from quiz.study.catalogue.marking import Marking, opened
from quiz.study.catalogue.states import word
from quiz.study.history import History
from quiz.study.model import Marks
from quiz.study.sitting import Desk, Sitting
from tests.study.sample_decks import MORNING, deck_of


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(History(tmp_path / "h.db"), lambda: MORNING)


def test_marks_are_kept_seen_and_taken_back(desk: Desk) -> None:
    deck = deck_of(3)
    sitting = Sitting.over([deck], desk)
    sitting.reply("Answer 0")
    found, marking = opened([deck], desk), Marking(desk)
    assert [word(found.state(row)) for row in range(3)] == ["learning", "new", "new"]
    key = ("rivers", "rivers0")
    memory = desk.history.memory(key)

    marking.mark(found, 0, "flag")
    marking.mark(found, 0, "suspend")
    assert desk.history.marks(["rivers"]) == {key: Marks(suspended=True, flagged=True)}
    assert word(found.state(0)) == "suspended"
    marking.mark(found, 0, "reset")
    assert word(found.state(0)) == "new"
    assert desk.history.memory(key) is None

    assert [marking.undo(found) for _time in range(4)] == ["reset", "suspend", "flag", None]
    assert not marking.undoable
    assert desk.history.memory(key) == memory
    assert desk.history.marks(["rivers"]) == {}
    assert word(found.state(0)) == "learning"
    assert len(list(desk.history.reviews())) == 1


def test_a_mark_that_cannot_be_kept_is_not_given(desk: Desk) -> None:
    found, marking = opened([deck_of(1)], desk), Marking(desk)
    desk.history.close()

    with pytest.raises(QuizError):
        marking.mark(found, 0, "suspend")
    assert not marking.undoable
