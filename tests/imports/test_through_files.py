"""Hostile decks through the text formats that are read back: no card is lost, and none doubled."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from quiz.deck.model import GAP, Deck
from quiz.deck.read import load_decks
from quiz.documents.decoding import visible
from quiz.export import gift, markdown
from quiz.export.request import Request
from quiz.export.table import sheet
from quiz.verbs.importing import import_decks
from tests.export.hostile_decks import decks

WRITERS: dict[str, Callable[..., object]] = {
    "deck.gift": gift.write,
    "deck.md": markdown.write,
    "deck.csv": sheet.write_csv,
    "deck.tsv": sheet.write_tsv,
}
DECKS = decks().filter(
    lambda deck: all(
        visible(card.prompt) and visible(card.answer) and not (card.kind and GAP in card.prompt) for card in deck.cards
    )
)
"""Decks in which there is something to see (marks of direction alone are nothing), and no order or truth has a gap."""
QUIET = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]


def comes_back(deck: Deck, name: str) -> None:
    """Write a deck and import it."""
    folder = Path(tempfile.mkdtemp())
    try:
        WRITERS[name]([deck], folder / name, Request(0))
        assert import_decks([folder / name], folder / "decks", None) == 0
        cards = [card for found in load_decks([folder / "decks"]) for card in found.cards]
        assert [card.id for card in cards] == [card.id for card in deck.cards]
    finally:
        shutil.rmtree(folder)


@pytest.mark.parametrize("name", WRITERS)
@settings(deadline=None, max_examples=10, suppress_health_check=QUIET)
@given(deck=DECKS)
def test_any_deck_comes_back(name: str, deck: Deck) -> None:
    comes_back(deck, name)


@pytest.mark.slow
@pytest.mark.parametrize("name", WRITERS)
@settings(deadline=None, max_examples=1000, suppress_health_check=QUIET)
@given(deck=DECKS)
def test_a_thousand_decks_come_back(name: str, deck: Deck) -> None:
    comes_back(deck, name)
