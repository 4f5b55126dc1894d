"""Which deck of a folder a card belongs to, and its id there: a card that is known stays what and where it is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from quiz.deck.files import lock_path
from quiz.deck.guids import of_line
from quiz.deck.identity import CARD_LENGTH, DECK_LENGTH, hashed, unused
from quiz.deck.including import SUFFIXES
from quiz.deck.lock import Known, Lock, read_lock
from quiz.deck.read import read_deck
from quiz.errors import QuizError
from quiz.imports.losses import Losses
from quiz.imports.model import Found, Item, Shelf

LONGEST = 80
KNOWN = "rows of notes that a package brought, which a table does not bring up to date"
UNTYPED = "rows of notes of quiz's whose note types the table does not tell, left out"
TYPED = "in Anki, export the text with the note type's name as well, or a package"
STRANGE = "rows of notes of your own, whose note types a table does not tell: an export makes them new notes in Anki"
LEFT = "delete that lock too; to keep such cards out, export other decks alone"
BELOW = "::"
RESERVED = re.compile(r"con|prn|aux|nul|com\d|lpt\d")


@dataclass(slots=True)
class Place:
    """A deck of the folder, there already or to be made, its lock, and the items that go into it, by card id.

    `apart` are ids of cards of ours whose notes were given a note type of someone else's in Anki. A deck is one's `own`
    that was not imported: cards that come into it were written by its owner, in Anki.
    """

    path: Path
    lock: Lock
    shelf: Shelf
    id: str
    items: dict[str, Item] = field(default_factory=dict)
    apart: set[str] = field(default_factory=set)

    @property
    def own(self) -> bool:
        """Whether it is a deck of one's own."""
        return not self.lock.imported if self.path.exists() else bool(self.shelf.id)

    @property
    def called(self) -> str:
        """What Anki called it when that was last known, whatever its title is here by now (see `homing.called`)."""
        return self.lock.home[1] if self.lock.home else self.lock.shelf or self.shelf.title

    def put(self, name: str, item: Item) -> None:
        """Put an item in."""
        made = self.own and item.role
        self.items[name] = replace(item, card=replace(item.card, origin="human")) if made else item

    def takes(self, shelf: Shelf) -> bool:
        """Whether notes that lie beside its cards in a deck of Anki's belong to it: that deck is what it is called.

        One that was renamed there counts too, and none of someone's own that a few cards were put into.
        """
        title, called = folded(shelf.title), folded(self.called)
        return title == called or title.startswith(called + BELOW) or shelf.ours >= len(shelf.items)


@dataclass
class Shelves:
    """The decks of a folder, by id and by the guids of the notes in them; `left` are locks of decks deleted there."""

    folder: Path
    decks: list[Place] = field(default_factory=list)
    by_id: dict[str, Place] = field(default_factory=dict)
    by_guid: dict[str, Place] = field(default_factory=dict)
    stems: set[str] = field(default_factory=set)
    left: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, folder: Path) -> Shelves:
        """Look at a folder and those in it; QuizError where a lock cannot be read."""
        shelves = cls(folder)
        if not folder.is_dir():
            return shelves
        shelves.stems |= {path.stem.casefold() for path in folder.iterdir()}
        for path in sorted(folder.rglob("*")):
            hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
            if path.suffix in SUFFIXES and path.is_file() and not hidden:
                lock = read_lock(path)
                deck = None if lock.deck else read_deck(path)[0]
                shelves.add(Place(path, lock, Shelf("", ()), lock.deck or (deck.id if deck else "")))
            elif path.suffix == ".lock" and path.is_file() and not hidden:
                shelves.leave(path)
        return shelves

    def leave(self, path: Path) -> None:
        """Remember the lock of a deck whose file was deleted, by its id and the guids of its notes."""
        if not any(path.with_suffix(suffix).exists() for suffix in SUFFIXES):
            with suppress(QuizError):
                lock = read_lock(path.with_suffix(".yaml"))
                self.left |= dict.fromkeys(filter(None, (lock.deck, *lock.theirs)), path.name)

    def add(self, place: Place) -> Place:
        """Remember a deck."""
        self.decks.append(place)
        self.stems.add(place.path.stem.casefold())
        if place.id:
            self.by_id.setdefault(place.id, place)
        for guid in place.lock.theirs:
            self.by_guid.setdefault(guid, place)
        return place

    def place(self, shelf: Shelf, kind: str) -> Place:
        """Find the deck of a shelf, or plan a new one."""
        name = _name(shelf, kind)
        if name in self.by_id:
            found = self.by_id[name]
            if not shelf.id and not found.lock.deck:
                found.lock.imported = kind  # its lock was lost
            found.shelf = found.shelf if found.items else shelf
            return found
        if known := self._unknown(shelf):
            return known
        path = self.folder / f"{self._stem(shelf.title)}.yaml"
        return self.add(Place(path, Lock(), shelf, name))

    def renamed(self, shelf: Shelf, kind: str, titles: Container[str]) -> Place | None:
        """Find the imported deck that a shelf is under a new name, which most of its notes came into; None if none is.

        `titles` are those of all decks of the file, folded.
        """
        notes = {item.guid for item in shelf.items if item.role} & self.by_guid.keys()
        places = {id(place): place for place in map(self.by_guid.__getitem__, notes)}
        if len(places) != 1 or _name(shelf, kind) in self.by_id:
            return None
        (place,) = places.values()
        known = len(place.lock.theirs)
        return place if not place.own and 0 < known < 2 * len(notes) and folded(place.called) not in titles else None

    def _unknown(self, shelf: Shelf) -> Place | None:
        """Find the deck of a shelf of ours by what its cards ask, where neither file nor lock tells an id any more."""
        known = {item.card.id: Known(item.card.prompt, item.card.answer) for item in shelf.items if item.card.id}
        asked = {each.prompt for each in known.values()}
        for place in self.decks if shelf.id and known else ():
            deck = None if place.id or not place.path.exists() else read_deck(place.path)[0]
            if deck and 2 * sum(card.prompt in asked for card in deck.cards) > len(deck.cards):
                place.id, place.lock = shelf.id, Lock(deck=shelf.id, known=known)
                place.shelf = shelf
                return self.by_id.setdefault(shelf.id, place)
        return None

    @cached_property
    def ours(self) -> dict[str, tuple[Place, str]]:
        """The notes that were made of cards: deck and line of the lock, by guid."""
        told = ((place, line) for place in self.decks if place.id for line in place.lock.notes)
        return {of_line(place.id, line): (place, line) for place, line in told}

    def untaken(self, item: Item) -> tuple[str, str] | None:
        """Tell why a row of a table is not taken, as it is of a note known here, and what to do; None if it is.

        As a card of its own it would ask the same a second time, and be a second note there.
        """
        if item.role or item.told or not item.guid:
            return None
        if item.guid in self.by_guid:
            return KNOWN, "import a package of them"
        return (UNTYPED, TYPED) if item.guid in self.ours else None

    def _stem(self, title: str) -> str:
        """Make a file name of a title that no deck of the folder has."""
        plain = unicodedata.normalize("NFC", title).lower()
        stem = (
            re.sub(r"[\W_]+", "-", plain).strip("-").encode()[:LONGEST].decode("utf-8", "ignore").strip("-") or "deck"
        )
        stem = f"{stem}-deck" if RESERVED.fullmatch(stem) else stem
        number, free = 1, stem
        while free.casefold() in self.stems or lock_path(self.folder / f"{free}.yaml").exists():
            number += 1
            free = f"{stem}-{number}"
        return free


def shelved(found: Found, folder: Path, kind: str, losses: Losses) -> tuple[list[Place], dict[str, tuple[str, str]]]:
    """Put every item into its deck under its id; also tell the identity of each card by its key."""
    shelves = Shelves.of(folder)
    identities: dict[str, tuple[str, str]] = {}
    ours = {shelf.id: shelf for shelf in found.shelves if shelf.id}
    titles = {folded(shelf.title) for shelf in found.shelves}
    for shelf in sorted(found.shelves, key=lambda each: bool(each.beside)):
        home = shelves.place(ours[shelf.beside], kind) if shelf.beside in ours else None
        home = home if home and home.takes(shelf) else shelves.renamed(shelf, kind, titles)
        for each in shelf.items:
            item = each if each.role else replace(each, guid="")
            if why := shelves.untaken(each):
                losses.add(*why)
                continue
            place = shelves.by_guid.get(item.guid) if item.guid else None
            if item.guid and not place and item.guid in shelves.ours:
                place, line = shelves.ours[item.guid]
                card = line.partition(" ")[0]
                place.apart.add(card)
                if card == line:
                    identities[item.key] = (place.id, card)
                continue
            place = place or home or shelves.place(shelf, kind)
            if item.guid:
                shelves.by_guid.setdefault(item.guid, place)
            if each.guid and not (each.role or each.card.id):
                losses.add(STRANGE, "import a package of them instead")
            name = _id(item, place)
            item = replace(item, older=_older(item, place, found), again=_again(name, item, place, found))
            if left := shelves.left.get(item.guid) or shelves.left.get(place.id):
                losses.add(f"cards of a deck deleted here, whose lock {left} is there still, come in again", LEFT)
            if not item.older or name in place.lock.generated:
                place.put(name, item)
                identities[item.key] = (place.id, name)
    return [place for place in shelves.decks if place.items or place.apart], identities


def folded(name: str) -> str:
    """Fold the name of a deck in Anki, which knows no difference of case or space."""
    return BELOW.join(" ".join(level.split()) for level in name.casefold().split(BELOW))


def _older(item: Item, place: Place, found: Found) -> bool:
    """Whether an item is a card of a note of one's own that came in as it was later than in this file."""
    known = place.lock.theirs.get(item.guid) if item.role else None
    return known is not None and found.theirs[item.guid].mod < known.seen


def _again(name: str, item: Item, place: Place, found: Found) -> bool:
    """Whether an item is a card of a note of one's own that came in as it is in this file, before an export."""
    known = place.lock.theirs.get(item.guid) if item.role else None
    same = known is not None and known.cards.get(name) == item.role and name in place.lock.generated
    return known is not None and same and not known.teaches(found.theirs[item.guid])


@dataclass(frozen=True, slots=True)
class _Any:
    """Whatever is in any of several containers, without a copy of them."""

    containers: tuple[Container[str], ...]

    def __contains__(self, name: object) -> bool:
        return any(name in each for each in self.containers)


def _name(shelf: Shelf, kind: str) -> str:
    """Tell the id of the deck of a shelf: its own, or one that comes of its key."""
    return shelf.id or hashed(DECK_LENGTH, "imported", kind, shelf.key or shelf.title)


def _id(item: Item, place: Place) -> str:
    """Tell a card's id: its own, the one the lock knows it by, or a new one that comes of its key."""
    if item.card.id:
        return item.card.id
    known = place.lock.theirs.get(item.guid) if item.guid else None
    for name, role in known.cards.items() if known else ():
        if item.role and role.ord == item.role.ord:
            return name
    wanted = hashed(CARD_LENGTH, "imported", item.key)
    if not item.guid and wanted not in place.items:
        return wanted
    lock = place.lock
    taken: tuple[Container[str], ...] = (place.items, lock.generated, lock.known, lock.notes)
    return unused(wanted, _Any(taken))
