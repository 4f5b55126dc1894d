"""Where a card comes from, in words for its reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from quiz.deck.model import Card, Deck, Passage
from quiz.export.wording import clean, line


def document(card: Card, deck: Deck) -> str:
    """Name the document of a card: a deck's own as the deck is called, any other by its address or file name."""
    own = not card.source or card.source.document in ("", deck.source)
    return line(deck.title) if own and deck.source else file(card, deck)


def file(card: Card, deck: Deck) -> str:
    """Name the document of a card by its address or file name; "" if there is none."""
    named = (card.source.document if card.source else "") or deck.source
    return line(named if on_the_web(named) else re.split(r"[/\\]", named.rstrip("/\\"))[-1])


def on_the_web(document: str) -> bool:
    """Whether a document is an address that may be shown whole; any other may tell of somebody's folders."""
    try:
        parts = urlsplit(document)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def place(passage: Passage) -> str:
    """Say where in a document: its section, page, paragraph or line."""
    parts = [
        line(passage.section),
        f"page {passage.page}" if passage.page is not None else "",
        f"paragraph {passage.paragraph}" if passage.paragraph is not None else "",
        f"line {passage.line}" if passage.line is not None else "",
    ]
    return ", ".join(filter(None, parts))


def quoted(card: Card, deck: Deck) -> Iterator[str]:
    """Quote the passages a card was made from, a line each, with document and place behind the first."""
    if card.source is None:
        return
    where = ", ".join(filter(None, [document(card, deck), place(card.source.passage)]))
    for at, passage in enumerate((card.source.passage, *card.source.evidence)):
        text, behind = line(passage.text), f" ({where})" if where and not at else ""
        if clean(text):
            yield f"“{text}”{behind}"
        elif behind:
            yield where
