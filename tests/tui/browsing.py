"""All cards of some decks on show, one of them learned, one flagged and one suspended."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

from quiz.deck.model import Deck
from quiz.study.history import History
from quiz.study.model import Grade, Marks, Review
from quiz.study.scheduling.days import day_of
from quiz.study.scheduling.schedule import Schedule
from quiz.tui.app import QuizApp
from tests.tui.stage import BRIDGES, MORNING, PLANETS, RIVERS, staged

DECKS = (RIVERS, PLANETS, BRIDGES)


MURRAY = ("rivers", "murray")


def staged_browser(folder: Path, decks: tuple[Deck, ...] = DECKS) -> QuizApp:
    """Make the app over some decks, one card of which is learned, that begins with their cards."""
    history, step = History(folder / "history.db"), Schedule().after
    for ago in (20, 4):
        at = MORNING - timedelta(days=ago)
        review = Review(*MURRAY, at, "typed", "x", right=True, grade=Grade.EASY, duration=900, day=day_of(at))
        history.record(review, step)
    history.mark(("rivers", "nile"), "flag", MORNING, day_of(MORNING), step)
    history.mark(("rivers", "tigris"), "suspend", MORNING, day_of(MORNING), step)
    history.close()
    return staged(folder, decks, browse=True)


def top(app: QuizApp) -> Any:
    """The screen that is seen now."""
    return app.screen


def found(app: QuizApp) -> list[str]:
    """The cards that are listed."""
    return [top(app).catalogue.key(row)[1] for row in top(app).catalogue.found]


def marks(app: QuizApp) -> Marks:
    """How the card of the Murray is marked."""
    return app.desk.history.marks(["rivers"]).get(MURRAY, Marks())
