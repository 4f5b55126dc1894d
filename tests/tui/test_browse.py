"""Browse: what it shows, what its keys do to cards, and that all of it can be taken back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.geometry import Offset

from quiz.deck.model import Card, Deck
from quiz.study.catalogue.catalogue import COLUMNS
from quiz.study.history import History
from quiz.study.model import Marks
from quiz.tui.app import QuizApp
from quiz.tui.widgets.cardtable import columns
from tests.tui.browsing import found, staged_browser, top
from tests.tui.stage import RIVERS, SIZES, hold, keys, lines, shown
from tests.tui.test_hostile import HOSTILE, harmless, hostile

sized = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


@sized
async def test_how_it_looks(size: tuple[int, int], tmp_path: Path) -> None:
    app = staged_browser(tmp_path)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        hold(app, "browse")
        await pilot.press(*"is:new riv")
        await pilot.pause()
        hold(app, "browse-filter")
        await pilot.press("escape", *"murray", "enter")
        await pilot.pause()
        await pilot.pause()
        hold(app, "browse-detail")
        await app.run_action("help")
        await pilot.pause()
        hold(app, "browse-help")


async def test_one_filters_at_once(tmp_path: Path) -> None:
    app = staged_browser(tmp_path)
    async with app.run_test(size=SIZES[0]) as pilot:
        await pilot.press(*"river")
        assert found(app) == ["amazon", "tigris"]
        assert "2 of 13 cards" in shown(app)
        await pilot.press("space", *"tig")
        assert found(app) == ["tigris"]
        await pilot.press(*"xyz")
        await pilot.pause()
        assert found(app) == []
        assert "nothing found: esc shows all" in shown(app)
        assert keys(app) == "enter show   esc back   f1 help"
        await pilot.press("enter", "z", "f", "r", "r", "c", "e", "down")
        await pilot.press("escape")
        assert len(found(app)) == 13
        await pilot.press("escape")
    assert not app.is_running


async def test_what_there_is_to_look_for_is_told(tmp_path: Path) -> None:
    app = staged_browser(tmp_path)
    async with app.run_test(size=SIZES[1]) as pilot:
        await pilot.press(*"is:fo")
        await pilot.pause()
        assert "no `is:fo`, but new, learning, review, due, buried, suspended, leech, flagged" in shown(app)
        await pilot.press("backspace")
        await pilot.pause()
        assert "there is no" not in shown(app)
        await pilot.press("f1")
        for words in ("is:due", "kind:date", "suspended, leech", "without: a minus"):
            assert words in shown(app)


async def test_a_slash_typed_first_is_no_part_of_the_search(tmp_path: Path) -> None:
    app = staged_browser(tmp_path)
    async with app.run_test(size=SIZES[0]) as pilot:
        await pilot.press("slash", "slash", *"tig", "slash")
        assert top(app).line.value == "tig/"
        await pilot.press("backspace")
        assert found(app) == ["tigris"]


async def test_arrows_move_while_one_types_and_enter_shows_the_card(tmp_path: Path) -> None:
    app = staged_browser(tmp_path)
    async with app.run_test(size=SIZES[0]) as pilot:
        await pilot.press("e", "down", "down", "up", "enter")
        await pilot.pause()
        assert "What share of the fresh water" in shown(app)
        assert "answer   20 percent" in shown(app)
        assert "(asked to be typed: a percentage)" in shown(app)
        await pilot.press("j")
        await pilot.pause()
        assert "shown, and graded by you" in shown(app)
        assert "⚑ flagged" in shown(app)
        await pilot.press("space", "space")
        await pilot.pause()
        assert "§ Africa" in shown(app)
        await pilot.press("enter")
        assert "graded by you" not in shown(app)
        await pilot.press("slash", "backspace", "end", "G", "enter")
        assert top(app).line.value == "G"


async def test_sorting_by_key_and_by_mouse(tmp_path: Path) -> None:
    app = staged_browser(tmp_path)
    async with app.run_test(size=SIZES[1]) as pilot:
        await pilot.press(*"planet", "enter", "escape", "o", "o", "o", "o")
        assert top(app).catalogue.column == "answer"
        assert found(app)[:2] == ["earth", "jupiter"]
        await pilot.press("O")
        assert found(app)[:2] == ["venus", "uranus"]
        await click(pilot, app, "answer ▾")
        assert found(app)[0] == "earth"
        await click(pilot, app, "question")
        assert top(app).catalogue.column == "question"
        await pilot.press("o", "o", "o")
        assert top(app).catalogue.column == ""
        assert found(app)[:2] == ["mercury", "venus"]


async def test_what_it_is_sorted_by_is_told_where_the_column_has_no_room(tmp_path: Path) -> None:
    app = staged_browser(tmp_path)
    async with app.run_test(size=SIZES[0]) as pilot:
        await pilot.press("enter", "escape", "o", "o", "down")
        assert top(app).catalogue.column == "due"
        assert lines(app)[0].rstrip().endswith("13 cards by due")
        await pilot.press("O")
        assert lines(app)[0].rstrip().endswith("13 cards by due, falling")


async def test_on_a_small_screen_one_comes_back_to_the_list(tmp_path: Path) -> None:
    app = staged_browser(tmp_path)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert keys(app) == "/ filter   esc back   ? help"
        await pilot.press("escape")
        await pilot.pause()
        assert keys(app).startswith("enter show   ")
        await pilot.press("down")
        assert top(app).table.cursor == 1


async def test_enter_says_whether_it_shows_or_hides_the_card(tmp_path: Path) -> None:
    app = staged_browser(tmp_path)
    async with app.run_test(size=SIZES[0]) as pilot:
        for words in ("show", "hide", "show"):
            await pilot.pause()
            assert keys(app).startswith(f"enter {words}   ")
            await pilot.press("enter")


async def click(pilot: Any, app: QuizApp, words: str) -> None:
    row, line = next((row, line) for row, line in enumerate(lines(app)) if words in line)
    await pilot.click(offset=Offset(line.index(words), row))
    await pilot.pause()


async def test_by_mouse(tmp_path: Path) -> None:
    app = staged_browser(tmp_path)
    async with app.run_test(size=SIZES[1]) as pilot:
        await pilot.pause()
        await click(pilot, app, "Which river runs")
        assert "answer   Tigris" in shown(app)
        await click(pilot, app, "z resume")
        assert app.desk.history.marks(["rivers"]) == {("rivers", "nile"): Marks(flagged=True)}
        await click(pilot, app, "u undo")
        assert app.desk.history.marks(["rivers"])["rivers", "tigris"].suspended
        await click(pilot, app, "esc back")
        assert "answer   Tigris" not in shown(app)


@pytest.mark.parametrize("size", [(20, 6), pytest.param((80, 24), marks=pytest.mark.slow)])
async def test_a_hostile_deck(size: tuple[int, int], tmp_path: Path) -> None:
    app = staged_browser(tmp_path, (hostile(), RIVERS))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        seen = shown(app)
        await pilot.press("enter")
        for _card in HOSTILE:
            await pilot.press("down")
            seen += shown(app)
        for column in COLUMNS:
            await top(app).run_action(f"sort('{column}')")
            await pilot.pause()
            seen += shown(app)
        harmless(seen)
        assert {strip.cell_length for strip in app.screen._compositor.render_strips()} == {size[0]}
        if size[0] >= 80:
            assert "He said [sic] that" in seen
            assert "[bold red]x[/]" in seen
        await pilot.press("slash", *"[/ ", "enter")
        harmless(shown(app))


async def test_no_cards_at_all(tmp_path: Path) -> None:
    app = staged_browser(tmp_path, (Deck("Empty", (), id="empty"),))
    async with app.run_test(size=SIZES[0]) as pilot:
        await pilot.press("enter", "z", "o", "O", "c", "j", "G", "u", "e")
        await pilot.pause()
        assert "there are no cards" in shown(app)
        await pilot.press("q")
    assert not app.is_running


async def test_a_long_list_is_paged_and_narrowed(tmp_path: Path) -> None:
    cards = tuple(Card(f"A{n}", question=f"Question {n}", id=f"c{n}") for n in range(5000))
    app = staged_browser(tmp_path, (Deck("Long", cards, id="long"),))
    async with app.run_test(size=SIZES[0]) as pilot:
        await pilot.press("enter", "escape", "end")
        assert "▸  ○ new        Question 4999" in shown(app)
        await pilot.press("pageup", "up")
        assert "Question 4999" not in shown(app) or "▸  ○ new        Question 4999" not in shown(app)
        await pilot.press("home")
        assert "▸  ○ new        Question 0 " in shown(app)
        await pilot.press("slash", *'"question 499')
        await pilot.pause(0.3)
        assert found(app) == ["c499", *(f"c{n}" for n in range(4990, 5000))]


@pytest.mark.parametrize("width", range(8, 220, 3))
def test_columns_fill_the_width(width: int) -> None:
    assert sum(room for _name, room in columns(width)) == max(6, width - 2)
    assert all(room > 0 for _name, room in columns(max(width, 12)))


def test_the_history_is_the_learners(tmp_path: Path) -> None:
    app = staged_browser(tmp_path)
    app.desk.history.close()
    history = History(tmp_path / "history.db")
    assert len(list(history.reviews())) == 2
    history.close()


async def test_the_way_out_is_told_on_a_narrow_screen(tmp_path: Path) -> None:
    app = staged_browser(tmp_path)
    async with app.run_test(size=(60, 15)) as pilot:
        await pilot.press("enter")
        assert "esc back" in keys(app)
