"""Keys and mouse: all can be done by either, the last line tells the truth, and keys can be changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import Key
from textual.screen import ModalScreen

from quiz.study.history import History
from quiz.study.model import Review
from quiz.tui.screens.help import HelpScreen
from quiz.tui.screens.home import HomeScreen
from quiz.tui.screens.study import StudyScreen
from quiz.tui.screens.summary import SummaryScreen
from quiz.tui.widgets.decklist import DeckList
from tests.tui.stage import PLANETS, RIVERS, click, keys, shown, staged

SIZE = (80, 24)


def kept(folder: Path) -> list[Review]:
    history = History(folder / "history.db")
    try:
        return list(history.reviews())
    finally:
        history.close()


async def test_a_whole_sitting_by_keys(tmp_path: Path) -> None:
    app = staged(tmp_path, (PLANETS, RIVERS))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("down", "down", "enter")
        assert keys(app) == "1-4 answer   0 don't know   f flag   z suspend   b bury   q stop   ? help"
        await pilot.press("down", "down", "down", "up")
        assert keys(app).startswith("1-4 answer   enter take it")
        await pilot.press("up", "down", "down", "enter")
        assert keys(app) == "1-4 grade   enter next   u undo   f flag   z suspend   q stop   ? help"
        assert "✓ right" in shown(app)
        await pilot.press("space")
        assert keys(app) == "enter answer   ^z undo   f6 flag   f7 suspend   f8 bury   esc stop   f1 help"
        await pilot.press(*"q?1", "enter")
        assert "you said q?1" in shown(app)
        await pilot.press("enter", "enter")
        assert keys(app) == "1-4 grade   enter next   u undo   f flag   z suspend   q stop   ? help"
        await pilot.press("4", "escape")
        assert isinstance(app.screen, SummaryScreen)
        await pilot.press("q")
        assert isinstance(app.screen, HomeScreen)
        assert app.screen.query_one(DeckList).cursor == 2
        await pilot.press("q")
    assert not app.is_running
    assert [review.card for review in kept(tmp_path)] == ["murray", "amazon", "nile"]
    assert [review.right for review in kept(tmp_path)] == [True, False, True]


async def test_a_whole_sitting_by_mouse(tmp_path: Path) -> None:
    app = staged(tmp_path, (PLANETS, RIVERS))
    async with app.run_test(size=SIZE) as pilot:
        await click(pilot, app, "Rivers")
        await click(pilot, app, "1829")
        assert "✓ right" in shown(app)
        await click(pilot, app, "1826")
        await click(pilot, app, "next")
        await pilot.press("enter", "enter")
        await click(pilot, app, "enter next")
        await click(pilot, app, "show the answer")
        await click(pilot, app, "easy")
        await click(pilot, app, "stop")
        await click(pilot, app, "enter done")
        assert isinstance(app.screen, HomeScreen)
    assert [review.grade for review in kept(tmp_path)] == [3, 1, 4]


async def test_every_word_of_the_last_line_can_be_clicked(tmp_path: Path) -> None:
    app = staged(tmp_path, (PLANETS, RIVERS))
    async with app.run_test(size=SIZE) as pilot:
        for go_on in ("down", "enter", "1", "space"):
            await click(pilot, app, " help")
            assert isinstance(app.screen, HelpScreen), go_on
            await click(pilot, app, "back")
            await pilot.press(go_on)
        await click(pilot, app, "f1 help")
        assert isinstance(app.screen, HelpScreen)
        await pilot.press("escape", "escape", "escape")
        await click(pilot, app, "enter study")
        assert isinstance(app.screen, StudyScreen)


@pytest.mark.parametrize("key", ["q", "escape", "ctrl+c", "ctrl+q"])
async def test_leaving_at_any_time_loses_nothing(key: str, tmp_path: Path) -> None:
    app = staged(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("3", key)
    assert [review.card for review in kept(tmp_path)] == ["murray"]


@pytest.mark.parametrize("opened", ["f1", "ctrl+p", "x,f6", "x,escape"])
@pytest.mark.parametrize("key", ["ctrl+c", "ctrl+q"])
async def test_quitting_at_once_works_over_what_takes_all_other_keys(key: str, opened: str, tmp_path: Path) -> None:
    app = staged(tmp_path, (PLANETS, RIVERS))
    async with app.run_test(size=SIZE) as pilot:
        for each in opened.split(","):
            await pilot.press(each)
            if each == "x":
                await pilot.press("enter")
        assert isinstance(app.screen, ModalScreen)
        await pilot.press(key)
        assert not app.is_running
    assert app.return_code == 0


async def test_leaving_before_any_answer_needs_no_summary(tmp_path: Path) -> None:
    app = staged(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("escape")
    assert not app.is_running

    app = staged(tmp_path, (PLANETS, RIVERS))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("a", "escape")
        assert isinstance(app.screen, HomeScreen)


async def test_an_empty_line_has_to_be_meant(tmp_path: Path) -> None:
    app = staged(tmp_path, (PLANETS,))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("enter")
        assert "enter once more" in shown(app)
        assert kept(tmp_path) == []
        await pilot.press("enter")
        assert "not known · right is Mercury" in shown(app)
        await pilot.press("enter", "enter")
        assert "enter once more" in shown(app)
    assert [review.right for review in kept(tmp_path)] == [False]


async def test_escape_clears_the_line_before_it_stops(tmp_path: Path) -> None:
    app = staged(tmp_path, (PLANETS, RIVERS))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("a", *"Merc")
        assert "esc clear" in keys(app)
        assert "stop" not in keys(app)
        await pilot.press("escape")
        assert "Merc" not in shown(app)
        assert "esc stop" in keys(app)
        await pilot.press(*"Venu")
        assert "Venu" in shown(app)
        await click(pilot, app, "esc clear")
        assert "Venu" not in shown(app)
        await pilot.press("escape")
        assert isinstance(app.screen, HomeScreen)
    assert kept(tmp_path) == []


async def test_a_line_sent_twice_answers_once(tmp_path: Path) -> None:
    app = staged(tmp_path, (PLANETS,))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*"Mercury")
        for _press in range(3):
            app.post_message(Key("enter", None))
        await pilot.pause()
        await pilot.pause()
    assert [review.answer for review in kept(tmp_path)] == ["Mercury"]


async def test_one_deck_or_all_at_once_begin_with_a_question(tmp_path: Path) -> None:
    for app in (staged(tmp_path), staged(tmp_path, (PLANETS, RIVERS), at_once=True)):
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause()
            assert isinstance(app.screen, StudyScreen)


async def test_one_deck_has_a_home_too(tmp_path: Path) -> None:
    app = staged(tmp_path, (RIVERS,), at_once=False)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)
        assert "▸ Rivers of the world" in shown(app)
        await pilot.press("enter", "q")
        assert isinstance(app.screen, HomeScreen)


async def test_going_on_when_nothing_waits(tmp_path: Path) -> None:
    app = staged(tmp_path, (PLANETS,), "reveal")
    async with app.run_test(size=SIZE) as pilot:
        for _card in PLANETS.cards:
            await app.screen.run_action("reveal")
            await app.screen.run_action("grade(4)")
        await pilot.pause()
        assert "7 of 7 known" in shown(app)
        await pilot.press("m")
        assert "number 1 from the Sun" in shown(app)
        await pilot.press("space", "3", "escape", "m")
        assert isinstance(app.screen, StudyScreen)
    assert len(kept(tmp_path)) == 8


async def test_an_answer_that_cannot_be_kept_is_asked_for_again(tmp_path: Path) -> None:
    app = staged(tmp_path)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await pilot.pause()
        app.desk.history.close()
        await pilot.press("3")
        await pilot.pause(0.1)
        assert "Not kept" in shown(app)
        assert keys(app).startswith("1-4 answer")
        app.desk.history.database._open()
        await pilot.press("3")
        assert "✓ right" in shown(app)
        assert "Not kept" not in shown(app)
        assert not app._notifications
    assert len(kept(tmp_path)) == 1


async def test_enter_with_nothing_chosen_says_how_to_choose(tmp_path: Path) -> None:
    app = staged(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("enter")
        assert "! choose by a digit" in shown(app)
        await pilot.press("down")
        assert "choose by a digit" not in shown(app)
        await pilot.press("enter")
    assert len(kept(tmp_path)) == 1
