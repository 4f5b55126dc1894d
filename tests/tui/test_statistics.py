"""The statistics on the screen: page by page, at two sizes, and what its keys and the mouse do."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from textual.pilot import Pilot

from quiz.deck.model import Card, Deck
from quiz.tui.app import QuizApp
from quiz.tui.messages import Statistics
from quiz.tui.screens.home import HomeScreen
from quiz.tui.screens.statistics.card import CardScreen
from quiz.tui.screens.statistics.statistics import StatisticsScreen
from tests.study.statistics.learner import library, months
from tests.tui.stage import PLANETS, SIZES, hold, keys, shown, staged
from tests.tui.test_hostile import hostile

HOSTS = ("80x24", "120x40")


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A history of months."""
    path = tmp_path_factory.mktemp("learned") / "history.db"
    months(path, library()).close()
    return path


def opened(kept: Path, folder: Path, *decks: Deck) -> QuizApp:
    """The app over a copy of a history."""
    shutil.copy(kept, folder / "history.db")
    return staged(folder, (*(decks or (library(),)), PLANETS))


async def reckoned(app: QuizApp, pilot: Pilot[None]) -> StatisticsScreen:
    """Open the statistics and wait until they are there."""
    app.screen.post_message(Statistics())
    await pilot.pause()
    await app.workers.wait_for_complete()
    await pilot.pause()
    assert isinstance(app.screen, StatisticsScreen)
    return app.screen


@pytest.mark.parametrize("size", SIZES, ids=HOSTS)
async def test_every_page_as_it_looks(size: tuple[int, int], kept: Path, tmp_path: Path) -> None:
    app = opened(kept, tmp_path)
    async with app.run_test(size=size) as pilot:
        await reckoned(app, pilot)
        for number, name in enumerate(("days", "retention", "forecast", "hardest", "weakest"), start=1):
            await pilot.press(str(number))
            await pilot.pause()
            hold(app, f"statistics-{name}")
        await pilot.press("4", "enter")
        await pilot.pause()
        hold(app, "statistics-card")


async def test_pages_are_turned_and_left(kept: Path, tmp_path: Path) -> None:
    app = opened(kept, tmp_path)
    async with app.run_test(size=(80, 16)) as pilot:
        await reckoned(app, pilot)
        for pressed, name in (("right", "▸ 2 retention"), ("tab", "▸ 3 forecast"), ("left", "▸ 2 retention"),
                              ("5", "▸ 5 weakest"), ("right", "▸ 1 days"), ("left", "▸ 5 weakest")):  # fmt: skip
            await pilot.press(pressed)
            assert name in shown(app)
        await pilot.pause()
        assert "more" in keys(app)
        before = shown(app)
        await pilot.press("pagedown")
        await pilot.pause()
        assert shown(app) != before
        await pilot.press("q")
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)


async def test_a_page_and_a_card_can_be_clicked(kept: Path, tmp_path: Path) -> None:
    app = opened(kept, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await reckoned(app, pilot)
        await pilot.click("#tabs", offset=(48, 0))
        await pilot.pause()
        assert "▸ 4 hardest" in shown(app)
        await pilot.click(screen.hard, offset=(10, 2))
        await pilot.pause()
        assert isinstance(app.screen, CardScreen)
        assert "forgotten" in shown(app)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, StatisticsScreen)


async def test_the_chosen_card_keeps_its_sign_in_another_size(kept: Path, tmp_path: Path) -> None:
    app = opened(kept, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reckoned(app, pilot)
        await pilot.press("4", "down", "down")
        await pilot.pause()
        chosen = [line.split()[:8] for line in shown(app).splitlines() if " ▸ " in line]
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert [line.split()[:8] for line in shown(app).splitlines() if " ▸ " in line] == chosen
        assert len(chosen) == 2  # the page and the card
        assert app.screen.query_one("HardList").has_focus


async def test_without_an_answer_a_friendly_line(tmp_path: Path) -> None:
    app = staged(tmp_path, (PLANETS, library()))
    async with app.run_test(size=(80, 24)) as pilot:
        await reckoned(app, pilot)
        for page in "12345":
            await pilot.press(page)
            assert "Nothing answered yet." in shown(app)


async def test_a_history_that_fails_is_said(kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened(kept, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        (tmp_path / "file").write_text("")
        monkeypatch.setattr(app.desk.history, "path", tmp_path / "file" / "history.db")
        await reckoned(app, pilot)
        assert "cannot use the history" in shown(app)
        await pilot.press("2", "4", "escape")
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)


async def test_left_before_it_is_reckoned(kept: Path, tmp_path: Path) -> None:
    app = opened(kept, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        app.screen.post_message(Statistics())
        await pilot.pause()
        await pilot.press("3", "q")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)


@pytest.mark.parametrize("size", [SIZES[0], pytest.param((200, 60), marks=pytest.mark.slow)])
async def test_a_hostile_deck_changes_nothing(size: tuple[int, int], kept: Path, tmp_path: Path) -> None:
    texts = [card for card in hostile().cards if card.question] * 60
    cards = tuple(
        Card(texts[n].answer, question=texts[n].question, id=f"c{n}", tags=(texts[n].question,), source=texts[n].source)
        for n in range(60)
    )
    app = opened(kept, tmp_path, Deck("[/ \x1b[31m\u202e", cards, id="rivers"))
    async with app.run_test(size=size) as pilot:
        await reckoned(app, pilot)
        for page in "12345":
            await pilot.press(page)
            await pilot.pause()
            assert "\x1b" not in shown(app)
            assert "? help" in keys(app)
        await pilot.press("4")
        for _ in range(2):
            await pilot.press("enter")
            await pilot.pause()
            assert isinstance(app.screen, CardScreen)
            await pilot.press("pagedown", "q", "down")
