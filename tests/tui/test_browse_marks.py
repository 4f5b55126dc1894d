"""What is done to cards in browse: marked, practised, edited; all of it can be taken back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from quiz.deck.model import Card, Deck
from quiz.study.model import Marks
from quiz.tui import editing
from quiz.tui.app import QuizApp
from quiz.tui.screens.browse import BrowseScreen
from quiz.tui.screens.study import StudyScreen
from tests.tui.browsing import MURRAY, found, marks, staged_browser, top
from tests.tui.stage import RIVERS, SIZES, keys, shown


async def test_a_suspended_card_is_not_due(tmp_path: Path) -> None:
    app = staged_browser(tmp_path)
    async with app.run_test(size=SIZES[0]) as pilot:
        await pilot.press(*"murray", "enter")
        await pilot.pause()
        assert "· due " in shown(app)
        await pilot.press("z")
        await pilot.pause()
        assert "‖ suspended" in shown(app)
        assert "· due" not in shown(app)


async def test_marks_are_given_and_taken_back(tmp_path: Path) -> None:
    app = staged_browser(tmp_path)
    async with app.run_test(size=SIZES[0]) as pilot:
        await pilot.press(*"murray", "enter")
        memory = app.desk.history.memory(MURRAY)
        assert "z suspend" in keys(app)
        await pilot.press("z")
        assert marks(app) == Marks(suspended=True)
        assert "z resume" in keys(app)
        assert "‖ suspended" in shown(app)
        await pilot.press("f", "z", "r")
        assert marks(app) == Marks(flagged=True)
        assert app.desk.history.memory(MURRAY) == memory
        assert "the same key once more does it" in shown(app)
        await pilot.press("f", "r", "r")
        assert app.desk.history.memory(MURRAY) is None
        assert "○ new" in shown(app)
        await pilot.press("u")
        assert app.desk.history.memory(MURRAY) == memory
        assert "taken back: reset" in shown(app)
        await pilot.press("u", "u", "u", "u", "u", "u")
        assert marks(app) == Marks()
        assert "u undo" not in keys(app)


async def test_a_mark_that_cannot_be_kept_is_said(tmp_path: Path) -> None:
    app = staged_browser(tmp_path)
    async with app.run_test(size=SIZES[0], notifications=True) as pilot:
        await pilot.press("enter")
        app.desk.history.close()
        await pilot.press("f")
        await pilot.pause(0.1)
        assert "Not kept" in shown(app)
        app.desk.history.database._open()
        await pilot.press("f")
        assert marks(app).flagged
        assert "Not kept" not in shown(app)
        assert not app._notifications


async def test_what_is_shown_is_practised(tmp_path: Path) -> None:
    app = staged_browser(tmp_path)
    async with app.run_test(size=SIZES[0]) as pilot:
        await pilot.press(*"river", "enter", "c")
        assert isinstance(top(app), StudyScreen)
        assert top(app).sitting.mode == "cram"
        assert {item.card.id for item in top(app).session.queue} == {"amazon", "tigris"}
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(top(app), BrowseScreen)
        assert len(found(app)) == 2


async def test_a_card_is_edited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = staged_browser(tmp_path)
    asked: list[Card] = []

    def edit(_app: QuizApp, _deck: Deck, card: Card) -> Deck | None:
        asked.append(card)
        changed = tuple(replace(each, answer="Euphrates") if each.id == card.id else each for each in RIVERS.cards[1:])
        return replace(RIVERS, cards=changed) if len(asked) > 1 else None

    monkeypatch.setattr(editing, "edit_card", edit)
    async with app.run_test(size=SIZES[0]) as pilot:
        await pilot.press(*"tigris", "enter")
        assert "e edit" in keys(app)
        await pilot.press("e")
        assert found(app) == ["tigris"]
        await pilot.press("slash", *["backspace"] * 6, *"baghdad", "enter", "e")
        await pilot.pause()
        await pilot.pause()
        assert [card.id for card in asked] == ["tigris", "tigris"]
        assert "Euphrates" in shown(app)
        await pilot.press("escape", "escape")
        assert len(found(app)) == 12
