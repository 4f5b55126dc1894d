"""What screens tell the application, which decides what comes next.

None is compared or printed: the methods for that would cost every start 3 ms.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from textual.message import Message

if TYPE_CHECKING:
    from quiz.deck.model import Card, Deck
    from quiz.study.exams.attempt import Attempt
    from quiz.study.sitting import Sitting


@dataclass(eq=False, repr=False)
class Chosen(Message):
    """The learner wants to study what waits in some decks."""

    decks: tuple[Deck, ...]


@dataclass(eq=False, repr=False)
class Over(Message):
    """A sitting is over, or the learner stopped it."""

    sitting: Sitting


@dataclass(eq=False, repr=False)
class More(Message):
    """The learner wants to go on after a sitting."""

    sitting: Sitting


@dataclass(eq=False, repr=False)
class Sought(Message):
    """The learner wants to see a card's passage in its document."""

    deck: Deck
    card: Card


@dataclass(eq=False, repr=False)
class Edited(Message):
    """A deck was changed by its learner's own editor, and read again."""

    deck: Deck


@dataclass(eq=False, repr=False)
class Resumed(Message):
    """The learner took the last step of a sitting that was over back, and goes on there."""

    sitting: Sitting


class Left(Message):
    """The learner has seen the end of a sitting."""


@dataclass(eq=False, repr=False)
class Crammed(Message):
    """The learner wants to practise some cards, whether they wait or not."""

    cards: tuple[tuple[Deck, Card], ...]


@dataclass(eq=False, repr=False)
class Examined(Message):
    """The learner wants an exam of some decks."""

    decks: tuple[Deck, ...]


@dataclass(eq=False, repr=False)
class Begun(Message):
    """An exam begins, or goes on."""

    attempt: Attempt


@dataclass(eq=False, repr=False)
class Handed(Message):
    """An exam was handed in."""

    attempt: Attempt


@dataclass(eq=False, repr=False)
class Stopped(Message):
    """The learner leaves an exam that is not over."""

    attempt: Attempt


@dataclass(eq=False, repr=False)
class Retaken(Message):
    """The learner wants to be asked again what was missed in an exam."""

    attempt: Attempt


@dataclass(eq=False, repr=False)
class Browsed(Message):
    """The learner wants to see the cards of some decks."""

    decks: tuple[Deck, ...]


class Statistics(Message):
    """The learner wants to see the statistics."""


@dataclass(eq=False, repr=False)
class Edit(Message):
    """The learner wants to change a card in its deck's file."""

    deck: Deck
    card: Card


@runtime_checkable
class Rereading(Protocol):
    """A screen that shows cards, and can take a deck as it was changed."""

    def reread(self, deck: Deck) -> None:
        """Show a deck as it is now."""
