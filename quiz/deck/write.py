"""Writes a whole deck as the YAML a person would like to find."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.deck.record import of_card, of_deck
from quiz.deck.render import entry, item

if TYPE_CHECKING:
    from quiz.deck.model import Deck

HEADER = "# Made by quiz. Edit this file as you like: `quiz generate` keeps what you change.\n"


def dump(deck: Deck) -> str:
    """Write a deck as canonical YAML that reads back as the same deck; the same deck gives the same text."""
    head = "".join(entry(key, value, 0) + "\n" for key, value in of_deck(deck).items())
    cards = "\n".join(f"  - {item(of_card(card), 4)}\n" for card in deck.cards)
    return f"{HEADER}{head}\ncards:\n{cards}" if cards else f"{HEADER}{head}\ncards: []\n"
