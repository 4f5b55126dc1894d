"""Somebody's own Anki collection, by the real `anki`: notes of their own, studied, exported in every format."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from anki.collection import Collection, ExportAnkiPackageOptions, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from anki.scheduler.v3 import CardAnswer

from tests.conftest import Run

AGAIN, HARD, GOOD, EASY = CardAnswer.AGAIN, CardAnswer.HARD, CardAnswer.GOOD, CardAnswer.EASY

FORMATS = ("old.apkg", "new.apkg", "new.colpkg", "old.colpkg")


@dataclass(frozen=True, slots=True)
class Log:
    """What Anki says an import did."""

    new: int
    updated: int
    duplicate: int
    conflicting: int


class Owner:
    """A collection in a folder."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        self.folder = folder
        self.col: Any = Collection(str(folder / "collection.anki2"))
        self.col.db.execute("pragma synchronous = off")  # no test cuts the power

    def add(self, notetype: str, deck: str, *fields: str, tags: tuple[str, ...] = ()) -> Any:
        """Add a note."""
        note = self.col.new_note(self.col.models.by_name(notetype))
        note.fields = [*fields, *[""] * (len(note.fields) - len(fields))]
        note.tags = [*tags]
        self.col.add_note(note, self.col.decks.id(deck))
        return note

    def notetype(self, name: str, fields: str, *templates: tuple[str, str]) -> None:
        """Add a note type of fields, named in one text, and templates."""
        made = self.col.models.new(name)
        for field in fields.split():
            self.col.models.add_field(made, self.col.models.new_field(field))
        for number, (front, back) in enumerate(templates, 1):
            template = self.col.models.new_template(f"Card {number}")
            template["qfmt"], template["afmt"] = front, back
            self.col.models.add_template(made, template)
        made["css"] = ".card { color: teal }"
        self.col.models.add(made)

    def medium(self, name: str, data: bytes) -> None:
        """Add a picture or a sound."""
        Path(self.col.media.dir(), name).write_bytes(data)

    def study(self, deck: str, *ratings: Any) -> None:
        """Answer the cards of a deck as they come up."""
        self.col.decks.select(self.col.decks.id(deck))
        for rating in ratings or (GOOD,):
            queued = self.col.sched.get_queued_cards(fetch_limit=1).cards[0]
            card = self.col.get_card(queued.card.id)
            card.start_timer()
            self.col.sched.answer_card(self.col.sched.build_answer(card=card, states=queued.states, rating=rating))

    def export(self, name: str = "new.apkg", *, scheduling: bool = True) -> Path:
        """Export everything to a package in the format that the name tells."""
        out = self.folder.parent / name
        old = name.startswith("old")
        if name.endswith("colpkg"):
            self.col.export_collection_package(str(out), include_media=True, legacy=old)
            self.col.reopen()
            return out
        options = ExportAnkiPackageOptions(with_scheduling=scheduling, with_media=True, legacy=old)
        self.col.export_anki_package(out_path=str(out), options=options, limit=None)
        return out

    def read(self, package: Path) -> Log:
        """Import a package as the dialog does."""
        request = ImportAnkiPackageRequest(package_path=str(package), options=ImportAnkiPackageOptions())
        log = self.col.import_anki_package(request).log
        self.col.models._clear_cache()
        return Log(len(log.new), len(log.updated), len(log.duplicate), len(log.conflicting))

    def rows(self, *tables: str) -> list[Any]:
        """All rows of some tables."""
        return [self.col.db.all(f"select * from {table}") for table in tables]


def note(owner: Owner, search: str) -> Any:
    """The first note that a search finds."""
    return owner.col.get_note(owner.col.find_notes(search)[0])


def back(run: Run, owner: Owner, folder: Path, *arguments: str) -> tuple[Log, str]:
    """Export the decks in `mine` and import them into a collection: what Anki says of it, and what the export told."""
    ended = run("export", "mine", "-o", "back.apkg", *arguments)
    assert ended.status == 0, ended.err
    return owner.read(folder / "back.apkg"), ended.err


def filled(folder: Path) -> Owner:
    """A collection with notes of the stock types and of one with five fields and two cards."""
    owner = Owner(folder)
    owner.notetype(
        "Vocabulary",
        "Nr Word Meaning Example Sound",
        ("{{Word}}", "{{FrontSide}}<hr id=answer>{{Meaning}}<br>{{Example}} {{Sound}}"),
        ("{{#Example}}{{Meaning}}{{/Example}}", "{{FrontSide}}<hr id=answer>{{Word}}"),
    )
    owner.medium("map é.png", b"\x89PNG of a map")
    owner.medium("dog.mp3", b"a bark")
    owner.add("Basic", "Geo::Rivers", 'Which <u>river</u>?<br><img src="map é.png">', "Tigris", tags=("a", "b::c"))
    owner.add("Basic (and reversed card)", "Geo", "Capital of France", "Paris")
    owner.add("Basic (type in the answer)", "Geo", "2 &lt; 3?", "yes")
    cloze = "{{c1::Paris::city}} lies on the {{c2::Seine}}, in {{c1::France}}"
    owner.add("Cloze", "Geo::Clozes", cloze, "Lutetia", tags=("x",))
    owner.add("Vocabulary", "Words", "1", "chien", "dog", "Le chien dort.", "[sound:dog.mp3]", tags=("v",))
    owner.add("Basic (optional reversed card)", "Words", "chat", "cat", "y")
    return owner
