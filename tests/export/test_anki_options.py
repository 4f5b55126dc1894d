"""How decks, sub-decks and tags are named in Anki, and what --force does and says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from quiz.deck.lock import read_lock
from quiz.deck.model import Deck
from quiz.export.anki import write
from quiz.export.request import Request
from tests.export.collection import BAGHDAD, MOUTH, NOW, THREE, Anki, Log, Shelf

TAGGED = replace(MOUTH, id="tagged", tags=("chapter::2 Rivers", "Europe"))


def where(anki: Anki, card: str) -> str:
    """The deck a card lies in."""
    (found,) = anki.note(f"rivers/{card}").cards()
    return str(anki.collection.decks.name(found.did))


@pytest.mark.parametrize(
    ("options", "bare", "tagged"),
    [
        ({}, "Rivers", "Rivers"),
        ({"deck": "School"}, "School", "School"),
        ({"deck": "School::"}, "School::Rivers", "School::Rivers"),
        ({"deck": " School :: "}, "School::Rivers", "School::Rivers"),
        ({"subdecks": True}, "Rivers", "Rivers::chapter::2 Rivers"),
        ({"subdecks_from": "chapter"}, "Rivers", "Rivers::2 Rivers"),
        ({"subdecks_from": "Chapter::"}, "Rivers", "Rivers::2 Rivers"),
        ({"subdecks_from": "chap"}, "Rivers", "Rivers"),
        ({"subdecks_from": "Europe"}, "Rivers", "Rivers"),
        ({"deck": "A::B", "subdecks_from": "chapter"}, "A::B", "A::B::2 Rivers"),
    ],
)
def test_decks_are_named_as_asked(anki: Anki, shelf: Shelf, options: dict[str, Any], bare: str, tagged: str) -> None:
    assert anki.take(shelf(MOUTH, TAGGED), **options) == Log(2, 0, 0, 0)
    assert (where(anki, "mouth"), where(anki, "tagged")) == (bare, tagged)
    assert set(anki.note("rivers/tagged").tags) == {"Europe", "chapter::2_Rivers"}


def test_cards_of_sub_decks_keep_the_order_of_the_file(anki: Anki, shelf: Shelf) -> None:
    order = [replace(MOUTH, id=name, tags=(tag,)) for name, tag in (("a", "z"), ("b", "y"), ("c", "z"), ("d", ""))]
    anki.take(shelf(*order), subdecks=True)
    dues = [anki.note(f"rivers/{card.id}").cards()[0].due for card in order]
    assert dues == [1, 2, 3, 4]
    assert {deck.name for deck in anki.collection.decks.all_names_and_ids()} == {
        "Default", "Rivers", "Rivers::y", "Rivers::z"
    }  # fmt: skip


def test_tags_get_what_is_asked_for_before_them(anki: Anki, shelf: Shelf) -> None:
    anki.take(shelf(replace(BAGHDAD, tags=("asia", "leech", " ")), tags=("two words",)), tag_prefix="quiz::")
    assert anki.note("rivers/baghdad").tags == ["quiz::asia", "quiz::two_words"]


def test_a_deck_that_is_called_otherwise_is_told_once(shelf: Shelf, tmp_path: Path) -> None:
    deck = shelf(*THREE)
    out = tmp_path / "x.apkg"
    assert write([deck], out, Request(NOW)).warnings == ()
    assert write([replace(deck, title="rivers")], out, Request(NOW)).warnings == ()
    (warning,) = write([replace(deck, title="Streams")], out, Request(NOW)).warnings
    assert "new cards go to the deck 'Streams' in Anki, but those it has stay in 'rivers'" in warning.message
    assert warning.hint.startswith("rename that deck in Anki before you import")
    assert write([replace(deck, title="Streams")], out, Request(NOW)).warnings == ()
    assert read_lock(Path(deck.path)).shelf == "Streams"


def test_decks_put_together_by_name_are_no_mistake(shelf: Shelf, tmp_path: Path) -> None:
    decks = [shelf(BAGHDAD), shelf(MOUTH, name="b")]
    assert write(decks, tmp_path / "x.apkg", Request(NOW, deck="All")).warnings == ()
    assert len(write(decks, tmp_path / "x.apkg", Request(NOW, deck="All::")).warnings) == 3


def test_force_lets_the_file_win_and_says_so(anki: Anki, shelf: Shelf, tmp_path: Path) -> None:
    deck = shelf(*THREE)
    anki.take(deck)
    mine = anki.note("rivers/mouth")
    mine["Answer"], mine.tags = "my own words", ["mine"]
    anki.collection.update_note(mine)
    mine = anki.note("rivers/mouth")

    counted, told = write([deck], tmp_path / "x.apkg", Request(mine.mod + 60, force=True)).told
    assert counted == "since the last export: 0 new, 3 edited, 0 as they were"
    assert told.startswith("--force: the import overwrites every note of these decks in Anki")
    assert anki.read(tmp_path / "x.apkg") == Log(0, 3, 0, 0)
    assert (anki.note("rivers/mouth")["Answer"], anki.note("rivers/mouth").tags) == ("Black Sea", [])
    assert anki.take(deck, mine.mod + 90) == Log(0, 0, 3, 0)


@pytest.mark.parametrize("options", [{"deck": "default"}, {"deck": "Default"}, {"deck": "Default::"}])
def test_the_deck_that_every_collection_has_is_that_deck(anki: Anki, shelf: Shelf, options: dict[str, Any]) -> None:
    anki.take(shelf(*THREE, TAGGED), **options)
    below = "::Rivers" if options["deck"].endswith("::") else ""
    assert (where(anki, "tagged"), where(anki, "baghdad")) == (f"Default{below}", f"Default{below}")
    assert anki.take(shelf(*THREE, TAGGED, replace(MOUTH, id="new")), NOW + 60, **options) == Log(1, 0, 4, 0)
    names = {deck.name for deck in anki.collection.decks.all_names_and_ids()}
    assert names == {"Default"} | ({"Default::Rivers"} if below else set())


def test_another_prefix_is_told_though_a_card_has_no_tags(shelf: Shelf, tmp_path: Path) -> None:
    tagged = [replace(card, tags=("asia",)) for card in THREE]
    deck = shelf(*tagged, replace(MOUTH, id="bare"))
    write([deck], tmp_path / "x.apkg", Request(NOW))
    (warning,) = write([deck], tmp_path / "x.apkg", Request(NOW + 9, tag_prefix="quiz::")).warnings
    assert warning.message == "all its 3 notes with tags count as edited: the last export had no --tag-prefix"


def stays(made: Deck, out: Path, **options: Any) -> list[str]:
    """What an export says of cards that stay where they are; a second one says nothing of it."""
    told = [each.message for each in write([made], out, Request(NOW, **options)).warnings]
    assert write([made], out, Request(NOW, **options)).warnings == ()
    return told


def test_cards_that_sub_decks_are_asked_for_later_stay_and_are_told_once(
    anki: Anki, shelf: Shelf, tmp_path: Path
) -> None:
    deck, out = shelf(MOUTH, TAGGED), tmp_path / "x.apkg"
    assert anki.take(deck) == Log(2, 0, 0, 0)
    one = "1 of its cards stays in the deck where Anki has it: only new ones are filed as the options say"
    assert stays(deck, out, subdecks=True) == [one]
    assert stays(deck, out, subdecks_from="chapter") == [one]
    assert stays(deck, out, subdecks_from=" Chapter:: ") == []
    assert stays(deck, out, subdecks_from="chapter", deck="Rivers") == []
    assert stays(deck, out) == [one]
    new = replace(TAGGED, id="new")
    assert len(stays(replace(deck, cards=(MOUTH, TAGGED, new)), out, subdecks=True)) == 1
    anki.read(out)
    assert (where(anki, "tagged"), where(anki, "new")) == ("Rivers", "Rivers::chapter::2 Rivers")


def test_where_no_card_would_go_elsewhere_nothing_is_told(shelf: Shelf, tmp_path: Path) -> None:
    deck, out = shelf(MOUTH), tmp_path / "x.apkg"
    assert stays(deck, out) == []
    assert stays(deck, out, subdecks=True) == []
    fresh = shelf(MOUTH, TAGGED, name="fresh")
    assert stays(fresh, out, subdecks=True) == []
    assert read_lock(Path(fresh.path)).subdecks == "::"
