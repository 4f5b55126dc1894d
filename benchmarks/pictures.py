"""Draws the pictures of docs/pictures from the real screens: `PYTHONPATH=. python benchmarks/pictures.py`."""

from __future__ import annotations

import asyncio
import re
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

from textual.pilot import Pilot

from benchmarks.waterways import BRIDGES, MOMENT, RIVERS, SHELF, deck, learn
from quiz.deck.model import Deck
from quiz.study.exams.paper import Rules
from quiz.study.exams.plan import planned
from quiz.study.history import History
from quiz.tui.app import QuizApp
from quiz.tui.examining import ExamApp
from quiz.tui.themes import DARK, LIGHT

FOLDER = Path(__file__).parents[1] / "docs" / "pictures"
REMOTE = re.compile(r"@font-face\s*\{.*?\}\s*|<!--.*?-->\s*", re.DOTALL)
TAIL = re.compile(r"(clip-terminal\">\s*<rect [^>]*height=\")([\d.]+)")
HANGING = 4
"""How far letters hang below the line, where a picture of a terminal would cut them."""

ONE = deck("Rivers of Europe", RIVERS, 20)


SECONDS = 23
"""How long each key of an exam takes."""


@dataclass(slots=True)
class Stopwatch:
    """A stopwatch that stands still until it is wound."""

    seconds: float = 0.0

    def passing(self) -> float:
        """Tell the seconds."""
        return self.seconds


WATCH = Stopwatch()


@dataclass(frozen=True, slots=True)
class Picture:
    """A screen of an app over a history, at a size, after some keys."""

    name: str
    app: Callable[[History], QuizApp]
    keys: tuple[str, ...] = ()
    size: tuple[int, int] = (80, 24)
    months: bool = True


def studying(*decks: Deck, browse: bool = False) -> Callable[[History], QuizApp]:
    """Return what makes the app over some decks, at a moment that stays."""
    at_once = len(decks) == 1 and not browse
    return lambda history: QuizApp(decks, history, clock=lambda: MOMENT, at_once=at_once, browse=browse)


def examining(history: History) -> QuizApp:
    """Make the app of an exam."""
    rules = Rules(seed=7, limit=timedelta(minutes=20))
    return ExamApp(planned((deck("Bridges", BRIDGES),), rules), None, history, clock=lambda: MOMENT)


ANSWERED = "enter 2 tab 1 tab 3 f tab 4 tab 2".split()

PICTURES = (
    Picture("home", studying(*SHELF), ("down", "down")),
    Picture("question", studying(ONE), size=(80, 22), months=False),
    Picture("feedback", studying(ONE), ("2",), size=(80, 22), months=False),
    Picture("exam", examining, tuple(ANSWERED), size=(80, 20)),
    Picture("browse", studying(SHELF[1], browse=True), ("enter", "down", "down", "down", "down"), size=(100, 30)),
    Picture("statistics", studying(*SHELF), ("t",), size=(80, 26)),
)


def main() -> None:
    """Draw every picture in both themes."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, patch("quiz.study.exams.attempt.passing", WATCH.passing):
        months = Path(folder) / "months.db"
        learn(months)
        for picture in PICTURES:
            for theme, suffix in ((DARK.name, ""), (LIGHT.name, "-light")):
                kept = Path(folder) / f"{picture.name}{suffix}.db"
                if picture.months:
                    shutil.copy(months, kept)
                path = FOLDER / f"{picture.name}{suffix}.svg"
                path.write_text(asyncio.run(drawn(picture, kept, theme)), encoding="utf-8")
                print(path)


async def drawn(picture: Picture, kept: Path, theme: str) -> str:
    """Return a picture in one theme, without the fonts that a viewer would fetch from elsewhere."""
    history = History(kept)
    app = picture.app(history)
    app.theme = theme
    async with app.run_test(size=picture.size) as pilot:
        await settled(pilot)
        for key in picture.keys:
            WATCH.seconds += SECONDS
            await pilot.press(key)
            await settled(pilot)
        shown = app.export_screenshot(title="quiz", simplify=True)
        frame, title = (getattr(app.current_theme, name) for name in ("panel", "foreground"))
    history.close()
    return framed(REMOTE.sub("", shown), frame, title)


def framed(picture: str, frame: str, title: str) -> str:
    """Return a picture in a frame of its theme's colours, with room for what hangs below its last line."""
    picture = TAIL.sub(lambda found: f"{found[1]}{float(found[2]) + HANGING:g}", picture, count=1)
    return picture.replace('fill="#292929"', f'fill="{frame}"').replace('fill="#c5c8c6"', f'fill="{title}"')


async def settled(pilot: Pilot[None]) -> None:
    """Wait until all that was begun is on the screen."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


if __name__ == "__main__":
    main()
