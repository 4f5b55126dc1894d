"""The screens of an exam as they look, at two sizes, held against text files."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from quiz.study.exams.paper import Rules
from quiz.tui.examining import ExamApp
from quiz.tui.screens.exam_missed import MissedScreen
from tests.study.exams.papers import Clocks
from tests.tui.exam_stage import MANY, RULES, TAGGED, plan_of, question, staged
from tests.tui.stage import KOBLENZ, SIZES, hold

pytestmark = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


async def test_an_exam(size: tuple[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clocks = Clocks()
    app = staged(tmp_path, monkeypatch, plan_of(number=99), clocks)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        hold(app, "exam-start")
        await pilot.press("enter")
        await pilot.pause()
        await answered(app, pilot, clocks)
        await pilot.press("1", "h")
        await pilot.pause()
        hold(app, "exam-confirm")
        await pilot.press("y")
        await pilot.pause()
        hold(app, "exam-failed")
        await pilot.press("enter")
        await pilot.pause()
        await gone_through(app, pilot)
        await pilot.press("r")
        await pilot.pause()
        hold(app, "exam-retake")


async def answered(app: ExamApp, pilot: Pilot[None], clocks: Clocks) -> None:
    """Answer a question of every way, and stand at one whose statement is to be judged."""
    screen = question(app)
    ways = {screen.exam.paper.items[place].card.id: place for place in range(len(screen.exam.replies))}
    for card, pressed, wound, name in (
        ("murray", ("2", "f", "down"), 61, "exam-choice"),
        ("tigris", (*"Tigrsi",), 0, "exam-typed"),
        ("steps", ("3",), 0, "exam-order"),
    ):
        screen.action_go(ways[card])
        await pilot.press(*pressed)
        clocks.wind(wound)
        screen.tick()
        await pilot.pause()
        hold(app, name)
    screen.action_go(ways["truth"])


async def gone_through(app: ExamApp, pilot: Pilot[None]) -> None:
    """Go through what was missed, and back to the result."""
    missed = []
    while isinstance(app.screen, MissedScreen):
        missed.append(app.screen.current.item.card.id)
        if missed[-1] in ("murray", "steps", "truth"):
            hold(app, f"exam-missed-{missed[-1]}")
        await pilot.press("enter")
        await pilot.pause()
    assert {"murray", "steps", "truth"} <= set(missed)


async def test_an_exam_that_is_passed(size: tuple[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    app = staged(tmp_path, monkeypatch, plan_of(TAGGED, rules=Rules(seed=7)), Clocks())
    async with app.run_test(size=size) as pilot:
        await pilot.press("enter")
        screen = question(app)
        for place, item in enumerate(screen.exam.paper.items):
            screen.attempt.go(place)
            screen.attempt.reply(item.card.answer)
        screen.ask()
        await pilot.press("f9", "y")
        await pilot.pause()
        hold(app, "exam-passed")


async def test_many_questions(size: tuple[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = staged(tmp_path, monkeypatch, plan_of(MANY, number=200), Clocks())
    async with app.run_test(size=size) as pilot:
        await pilot.press("enter")
        screen = question(app)
        for place in range(0, 200, 3):
            screen.attempt.go(place)
            screen.attempt.reply(screen.exam.item.question.options[0])
            if place % 7 == 0:
                screen.attempt.flag()
        screen.action_go(100)
        screen.action_flag()
        await pilot.pause()
        hold(app, "exam-many")
        await pilot.press("h")
        await pilot.pause()
        hold(app, "exam-many-confirm")


async def test_an_exam_that_was_left(size: tuple[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clocks = Clocks()
    monkeypatch.setenv("TZ", "UTC")
    app = staged(tmp_path, monkeypatch, plan_of(rules=RULES), clocks)
    async with app.run_test(size=size) as pilot:
        await pilot.press("enter")
        clocks.wind(90)
        question(app).attempt.reply(question(app).exam.item.card.answer)
        await pilot.press("f", "q")
        await pilot.pause()
        hold(app, "exam-leave")
        await pilot.press("y")
    clocks.wind(timedelta(days=1).total_seconds())
    again = staged(tmp_path, monkeypatch, plan_of(rules=RULES), clocks)
    async with again.run_test(size=size) as pilot:
        await pilot.pause()
        hold(again, "exam-left")
        await pilot.press("enter", "g")
        await pilot.pause()
        hold(again, "exam-go-to")


async def test_the_first_page_is_changed(
    size: tuple[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = staged(tmp_path, monkeypatch, plan_of(TAGGED, MANY), Clocks())
    async with app.run_test(size=size) as pilot:
        await pilot.press("9", "9", "9", "enter")
        await pilot.pause()
        hold(app, "exam-number")
        await pilot.press("escape", "slash", "r")
        await pilot.pause()
        hold(app, "exam-tags")


async def test_several_right_ones(size: tuple[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = staged(tmp_path, monkeypatch, plan_of(KOBLENZ), Clocks())
    async with app.run_test(size=size) as pilot:
        await pilot.press("enter")
        screen = question(app)
        place = next(place for place, item in enumerate(screen.exam.paper.items) if item.question.ticking)
        screen.action_go(place)
        await pilot.press("1", "3", "down", "f")
        await pilot.pause()
        hold(app, "exam-ticking")
        await pilot.press("f9", "y", "enter")
        await pilot.press(*["right"] * place)
        await pilot.pause()
        hold(app, "exam-missed-ticking")
