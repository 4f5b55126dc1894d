"""Putting items in order: by digits, by arrow keys and with the mouse."""

from __future__ import annotations

from pathlib import Path

from quiz.errors import Place
from quiz.tui.app import QuizApp
from quiz.tui.keymap import keymap
from quiz.tui.screens.study import StudyScreen
from tests.tui.stage import BRIDGES, STEPS, click, keys, shown, staged
from tests.tui.test_keys import SIZE, kept


async def test_items_are_shown_and_put_by_the_keys_in_use(tmp_path: Path) -> None:
    app = staged(tmp_path, (BRIDGES,))
    async with app.run_test(size=SIZE) as pilot:
        app.set_keymap(keymap({"order.place.2": "ctrl+x"}, lambda _name: Place("config.toml")))
        await pilot.press("2", "ctrl+x")
        row = next(line.split() for line in shown(app).splitlines() if "^x" in line)
        assert row[:2] == ["^x", "1st"]


def digits(app: QuizApp) -> list[str]:
    """The digits of the items, in their right order."""
    assert isinstance(app.screen, StudyScreen)
    return [str(app.screen.ordering.options.index(item) + 1) for item in STEPS]


async def test_an_order_by_digits(tmp_path: Path) -> None:
    app = staged(tmp_path, (BRIDGES,))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        first, second, third = digits(app)
        assert keys(app) == "1-3 put next   0 don't know   f flag   z suspend   b bury   q stop   ? help"
        await pilot.press(third, "4", "enter")
        assert keys(app) == "1-3 put next   bksp back   0 don't know   f flag   q stop   ? help"
        await pilot.press("backspace", first, second)
        assert keys(app) == "1-3 put next   enter answer   bksp back   0 don't know   q stop   ? help"
        await pilot.press("backspace", second)
        assert kept(tmp_path) == []
        await pilot.press("enter")
        assert "✓ right" in shown(app)
        assert keys(app) == "1-4 grade   enter next   u undo   f flag   z suspend   q stop   ? help"
        await pilot.press("backspace", "up")
        assert "✓ right" in shown(app)
    assert [(review.way, review.answer, review.right) for review in kept(tmp_path)] == [
        ("choice", "\n".join(STEPS), True)
    ]


async def test_an_item_that_has_a_place_loses_it_when_it_is_picked_again(tmp_path: Path) -> None:
    app = staged(tmp_path, (BRIDGES,))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        first, second, _third = digits(app)
        await pilot.press(second, second, first, second, "enter")
        assert "✓ right" in shown(app)


async def test_enter_says_what_is_missing_of_an_order(tmp_path: Path) -> None:
    app = staged(tmp_path, (BRIDGES,))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("enter")
        assert "3 of 3 items have no place yet" in shown(app)
        await pilot.press("2")
        assert "no place yet" not in shown(app)
        await pilot.press("enter")
        assert "2 of 3 items have no place yet" in shown(app)
    assert kept(tmp_path) == []


async def test_the_key_of_the_item_that_was_placed_by_itself_changes_nothing(tmp_path: Path) -> None:
    app = staged(tmp_path, (BRIDGES,))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.press(*digits(app), "enter")
        assert "✓ right" in shown(app)
    assert [review.right for review in kept(tmp_path)] == [True]


async def test_an_order_by_arrows(tmp_path: Path) -> None:
    app = staged(tmp_path, (BRIDGES,))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("down", "enter", "enter")
        assert shown(app).count("1st") == 1
        assert "2nd" not in shown(app)
        await pilot.press("up", "enter", "enter")
        await pilot.pause()
        assert len(kept(tmp_path)) == 1
        assert "1st" in shown(app)


async def test_an_order_by_mouse(tmp_path: Path) -> None:
    app = staged(tmp_path, (BRIDGES,))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await click(pilot, app, "The chain bridge")
        await click(pilot, app, "mills that stood")
        await click(pilot, app, "enter answer")
        assert "✓ right" in shown(app)
        await click(pilot, app, "mills that stood")
    assert [review.right for review in kept(tmp_path)] == [True]


async def test_what_one_does_not_know_of_an_order_is_told(tmp_path: Path) -> None:
    app = staged(tmp_path, (BRIDGES,))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("1", "0")
        await pilot.pause()
        assert "✗ not known" in shown(app)
        assert "you put it" not in shown(app)
    assert [(review.answer, review.right) for review in kept(tmp_path)] == [("", False)]
