"""A small document's cards, and what the merge tests do to the deck they make."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from quiz.deck.files import lock_path
from quiz.deck.model import Card, Deck, Passage, Source
from quiz.deck.read import read_deck


def card(year: int, thing: str, line: int = 0, text: str = "", question: str = "") -> Card:
    passage = Passage(text or f"The {thing} was opened to the public in the year {year}.", line=line or year - 1800)
    asked = question or f"When was the {thing} opened?"
    return Card(str(year), asked, kind="date", distractors=("1", "2"), source=Source(passage))


BRIDGE, CANAL, MINE = card(1801, "bridge"), card(1802, "canal"), card(1803, "mine")
DECK = Deck("Openings", (BRIDGE, CANAL, MINE), source="../seeds/openings.md", tags=("history",))


def of(*cards: Card) -> Deck:
    return replace(DECK, cards=cards)


def edit(path: Path, old: str, new: str, count: int = 1) -> None:
    text = path.read_bytes().decode()
    assert old in text
    path.write_bytes(text.replace(old, new, count).encode())


def both(path: Path) -> tuple[bytes, bytes]:
    return path.read_bytes(), lock_path(path).read_bytes()


def ids(path: Path) -> list[str]:
    deck, problems = read_deck(path)
    assert deck, problems
    return [found.id for found in deck.cards]


def without(path: Path, name: str) -> None:
    """Delete a card from a deck's file."""
    text = path.read_text()
    start = text.index(f"  - id: {name}")
    path.write_text(text[:start] + text[start:].partition("\n\n")[2])
