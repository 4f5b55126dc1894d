"""What can be done to a card while it is studied: graded otherwise, undone, marked; each is said in words."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import Paste

from quiz.study.history import History
from quiz.study.model import Grade
from quiz.study.session import Item
from quiz.study.sitting import Sitting
from quiz.tui.app import QuizApp
from quiz.tui.screens.study import StudyScreen
from quiz.tui.screens.study.asking import BOUNCE
from tests.tui.canals import canals, kept, sitting, study
from tests.tui.stage import RIVERS, SIZES, hold, keys, shown, staged

SIZE = (80, 24)


async def test_a_grade_is_proposed_and_enter_takes_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quiz.tui.screens.study.asking.BOUNCE", 60)
    app = canals(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("2")
        assert "✓ right   1869" in shown(app)
        assert "1 again 1m     2 hard 6m   ▸ 3 good 10m     4 easy 8d" in shown(app)
        await pilot.press("2")
        assert "▸ 3 good 10m" in shown(app), "the same stroke twice grades nothing"
        monkeypatch.setattr("quiz.tui.screens.study.asking.BOUNCE", 0)
        await pilot.press("2")
        assert "▸ 2 hard 6m" in shown(app)
        assert "✓ right   1869" in shown(app)
        await pilot.press("enter")
        assert "Who dug" in shown(app)
        assert [review.grade for review in kept(app)] == [Grade.HARD]


async def test_a_right_answer_graded_again_is_not_called_wrong(tmp_path: Path) -> None:
    app = canals(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("2")
        await pilot.pause(BOUNCE)
        await pilot.press("1")
        assert "✗ again   right is 1869" in shown(app)
        assert "you said" not in shown(app)


async def test_i_was_right_is_one_key(tmp_path: Path) -> None:
    app = canals(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("1")
        assert "y I was right" in keys(app)
        await pilot.press("y")
        assert "✓ right" in shown(app)
        assert "by your own word" in shown(app)
        assert "▸ 3 good" in shown(app)
        assert "y I was right" not in keys(app)
        await pilot.press("1", "enter")
        assert [(review.grade, review.answer) for review in kept(app)] == [(Grade.AGAIN, "1859")]
        assert [item.card.id for item in sitting(app).session.queue] == ["lesseps", "panama", "plain", "suez"]


async def test_the_mouse_grades_too(tmp_path: Path) -> None:
    app = canals(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("2")
        row = next(at for at, line in enumerate(shown(app).splitlines()) if "easy" in line)
        await pilot.click(offset=(shown(app).splitlines()[row].index("easy"), row))
        await pilot.pause()
        assert "▸ 4 easy" in shown(app)


async def test_a_grade_stays_together_where_the_four_do_not_fit_side_by_side(tmp_path: Path) -> None:
    app = canals(tmp_path)
    async with app.run_test(size=(60, 15)) as pilot:
        await pilot.press("1")
        await pilot.pause()
        assert "  3 good 10m     4 easy" in shown(app)
        assert "2 hard 6m     3 good" not in shown(app)
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "2 hard 6m     3 good 10m     4 easy" in shown(app)


async def test_what_was_typed_is_shown_beside_another_form_of_it(tmp_path: Path) -> None:
    app = canals(tmp_path, "typed")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*"1869", "enter")
        assert "you typed" not in shown(app)
        await pilot.press("enter", *"lesseps", "enter")
        assert "✓ right   Ferdinand de Lesseps   you typed lesseps" in shown(app)


async def test_that_nothing_is_typed_is_said_only_while_it_is_so(tmp_path: Path) -> None:
    app = canals(tmp_path, "typed")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("enter")
        assert "nothing typed yet" in shown(app)
        await pilot.press("x")
        assert "nothing typed yet" not in shown(app)
        await pilot.press("backspace", "enter")
        assert "nothing typed yet" in shown(app)
        assert kept(app) == []


async def test_the_counter_tells_what_comes_back(tmp_path: Path) -> None:
    app = staged(tmp_path, (RIVERS,), "reveal")
    told = []
    async with app.run_test(size=SIZE) as pilot:
        for grade in "113333":
            await pilot.press("space")
            told.append(next(line for line in shown(app).splitlines() if " of 4" in line).partition("world")[2].strip())
            await pilot.press(grade)
    assert [words.partition("   ")[0] for words in told] == [
        "1 of 4",
        "2 of 4 · 1 to repeat",
        "3 of 4 · 2 to repeat",
        "4 of 4 · 2 to repeat",
        "4 of 4 · 2 to repeat",
        "4 of 4 · 1 to repeat",
    ]


async def test_what_cannot_be_kept_is_told_and_nothing_moves(tmp_path: Path) -> None:
    app = canals(tmp_path)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await pilot.press("1")
        before = sitting(app).session
        app.desk.history.close()
        for key in ("y", "z", "f", "u"):
            await pilot.press(key)
            assert sitting(app).session == before
        assert "Not kept" in shown(app)
        app.desk.history.database._open()
    history = History(tmp_path / "history.db")
    assert [review.grade for review in history.reviews()] == [Grade.AGAIN]
    history.close()


@pytest.mark.parametrize("mode", ["ahead", "cram"])
async def test_practice_says_that_the_schedule_is_left_alone(mode: str, tmp_path: Path) -> None:
    app = canals(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        deck = app._decks[0]
        cram = Sitting([Item(deck, card) for card in deck.cards], app.desk, None, "cram" if mode == "cram" else "ahead")
        app.push_screen(StudyScreen(cram))
        await pilot.pause()
        assert ("cram · 1 of 4" if mode == "cram" else "ahead of time · 1 of 4") in shown(app)
        await pilot.press("2")
        assert "1 again     2 hard   ▸ 3 good     4 easy\n" in shown(app)
        assert "practice: the schedule is left alone" in shown(app)
        assert app.desk.history.memories(["canals"]) == {}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_how_it_looks(size: tuple[int, int], tmp_path: Path) -> None:
    app = canals(tmp_path)
    async with app.run_test(size=size) as pilot:
        await pilot.press("1", "f")
        hold(app, "study-flagged")
        await pilot.press("y")
        hold(app, "study-i-was-right")
        await pilot.press("enter", *"Lessep", "enter")
        hold(app, "study-close")
        await pilot.press("u")
        hold(app, "study-undone")
        await pilot.press("enter", "enter", "z")
        hold(app, "study-suspended")
        await pilot.press(*"1881", "enter")
        hold(app, "study-evidence")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_a_leech_is_told_of(size: tuple[int, int], tmp_path: Path) -> None:
    app = canals(tmp_path, "typed", leech=1)
    deck = app._decks[0]
    for _time in range(2):
        earlier = Sitting([Item(deck, deck.cards[0])], app.desk, "typed")
        earlier.reply("1869")
    app = QuizApp([deck], app.desk.history, way="typed", clock=app.desk.clock, config=app.config, at_once=True)
    async with app.run_test(size=size) as pilot:
        app.push_screen(StudyScreen(Sitting([Item(deck, card) for card in deck.cards], app.desk, "typed")))
        await pilot.press(*"1859", "enter")
        assert "! leech, suspended: forgotten once" in shown(app)
        hold(app, "study-leech")
        await pilot.press("enter")
        assert "suez" not in [item.card.id for item in sitting(app).session.queue]


@pytest.mark.parametrize("width", [20, 40, 80])
async def test_the_last_line_is_never_cut(width: int, tmp_path: Path) -> None:
    app = canals(tmp_path)
    async with app.run_test(size=(width, 24)) as pilot:
        for press in ("1", "y", "enter", "f6"):
            await pilot.press(press)
            assert "…" not in keys(app)
            assert width < 40 or keys(app).endswith(" help")


async def test_pasted_lines_are_one_answer(tmp_path: Path) -> None:
    app = canals(tmp_path, "typed")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("x", "backspace")
        app.post_message(Paste("Ferdinand \n\n  de Lesseps\n"))
        await pilot.pause()
        assert study(app).line.value == "Ferdinand de Lesseps"
        app.post_message(Paste("\n"))
        await pilot.pause()
        assert study(app).line.value == "Ferdinand de Lesseps"
