"""Ticking several right options: by digits, by arrow keys and with the mouse; while one studies, and in an exam."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.study.judging.ordering import handed
from quiz.tui.app import QuizApp
from quiz.tui.screens.exam_missed import MissedScreen
from quiz.tui.screens.study import StudyScreen
from tests.tui import exam_stage
from tests.tui.stage import KOBLENZ, click, keys, shown, staged
from tests.tui.test_keys import SIZE, kept

RIGHT = ("Rhine", "Moselle")


def digits(app: QuizApp, *options: str) -> list[str]:
    """The digits of some options."""
    assert isinstance(app.screen, StudyScreen)
    return [str(app.screen.ticking.options.index(option) + 1) for option in options]


def row(app: QuizApp, words: str) -> str:
    """The line of the screen with some words, as far as it is about them."""
    return next(" ".join(line.split("│")[0].split()) for line in shown(app).splitlines() if words in line)


async def test_right_ones_are_ticked_by_digits(tmp_path: Path) -> None:
    app = staged(tmp_path, (KOBLENZ,))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        rhine, moselle, main = digits(app, *RIGHT, "Main")
        assert keys(app) == "1-5 tick   0 don't know   f flag   z suspend   b bury   q stop   ? help"
        await pilot.press(moselle, main, "6", rhine)
        assert row(app, "Main") == f"{main} [x] Main"
        assert keys(app).startswith("1-5 tick   enter answer   0 don't know")
        await pilot.press(main)
        assert row(app, "Main") == f"{main} [ ] Main"
        assert kept(tmp_path) == []
        await pilot.press("enter")
        assert "✓ right" in shown(app)
        assert row(app, "Rhine") == f"✓ {rhine} [x] Rhine"
        await pilot.press("space", "down")
        given = handed(option for option in app_options(app) if option in RIGHT)
    assert [(review.way, review.answer, review.right) for review in kept(tmp_path)] == [("choice", given, True)]


def app_options(app: QuizApp) -> tuple[str, ...]:
    """The options as they were shown."""
    assert isinstance(app.screen, StudyScreen)
    return app.screen.ticking.options


async def test_what_was_missed_and_what_was_wrong_is_told_beside_each(tmp_path: Path) -> None:
    app = staged(tmp_path, (KOBLENZ,))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        rhine, moselle, main, danube = digits(app, *RIGHT, "Main", "Danube")
        await pilot.press(rhine, main, danube, "enter")
        assert row(app, "Moselle  missed") == f"✓ {moselle} [ ] Moselle missed"
        assert row(app, "[x] Main") == f"✗ {main} [x] Main wrong: The Main reaches the Rhine at Mainz, ninety"
        assert row(app, "[x] Danube") == f"✗ {danube} [x] Danube wrong"
        assert row(app, "[x] Rhine") == f"✓ {rhine} [x] Rhine"
        assert "✗ wrong   1 of 2 ticked, and 2 wrong ones" in shown(app)
        await pilot.press("u")
        assert "[x]" not in shown(app)
        assert "missed" not in shown(app)
        await pilot.press(rhine, moselle, "enter")
        assert "✓ right" in shown(app)
    assert [review.right for review in kept(tmp_path)] == [True]


async def test_ticks_by_arrows_and_space(tmp_path: Path) -> None:
    app = staged(tmp_path, (KOBLENZ,))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("space", "enter")
        assert "tick all that are right, by digits" in shown(app)
        await pilot.press("down", "down", "space")
        assert "by digits" not in shown(app)
        assert row(app, "▸ 2").startswith("▸ 2 [x]")
        await pilot.press("up", "space", "space", "enter")
        await pilot.pause()
        assert len(kept(tmp_path)) == 1
        assert kept(tmp_path)[0].answer == app_options(app)[1]


async def test_ticks_by_mouse(tmp_path: Path) -> None:
    app = staged(tmp_path, (KOBLENZ,))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        for words in ("Moselle", "middle of the", "Rhine", "middle of the"):
            await click(pilot, app, words)
        await click(pilot, app, "enter answer")
        assert "✓ right" in shown(app)
        await click(pilot, app, "Danube")
        assert row(app, "Danube").endswith("[ ] Danube")
    assert [review.right for review in kept(tmp_path)] == [True]


async def test_what_one_does_not_know_is_told_without_blame(tmp_path: Path) -> None:
    app = staged(tmp_path, (KOBLENZ,))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("1", "0")
        await pilot.pause()
        assert "✗ not known" in shown(app)
        assert "missed" not in shown(app)
    assert [(review.answer, review.right) for review in kept(tmp_path)] == [("", False)]


async def test_the_next_question_has_one_right_answer(tmp_path: Path) -> None:
    app = staged(tmp_path, (KOBLENZ,))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("0", "enter")
        assert "[ ]" not in shown(app)
        assert keys(app).startswith("1-3 answer")
        await pilot.press("1")
    assert [review.way for review in kept(tmp_path)] == ["choice", "choice"]


async def test_an_exam_keeps_each_tick_until_it_is_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = exam_stage.staged(tmp_path, monkeypatch, exam_stage.plan_of(KOBLENZ))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("enter")
        screen = exam_stage.question(app)
        place = next(place for place, item in enumerate(screen.exam.paper.items) if item.question.ticking)
        options = screen.exam.paper.items[place].question.options
        screen.action_go(place)
        await pilot.press("2")
        assert screen.exam.replies[place].given == options[1]
        assert place not in screen.exam.open
        screen.action_go(1 - place)
        screen.action_go(place)
        assert f"2  [x] {options[1]}"[:30] in shown(app)
        await pilot.press("5", "1", "2")
        assert screen.exam.replies[place].given == f"{options[0]}\n{options[4]}"
        screen.action_go(1 - place)
        assert screen.exam.replies[place].changes == 1
        screen.action_go(place)
        await pilot.press("0")
        assert screen.exam.replies[place].given == ""
        assert "[x]" not in shown(app)
        await pilot.press(*[str(options.index(option) + 1) for option in (*RIGHT, "Main")], "f9", "y")
        await pilot.press("enter")
        missed = app.screen
        assert isinstance(missed, MissedScreen)
        while missed.current.place != place:
            await pilot.press("right")
        assert "✓" in row(app, "[x] Moselle")
        assert "wrong: The Main" in shown(app)
        assert f"question {place + 1} · 1 of 2 points" in shown(app)
