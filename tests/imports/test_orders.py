"""Packages of notes of someone else's, imported in another order than they were made, around exports and their import.

What a package tells is compared with what its note was edited from, and what was told Anki meanwhile is not forgotten.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from quiz.deck.files import lock_path
from tests.conftest import Run
from tests.imports.owner import Log, Owner

BOTH = "was edited on both sides"
REFUSED = "1 card keeps your edit, which Anki has not taken: its notes were edited there after that export"
AWAITED = "1 card keeps your edit, which Anki had not taken yet when this was exported there"


class Orders:
    """A note of someone else's, imported as it was at second 100, and the ways it goes to and fro."""

    def __init__(self, run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.run, self.folder, self.patch = run, folder, monkeypatch
        self.anki, self.deck, self.packages = Owner(folder / "anki"), folder / "decks" / "rivers.yaml", 0
        self.anki.add("Basic", "Rivers", "q", "a")
        self.there(100)

    @property
    def note(self) -> Any:
        return self.anki.col.get_note(self.anki.col.find_notes("")[0])

    def there(self, at: int, **fields: str) -> None:
        """Edit the note in Anki at some second."""
        note = self.note
        for name, text in fields.items():
            note[name] = text
        self.anki.col.update_note(note)
        self.anki.col.db.execute("update notes set mod = ?", at)

    def here(self, old: str, new: str) -> None:
        """Edit the card."""
        text = self.deck.read_text()
        assert f"{old}\n" in text
        self.deck.write_text(text.replace(f"{old}\n", f"{new}\n"))

    def pack(self) -> Path:
        """Export from Anki."""
        self.packages += 1
        return self.anki.export(f"in{self.packages}.apkg")

    def take(self, package: Path | None = None) -> str:
        """Import a package, as it is now unless one is named."""
        ended = self.run("import", package or self.pack())
        assert ended.status == 0, ended.err
        return ended.err

    def export(self, at: int, *, read: bool = True) -> Log | None:
        """Export at some second, and let Anki import that."""
        self.patch.setenv("SOURCE_DATE_EPOCH", str(at))
        assert self.run("export", "decks", "-o", f"out{at}.apkg").status == 0
        return self.anki.read(self.folder / f"out{at}.apkg") if read else None

    def read(self, at: int) -> Log:
        """Let Anki import what was exported at some second."""
        return self.anki.read(self.folder / f"out{at}.apkg")

    @property
    def texts(self) -> tuple[str, str]:
        lines = self.deck.read_text().splitlines()
        found = [line.partition(": ")[2] for line in lines if "question: " in line or "answer: " in line]
        return found[0], found[1]

    @property
    def files(self) -> tuple[bytes, bytes]:
        return self.deck.read_bytes(), lock_path(self.deck).read_bytes()

    def agree(self) -> None:
        """Fail unless an export lets both sides say the same, and leaves nothing to be told."""
        texts = self.texts
        self.export(9000)
        assert tuple(self.note.fields) == texts
        assert self.take() == ""
        assert self.texts == texts
        assert self.export(9999) == Log(0, 0, 1, 0)


@pytest.fixture
def orders(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Orders]:
    made = Orders(run, tmp_path, monkeypatch)
    assert made.take() == ""
    yield made
    made.anki.col.close()


def test_an_edit_of_an_older_package_is_not_taken_out_by_an_echo(orders: Orders) -> None:
    orders.here("question: q", "question: q here")
    orders.there(150, Back="a there")
    older = orders.pack()
    assert orders.export(200) == Log(0, 1, 0, 0)
    echo = orders.pack()

    assert AWAITED in orders.take(older)
    assert orders.texts == ("q here", "a there")
    assert orders.take(echo) == ""
    assert orders.texts == ("q here", "a there")
    orders.agree()


def test_nor_by_one_that_was_edited_elsewhere_since(orders: Orders) -> None:
    orders.here("question: q", "question: q here")
    orders.there(150, Back="a there")
    older = orders.pack()
    orders.export(200)
    orders.there(250, Front="q here and there")
    newer = orders.pack()

    orders.take(older)
    assert orders.take(newer) == ""
    assert orders.texts == ("q here and there", "a there")
    orders.agree()


def test_edits_of_both_packages_of_one_key_are_told(orders: Orders) -> None:
    orders.here("question: q", "question: q here")
    orders.there(150, Back="a there")
    older = orders.pack()
    orders.export(200)
    orders.there(250, Back="a again")
    newer = orders.pack()

    orders.take(older)
    assert f"{BOTH}: `answer` stays “a there”, there it is “a again”" in orders.take(newer)
    assert orders.texts == ("q here", "a there")
    orders.agree()


def test_an_export_that_anki_takes_after_an_import_is_known(orders: Orders) -> None:
    orders.here("question: q", "question: q here")
    orders.export(200, read=False)
    orders.there(150, Back="a there")
    assert AWAITED in orders.take()
    orders.here("question: q here", "question: q here too")
    assert orders.read(200) == Log(0, 1, 0, 0)
    assert orders.take() == ""
    assert orders.texts == ("q here too", "a there")
    orders.agree()


@pytest.mark.parametrize("read", [True, False])
def test_an_export_that_takes_nothing_new_of_an_import_is_known_too(orders: Orders, *, read: bool) -> None:
    """The edit here was undone before the import: the next export undoes it in Anki too."""
    orders.here("question: q", "question: q here")
    orders.export(200, read=False)
    orders.there(150, Back="a there")
    package = orders.pack()
    orders.here("question: q here", "question: q")
    if read:
        orders.read(200)
    orders.take(package)
    assert orders.texts == ("q", "a there")
    orders.agree()


def test_a_package_imported_again_changes_nothing(orders: Orders) -> None:
    package = orders.pack()
    orders.here("question: q", "question: q here")
    assert orders.export(200) == Log(0, 1, 0, 0)
    orders.here("question: q here", "question: q here too")
    before = orders.files
    assert orders.take(package) == ""
    assert orders.files == before

    orders.there(250, Back="a there")
    assert orders.take() == ""
    assert orders.texts == ("q here too", "a there")
    orders.agree()


def test_an_older_package_is_told_and_changes_nothing(orders: Orders) -> None:
    orders.there(150, Back="a there")
    older = orders.pack()
    orders.there(160, Front="q there")
    orders.take()
    orders.here("answer: a there", "answer: a here")
    orders.export(200)
    before = orders.files
    assert "1 note is older in this package" in orders.take(older)
    assert orders.files == before


def test_a_note_is_compared_with_the_export_it_was_edited_from(orders: Orders) -> None:
    orders.here("question: q", "question: q one")
    assert orders.export(200) == Log(0, 1, 0, 0)
    orders.there(250, Back="a there")
    orders.here("question: q one", "question: q two")
    orders.export(300, read=False)
    assert AWAITED in orders.take()
    assert orders.texts == ("q two", "a there")
    orders.agree()


def test_so_is_one_that_was_made_newer_by_force(orders: Orders) -> None:
    orders.here("question: q", "question: q one")
    orders.export(200)
    orders.there(250, Back="a there")
    assert orders.run("export", "decks", "-o", "forced.apkg", "--force").status == 0
    orders.here("question: q one", "question: q")
    assert orders.take() == ""
    assert orders.texts == ("q", "a there")
    orders.agree()


def test_in_doubt_what_came_in_before_an_export_crossed_it_stays(orders: Orders) -> None:
    orders.there(150, Back="a 10")
    orders.here("question: q", "question: q of words")
    orders.export(200, read=False)
    orders.take()
    orders.read(200)
    assert [*orders.note.fields] == ["q of words", "a"]
    orders.there(250, Front="q of", Back="a 13")
    told = orders.take()
    assert f"{BOTH}: `answer` stays “a 10”, there it is “a 13”" in told
    assert f"{BOTH}: `question` stays “q of words”, there it is “q of”" in told
    assert orders.texts == ("q of words", "a 10")
    orders.agree()


def test_an_edit_there_in_the_second_of_an_export_is_not_taken_for_one_of_what_that_said(orders: Orders) -> None:
    orders.there(200, Back="a there")
    orders.here("question: q", "question: q here")
    assert orders.export(200) == Log(0, 0, 1, 0)
    assert REFUSED in orders.take()
    assert orders.texts == ("q here", "a there")
    orders.agree()


def test_what_anki_refused_is_told(orders: Orders) -> None:
    orders.here("question: q", "question: q here")
    orders.export(200, read=False)
    orders.there(250, Back="a there")
    assert orders.read(200) == Log(0, 0, 1, 0)
    assert REFUSED in orders.take()
    assert orders.texts == ("q here", "a there")
    orders.agree()


def test_an_edit_of_both_sides_from_before_an_export_is_overwritten_with_a_word(orders: Orders) -> None:
    orders.here("answer: a", "answer: a here")
    orders.export(200, read=False)
    orders.there(150, Back="a there")
    assert f"{BOTH}: `answer` stays “a here”, there it is “a there”" in orders.take()
    orders.patch.setenv("SOURCE_DATE_EPOCH", "300")
    told = orders.run("export", "decks", "-o", "out300.apkg").err
    assert "overwrites its note in Anki, which has `answer` “a there”" in told
    assert orders.read(300) == Log(0, 1, 0, 0)
    assert orders.take() == ""


def test_of_a_note_of_two_cards_the_edited_one_is_counted(orders: Orders) -> None:
    orders.anki.add("Basic (and reversed card)", "Rivers", "front", "back")
    orders.take()
    orders.here("question: front", "question: the front")
    orders.patch.setenv("SOURCE_DATE_EPOCH", "1900000000")
    told = orders.run("export", "decks", "-o", "out.apkg").err
    assert "since the last export: 0 new, 1 edited, 2 as they were\n" in told
