"""Anki's packages, of one deck (.apkg) or of a whole collection (.colpkg), in all three formats they ever had."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from quiz.deck.theirs import Theirs
from quiz.imports.anki.collection import CardRow, Collection, Note, collect
from quiz.imports.anki.history import answers, rescheduled, unheard
from quiz.imports.anki.notes import carried
from quiz.imports.anki.ours import homes, is_copy, is_ours, restored
from quiz.imports.anki.package import Package
from quiz.imports.losses import Losses
from quiz.imports.model import Found, Item, Shelf
from quiz.imports.telling import capped

__all__ = ["read"]

LEAST_MEDIA, MEDIA_TIMES = 256 << 20, 50
"""Bytes that all media may have together: this many, or so many times what the package has. Pictures hardly pack."""


WHOLE = ".colpkg"
OVERFULL = "in Anki, Tools > Check Database mends them"
COPIES = "notes that are copies of cards of ours, taken for cards of their own"


def read(path: Path) -> Found:
    """Read all notes of a package; QuizError with one line where it cannot be read."""
    with closing(Package(path)) as package:
        collection = collect(package)
    if not collection.notes:
        raise package.refused("holds no notes", "export a deck that has some")
    return _found(collection, path, Losses(str(path)))


def _found(collection: Collection, path: Path, losses: Losses) -> Found:
    """Sort what a collection holds by deck, in the order in which its cards are new."""
    notes = list(_ordered(collection))
    known = {note.guid: note for note in notes if is_ours(note)}
    ours = restored(known.values(), collection, str(path))
    theirs = _Theirs(collection, losses, known, homes(known.values(), collection))
    for note in notes:
        if known.get(note.guid) is not note:
            theirs.add(note)
        if is_copy(note):
            losses.add(COPIES)
    names = list(dict.fromkeys([*ours.media, *theirs.media]))
    collection.media = _named(collection.media, names)
    _left(collection, names, losses)
    return Found(
        sorted([*ours.shelves, *theirs.shelves()], key=lambda shelf: shelf.title.casefold()),
        (*losses.told(), *capped(ours.faults, "notes that were mended or left out")),
        theirs.notes,
        theirs.notetypes,
        [name for name in names if name in collection.media],
        Media(path, collection.media).fetch,
        answers(collection),
        unheard=unheard(collection),
        rescheduled=rescheduled(collection),
        scheduled=collection.scheduled or path.suffix.lower() == WHOLE,
        made=collection.made,
    )


def _named(media: Mapping[str, str], names: Sequence[str]) -> dict[str, str]:
    """Let files whose names are written as in a link, `a%20b.png`, be known by the `names` that they are read as."""
    there = {*names}
    written = {unquote(name): name for name in media if "%" in name and name not in there}
    known = {name: media[written[name]] for name in names if name in written and name not in media}
    read_otherwise = {written[name] for name in known}
    return {name: member for name, member in media.items() if name not in read_otherwise} | known


def _left(collection: Collection, names: Sequence[str], losses: Losses) -> None:
    """Count what of a collection no card takes along, and what is missing of it."""
    for _ in range(collection.described):
        losses.add("descriptions of decks, left out")
    for _ in range(collection.overfull):
        losses.add("notes with more fields than their note type has, the last of which are left out", OVERFULL)
    for _ in {name for name in collection.media if not name.startswith("_")}.difference(names):
        losses.add("pictures or sounds that no card names, left out")
    for name in names:
        if name not in collection.media:
            losses.add("pictures or sounds that the package names and does not bring")


@dataclass(slots=True)
class _Theirs:
    """Notes of someone's own, as they are found: their cards by deck, and what the lock keeps of them.

    `ours` are the guids of our own, `homes` the decks of ours that lie in decks of Anki's, each with how many cards.
    """

    collection: Collection
    losses: Losses
    ours: Container[str] = ()
    homes: Mapping[int, tuple[str, int]] = field(default_factory=dict)
    notes: dict[str, Theirs] = field(default_factory=dict)
    notetypes: dict[str, dict[str, Any]] = field(default_factory=dict)
    decks: dict[int, list[Item]] = field(default_factory=dict)
    media: list[str] = field(default_factory=list)

    def add(self, note: Note) -> None:
        """Take in the cards of one note."""
        rows = self.collection.cards.get(note.id, [])
        if note.guid in self.notes or note.guid in self.ours:
            what = "notes that share their guid with another, left out"
            return self.losses.add(what, "Anki itself can no longer tell them apart")
        made = carried(note, rows, self.losses)
        if made.theirs:
            self.notes[note.guid] = made.theirs
            self.notetypes[made.theirs.notetype] = note.notetype.definition
            deck = _deck(rows, self.losses)
            home = self._title(deck)
            self.decks.setdefault(deck, []).extend(replace(item, home=home) for item in made.items)
            self.media += made.media
        return None

    def shelves(self) -> list[Shelf]:
        """Put up a deck for each of theirs."""
        return [
            Shelf(self._title(deck), items, f"{deck} {self.collection.decks.get(deck, '')}", beside=ours, ours=count)
            for deck, items in self.decks.items()
            for ours, count in [self.homes.get(deck, ("", 0))]
        ]

    def _title(self, deck: int) -> str:
        return self.collection.decks.get(deck, "Default")


def _ordered(collection: Collection) -> Iterable[Note]:
    """Put notes in the order of their first cards where all are known to have one, or else of their making."""

    def place(note: Note) -> tuple[int, int]:
        places = [row.position for row in collection.cards.get(note.id, ()) if row.position is not None]
        return (min(places, default=2**40), note.id)

    return sorted(collection.notes, key=place)


def _deck(rows: Sequence[CardRow], losses: Losses) -> int:
    """Choose the deck of a note's cards: that of the first."""
    decks = dict.fromkeys(row.deck for row in rows)
    if len(decks) > 1:
        losses.add("notes whose cards lie in several decks, put into that of the first", "in Anki they stay")
    return next(iter(decks), 1)


class Media:
    """The pictures and sounds of a package."""

    def __init__(self, path: Path, members: dict[str, str]) -> None:
        """Name the package, and the member that each file is."""
        self._path, self._members = path, members
        self._package: Package | None = None
        self._left = max(LEAST_MEDIA, MEDIA_TIMES * path.stat().st_size)

    def fetch(self, name: str, target: Path) -> None:
        """Write one to a path; QuizError where all together are more than such a package can hold."""
        package = self._package = self._package or Package(self._path)
        member = self._members[name]
        if member in package:
            self._left -= package.unpack(member, target)
            if self._left < 0:
                raise package.refused("unpacks to far more than it is large", "is it what it says it is?")
