"""Marks of a deck, and signs that are none, come back from Anki's notes as they look."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from quiz.deck.marks import told
from quiz.deck.marks.runs import MATHS, runs
from quiz.deck.model import Card, Deck
from quiz.export.anki import write
from quiz.export.anki.markup import clean, written
from quiz.export.inline import ENDS
from quiz.export.request import Request
from quiz.imports import markup
from quiz.imports.anki import read
from tests.signs import cards, long, look

NOW = 1_790_000_000
QUIET = [HealthCheck.too_slow]


def ended(*texts: str) -> bool:
    """Whether MathJax ends each formula where it ends: others stay text in Anki."""
    return not any(run.sort in MATHS and ENDS.search(run.text) for text in texts for run in runs(text))


def whole(card: Card) -> bool:
    return ended(*told(card))


def comes_back(card: Card) -> None:
    """Export a card and import it: nothing of it was edited."""
    folder = Path(tempfile.mkdtemp())
    try:
        write([Deck("Deck", (card,), "deck", path=str(folder / "deck.yaml"))], folder / "x.apkg", Request(NOW))
        ((item,),) = [shelf.items for shelf in read(folder / "x.apkg").shelves]
        assert item.card == card
    finally:
        shutil.rmtree(folder)


@settings(deadline=None, max_examples=30, suppress_health_check=QUIET)
@given(cards().filter(whole))
def test_any_signs_come_back_from_a_package(card: Card) -> None:
    comes_back(card)


@pytest.mark.slow
@settings(deadline=None, max_examples=500, suppress_health_check=QUIET)
@given(cards().filter(whole))
def test_five_hundred_cards_of_signs_come_back_from_a_package(card: Card) -> None:
    comes_back(card)


def lines(text: str) -> list[str]:
    """How the lines of a text look; blocks of code stand apart, with or without an empty line."""
    return [line for line in look(text, whole=True).split("\n") if line]


def looks_alike(text: str) -> None:
    """Write a text as a field, and read it as if its owner had edited the field."""
    reading = markup.read(written(clean(text)))
    if reading.lost == {"formatting"} and "世" in text:  # whose marks may begin and end within words: that is told
        return
    assert lines(reading.text) == lines(clean(text))
    assert not reading.lost


@settings(deadline=None, max_examples=30)
@given(long.filter(ended))
def test_any_field_is_read_as_it_looks(text: str) -> None:
    looks_alike(text)


@pytest.mark.slow
@settings(deadline=None, max_examples=5000)
@given(long.filter(ended))
def test_five_thousand_fields_are_read_as_they_look(text: str) -> None:
    looks_alike(text)
