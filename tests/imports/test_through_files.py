"""Hostile decks through the text formats that are read back: no card is lost, and none doubled."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from quiz.deck.model import GAP, Card, Deck
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


def fair(card: Card) -> bool:
    """Whether a card has something to see, which marks of direction alone are not, and is none we cannot read back.

    These are a gap in a statement or in what orders ask, in Markdown, and a question that begins as GIFT names formats.
    """
    gapped = card.kind in ("order", "truefalse") and GAP in card.prompt
    seen = visible(card.prompt).strip() and visible(card.answer).strip()
    return bool(seen and not gapped and not card.prompt.startswith("["))


DECKS = decks().filter(lambda deck: all(map(fair, deck.cards)))
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
