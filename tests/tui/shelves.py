"""Decks at home: with answers of the days before, and with all sorts of titles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from quiz.deck.model import Deck
from quiz.study.history import History
from quiz.study.model import Grade, Key, Review
from quiz.study.scheduling.days import day_of
from quiz.study.scheduling.schedule import Schedule
from quiz.tui.app import QuizApp
from quiz.tui.screens.home import HomeScreen
from tests.tui.stage import BRIDGES, MORNING, PLANETS, RIVERS

DECKS = (RIVERS, PLANETS, BRIDGES)


def studied(folder: Path, decks: Sequence[Deck] = DECKS) -> None:
    """Answer cards of some decks on the days before, most of them right."""
    history = History(folder / "history.db")
    step = Schedule().after
    for ago in (9, 8, 4, 2, 1, 0):
        at = MORNING - timedelta(days=ago)
        for number, key in enumerate((deck.id, card.id) for deck in decks for card in deck.cards):
            if (number + ago) % 3:
                grade = Grade.AGAIN if (number * ago) % 7 == 5 else Grade.GOOD
                history.record(answer(key, at, grade), step)
    history.close()


def answer(key: Key, at: datetime, grade: Grade) -> Review:
    """Make an answer."""
    return Review(*key, at, "typed", "x", right=grade > 1, grade=grade, duration=9000, day=day_of(at))


def many(number: int) -> tuple[Deck, ...]:
    """Make decks with all sorts of titles, one without cards."""
    titles = [
        "漢字の歴史と東アジアの文字文化についての長い題名" * 2,
        "تاریخ ایران و روسیه از سال ۱۷۲۲",
        "A" * 300,
        "",
        "Émile [/ Zola",
    ]
    named = [*titles, *(f"Deck number {n}" for n in range(number))]
    return (
        Deck("Without cards", (), id="empty"),
        *(
            Deck(title, tuple(replace(card, id=f"{card.id}") for card in PLANETS.cards), id=f"d{at}")
            for at, title in enumerate(named)
        ),
    )


def top(app: QuizApp) -> Any:
    """The screen that is seen now."""
    return app.screen


def column(app: QuizApp) -> list[str]:
    """The titles shown in the list."""
    assert isinstance(top(app), HomeScreen)
    return [row.title for row in top(app).list.shown]
