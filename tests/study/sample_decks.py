"""Small decks to study in tests."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from quiz.deck.model import Card, Deck
from quiz.study.model import Memory

MORNING = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


def deck_of(number: int, title: str = "Rivers") -> Deck:
    """Make a deck of so many cards; every second one has wrong answers."""
    name = title.lower()
    cards = [
        Card(f"Answer {n}", question=f"{title} {n}?", id=f"{name}{n}", distractors=("No", "Never", "Not") * (n % 2))
        for n in range(number)
    ]
    return Deck(title, tuple(cards), id=name)


def due(at: datetime, state: int = 2) -> Memory:
    """Make a memory that is due at a time."""
    return Memory(at, 3.0, 5.0, state, None if state == 2 else 1, at - timedelta(days=3))
