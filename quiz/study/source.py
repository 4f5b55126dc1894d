"""Where a card's answer comes from, in the words a reader is shown."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from quiz.deck.model import Card, Deck, Passage

PIPED = "-"
"""The source of a deck that was made of standard input."""

ADDRESS = re.compile("https?://", re.IGNORECASE)
"""How a document begins that is on the web."""


def named_document(deck: Deck, card: Card) -> str:
    """Return the document a card was made of, as its deck names it; "" if there is none that could be opened."""
    named = (card.source.document or deck.source) if card.source else ""
    return "" if named == PIPED else named


def is_address(named: str) -> bool:
    """Whether a document is named by an address on the web; nothing is ever fetched from there."""
    return ADDRESS.match(named) is not None


def cited(deck: Deck, card: Card) -> str:
    """Return the document and the place of a card's passage: `Rivers, line 23, § War and loss`; "" without a source."""
    if card.source is None:
        return ""
    return ", ".join([document(deck, card), *places(card.source.passage)])


def document(deck: Deck, card: Card) -> str:
    """Return the document's title where the deck was made from it alone, else its file's name, or its whole address."""
    named = card.source.document if card.source else ""
    if is_address(named_document(deck, card)):
        return named_document(deck, card)
    return deck.title if named in ("", deck.source) else PurePosixPath(named.replace("\\", "/")).name


def places(passage: Passage) -> list[str]:
    """Return the place within a document, as far as it is known."""
    numbers = (("page", passage.page), ("line", passage.line), ("paragraph", passage.paragraph))
    section = [f"§ {passage.section}"] if passage.section else []
    return [f"{word} {number}" for word, number in numbers if number is not None] + section
