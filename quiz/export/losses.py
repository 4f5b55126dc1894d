"""What a format could not carry, counted: many cards alike are told as one, with the place of the first."""

from __future__ import annotations

from quiz.deck.model import Card, Deck
from quiz.errors import Place, Problem
from quiz.export.wording import unclean


class Losses:
    """Collects what cards lost on the way out."""

    def __init__(self) -> None:
        """Begin with none."""
        self._first: dict[str, tuple[Place, str]] = {}
        self._counts: dict[str, int] = {}

    def tell(self, card: Card, deck: Deck, message: str, hint: str = "") -> None:
        """Note what one card lost; `message` begins with what is lost and names no card."""
        self._first.setdefault(message, (card.place or Place(deck.path or deck.title), hint))
        self._counts[message] = self._counts.get(message, 0) + 1

    def controls(self, card: Card, deck: Deck) -> None:
        """Note a card that holds characters which no file takes."""
        texts = (card.question, card.cloze, card.answer, card.explanation, *card.accept, *card.distractors)
        if any(map(unclean, (*texts, *card.ordered))):
            self.tell(card, deck, "control characters are left out")

    def problems(self) -> tuple[Problem, ...]:
        """Return one warning for each sort of loss, in the order they were met."""
        return tuple(
            Problem(place, message + also(self._counts[message] - 1), hint, "warning")
            for message, (place, hint) in self._first.items()
        )


def also(more: int) -> str:
    """Say how many other cards it is with."""
    return f" (so it is with {more} more card{'s' * (more > 1)})" if more else ""
