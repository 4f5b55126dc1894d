"""What a format could not carry: many cards alike are told as one, by their ids and the place of the first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from quiz.deck.model import Card, Deck
from quiz.errors import Place, Problem
from quiz.export.wording import unclean

FEW = 3
"""Cards named in one warning."""


class Losses:
    """Collects what cards lost on the way out."""

    def __init__(self) -> None:
        """Begin with none."""
        self._first: dict[tuple[str, str], Place] = {}
        self._cards: dict[tuple[str, str], list[str]] = {}

    def tell(self, card: Card, deck: Deck, message: str, hint: str = "") -> None:
        """Note what one card lost; `message` begins with what is lost and names no card."""
        self._first.setdefault((message, hint), card.place or Place(deck.path or deck.title))
        self._cards.setdefault((message, hint), []).append(card.id)

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


def named(ids: Sequence[str]) -> str:
    """Name the first few cards by their ids, and count the others; one that has no id is only counted."""
    shown = [card for card in ids[:FEW] if card]
    more = len(ids) - len(shown)
    if not shown:
        return f"{more:,} card{'s' * (more > 1)}"
    return f"card{'s' * (len(ids) > 1)} {', '.join(shown)}" + (f" and {more:,} more" if more else "")
