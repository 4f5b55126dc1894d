"""Cards taken out of a deck that was imported: their notes stay in Anki; the export says how to find them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run
from tests.imports.owner import Log, Owner

ODD = 'Say "hi": a*b_c\\d <b>&amp;</b>'


def taken_out(path: Path, *words: str) -> None:
    """Take the cards that say one of the words out of a deck."""
    head, *cards = path.read_text().split("\n  - ")
    path.write_text("\n  - ".join([head, *(card for card in cards if not any(word in card for word in words))]) + "\n")


def told(run: Run) -> str:
    """What an export says of cards that are gone."""
    lines = run("export", "decks", "-o", "back.apkg").err.splitlines()
    found = [line for line in lines if "no more" in line]
    assert len(found) <= 1
    return "".join(found)


def found(owner: Owner, line: str) -> list[str]:
    """The first fields of the notes that the search told finds."""
    search = line.split("search there for ")[1].removesuffix(")")
    return [owner.col.get_note(note).fields[0] for note in owner.col.find_notes(search)]


def test_notes_of_cards_taken_out_are_told_and_found(run: Run, tmp_path: Path) -> None:
    owner = Owner(tmp_path / "anki")
    for front in ("Capital of France", ODD, "stays", "stays too"):
        owner.add("Basic", "Geo", front, "back")
    run("import", owner.export())
    path = tmp_path / "decks/geo.yaml"
    assert told(run) == ""
    taken_out(path, "France", "Say")
    line = told(run)
    assert line.startswith(
        "decks/geo.yaml: warning: 2 of its imported cards are in the deck no more (“Capital of France”, "
        '“Say "hi": a*b_c\\d &”); Anki keeps their notes, unless they were deleted there (delete them there too; to'
    )
    assert found(owner, line) == ["Capital of France", ODD]
    assert owner.read(tmp_path / "back.apkg") == Log(0, 0, 2, 0)
    owner.col.close()


def test_a_note_of_which_a_card_stays_is_not_to_be_deleted(run: Run, tmp_path: Path) -> None:
    owner = Owner(tmp_path / "anki")
    owner.add("Basic (and reversed card)", "Geo", "Capital of France", "Paris")
    owner.add("Cloze", "Geo", "{{c1::Paris::city}} lies on the {{c2::Seine}}")
    run("import", owner.export())
    taken_out(tmp_path / "decks/geo.yaml", "question: Paris", "{{Seine}}")
    line = told(run)
    assert "2 of its imported cards are in the deck no more (“Paris”, “Paris lies on the {{Seine}}”)" in line
    assert "(delete them there too, or suspend a card whose note has others here; to find them" in line
    assert len(found(owner, line)) == 2
    owner.col.close()


LONG = "One and the same beginning " * 9


@pytest.mark.parametrize("front", ["\nCapital of France", "Capital\nof France", LONG])
def test_no_search_finds_notes_beside_those_that_are_meant(run: Run, tmp_path: Path, front: str) -> None:
    owner = Owner(tmp_path / "anki")
    for first, back in ((front, "gone"), ("Capital of Spain", "gone"), (f"{front} too", "stays"), ("", "stays")):
        owner.add("Basic", "Geo", first, back)
    run("import", owner.export())
    taken_out(tmp_path / "decks/geo.yaml", "gone")
    line = told(run)
    owner.col.close()
    assert "2 of its imported cards are in the deck no more" in line
    assert line.endswith('; to find 1 of them, search there for "Front:Capital of Spain")')
