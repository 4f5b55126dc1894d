"""How an exam ends: handed in, out of time, left, given up; its result is written, or it is said why not."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from quiz.errors import QuizError
from quiz.study.exams.paper import Rules
from quiz.study.history import History
from quiz.study.history.exams import Exams
from quiz.tui.screens.exam import ExamScreen
from quiz.tui.screens.exam_missed import MissedScreen
from quiz.tui.screens.exam_result import ExamResultScreen
from tests.study.exams.papers import Clocks
from tests.tui.exam_stage import MANY, comes, plan_of, question, staged
from tests.tui.stage import PLANETS, keys, shown


async def test_time_up_hands_in_whatever_is_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clocks = Clocks()
    rules = Rules(seed=7, limit=timedelta(minutes=6))
    app = staged(tmp_path, monkeypatch, plan_of(PLANETS, rules=rules), clocks)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("enter", *"Ma")
        screen = question(app)
        clocks.wind(61)
        screen.tick()
        await pilot.pause()
        assert await comes(pilot, "5 minutes left")
        await pilot.press("f9")
        clocks.wind(300)
        screen.tick()
        await pilot.pause()
        assert isinstance(app.screen, ExamResultScreen)
        assert "time was up" in shown(app)
        assert app.screen.attempt.exam.replies[0].given == "Ma"
        assert not any(isinstance(each, ExamScreen) for each in app.screen_stack)


async def test_a_real_second_goes_by(tmp_path: Path) -> None:
    from quiz.tui.examining import ExamApp

    app = ExamApp(plan_of(PLANETS, rules=Rules(seed=1, limit=timedelta(seconds=1))), None, History(tmp_path / "h.db"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "f9")
        for _wait in range(60):
            if isinstance(app.screen, ExamResultScreen):
                break
            await pilot.pause(0.05)
        assert isinstance(app.screen, ExamResultScreen)


async def test_only_yes_hands_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = staged(tmp_path, monkeypatch, plan_of(MANY, number=2))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "1", "enter", "enter")
        assert "1 question is open: 2" in shown(app)
        for key in ("enter", "h", "escape", "h", "n", "h", "q"):
            await pilot.press(key)
        assert isinstance(app.screen, ExamScreen)
        assert app.screen.exam.running


async def test_the_result_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "ada.json"
    app = staged(tmp_path, monkeypatch, plan_of(MANY, number=2, out=str(out)))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "1", "h", "y")
        await pilot.pause()
        assert str(out)[-20:] in shown(app).replace("\n", "").replace(" ", "")
        assert json.loads(out.read_text())["score"]["of"] == 2
        assert "write" not in keys(app)
    ((score, file),) = app.ended().marked
    assert (score.of, file) == (2, out)
    assert app.ended().left is None


async def test_a_result_that_cannot_be_written_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    out = tmp_path / "file" / "ada.json"
    app = staged(tmp_path, monkeypatch, plan_of(MANY, number=2, out=str(out)))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "h", "y")
        await pilot.pause()
        assert "✗ the result is not written" in shown(app)
    assert len(app.ended().unwritten) == 1
    (tmp_path / "file").unlink()
    again = staged(tmp_path, monkeypatch, plan_of(MANY, number=2))
    async with again.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "handed in but its result not written: g goes on" in " ".join(shown(again).split())
        await pilot.press("g")
        await pilot.pause()
        assert json.loads(out.read_text())["score"]["of"] == 2


async def test_a_result_can_be_written_after_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    app = staged(tmp_path, monkeypatch, plan_of(MANY, number=2))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "h", "y", "w")
        await pilot.pause()
        file = app.screen.file  # type: ignore[attr-defined]
        assert file.name.startswith("Ada-2026-11-")
        assert file.name in shown(app).replace("\n", "").replace(" ", "")
        assert "w write" not in keys(app)


async def test_what_cannot_be_kept_is_said_and_not_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = staged(tmp_path, monkeypatch, plan_of(MANY, number=2))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("enter")

        def full(*_: object) -> int:
            raise QuizError.at("h.db", "cannot use the history: disk is full")

        with monkeypatch.context() as patch:
            patch.setattr(Exams, "add", full)
            await pilot.press("1")
            await pilot.pause()
            assert await comes(pilot, "Not kept: try again")
            assert "● 1" not in shown(app)
            question(app).tick()  # too soon for anything to be kept
            question(app).attempt._since -= 9
            question(app).tick()
            question(app).tick()
            assert "Not kept: try again" in shown(app)
            assert not app._notifications
        question(app).tick()
        await pilot.pause()
        assert "Not kept" not in shown(app)
        await pilot.press("1")
        await pilot.pause()
        assert "● 1" in shown(app)


async def test_missed_ones_are_gone_through_and_asked_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = staged(tmp_path, monkeypatch, plan_of(MANY, number=3))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        screen = question(app)
        screen.attempt.reply(screen.exam.item.card.answer)
        await pilot.press("h", "y", "enter")
        assert isinstance(app.screen, MissedScreen)
        await pilot.press("right", "left")
        assert keys(app).startswith("enter next")
        await pilot.press("enter")
        assert keys(app).startswith("enter back to the result")
        await pilot.press("enter")
        assert isinstance(app.screen, ExamResultScreen)
        await pilot.press("enter", "q", "r", "enter")
        await pilot.pause()
        again = question(app)
        assert len(again.exam.replies) == 2
        assert screen.exam.paper.items[0].key not in {item.key for item in again.exam.paper.items}
        assert again.exam.paper.rules.retry


async def test_a_retry_has_a_result_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "ada.json"
    app = staged(tmp_path, monkeypatch, plan_of(MANY, number=2, out=str(out)))
    async with app.run_test(size=(200, 24)) as pilot:
        await pilot.press("enter", "h", "y", "r")
        await pilot.pause()
        told = "".join(shown(app).split())
        assert "ada.json" not in told
        assert "Ada-2026-11-" in told
        await pilot.press("enter", "h", "y")
        await pilot.pause()
    (_first, own), (_second, other) = app.ended().marked
    assert own == out
    assert other
    assert other.parent == out.parent
    assert other.name != out.name
    assert json.loads(other.read_text())["score"]["of"] == 2
