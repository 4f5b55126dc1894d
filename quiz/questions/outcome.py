"""What came of a fact: the card made of it, or the reasons why none was."""

from __future__ import annotations

from dataclasses import dataclass

from quiz.deck.model import Card

LEAST = 60
"""A cloze that points back at what only its section's title tells is out, a question that does so with it is not."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One fact found in a document, or several compared: where it stands, and its card if a fair one could be made.

    `score` is the card's, from 1 to 100, with the `reasons` it lost points for; without a card the reasons tell why
    there is none. `weight` says how important the fact is to the document, from 0 to 100.
    """

    kind: str
    line: int
    text: str
    card: Card | None = None
    score: int = 0
    weight: int = 0
    reasons: tuple[str, ...] = ()

    @property
    def compares(self) -> bool:
        """Whether it is no fact but several held against one another."""
        return self.kind in ("order", "truefalse")

    def asked(self, least: int = LEAST) -> bool:
        """Whether it has a card of at least some score."""
        return self.card is not None and self.score >= least
