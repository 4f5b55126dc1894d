"""An exam by keys and mouse: answers stay and can be changed and nothing is given away."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual.events import Key
from textual.pilot import Pilot

from quiz.deck.model import Card, Deck
from quiz.study.exams.attempt import Attempt
from quiz.study.exams.paper import Rules
from quiz.study.history import History
from quiz.tui.examining import ExamApp
from quiz.tui.screens.exam_missed import MissedScreen
from quiz.tui.widgets.strip import Strip, row_of, strip
from tests.study.exams.papers import Clocks
from tests.tui.exam_stage import MANY, RULES, TAGGED, plan_of, question, staged
from tests.tui.stage import BRIDGES, PLANETS, keys, lines, shown
from tests.tui.test_hostile import HOSTILE, harmless, hostile

TELLING = ("✓", "✗", "right", "wrong", "passed", "missed")


async def test_answers_stay_and_can_be_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = staged(tmp_path, monkeypatch, plan_of(MANY))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "1", "right", "2", "tab", "3", "left", "p", "2")
        screen = question(app)
        options = [item.question.options for item in screen.exam.paper.items]
        assert [reply.given for reply in screen.exam.replies[:4]] == [options[0][1], options[1][1], options[2][2], ""]
        assert "● 2" in shown(app)
        await pilot.press("0")
        assert screen.exam.replies[0].given == ""
        assert screen.exam.replies[0].changes == 2
        await pilot.press("down", "down", "enter", "enter")
        assert screen.exam.replies[0].given == options[0][1]
        assert screen.exam.place == 1


async def test_jumping_by_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = staged(tmp_path, monkeypatch, plan_of(MANY, number=50))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "g", *"42", "enter")
        screen = question(app)
        assert screen.exam.place == 41
        await pilot.press("f", "home", "1", "o")
        assert screen.exam.place == 1
        await pilot.press("F")
        assert screen.exam.place == 41
        await pilot.press("end")
        assert screen.exam.place == 49
        await pilot.press("o")
        assert screen.exam.place == 1
        await pilot.press("g", *"999", "enter")
        assert "! there is no question 999: type a number from 1 to 50" in shown(app)
        await pilot.press(*"abc", "enter", "escape")
        assert screen.exam.place == 1
        await pilot.press("g")
        assert keys(app).startswith("enter take it   esc back")
        await pilot.press("enter")
        assert screen.exam.place == 1


async def test_everything_by_mouse(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = staged(tmp_path, monkeypatch, plan_of(MANY))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.click("KeyLine", offset=(3, 0))
        screen = question(app)
        await pilot.click(Strip, offset=(2 * 5 + 2, 0))
        assert screen.exam.place == 5
        await pilot.click("Choices", offset=(8, 1))
        assert screen.exam.replies[5].given == screen.exam.item.question.options[1]
        for words, told in (("f flag", "1 flagged"), ("h hand in", "Hand in the exam?"), ("y yes", "the exam is over")):
            await pilot.click("KeyLine", offset=(lines(app)[-1].index(words), 0))
            await pilot.pause()
            assert told in shown(app)


async def test_nothing_is_given_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clocks = Clocks()
    app = staged(tmp_path, monkeypatch, plan_of(BRIDGES, PLANETS, TAGGED, rules=Rules(seed=1)), clocks)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        screen = question(app)
        for place, item in enumerate(screen.exam.paper.items):
            for answer in (item.card.answer, "\n".join(item.card.ordered) or "Wrong"):
                screen.action_go(place)
                screen.attempt.reply(answer)
                screen.ask()
                screen.tick()
                await pilot.pause()
                told = shown(app).replace(item.question.prompt, "")
                assert not [word for word in TELLING if word in told]
        await pilot.press("f9")
        assert not [word for word in TELLING if word in shown(app)]


async def test_what_is_typed_is_kept_without_enter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = staged(tmp_path, monkeypatch, plan_of(PLANETS))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", *"Mar")
        screen = question(app)
        screen.tick()
        assert screen.exam.replies[0].given == "Mar"
        await pilot.press("s", "tab", *"Venus", "enter", "shift+tab")
        assert [reply.given for reply in screen.exam.replies[:2]] == ["Mars", "Venus"]
        assert screen.exam.replies[0].changes == 0
        assert screen.sheet.line.value == "Venus"
        await pilot.press(*["backspace"] * 5, *"  ", "f4", "tab")
        assert screen.exam.replies[1].given == ""
        assert screen.exam.flagged == (1,)
        assert 1 in screen.exam.open


async def test_keys_that_come_at_once_belong_to_their_questions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = replace(MANY, cards=MANY.cards[:4])
    app = staged(tmp_path, monkeypatch, plan_of(PLANETS, few, number=6, rules=Rules(seed=6)))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        screen = question(app)
        typed = [item.question.way == "typed" for item in screen.exam.paper.items]
        assert typed[1:4] == [False, True, True]
        screen.action_go(1)
        await pilot.pause()
        for key in ("2", "tab", *"Mars", "f4", "enter", *"hq", "tab"):
            app.post_message(Key(key, key if len(key) == 1 else None))
        await pilot.pause()
        await pilot.pause()
        given = [reply.given for reply in screen.exam.replies]
        assert given[1:4] == [screen.exam.paper.items[1].question.options[1], "Mars", "hq"]
        assert (screen.exam.place, screen.exam.flagged) == (4, (2,))
        assert app.screen is screen


async def test_answers_that_are_typed_at_once_are_not_mixed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = staged(tmp_path, monkeypatch, plan_of(PLANETS))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        for key in (*"Mars", "enter", *"Venus", "backspace", "tab", *"Earth", "shift+tab", *"x"):
            app.post_message(Key(key, key if len(key) == 1 else None))
        await pilot.pause()
        await pilot.pause()
        question(app).tick()
        assert [reply.given for reply in question(app).exam.replies[:3]] == ["Mars", "Venux", "Earth"]


async def test_an_order_is_kept_as_it_is_put(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = staged(tmp_path, monkeypatch, plan_of(BRIDGES))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        screen = question(app)
        place = next(place for place, item in enumerate(screen.exam.paper.items) if item.question.ordering)
        screen.action_go(place)
        await pilot.press("2")
        await pilot.pause()
        options = screen.exam.item.question.options
        assert screen.exam.replies[place].given == options[1]
        assert place in screen.exam.open
        screen.action_go(1 - place)
        screen.action_go(place)
        await pilot.press("3")
        await pilot.pause()
        assert screen.exam.replies[place].given == "\n".join((options[1], options[2], options[0]))
        assert place not in screen.exam.open
        await pilot.press("backspace")
        await pilot.pause()
        assert place in screen.exam.open


@pytest.mark.parametrize("size", [(20, 6), pytest.param((120, 40), marks=pytest.mark.slow)])
async def test_a_hostile_deck(size: tuple[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    items = tuple(" ".join(text.split()) for text in HOSTILE[:9])
    order = Deck(HOSTILE[1], (Card("x", question="Which?", id="o", kind="order", ordered=items),), id="order")
    rules = Rules(HOSTILE[4], seed=1, tags=())
    app = staged(tmp_path, monkeypatch, plan_of(hostile(), order, rules=rules, number=99))
    seen = ""
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        seen += shown(app)
        await pilot.press("enter")
        screen = question(app)
        for place in range(len(screen.exam.replies)):
            screen.action_go(place)
            screen.attempt.reply(HOSTILE[place % len(HOSTILE)])
            screen.action_flag()
            screen.ask()
            await pilot.pause()
            seen += shown(app)
        seen += await ended(app, pilot)
    harmless(seen)
    if size[0] >= 80:
        assert "He said [sic] that" in seen
        assert "[@click=app.quit]y[/]" in seen


async def ended(app: ExamApp, pilot: Pilot[None]) -> str:
    """Hand an exam in and look at a third of what was missed; return all that was seen."""
    seen = ""
    for key in ("f9", "y", "enter"):
        await pilot.press(key)
        await pilot.pause()
        seen += shown(app)
    missed = app.screen
    assert isinstance(missed, MissedScreen)
    for _step in missed._score.missed[::3][1:]:
        missed.action_step(3)
        await pilot.pause()
        seen += shown(app)
    return seen


async def test_a_long_question_scrolls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deck = Deck("Long", (Card("yes", question="word " * 2000, id="l", distractors=("no",)),), id="long")
    app = staged(tmp_path, monkeypatch, plan_of(deck))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert "pgdn more" in keys(app)
        for _page in range(12):
            await app.screen.run_action("scroll(1)")
        await pilot.pause()
        assert "pgdn" not in keys(app)
        assert f"{question(app).options.options.index('yes') + 1}  yes" in shown(app)


def test_a_strip_of_any_width(tmp_path: Path) -> None:
    attempt = Attempt.begin(plan_of(MANY, rules=RULES, number=200).paper(), History(tmp_path / "h.db"))
    for width in (0, 10, 30, 72, 200):
        for most in (1, 3, 99):
            rows = strip(attempt.exam, most, row_of(width)).plain.split("\n")
            assert len(rows) <= most
            assert max(map(len, rows)) <= max(width, 15)
            assert "▸" in "".join(rows)
    assert row_of(72) == 30
