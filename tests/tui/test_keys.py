"""Keys and mouse: all can be done by either, the last line tells the truth, and keys can be changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.binding import Binding
from textual.events import Key
from textual.pilot import Pilot

from quiz.study.history import History
from quiz.study.model import Review
from quiz.tui.app import QuizApp
from quiz.tui.screens.help import HelpScreen
from quiz.tui.screens.home import DeckList, HomeScreen
from quiz.tui.screens.study import StudyScreen
from quiz.tui.screens.summary import SummaryScreen
from quiz.tui.widgets.answer import AnswerLine
from quiz.tui.widgets.ordering import Ordering
from tests.tui.stage import BRIDGES, PLANETS, RIVERS, STEPS, keys, lines, shown, staged

SIZE = (80, 24)


def kept(folder: Path) -> list[Review]:
    history = History(folder / "history.db")
    try:
        return list(history.reviews())
    finally:
        history.close()


def place(app: QuizApp, words: str) -> tuple[int, int]:
    """Find words on the screen: column and line."""
    for row, line in enumerate(lines(app)):
        if words in line:
            return line.index(words), row
    raise AssertionError(f"{words!r} is not on the screen:\n{shown(app)}")


async def click(pilot: Pilot[None], app: QuizApp, words: str) -> None:
    await pilot.click(offset=place(app, words))
    await pilot.pause()


async def test_a_whole_sitting_by_keys(tmp_path: Path) -> None:
    app = staged(tmp_path, (PLANETS, RIVERS))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("down", "enter")
        assert keys(app) == "1-4 answer   0 don't know   q stop   ? help"
        await pilot.press("down", "down", "down", "up")
        assert keys(app).startswith("1-4 answer   enter take it")
        await pilot.press("up", "down", "down", "enter")
        assert keys(app) == "enter next   q stop   ? help"
        assert "✓ right" in shown(app)
        await pilot.press("space")
        assert keys(app) == "enter answer   esc stop   f1 help"
        await pilot.press(*"q?1", "enter")
        assert "you said q?1" in shown(app)
        await pilot.press("enter", "enter")
        assert keys(app) == "1-4 grade   q stop   ? help"
        await pilot.press("4", "escape")
        assert isinstance(app.screen, SummaryScreen)
        await pilot.press("q")
        assert isinstance(app.screen, HomeScreen)
        assert app.screen.query_one(DeckList).highlighted == 1
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


@pytest.mark.parametrize("key", ["q", "escape", "ctrl+c", "ctrl+q"])
async def test_leaving_at_any_time_loses_nothing(key: str, tmp_path: Path) -> None:
    app = staged(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("3", key)
    assert [review.card for review in kept(tmp_path)] == ["murray"]


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


async def test_keys_can_be_changed(tmp_path: Path) -> None:
    app = staged(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        app.set_keymap({"study.choose.3": "c", "study.next": "n"})
        await pilot.press("3")
        assert kept(tmp_path) == []
        await pilot.press("c")
        assert keys(app) == "q stop   n next   ? help"
        await pilot.press("question_mark")
        assert "n                 next" in shown(app)
        await pilot.press("q", "n")
        assert isinstance(app.screen, StudyScreen)
        assert app.screen.session.position == 2
    assert len(kept(tmp_path)) == 1


@pytest.mark.parametrize(
    "holder", [QuizApp, HomeScreen, DeckList, StudyScreen, AnswerLine, Ordering, SummaryScreen, HelpScreen]
)
def test_every_binding_has_an_id_of_its_own(holder: type) -> None:
    bindings = vars(holder)["BINDINGS"]
    assert all(isinstance(binding, Binding) and binding.id and binding.description for binding in bindings)
    assert len({binding.id for binding in bindings}) == len(bindings)


async def test_an_answer_that_cannot_be_kept_is_asked_for_again(tmp_path: Path) -> None:
    app = staged(tmp_path)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await pilot.pause()
        app._history.close()
        await pilot.press("3")
        await pilot.pause(0.1)
        assert "Not kept" in shown(app)
        assert keys(app).startswith("1-4 answer")
        app._history._open()
        await pilot.press("3")
        assert "✓ right" in shown(app)
    assert len(kept(tmp_path)) == 1


async def test_help_lists_every_key_of_the_screen(tmp_path: Path) -> None:
    app = staged(tmp_path, (PLANETS,))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("f1")
        assert isinstance(app.screen, HelpScreen)
        for words in ("1-4", "don't know", "show the answer", "grade", "q esc", "quit at once", "dark or light"):
            assert words in shown(app)
        await pilot.press("f1")
        assert isinstance(app.screen, StudyScreen)
        await pilot.press("f2")
        assert app.theme == "quiz-light"


def digits(app: QuizApp) -> list[str]:
    """The digits of the items, in their right order."""
    assert isinstance(app.screen, StudyScreen)
    return [str(app.screen.ordering.options.index(item) + 1) for item in STEPS]


async def test_an_order_by_digits(tmp_path: Path) -> None:
    app = staged(tmp_path, (BRIDGES,))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        first, second, third = digits(app)
        assert keys(app) == "1-3 put next   0 don't know   q stop   ? help"
        await pilot.press(third, "4", "enter")
        assert keys(app) == "1-3 put next   bksp undo   0 don't know   q stop   ? help"
        await pilot.press("backspace", first, second)
        assert keys(app) == "1-3 put next   enter answer   bksp undo   0 don't know   q stop   ? help"
        await pilot.press("backspace", second)
        assert kept(tmp_path) == []
        await pilot.press("enter")
        assert "✓ right" in shown(app)
        assert keys(app) == "enter next   q stop   ? help"
        await pilot.press("1", "backspace", "up")
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
