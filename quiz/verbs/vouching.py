"""What a deck's lock tells of its cards as they stand: what of them was generated, and what is a person's word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from quiz.deck.conflicts import said as told
from quiz.deck.conflicts import standing, windows
from quiz.deck.files import lock_path
from quiz.deck.lock import Generated, Lock, read_lock
from quiz.deck.model import Card, Deck
from quiz.deck.parse import Reading
from quiz.deck.record import Record, of_card, without
from quiz.deck.renamed import left_lock
from quiz.deck.review import named
from quiz.deck.revise import values_of
from quiz.deck.threeway import passages
from quiz.errors import QuizError

SHOWN = 80
"""Characters of a value that are shown around a difference."""


@dataclass(frozen=True, slots=True)
class Word:
    """What is known of one card: its values as typed, and as generated last time, None of one that never was."""

    card: Card
    typed: Record
    generated: Generated | None = None

    @property
    def answered(self) -> bool:
        """Whether its answer is a person's own, not the one that was generated."""
        made = self.generated.values.get("answer") if self.generated else None
        return self.card.origin == "human" or bool(made and made != of_card(self.card).get("answer"))

    @property
    def kept(self) -> bool:
        """Whether a person took out the line that marks it as stale, and so says that it holds."""
        return not self.card.stale and bool(self.generated and self.generated.values.get("stale"))

    def follows(self, passage: str) -> bool:
        """Whether a passage is as it was generated, so that generating again will find it gone, if the card follows."""
        made = self.generated.values if self.generated and self.card.origin != "human" else {}
        return not self.kept and passage in passages(made)

    def differences(self) -> Iterator[tuple[str, str, str]]:
        """Go through the values that are the person's where the document makes others: key, and both as shown."""
        if self.generated:
            for path, kept, made in standing(self.generated.over, self.generated.values, self.typed):
                yield path, *windows(told(kept), told(made), SHOWN)


def words(reading: Reading, deck: Deck) -> Iterator[Word]:
    """Tell what is known of each card of a deck; a lock that cannot be read, as is told elsewhere, knows nothing."""
    lock = _lock(deck)
    _, *values = values_of(reading) if deck.cards else ({},)
    for card, typed, name in zip(deck.cards, values, named(deck, lock), strict=True):
        yield Word(card, without(typed, "id"), lock.generated.get(name))


def _lock(deck: Deck) -> Lock:
    """Read the lock of a deck, also one that stayed behind under the deck's old name."""
    path = Path(deck.path)
    try:
        return read_lock(path if lock_path(path).exists() else left_lock(deck) or path)
    except QuizError:
        return Lock()
