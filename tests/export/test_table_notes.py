"""Anki's own import of text knows the notes of the package again by their guids, and shows just the words."""

from __future__ import annotations

import time
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from anki.collection import ImportCsvRequest
from hypothesis import HealthCheck, given, settings

from quiz.deck.lock import read_lock
from quiz.deck.model import Deck
from quiz.errors import QuizError
from quiz.export.anki import write as write_package
from quiz.export.request import Request
from quiz.export.table.notes import write
from tests.export.collection import BAGHDAD, NOW, THREE, Anki, Shelf
from tests.export.hostile_decks import decks
from tests.export.samples import CARDS

NUMBERS = count()


def take(anki: Anki, decks: Deck | list[Deck], now: int = NOW) -> Any:
    """Export decks as text and import it as the dialog does."""
    path = anki.folder / "export.tsv"
    write([decks] if isinstance(decks, Deck) else decks, path, Request(now))
    return imported(anki, path)


def imported(anki: Anki, path: Path) -> Any:
    """Import text as the dialog does."""
    metadata = anki.collection.get_csv_metadata(path=str(path), delimiter=None)
    log = anki.collection.import_csv(ImportCsvRequest(path=str(path), metadata=metadata)).log
    anki.collection.models._clear_cache()
    return log


def everything(anki: Anki, search: str = "") -> dict[str, tuple[Any, ...]]:
    """All that the notes of a collection say, by their guids."""
    found = map(anki.collection.get_note, anki.collection.find_notes(search))
    return {
        note.guid: (
            note.note_type()["name"],
            tuple(note.fields),
            tuple(note.tags),
            anki.collection.decks.name(card.did),
        )
        for note in found
        for card in note.cards()
    }


def test_notes_of_the_package_are_known_again(anki: Anki, shelf: Shelf) -> None:
    deck = shelf(*CARDS)
    anki.take(deck)
    before = everything(anki)
    log = take(anki, deck, NOW + 9)
    assert (len(log.new), len(log.conflicting)) == (0, 0)
    assert everything(anki) == before
    assert not anki.unsound()


def test_an_edit_updates_and_a_new_card_is_added(anki: Anki, shelf: Shelf) -> None:
    anki.take(shelf(*THREE))
    added = replace(BAGHDAD, id="added", question="And through Mosul?")
    log = take(anki, shelf(replace(BAGHDAD, question="Which river?"), *THREE[1:], added, title="Rivers::Asia"), NOW + 9)
    assert (len(log.new), len(log.updated)) == (1, 1)
    assert anki.note("rivers/baghdad")["Question"] == "Which river?"
    assert anki.note("rivers/added")["Question"] == "And through Mosul?"
    assert "Rivers::Asia" in [each.name for each in anki.collection.decks.all_names_and_ids()]


def test_a_package_goes_on_where_the_text_ended(anki: Anki, shelf: Shelf) -> None:
    deck = shelf(*THREE)
    anki.take(deck)
    take(anki, shelf(replace(BAGHDAD, question="Which river?"), *THREE[1:]), NOW + 9)
    later = int(time.time()) + 60  # Anki stamps what it reads as text with its own clock
    log = anki.take(shelf(replace(BAGHDAD, question="Which one?"), *THREE[1:]), later)
    assert (log.new, log.updated, log.conflicting) == (0, 1, 0)
    assert anki.note("rivers/baghdad")["Question"] == "Which one?"


def test_the_options_of_packages_hold(anki: Anki, shelf: Shelf) -> None:
    deck = shelf(*CARDS, tags=("x",))
    asked = Request(NOW, present=("auto", "reverse"), deck="School::", subdecks=True, tag_prefix="quiz::")
    for path in (anki.folder / "all.apkg", anki.folder / "all.tsv"):
        (write if path.suffix == ".tsv" else write_package)([deck], path, asked)
    anki.read(anki.folder / "all.apkg")
    before = everything(anki)
    assert {"School::Rivers", "School::Rivers::asia"} == {each[-1] for each in before.values()}
    log = imported(anki, anki.folder / "all.tsv")
    assert (len(log.new), len(log.conflicting)) == (0, 0)
    assert everything(anki) == before


def test_what_was_told_is_kept_in_the_lock(tmp_path: Path, shelf: Shelf) -> None:
    deck = shelf(*CARDS)
    write([deck], tmp_path / "x.tsv", Request(NOW))
    lock = read_lock(Path(deck.path))
    assert {note.mod for note in lock.notes.values()} == {NOW}
    assert len(lock.notes) == len(CARDS)


@given(deck=decks())
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_hostile_text_is_what_the_package_says(anki: Anki, shelf: Shelf, deck: Deck) -> None:
    name = f"deck{next(NUMBERS)}"
    deck = shelf(*deck.cards, title=deck.title, name=name)
    anki.take(deck)
    before = everything(anki, f"ID:{name}/*")
    assert len(before) == len(deck.cards)
    log = take(anki, deck, NOW + 9)
    assert (len(log.new), len(log.updated), len(log.conflicting)) == (0, 0, 0)
    assert everything(anki, f"ID:{name}/*") == before


def test_a_card_without_identity_is_refused(tmp_path: Path, shelf: Shelf) -> None:
    with pytest.raises(QuizError, match="has no id"):
        write([shelf(replace(BAGHDAD, id=""))], tmp_path / "x.tsv", Request(NOW))
    assert not list(tmp_path.iterdir())


def test_the_same_deck_gives_the_same_bytes(tmp_path: Path, shelf: Shelf) -> None:
    for at, name in enumerate("ab"):
        write([shelf(*CARDS)], tmp_path / f"{name}.tsv", Request(NOW + at))
    assert (tmp_path / "a.tsv").read_bytes() == (tmp_path / "b.tsv").read_bytes()
