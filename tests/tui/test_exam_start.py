"""The first page of an exam: what can be changed there, and what becomes of an exam that was left."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from textual.events import Key

from quiz.deck.model import Deck
from quiz.study.exams.paper import Rules
from quiz.study.history import History
from quiz.study.history.exams import Exams
from quiz.tui.examining import ExamApp
from quiz.tui.messages import Examined
from quiz.tui.screens.exam_start import ExamStartScreen
from quiz.tui.screens.home import HomeScreen
from tests.tui import stage
from tests.tui.exam_stage import MANY, comes, plan_of, question, staged
from tests.tui.stage import PLANETS, shown


async def test_the_plan_is_changed_on_the_first_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = staged(tmp_path, monkeypatch, plan_of(MANY))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", "t", "p")
        assert "30 of 200" in shown(app)
        assert "30 min" in shown(app)
        assert "70 %" in shown(app)
        await pilot.press("enter")
        rules = question(app).exam.paper.rules
        assert (rules.limit, rules.pass_mark) == (timedelta(minutes=30), 70)
        assert len(question(app).exam.replies) == 30


async def test_numbers_are_typed_on_the_first_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = staged(tmp_path, monkeypatch, plan_of(MANY))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"42", "enter", "t", *"25", "enter", "p", *"77", "enter", "s", *"5", "enter")
        for words in ("42 of 200", "25 min", "77 %", "seed          5\n"):
            assert words in shown(app)
        await pilot.press("n", *"999", "enter")
        assert "! there are not 999: type a number from 1 to 200" in shown(app)
        await pilot.press("end", "backspace", "backspace", "enter")
        assert "9 of 200" in shown(app)
        await pilot.press("n", *"999", "enter", *"7", "enter", "enter")
        rules = question(app).exam.paper.rules
        assert (rules.limit, rules.pass_mark, rules.seed) == (timedelta(minutes=25), 77, 5)
        assert len(question(app).exam.replies) == 7


async def test_numbers_and_tags_that_come_at_once_are_taken_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = staged(tmp_path, monkeypatch, plan_of(replace(MANY, tags=("numbers",)), PLANETS))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for keys_pressed, told in ((("1", "5", "enter"), "15 of 207"), (("slash", *"num", "enter"), "15 of 200")):
            for key in keys_pressed:
                app.post_message(Key(key, key if len(key) == 1 else "/" if key == "slash" else None))
            await pilot.pause(0.2)
            assert told in shown(app)


async def test_a_new_exam_begins_though_one_was_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = staged(tmp_path, monkeypatch, plan_of(MANY, number=6))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "1", "enter", "1", "enter", "1", "q", "y")
    app = staged(tmp_path, monkeypatch, plan_of(MANY, rules=Rules(seed=5)))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        told = " ".join(shown(app).split())
        assert "left: 6 questions, 3 answered: g goes on" in told
        assert "enter begins the new one of 20, seed 5" in told
        await pilot.press("enter")
        assert len(question(app).exam.replies) == 20


async def test_an_exam_that_was_left_is_given_up_only_when_another_begins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = staged(tmp_path, monkeypatch, plan_of(MANY, number=6))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "1", "enter", "1", "q", "y")
    plan = replace(plan_of(MANY), afresh=frozenset({"many"}))
    exams = Exams(History(tmp_path / "history.db").database)
    for keys, number in (("q", 6), ("enter", 20)):
        app = ExamApp(plan, None, History(tmp_path / "history.db"))
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert "! the exam that was left is given up as this one begins" in shown(app)
            await pilot.press(keys)
        kept = exams.unfinished()
        assert kept
        assert len(kept.paper.items) == number
        first = next(exams.all())
        assert (first.events[-1].what == "give_up") is (keys == "enter")
    assert len(list(exams.all())) == 2


async def test_the_pool_of_an_exam_is_chosen_by_tags(tmp_path: Path) -> None:
    decks = (replace(PLANETS, tags=("sky",)), replace(MANY, tags=("numbers", "nothing")))
    app = stage.staged(tmp_path, decks)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("x", "slash", "n")
        assert "nothing   200" in shown(app)
        await pilot.press("x", "enter")
        assert "! nx is a tag of no card" in shown(app)
        await pilot.press("backspace", "enter")
        assert "! n could be several of these" in shown(app)
        await pilot.press("u", "tab", "comma", "s", "enter")
        await pilot.pause()
        assert "20 of 207" in shown(app)
        assert "tags          numbers, sky" in shown(app)
        await pilot.press("slash", *["backspace"] * 20, "s", "enter")
        await pilot.pause()
        assert "7 of 7" in shown(app)
        await pilot.press("slash")
        await pilot.pause()
        row = next(at for at, line in enumerate(shown(app).splitlines()) if "sky   7" in line)
        await pilot.press(*["backspace"] * 3)
        await pilot.click(offset=(shown(app).splitlines()[row].index("n"), row))
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert "of 200" in shown(app)


async def test_an_exam_that_was_left_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = staged(tmp_path, monkeypatch, plan_of(MANY))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "1", "q", "y")
    assert app.ended().left
    app = staged(tmp_path, monkeypatch, plan_of(MANY))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("d", "n")
        assert "left: 20 questions, 1 answered: g goes on" in shown(app)
        await pilot.press("d", "y")
        await pilot.pause()
        assert "20 of 200" in shown(app)
        assert "left:" not in shown(app)
    assert Exams(History(tmp_path / "history.db").database).unfinished() is None


async def test_an_exam_from_home(tmp_path: Path) -> None:
    app = stage.staged(tmp_path, (MANY, PLANETS))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        app.screen.post_message(Examined((MANY,)))
        await pilot.pause()
        assert isinstance(app.screen, ExamStartScreen)
        await pilot.press("enter", "1", "q", "y")
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)
        app.screen.post_message(Examined((MANY, PLANETS)))
        await pilot.pause()
        assert "left: 20 questions, 1 answered: g goes on" in shown(app)
        await pilot.press("g", "h", "y", "q")
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)
        app.screen.post_message(Examined((Deck("Empty", (), id="empty"),)))
        await pilot.pause()
        assert await comes(pilot, "no card can be asked in an")
        assert isinstance(app.screen, HomeScreen)


async def test_an_exam_goes_on_as_it_began_though_its_deck_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = staged(tmp_path, monkeypatch, plan_of(PLANETS))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", *"Mars", "enter")
    other = replace(PLANETS, cards=PLANETS.cards[:2])
    app = staged(tmp_path, monkeypatch, plan_of(other))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "though its deck has changed since" in " ".join(shown(app).split())
        await pilot.press("g")
        assert len(question(app).exam.replies) == 7
        assert question(app).exam.replies[0].given == "Mars"
