"""Home: what it shows, and where its keys lead."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from textual.events import AppBlur, MouseDown, MouseUp
from textual.message import Message

from quiz.config import Config, StudyConfig
from quiz.deck.model import Card
from quiz.study.history import History
from quiz.study.model import Grade
from quiz.study.scheduling.schedule import Schedule
from quiz.study.statistics.glance import Glance
from quiz.tui.app import QuizApp
from quiz.tui.messages import Examined, Statistics
from quiz.tui.screens.browse import BrowseScreen
from quiz.tui.screens.home import HomeScreen
from quiz.tui.screens.study import StudyScreen
from quiz.tui.screens.summary import SummaryScreen
from quiz.tui.widgets.overview import standing
from quiz.tui.widgets.sparkline import sparkline
from tests.tui.shelves import DECKS, answer, column, many, studied, top
from tests.tui.stage import MORNING, PLANETS, RIVERS, SIZES, hold, keys, lines, place, shown, staged
from tests.tui.test_hostile import harmless

sized = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


@sized
async def test_how_it_looks(size: tuple[int, int], tmp_path: Path) -> None:
    studied(tmp_path)
    app = staged(tmp_path, DECKS)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.pause()
        hold(app, "home-studied")
        await pilot.press("slash", *"of the")
        await pilot.pause()
        hold(app, "home-search")
        await pilot.press(*"x")
        await pilot.pause()
        hold(app, "home-nothing-found")


@sized
async def test_how_it_looks_with_many_decks(size: tuple[int, int], tmp_path: Path) -> None:
    app = staged(tmp_path, many(200))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.pause()
        hold(app, "home-many")
        harmless(shown(app))
        await pilot.press("end")
        await pilot.pause()
        assert "▸ Deck number 199" in shown(app)


@sized
async def test_how_it_looks_when_nothing_waits(size: tuple[int, int], tmp_path: Path) -> None:
    history = History(tmp_path / "history.db")
    for deck in DECKS[1:]:
        for card in deck.cards:
            history.record(answer((deck.id, card.id), MORNING, Grade.EASY), Schedule().after)
    history.close()
    app = staged(tmp_path, DECKS[1:])
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.pause()
        hold(app, "home-nothing-waits")
        await pilot.press("enter")
        assert isinstance(top(app), StudyScreen)
        assert "ahead of time · 1 of 9" in shown(app)


async def test_a_double_click_on_a_deck_answers_nothing(tmp_path: Path) -> None:
    decks = tuple(replace(RIVERS, id=f"r{n}", title=f"Rivers {n}") for n in range(9))
    app = staged(tmp_path, decks)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "enter")
        _column, row = place(app, "1826")
        await pilot.press("escape")
        for kind in (MouseDown, MouseUp) * 2:  # as a terminal sends them: whatever screen there is then gets them
            app.post_message(
                kind(None, 12, row, 0, 0, 1, shift=False, meta=False, ctrl=False, screen_x=12, screen_y=row)
            )
            await pilot.pause()
        screen = top(app)
        assert isinstance(screen, StudyScreen)
        assert screen.session.phase == "asking"


async def test_when_the_next_card_comes_is_told_where_nothing_waits(tmp_path: Path) -> None:
    history = History(tmp_path / "history.db")
    for card in RIVERS.cards:
        history.record(answer(("rivers", card.id), MORNING, Grade.AGAIN), Schedule().after)
    history.close()
    app = staged(tmp_path, (RIVERS,), at_once=False)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "nothing waits, next in 1m: Enter studies ahead" in shown(app)


async def test_enter_studies_all_at_first_and_then_what_the_cursor_is_on(tmp_path: Path) -> None:
    app = staged(tmp_path, DECKS)
    async with app.run_test(size=SIZES[0]) as pilot:
        await pilot.press("enter")
        assert isinstance(top(app), StudyScreen)
        assert top(app).session.total == sum(len(deck.cards) for deck in DECKS)
        for key in ("enter", "s"):
            await pilot.press("escape")
            assert isinstance(top(app), HomeScreen)
            await pilot.press("home", "down", "down", key)
            assert top(app).session.total == len(PLANETS.cards)
        await pilot.press("escape", "a")
        assert top(app).session.total == sum(len(deck.cards) for deck in DECKS)


@pytest.mark.parametrize(
    ("seen", "told"),
    [
        (Glance(3, timedelta(seconds=22), 15, 0.9), "Streak 15 days    Today 3 answers, 22 s"),
        (Glance(0, timedelta(), 0), "Streak 0 days    Today 0 answers, 0 min"),
        (Glance(141, timedelta(minutes=31), 114, 0.9), "Streak 114 days  Today 141 answers, 31 min"),
        (Glance(141, timedelta(minutes=131), 1114, 0.9), "Streak 1,114 days  Today 141 answers, 2.2 h"),
    ],
)
def test_how_one_stands_has_room_in_eighty_columns(seen: Glance, told: str) -> None:
    line = standing(seen, 0.9, 70)

    assert line.plain.endswith(told)
    assert line.cell_length <= 70


async def test_cram_leaves_the_schedule_alone_and_comes_back(tmp_path: Path) -> None:
    app = staged(tmp_path, DECKS, "reveal")
    async with app.run_test(size=SIZES[0]) as pilot:
        await pilot.press("down", "down", "c")
        assert isinstance(top(app), StudyScreen)
        assert top(app).sitting.mode == "cram"
        await pilot.press("space", "3", "escape")
        assert isinstance(top(app), SummaryScreen)
        await pilot.press("q")
        assert isinstance(top(app), HomeScreen)
        assert [review.mode for review in app.desk.history.reviews()] == ["cram"]
        assert app.desk.history.memories(["planets"]) == {}
        await pilot.pause()
        assert "Today 1 answer" in shown(app)


async def test_browse_shows_the_cards_of_the_deck_and_comes_back(tmp_path: Path) -> None:
    app = staged(tmp_path, DECKS)
    async with app.run_test(size=SIZES[0]) as pilot:
        for press, cards in (((), 13), (("down", "down"), 7)):
            await pilot.press(*press, "b")
            assert isinstance(top(app), BrowseScreen)
            assert len(top(app).catalogue.cards) == cards
            await pilot.press("escape")
            assert isinstance(top(app), HomeScreen)


async def test_exam_and_statistics_are_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = staged(tmp_path, DECKS)
    posted: list[Message] = []
    async with app.run_test(size=SIZES[0]) as pilot:
        await pilot.pause()
        post = app.screen.post_message

        def noted(message: Message) -> bool:
            posted.append(message)
            return post(message)

        monkeypatch.setattr(app.screen, "post_message", noted)
        await pilot.press("down", "x")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        await pilot.press("t")
    (exam,) = (message for message in posted if isinstance(message, Examined))
    assert exam.decks == (RIVERS,)
    assert any(isinstance(message, Statistics) for message in posted)


async def test_where_no_new_cards_are_wanted_that_is_said(tmp_path: Path) -> None:
    history = History(tmp_path / "history.db")
    config = Config(study=StudyConfig(new_a_day=0))
    app = QuizApp(DECKS, history, clock=lambda: MORNING, config=config)
    async with app.run_test(size=SIZES[0]) as pilot:
        assert "nothing is due, new cards are off (new_a_day = 0): Enter studies ahead" in shown(app)
        await pilot.press("enter")
        assert isinstance(top(app), StudyScreen)


async def test_only_q_quits(tmp_path: Path) -> None:
    app = staged(tmp_path, DECKS)
    async with app.run_test(size=SIZES[0]) as pilot:
        await pilot.press("escape", "slash", *"riv", "escape", "escape", "escape")
        assert app.is_running
        assert isinstance(top(app), HomeScreen)
        assert len(column(app)) == 1 + len(DECKS)
        await pilot.press("q")
    assert not app.is_running


async def test_a_deck_without_cards_can_be_seen_but_not_studied(tmp_path: Path) -> None:
    app = staged(tmp_path, many(1))
    async with app.run_test(size=SIZES[0]) as pilot:
        await pilot.press("down")
        assert "▸ Without cards" in shown(app)
        assert "study" not in keys(app)
        await pilot.press("enter", "c", "x", "b")
        assert isinstance(top(app), HomeScreen)


async def test_by_mouse(tmp_path: Path) -> None:
    app = staged(tmp_path, DECKS)
    async with app.run_test(size=SIZES[0]) as pilot:
        await pilot.pause()
        row = next(at for at, line in enumerate(lines(app)) if "Planets" in line)
        await pilot.click(offset=(10, row))
        await pilot.pause()
        assert isinstance(top(app), StudyScreen)
        assert top(app).session.current.deck.title == "Planets"


@pytest.mark.parametrize("size", [(20, 6), (40, 12), (200, 60)])
async def test_it_fits_any_terminal(size: tuple[int, int], tmp_path: Path) -> None:
    studied(tmp_path)
    app = staged(tmp_path, (*DECKS, *many(9)))
    async with app.run_test(size=size) as pilot:
        await pilot.press("slash", "d", "down", "enter")
        await pilot.pause()
        assert "▸" in shown(app)
        assert all(len(line) <= size[0] for line in lines(app))
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "retention" in shown(app)


@pytest.mark.parametrize(
    ("numbers", "bars"), [((), ""), ((0, 0), "▁▁"), ((0, 1, 7), "▁▂█"), ((5, 5), "██"), ((1, 1000), "▂█")]
)
def test_bars(numbers: tuple[int, ...], bars: str) -> None:
    assert sparkline(numbers) == bars


async def test_a_deck_that_was_changed_is_counted_again(tmp_path: Path) -> None:
    app = staged(tmp_path, DECKS)
    async with app.run_test(size=SIZES[0]) as pilot:
        await pilot.pause()
        assert isinstance(top(app), HomeScreen)
        top(app).reread(replace(PLANETS, cards=(*PLANETS.cards, Card("9", question="Which?", id="nine"))))
        await pilot.press("b", "escape")
        await pilot.pause()
        assert "0 of 8" in shown(app)


def test_how_one_stands_fits_a_small_screen() -> None:
    seen = Glance(128, timedelta(minutes=34), 45, 0.93)
    assert standing(seen, 0.9, 70).cell_length <= 70
    assert standing(replace(seen, spent=timedelta(seconds=20)), 0.9, 70).cell_length <= 70


async def test_the_list_has_the_keys_in_a_browser_that_tells_of_no_focus(tmp_path: Path) -> None:
    app = staged(tmp_path, DECKS)
    async with app.run_test(size=SIZES[0]) as pilot:
        app.post_message(AppBlur())
        await pilot.pause()
        assert keys(app).startswith("enter study")
        await pilot.press("j", "enter")
        assert top(app).session.current.deck.title == "Rivers of the world"
