"""Cards to practise, whether they wait or not: what comes of it leaves the schedule alone."""

from __future__ import annotations

from collections.abc import Iterable

from quiz.config import StudyConfig
from quiz.deck.model import Card, Deck
from quiz.study.asking import drawn
from quiz.study.scheduling.choosing import UNMARKED, Standing, preferred
from quiz.study.session import Item


def crammed(cards: Iterable[tuple[Deck, Card]], standing: Standing, study: StudyConfig, seed: str) -> tuple[Item, ...]:
    """Return cards of decks to be practised, shuffled by a seed, each asked as it would be in study."""
    items = []
    for deck, card in cards:
        memory = standing.memories.get((deck.id, card.id))
        items.append(Item(deck, card, new=memory is None, way=preferred(memory, study)))
    return tuple(sorted(items, key=lambda item: drawn("/".join(item.key), seed)))


def unsuspended(decks: Iterable[Deck], standing: Standing) -> list[tuple[Deck, Card]]:
    """Return all cards of some decks but the suspended ones."""
    return [
        (deck, card)
        for deck in decks
        for card in deck.cards
        if not standing.marks.get((deck.id, card.id), UNMARKED).suspended
    ]
