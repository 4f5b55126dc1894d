"""An export that Anki reads only after what Anki had was imported: it takes an edit back there, and not here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run
from tests.imports.owner import Log, Owner

DECK = "title: Rivers\ncards:\n  - id: r1\n    question: q\n    answer: a\n    explanation: e\n"
REVERSE = ("--present", "auto,reverse")


class Crossed:
    """A card whose notes were edited in Anki, exported here before that was imported, and read there after it."""

    def __init__(self, run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.run, self.folder, self.patch = run, folder, monkeypatch
        self.anki, self.deck, self.packages = Owner(folder / "anki"), folder / "decks" / "rivers.yaml", 0
        self.deck.parent.mkdir()
        self.deck.write_text(DECK)
        self.read(self.export(100))

    def notes(self) -> list[Any]:
        """The card's own note, and the one that asks backwards."""
        notes = map(self.anki.col.get_note, self.anki.col.find_notes(""))
        return sorted(notes, key=lambda note: "reverse" in note["ID"])

    def there(self, at: int, note: int, field: str, text: str) -> None:
        """Edit a note in Anki at some second."""
        edited = self.notes()[note]
        edited[field] = text
        self.anki.col.update_note(edited)
        self.anki.col.db.execute("update notes set mod = ? where id = ?", at, edited.id)

    def export(self, at: int) -> Path:
        """Export at some second."""
        self.patch.setenv("SOURCE_DATE_EPOCH", str(at))
        assert self.run("export", "decks", "-o", f"out{at}.apkg", *REVERSE).status == 0
        return self.folder / f"out{at}.apkg"

    def read(self, package: Path) -> Log:
        """Let Anki import that."""
        return self.anki.read(package)

    def take(self) -> str:
        """Import what Anki has."""
        self.packages += 1
        ended = self.run("import", self.anki.export(f"in{self.packages}.apkg"))
        assert ended.status == 0, ended.err
        return ended.err


@pytest.fixture
def crossed(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Crossed]:
    crossed = Crossed(run, tmp_path, monkeypatch)
    yield crossed
    crossed.anki.col.close()


@pytest.fixture(params=[(0, "Answer", "Question"), (1, "Question", "Answer")], ids=["own", "backwards"])
def edited(crossed: Crossed, request: pytest.FixtureRequest) -> tuple[int, str, str]:
    """Edit the answer in a note there and the explanation here, export, import, and let Anki read that export."""
    note, answer, question = request.param
    crossed.there(200, note, answer, "a there")
    crossed.deck.write_text(crossed.deck.read_text().replace("explanation: e", "explanation: e here"))
    package = crossed.export(300)
    crossed.take()
    assert "answer: a there\n" in crossed.deck.read_text()
    crossed.read(package)
    assert crossed.notes()[note][answer] == "a"
    return note, answer, question


def says(crossed: Crossed, *texts: str) -> None:
    """Fail unless the deck says that, and so do all notes once Anki has read the next export."""
    assert all(text in crossed.deck.read_text() for text in texts)
    crossed.read(crossed.export(900))
    values = [text.partition(": ")[2] for text in texts]
    assert all({*values} <= {*note.fields} for note in crossed.notes())
    before = crossed.deck.read_bytes()
    assert crossed.take() == ""
    assert crossed.deck.read_bytes() == before


@pytest.mark.usefixtures("edited")
def test_what_was_imported_stays(crossed: Crossed) -> None:
    crossed.take()
    says(crossed, "question: q", "answer: a there", "explanation: e here")


@pytest.mark.usefixtures("edited")
def test_the_next_export_brings_it_back_there(crossed: Crossed) -> None:
    says(crossed, "question: q", "answer: a there", "explanation: e here")


def test_a_later_edit_there_takes_it_not_back(crossed: Crossed, edited: tuple[int, str, str]) -> None:
    note, _, question = edited
    crossed.there(400, note, question, "q later")
    crossed.take()
    says(crossed, "question: q later", "answer: a there", "explanation: e here")


def test_a_later_edit_of_the_same_is_in_conflict(crossed: Crossed, edited: tuple[int, str, str]) -> None:
    note, answer, _ = edited
    crossed.there(400, note, answer, "a later")
    assert "edited on both sides: `answer` stays “a there”, there it is “a later”" in crossed.take()
    says(crossed, "question: q", "answer: a there", "explanation: e here")


def test_an_export_that_says_nothing_new_is_newer_than_what_anki_may_have_taken(crossed: Crossed) -> None:
    crossed.there(200, 0, "Answer", "a there")
    crossed.deck.write_text(DECK.replace("explanation: e", "explanation: e here"))
    package = crossed.export(300)
    crossed.deck.write_text(DECK)
    crossed.take()
    crossed.read(package)
    assert crossed.notes()[0]["Answer"] == "a"
    says(crossed, "question: q", "answer: a there", "explanation: e")
