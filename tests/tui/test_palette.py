"""The command palette: everything that can be done now, found by its name, done as by its key."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from quiz.deck.model import Card, Deck
from quiz.tui.app import QuizApp
from quiz.tui.palette import Palette
from quiz.tui.screens.help import HelpScreen
from quiz.tui.screens.home import HomeScreen
from quiz.tui.screens.study import StudyScreen
from tests.tui.stage import PLANETS, RIVERS, shown, staged

ODD = Deck("[/b] He said [sic] [@click=app.quit]", (Card("yes", question="Which?", id="o"),), id="odd")


async def offered(app: QuizApp, pilot: Pilot[None], words: str = "", *, until: str) -> str:
    """Open the palette, type words, and wait for what it offers."""
    await pilot.press("ctrl+p", *words)
    return await appeared(app, pilot, until)


async def appeared(app: QuizApp, pilot: Pilot[None], words: str) -> str:
    for _attempt in range(60):
        await pilot.pause(0.05)
        if words in shown(app):
            return shown(app)
    raise AssertionError(f"{words!r} never came:\n{shown(app)}")


async def test_what_can_be_done_here_is_offered_with_its_keys(tmp_path: Path) -> None:
    app = staged(tmp_path)
    async with app.run_test(size=(100, 40)) as pilot:
        seen = await offered(app, pilot, until="theme quiz-terminal")
        for words in ("answer: 1   1", "don't know   0", "stop   q esc", "help   ? f1", "theme quiz-contrast"):
            assert f"  {words}" in seen
        for words in ("take it", "grade: again", "show the answer", "study Rivers", "home"):
            assert f"  {words}" not in seen


async def test_a_command_does_what_its_key_does(tmp_path: Path) -> None:
    app = staged(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await offered(app, pilot, "know", until="don't know   0")
        await pilot.press("enter")
        await appeared(app, pilot, "✗ wrong")
        await offered(app, pilot, "help", until="help   ?")
        await pilot.press("enter")
        await appeared(app, pilot, "esc back")
        assert isinstance(app.screen, HelpScreen)


async def test_a_command_by_mouse(tmp_path: Path) -> None:
    app = staged(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        seen = await offered(app, pilot, "contrast", until="theme quiz-contrast")
        row = next(number for number, line in enumerate(seen.splitlines()) if "theme quiz-contrast" in line)
        await pilot.click(offset=(10, row))
        await pilot.pause(0.2)
        assert app.theme == "quiz-contrast"
        await pilot.press("ctrl+p", "ctrl+p")
        assert sum(isinstance(screen, Palette) for screen in app.screen_stack) == 1
        await pilot.press("escape")
        assert isinstance(app.screen, StudyScreen)


async def test_any_deck_from_anywhere(tmp_path: Path) -> None:
    app = staged(tmp_path, (PLANETS, RIVERS, ODD))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        assert isinstance(app.screen, StudyScreen)
        seen = await offered(app, pilot, "said sic", until="study [/b] He said [sic] [@click=app.quit]")
        assert "study Rivers" not in seen
        await pilot.press("enter")
        await appeared(app, pilot, "Which?")
        assert len(app.screen_stack) == 2
        await offered(app, pilot, "home", until="home: study all that waits")
        await pilot.press("enter")
        await appeared(app, pilot, "Rivers of the world")
        assert [type(screen) for screen in app.screen_stack[-1:]] == [HomeScreen]
        await offered(app, pilot, "quit", until="  quit")
        await pilot.press("enter")
        await pilot.pause()
    assert app.return_code == 0
