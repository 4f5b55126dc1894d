"""What is done but once for an export comes out as if it were done each time: cleaning, numbers, reading locks."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.deck import lock
from quiz.deck.model import Card
from quiz.export.anki import ledger, write
from quiz.export.anki.cleaning import cleaned
from quiz.export.anki.filing import Taken
from quiz.export.anki.markup import clean
from quiz.export.request import Request
from tests.export.collection import NOW, THREE, Shelf
from tests.export.hostile_decks import cards


@given(cards())
def test_a_cleaned_card_holds_what_cleaning_its_texts_makes(card: Card) -> None:
    found = cleaned(card)

    assert (found.answer, found.explanation) == (clean(card.answer), clean(card.explanation))
    for name in ("accept", "distractors", "ordered"):
        assert getattr(found, name) == tuple(map(clean, getattr(card, name)))
    assert (found.question, found.cloze, found.tags, found.id) == (card.question, card.cloze, card.tags, card.id)
    if card.source and found.source:
        passages = [card.source.passage, *card.source.evidence]
        assert [each.text for each in (found.source.passage, *found.source.evidence)] == [
            clean(each.text) for each in passages
        ]


@given(st.lists(st.integers(0, 12), max_size=30))
def test_the_first_free_number_is_taken(wanted: list[int]) -> None:
    taken, seen = Taken(), set[int]()

    for number in wanted:
        first = next(free for free in range(number, 99) if free not in seen)
        assert taken.free(number) == first
        seen.add(first)


def test_an_export_with_nothing_new_reads_each_lock_twice_and_writes_none(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deck = shelf(*THREE)
    write([deck], tmp_path / "x.apkg", Request(NOW))
    reads: list[Path] = []

    def noted(path: Path) -> lock.Lock:
        reads.append(path)
        return lock.read_lock(path)

    def refused(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(ledger, "read_lock", noted)
    monkeypatch.setattr(ledger, "write_lock", refused)
    write([deck], tmp_path / "x.apkg", Request(NOW + 9))

    assert reads == [Path(deck.path)] * 2
