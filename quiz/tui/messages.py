"""What screens tell the application, which decides what comes next."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from quiz.deck.model import Deck
from quiz.study.sitting import Sitting


@dataclass
class Chosen(Message):
    """The learner wants to study what waits in some decks."""

    decks: tuple[Deck, ...]


@dataclass
class Over(Message):
    """A sitting is over, or the learner stopped it."""

    sitting: Sitting


@dataclass
class More(Message):
    """The learner wants to go on after a sitting."""

    sitting: Sitting


@dataclass
class Left(Message):
    """The learner has seen the end of a sitting."""
