"""Where a card's answer comes from, in the words a reader is shown."""

from __future__ import annotations

from pathlib import PurePosixPath

from quiz.deck.model import Card, Deck, Passage

PIPED = "-"
"""The source of a deck that was made of standard input."""


def named_document(deck: Deck, card: Card) -> str:
    """Return the document a card was made of, as its deck names it; "" if there is none that could be opened."""
    named = (card.source.document or deck.source) if card.source else ""
    return "" if named == PIPED else named


def cited(deck: Deck, card: Card) -> str:
    """Return the document and the place of a card's passage: `Rivers, line 23, § War and loss`; "" without a source."""
    if card.source is None:
        return ""
    return ", ".join([document(deck, card), *places(card.source.passage)])


def document(deck: Deck, card: Card) -> str:
    """Return the document's title where the deck was made from it alone, else its file's name."""
    named = card.source.document if card.source else ""
    return deck.title if named in ("", deck.source) else PurePosixPath(named.replace("\\", "/")).name


def places(passage: Passage) -> list[str]:
    """Return the place within a document, as far as it is known."""
    numbers = (("page", passage.page), ("line", passage.line), ("paragraph", passage.paragraph))
    section = [f"§ {passage.section}"] if passage.section else []
    return [f"{word} {number}" for word, number in numbers if number is not None] + section
