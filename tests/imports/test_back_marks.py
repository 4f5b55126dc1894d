"""Marks of a deck, and signs that are none, come back from Markdown as they look."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from quiz.deck.marks import plain
from quiz.deck.marks.compose import canonical
from quiz.deck.model import Card, Deck
from quiz.deck.read import load_decks
from quiz.export import markdown
from quiz.export.request import Request
from quiz.verbs.importing import import_decks
from tests.export.marked import MARKED
from tests.signs import cards, same, writable


def back(card: Card) -> Card:
    """Write a card as Markdown and import it."""
    folder = Path(tempfile.mkdtemp())
    try:
        markdown.write([Deck("Deck", (card,), id="deck")], folder / "x.md", Request(0))
        assert import_decks([folder / "x.md"], folder / "decks", None) == 0
        ((found,),) = [deck.cards for deck in load_decks([folder / "decks"])]
        return found
    finally:
        shutil.rmtree(folder)


@pytest.mark.parametrize("card", MARKED, ids=lambda card: card.id)
def test_every_look_comes_back(card: Card) -> None:
    found = back(card)
    same(card, found)
    said = dict(zip(card.distractors, card.feedback, strict=False))
    assert dict(zip(found.distractors, found.feedback, strict=False)) == said


@pytest.mark.parametrize("text", [r"\*a\*", "2*3*4", "snake_case", r"\\\*a\*", "C:\\temp", "$5 and $10", r"\`a\` *b*"])
def test_signs_that_are_none_stay_so(text: str) -> None:
    found = back(Card("x", question=text, id="a"))
    assert plain(found.question) == plain(text)
    assert canonical(found.question) == canonical(text)


QUIET = [HealthCheck.too_slow, HealthCheck.filter_too_much]


@settings(deadline=None, max_examples=40, suppress_health_check=QUIET)
@given(card=cards().filter(writable))
def test_any_signs_come_back(card: Card) -> None:
    same(card, back(card))


@pytest.mark.slow
@settings(deadline=None, max_examples=1500, suppress_health_check=QUIET)
@given(card=cards().filter(writable))
def test_a_thousand_cards_of_signs_come_back(card: Card) -> None:
    same(card, back(card))
