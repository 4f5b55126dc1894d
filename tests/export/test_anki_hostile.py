"""Hostile decks: in every presentation each card arrives once, whole, and comes to nothing new the second time."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz.deck.lock import read_lock
from quiz.deck.model import Card, Deck
from quiz.export.anki.markup import clean, written
from quiz.export.anki.notes import tag_of
from quiz.export.anki.notetypes import NOTETYPES
from quiz.export.request import AUTO, PRESENTATIONS
from tests.export.collection import NOW, Anki, Log
from tests.export.hostile_anki import TEXT, cards

ASKED_FOR = st.lists(st.sampled_from(PRESENTATIONS), min_size=1, max_size=4, unique=True) | st.just([*PRESENTATIONS])


def arrives(made: list[Card], title: str, tags: list[str], first: list[str], then: list[str]) -> None:
    """Export a deck, import it, ask for something else, and look at every note."""
    with tempfile.TemporaryDirectory() as folder:
        numbered = tuple(replace(card, id=f"c{number}") for number, card in enumerate(made))
        deck = Deck(title, numbered, id="d", tags=tuple(tags), path=str(Path(folder, "d.yaml")))
        anki = Anki(Path(folder))
        try:
            log = anki.take(deck, present=tuple(first))
            lock = read_lock(Path(deck.path)).notes
            assert log == Log(len(lock), 0, 0, 0)
            assert {key.partition(" ")[0] for key in lock} == {card.id for card in numbered}
            assert len(anki.collection.find_notes("")) == anki.collection.card_count() == len(lock)
            for card in numbered:
                looked_at(anki, card, deck, [key for key in lock if key.split()[0] == card.id])
            again = anki.take(deck, NOW + 60, present=(AUTO, *then))
            after = read_lock(Path(deck.path)).notes
            assert again == Log(len(after) - len(lock), 0, len(lock), 0)
            assert after.items() >= lock.items()
            assert anki.unsound() == []
        finally:
            anki.collection.close()


def shown(text: str) -> str:
    """What a field holds of a text."""
    return written(clean(text))


def looked_at(anki: Anki, card: Card, deck: Deck, keys: list[str]) -> None:
    """Look at the notes of one card."""
    kept = sorted({tag.casefold() for tag in map(tag_of, (*deck.tags, *card.tags)) if tag})
    for key in keys:
        note = anki.note(f"d/{key}")
        assert sorted(tag.casefold() for tag in note.tags) == kept
        fields = dict(note.items())
        texts = {shown(card.answer)} if not card.ordered else {shown(item) for item in card.ordered}
        assert all(text in "".join(fields.values()) for text in (*texts, shown(card.explanation)))
        front, back = anki.sides(f"d/{key}")
        assert all("{{" not in side.split("<script>")[0] for side in (front, back))


DECKS = given(
    made=st.lists(cards(), min_size=1, max_size=5),
    title=TEXT,
    tags=st.lists(TEXT, max_size=2),
    first=ASKED_FOR,
    then=ASKED_FOR,
)
QUIET = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


@settings(max_examples=12, deadline=None, suppress_health_check=QUIET)
@DECKS
def test_any_deck_arrives_whole_and_once(
    made: list[Card], title: str, tags: list[str], first: list[str], then: list[str]
) -> None:
    arrives(made, title, tags, first, then)


@pytest.mark.slow
@settings(max_examples=1000, deadline=None, suppress_health_check=QUIET)
@DECKS
def test_a_thousand_decks_arrive_whole_and_once(
    made: list[Card], title: str, tags: list[str], first: list[str], then: list[str]
) -> None:
    arrives(made, title, tags, first, then)


def test_every_note_type_is_among_what_is_asked_for() -> None:
    assert {*NOTETYPES} < {*PRESENTATIONS}
