"""What a format could not carry: many cards alike are told as one, by their names and the place of the first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from quiz.deck.identity import MADE
from quiz.deck.model import Card, Deck
from quiz.errors import Place, Problem
from quiz.export.wording import name, unclean

FEW = 3
"""Cards named in one warning."""

WORDS = 40
"""Letters of a question by which a card is named."""


class Losses:
    """Collects what cards lost on the way out."""

    def __init__(self) -> None:
        """Begin with none."""
        self._first: dict[tuple[str, str], Place] = {}
        self._cards: dict[tuple[str, str], list[str]] = {}

    def tell(self, card: Card, deck: Deck, message: str, hint: str = "") -> None:
        """Note what one card lost; `message` begins with what is lost and names no card."""
        self._first.setdefault((message, hint), card.place or Place(deck.path or deck.title))
        self._cards.setdefault((message, hint), []).append(called(card))

    def controls(self, card: Card, deck: Deck, left: Callable[[str], bool] = unclean) -> None:
        """Note a card that holds characters which no file takes: `left` tells whether any of a text are left out."""
        texts = (card.question, card.cloze, card.answer, card.explanation, *card.accept, *card.distractors)
        if any(map(left, (*texts, *card.ordered, card.hint, *card.feedback))):
            self.tell(card, deck, "control characters are left out")

    def problems(self) -> tuple[Problem, ...]:
        """Return one warning for each sort of loss, in the order they were met."""
        return tuple(
            Problem(place, f"{message} ({named(self._cards[message, hint])})", hint, "warning")
            for (message, hint), place in self._first.items()
        )


def called(card: Card) -> str:
    """Name a card by the id that somebody gave it, or else by the beginning of what it asks: of others nobody knows."""
    return f"“{name(card.prompt, WORDS)}”" if MADE.fullmatch(card.id) else card.id


def named(cards: Sequence[str]) -> str:
    """Name the first few cards, and count the others; one that has no name is only counted."""
    shown = [card for card in cards[:FEW] if card]
    more = len(cards) - len(shown)
    if not shown:
        return f"{more:,} card{'s' * (more > 1)}"
    return f"card{'s' * (len(cards) > 1)} {', '.join(shown)}" + (f" and {more:,} more" if more else "")
