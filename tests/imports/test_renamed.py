"""Decks renamed in Anki or here: cards stay together, new ones come to them, and what does not is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.deck.lock import read_lock
from tests.conftest import Run
from tests.imports.conftest import Decks
from tests.imports.owner import GOOD, Owner, back

DECK = """\
title: Rivers
cards:
  - {question: Where does the Danube end?, answer: Black Sea}
  - {question: When was Baghdad founded?, answer: "762"}
  - {question: Which river runs through Baghdad?, answer: Tigris}
"""


def renamed(owner: Owner, old: str, new: str) -> None:
    owner.col.decks.rename(owner.col.decks.id(old), new)


def test_a_deck_renamed_in_anki_keeps_that_name_there(run: Run, mine: Path, there: Owner, tmp_path: Path) -> None:
    there.study("Rivers", GOOD)
    renamed(there, "Rivers", "School::Asia")
    ended = run("import", there.export(), "-o", "mine")
    assert "mine/rivers.yaml: warning: is called “School::Asia” in Anki now, not “Rivers”" in ended.err
    assert mine.read_text() == DECK
    assert run("import", there.export(), "-o", "mine").err == ""

    mine.write_text(f"{DECK}  - question: Where is Ulm?\n    answer: On the Danube\n")
    log, told = back(run, there, tmp_path)
    assert (log.new, "Rivers" in told) == (1, False)
    decks = {each.name for each in there.col.decks.all_names_and_ids()}
    assert "Rivers" not in decks
    assert there.col.decks.card_count(there.col.decks.id("School::Asia"), include_subdecks=False) == 4
    other = run("export", "mine", "-o", "other.apkg", "--deck", "Mine")
    assert "new cards go to the deck 'Mine' in Anki" in other.err


def test_a_deck_renamed_and_a_note_deleted_are_both_told(run: Run, mine: Path, there: Owner) -> None:
    there.study("Rivers", GOOD)
    renamed(there, "Rivers", "Asia")
    there.col.remove_notes(there.col.find_notes("Danube"))
    told = run("import", there.export(), "-o", "mine").err
    assert "is called “Asia” in Anki now, not “Rivers”" in told
    assert "not in the package any more" in told
    lock = read_lock(mine)
    assert lock.home == ("Rivers", "Asia")


def test_one_card_of_many_renames_no_deck(run: Run, mine: Path, there: Owner) -> None:
    there.col.set_deck(there.col.find_cards("Danube"), there.col.decks.id("Elsewhere"))
    there.col.remove_notes(there.col.find_notes("deck:Rivers"))
    assert "is called" not in run("import", there.export(), "-o", "mine").err
    assert read_lock(mine).home is None


def test_a_title_changed_afterwards_is_the_name_again(run: Run, mine: Path, there: Owner, tmp_path: Path) -> None:
    there.study("Rivers", GOOD)
    renamed(there, "Rivers", "Asia")
    run("import", there.export(), "-o", "mine")
    mine.write_text(mine.read_text().replace("title: Rivers", "title: Waters") + "  - {question: a, answer: b}\n")
    _, told = back(run, there, tmp_path)
    assert "new cards go to the deck 'Waters' in Anki, but those it has stay in 'Asia'" in told


@pytest.mark.parametrize("way", ["a part", "a sub-deck"])
def test_cards_moved_about_rename_no_deck(run: Run, mine: Path, there: Owner, way: str) -> None:
    found = there.col.find_cards("Danube" if way == "a part" else "")
    there.col.set_deck(found, there.col.decks.id("Elsewhere" if way == "a part" else "Rivers::Below"))
    ended = run("import", there.export(), "-o", "mine")
    assert (ended.status, ended.err) == (0, "")
    assert read_lock(mine).home is None


def test_a_note_added_to_ones_own_deck_that_was_renamed_comes_into_its_file(
    run: Run, owner: Owner, decks: Decks
) -> None:
    run("import", owner.export())
    owner.study("Words", GOOD)
    renamed(owner, "Words", "Mots")
    owner.add("Basic", "Mots", "loup", "wolf")
    ended = run("import", owner.export())
    assert "decks/words.yaml: +1 new, 4 unchanged\n" in ended.out
    assert "decks/words.yaml: warning: is called “Mots” in Anki now, not “Words”" in ended.err
    assert [card.prompt for card in decks()["Words"].cards][-1] == "loup"
    assert "to the same deck" not in run("export", "decks", "-o", "back.apkg").err


def test_a_deck_beside_one_whose_notes_moved_into_it_is_another(run: Run, owner: Owner, decks: Decks) -> None:
    run("import", owner.export())
    owner.add("Basic", "Animals", "loup", "wolf")
    owner.col.set_deck(owner.col.find_cards("dog"), owner.col.decks.id("Animals"))
    run("import", owner.export())
    assert [card.prompt for card in decks()["Animals"].cards] == ["loup"]
    assert len(decks()["Words"].cards) == 4


@pytest.mark.parametrize("exported", [False, True])
def test_another_title_of_an_imported_deck_is_told(run: Run, owner: Owner, tmp_path: Path, *, exported: bool) -> None:
    run("import", owner.export())
    if exported:
        run("export", "decks", "-o", "back.apkg")
    path = tmp_path / "decks/words.yaml"
    path.write_text(path.read_text().replace("title: Words", "title: Mots"))
    told = run("export", "decks", "-o", "back.apkg").err
    assert "new cards go to the deck 'Mots' in Anki, but those it has stay in 'Words'" in told
    assert told.count("but those it has stay") == 1


@pytest.mark.usefixtures("mine")
def test_where_an_export_went_elsewhere_the_cards_stay_where_an_import_finds_them(run: Run, there: Owner) -> None:
    there.study("Rivers", GOOD)
    renamed(there, "Rivers", "Asia")
    run("import", there.export(), "-o", "mine")
    assert "but those it has stay in 'Asia'" in run("export", "mine", "-o", "x.apkg", "--deck", "Mine").err
    run("import", there.export(), "-o", "mine")
    assert "stay in" not in run("export", "mine", "-o", "x.apkg").err
