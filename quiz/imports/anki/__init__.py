"""Anki's packages, of one deck (.apkg) or of a whole collection (.colpkg), in all three formats they ever had."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path

from quiz.imports.anki.collection import CardRow, Collection, Note, collect
from quiz.imports.anki.history import answers
from quiz.imports.anki.notes import carried
from quiz.imports.anki.ours import is_ours, restored
from quiz.imports.anki.package import Package
from quiz.imports.losses import Losses
from quiz.imports.model import Found, Item, Shelf

__all__ = ["read"]

LEAST_MEDIA, MEDIA_TIMES = 256 << 20, 50
"""Bytes that all media may have together: this many, or so many times what the package has. Pictures hardly pack."""


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
    own = [note for note in notes if is_ours(note)]
    shelves, media = restored(own, collection)
    theirs, notetypes = {}, {}
    decks: dict[int, list[Item]] = {}
    for note in notes:
        if is_ours(note):
            continue
        rows = collection.cards.get(note.id, [])
        if note.guid in theirs:
            losses.add(
                "notes that share their guid with another, left out", "Anki itself can no longer tell them apart"
            )
            continue
        made = carried(note, rows, losses)
        if made.theirs:
            theirs[note.guid] = made.theirs
            notetypes[made.theirs.notetype] = note.notetype.definition
            decks.setdefault(_deck(rows, losses), []).extend(made.items)
            media += made.media
    shelves += [
        Shelf(collection.decks.get(deck, "Default"), items, f"{deck} {collection.decks.get(deck, '')}")
        for deck, items in decks.items()
    ]
    for _ in range(collection.described):
        losses.add("descriptions of decks, left out")
    for _ in {name for name in collection.media if not name.startswith("_")}.difference(media):
        losses.add("pictures or sounds that no card names, left out")
    fetched = Media(path, collection.media)
    names = list(dict.fromkeys(media))
    for name in names:
        if name not in collection.media:
            losses.add("pictures or sounds that the package names and does not bring")
    return Found(
        sorted(shelves, key=lambda shelf: shelf.title.casefold()),
        losses.told(),
        theirs,
        notetypes,
        [name for name in names if name in collection.media],
        fetched.fetch,
        answers(collection),
    )


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
