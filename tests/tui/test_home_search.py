"""Decks are looked for by their titles."""

from __future__ import annotations

from pathlib import Path

from textual.events import Key as Press

from quiz.tui.screens.home import HomeScreen
from quiz.tui.screens.study import StudyScreen
from tests.tui.shelves import DECKS, column, many, top
from tests.tui.stage import SIZES, keys, shown, staged


async def test_search_narrows_as_one_types(tmp_path: Path) -> None:
    app = staged(tmp_path, many(30))
    async with app.run_test(size=SIZES[0]) as pilot:
        await pilot.press("slash", *"NUMBER 2")
        assert column(app) == [
            "All 12 decks",
            "Deck number 2",
            "Deck number 12",
            *(f"Deck number {n}" for n in range(20, 30)),
        ]
        assert keys(app) == "enter to the list   esc all decks   f1 help"
        assert "▸ Deck number 2" in shown(app)
        await pilot.press("down", "enter")
        assert keys(app).startswith("enter study")
        assert "   esc all decks" in keys(app)
        await pilot.press("enter")
        assert isinstance(top(app), StudyScreen)
        assert top(app).session.current.deck.title == "Deck number 12"
        await pilot.press("escape", "escape")
        assert len(column(app)) == 37
        await pilot.press("slash", *"emile")
        assert column(app) == ["Émile [/ Zola"]
        await pilot.press("slash", "enter", "slash")
        assert column(app) == []
        assert keys(app).startswith("enter to the list")
        await pilot.press("enter", "enter", "s", "b", "c", "x", "escape", "q")
    assert not app.is_running


async def test_what_waits_is_told_of_the_decks_that_are_found(tmp_path: Path) -> None:
    app = staged(tmp_path, DECKS)
    async with app.run_test(size=SIZES[0]) as pilot:
        await pilot.press("slash", *"planets")
        await pilot.pause()
        assert "0 due · 7 new" in shown(app)
        await pilot.press("escape")
        await pilot.pause()
        assert "0 due · 13 new" in shown(app)


async def test_the_first_deck_found_is_chosen_until_one_chooses_otherwise(tmp_path: Path) -> None:
    app = staged(tmp_path, many(30))
    async with app.run_test(size=SIZES[0]) as pilot:
        await pilot.press("slash", *"deck")
        assert "▸ Deck number 0 " in shown(app)
        await pilot.press("down", "down", *" number")
        assert "▸ Deck number 2 " in shown(app)
        await pilot.press(*" 3")
        assert "▸ Deck number 3 " in shown(app)
        await pilot.press("enter", "home", "enter", "escape")
        assert "▸ All " in shown(app)
        await pilot.press("escape")
        assert isinstance(top(app), HomeScreen)
        assert top(app).list.cursor == 0


async def test_what_is_typed_at_once_behind_the_key_of_the_search_is_looked_for(tmp_path: Path) -> None:
    app = staged(tmp_path, DECKS)
    async with app.run_test(size=SIZES[0]) as pilot:
        for key in ("slash", *"planet"):
            app.post_message(Press(key, "/" if key == "slash" else key))
        await pilot.pause(0.2)
        assert isinstance(top(app), HomeScreen)
        assert column(app) == ["Planets"]
