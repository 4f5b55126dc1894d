"""Cards are marked while they are studied, and every step is taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.study.model import Grade
from quiz.tui.screens.study import StudyScreen
from quiz.tui.screens.summary import SummaryScreen
from tests.tui.canals import at, canals, kept, sitting, study
from tests.tui.stage import PLANETS, RIVERS, keys, shown, staged
from tests.tui.test_studying import SIZE


async def test_undo_goes_back_any_number_of_steps(tmp_path: Path) -> None:
    app = staged(tmp_path, (RIVERS,), "reveal")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("space", "3", "f", "b", "space", "4", "z")
        told = []
        while "u undo" in keys(app):
            await pilot.press("u")
            told.append(next(line.strip() for line in shown(app).splitlines() if "taken back" in line))
        assert told[-1] == "taken back: the answer to this question; nothing more is left to take back"
        assert {line.removeprefix("taken back: ").partition(";")[0] for line in told} == {
            "the answer to this question",
            "flagging this card",
            "burying this card",
            "suspending this card",
        }
        assert kept(app) == []
        assert app.desk.history.marks(["rivers"]) == {}
        assert "how well did you know it?" in shown(app)
        assert "undo" not in keys(app)


async def test_undo_takes_i_was_right_back_and_then_the_answer(tmp_path: Path) -> None:
    app = canals(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("1", "y", "u")
        assert "taken back: your own grade of this answer" in shown(app)
        assert "✗ wrong   you said 1859 · right is 1869" in shown(app)
        assert "▸ 1 again" in shown(app)
        assert [(review.grade, review.right) for review in kept(app)] == [(Grade.AGAIN, False)]
        await pilot.press("u")
        assert "taken back: the answer to this question" in shown(app)
        assert "1-4 answer" in keys(app)
        assert kept(app) == []


async def test_undo_while_an_answer_is_typed(tmp_path: Path) -> None:
    app = staged(tmp_path, (PLANETS,))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*"Mercury", "enter", "enter", "u")
        assert study(app).line.value == "u"
        await pilot.press("ctrl+z")
        assert "number 1 from" in shown(app)
        assert study(app).line.value == ""
        assert kept(app) == []


async def test_the_last_step_that_can_be_taken_back_is_told(tmp_path: Path) -> None:
    app = staged(tmp_path, (PLANETS,), "reveal")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("f", "f", "u")
        assert "nothing more" not in shown(app)
        await pilot.press("u")
        assert "taken back: flagging this card; nothing more is left to take back" in shown(app)


async def test_what_is_typed_so_far_outlives_a_flag_taken_back(tmp_path: Path) -> None:
    app = staged(tmp_path, (PLANETS,))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*"Merc", "f6", "ctrl+z")
        assert "taken back: flagging this card" in shown(app)
        await pilot.press(*"ury")
        assert study(app).line.value == "Mercury"


async def test_the_last_answer_can_be_taken_back_from_the_summary(tmp_path: Path) -> None:
    app = staged(tmp_path, (PLANETS,), "reveal")
    async with app.run_test(size=SIZE) as pilot:
        for _card in PLANETS.cards:
            await app.screen.run_action("reveal")
            await app.screen.run_action("grade(4)")
        await pilot.pause()
        assert at(app, SummaryScreen)
        assert "u undo" in keys(app)
        await pilot.press("u")
        assert at(app, StudyScreen)
        assert "number 7 from" in shown(app)
        assert "how well did you know it?" in shown(app)
        await pilot.press("2")
        assert at(app, SummaryScreen)
        assert [review.grade for review in kept(app)][-1] == Grade.HARD


async def test_a_card_suspended_by_slip_is_no_dead_end(tmp_path: Path) -> None:
    app = staged(tmp_path, (PLANETS,), "reveal")
    async with app.run_test(size=SIZE) as pilot:
        for _card in PLANETS.cards:
            await app.screen.run_action("suspend")
        await pilot.pause()
        assert at(app, SummaryScreen)
        assert "No card was answered." in shown(app)
        await pilot.press("u")
        assert "number 7 from" in shown(app)


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("z", "suspended: not asked until you resume it (u takes it back)"),
        ("b", "buried: not asked before tomorrow (u takes it back)"),
        ("rr", "reset: the card is new again"),
    ],
)
async def test_a_card_put_away_says_so_and_the_next_is_asked(key: str, words: str, tmp_path: Path) -> None:
    app = canals(tmp_path, "reveal")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("space", *key)
        assert words in shown(app)
        assert "Who dug" in shown(app)
        await pilot.press("u")
        assert "Suez Canal opened" in shown(app)
        assert "how well did you know it?" in shown(app)
        assert app.desk.history.marks(["canals"]) == {}


async def test_a_reset_has_to_be_meant(tmp_path: Path) -> None:
    app = canals(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        for keys_pressed in ("r", "fr", "f"):
            await pilot.press(*keys_pressed)
            assert sitting(app).session.current.card.id == "suez"
            assert ("the same key once more does it" in shown(app)) == keys_pressed.endswith("r")
        await pilot.press("r", "r")
        assert sitting(app).session.current.card.id == "lesseps"


async def test_a_flag_is_a_sign_and_a_word(tmp_path: Path) -> None:
    app = canals(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("f")
        assert "⚑ flagged · 1 of 4" in shown(app)
        await pilot.press("2")
        assert "⚑ flagged · 1 of 4" in shown(app)
        await pilot.press("f")
        assert "flagged · 1" not in shown(app)
        assert "no longer flagged" in shown(app)


async def test_the_summary_says_what_was_put_off(tmp_path: Path) -> None:
    app = staged(tmp_path, (RIVERS,), "reveal")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("b", "z")
        while not isinstance(app.screen, SummaryScreen):
            await pilot.press("b")
            await pilot.pause()
        buried = sum(marks.buried is not None for marks in app.desk.history.marks(["rivers"]).values())
        told = " ".join(shown(app).split())
        assert f"{buried} buried until tomorrow, 1 suspended until you resume it (u takes the last step back)" in told
        await pilot.press("u")
        assert "taken back: burying this card" in shown(app)
