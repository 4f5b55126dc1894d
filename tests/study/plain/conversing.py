"""A conversation over decks, by a clock of its own."""

from __future__ import annotations

from datetime import timedelta
from itertools import count
from pathlib import Path

from quiz.deck.model import Deck
from quiz.study.history import History
from quiz.study.model import Way
from quiz.study.plain.talk import Talk
from quiz.study.sitting import Desk, Sitting
from tests.study.sample_decks import MORNING


def talk(folder: Path, *decks: Deck, way: Way | None = None) -> Talk:
    """A conversation over some decks, by a clock that goes on a second with every look."""
    ticks = count()
    desk = Desk(History(folder / "history.db"), lambda: MORNING + timedelta(seconds=next(ticks)))
    return Talk(Sitting.over(decks, desk, way), decks)
