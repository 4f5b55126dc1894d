"""Notes of our own export -> the decks they were, with what their owner changed in Anki."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from html import unescape
from typing import Any

from quiz.deck.beyond import short
from quiz.deck.guids import of_line
from quiz.deck.ledger import Note as Told
from quiz.deck.model import Card
from quiz.deck.notefields import CARRIED, FIELDS, NAMED, own_of
from quiz.errors import Place, Problem
from quiz.imports.anki.collection import Collection, Note
from quiz.imports.anki.mending import mended, sound
from quiz.imports.anki.restoring import Restoring, asks_backwards, fields_of
from quiz.imports.anki.tracing import Tracing
from quiz.imports.model import Item, Shelf

UNREAD = ("Answer", "Typed", "Items", "Tolerance", "Passage", "Link")
"""Fields of which nothing is taken over here, as what they show is told elsewhere; by `Answer` the next is judged."""

DEFAULT = 1
"""Anki's number of the deck that every collection has: what lies there was put nowhere."""

UNNAMED = "its ID is not one of ours any more, so it comes in as a new card"


def is_ours(note: Note) -> bool:
    """Whether a note is one that an export of ours wrote: it says which card it is, and has the guid of that card.

    A note whose id was spoiled is taken for one too; a copy that was made in Anki has a guid of its own, and is none.
    """
    if not kind_of(note) or not all(identity(note)):
        return False
    return not _sound(note) or note.guid == of_line(identity(note)[0], _line(note))


def is_copy(note: Note) -> bool:
    """Whether a note says that it is a card of ours, and is none: somebody made a copy of its note in Anki."""
    return bool(kind_of(note)) and all(identity(note)) and not is_ours(note)


def kind_of(note: Note) -> str:
    """Tell which type of ours a note is of, however it may be called now; "" if it lacks fields that this type has."""
    return _kind(note.notetype.name.removeprefix(NAMED).lower(), note.notetype.fields)


@lru_cache(maxsize=1024)
def _kind(named: str, fields: tuple[str, ...]) -> str:
    """Prefer the type that is called so, and of the others the one with the most fields."""
    kinds = sorted(FIELDS, key=lambda kind: (kind != named, -len(FIELDS[kind])))
    return next((kind for kind in kinds if {*fields}.issuperset(FIELDS[kind])), "")


def _sound(note: Note) -> bool:
    return all(map(sound, identity(note)))


def identity(note: Note) -> tuple[str, str]:
    """Return deck id and card id; a presentation named behind a space is not part of it."""
    deck, _, card = unescape(fields_of(note).get("ID", "")).partition("/")
    return deck, card.partition(" ")[0]


@dataclass(slots=True)
class Restored:
    """The decks of our own notes, the media that were put into them since, and what is to be told of single notes."""

    path: str
    shelves: list[Shelf] = field(default_factory=list)
    media: list[str] = field(default_factory=list)
    faults: list[Problem] = field(default_factory=list)

    def add(self, deck: str, cards: dict[str, list[Note]], collection: Collection) -> None:
        """Make the deck of an id of its cards' notes, each known by the card's id."""
        items, titles, about = [], list[str](), dict[str, Any]()
        for card, presented in cards.items():
            presented.sort(key=_rank)
            note = presented[0]
            homes = [collection.decks.get(row.deck, "") for row in collection.cards.get(note.id, [])]
            titles += homes
            made = Restoring(note)
            about = about or made.deck
            if item := self._item(deck, card, presented, made):
                items.append(replace(item, home=homes[0] if len({*homes}) == 1 else ""))
                self.media += made.media
        title = _common(titles) or max(filter(None, titles), key=titles.count, default="Imported")
        tags = tuple(map(str, about.get("tags", ())))
        self.shelves.append(Shelf(title, items, deck, deck * sound(deck), tags, str(about.get("source", ""))))

    def _item(self, deck: str, card: str, presented: Sequence[Note], made: Restoring) -> Item | None:
        """Make one card as well as can be; None, and told, where it is none."""
        whole, faults = mended(made.card())
        first = presented[0]
        known = sound(deck) and sound(card)
        for fault in [*faults, *made.gone, *([] if known else [UNNAMED])]:
            self.faults.append(Problem(Place(self.path), f"note “{short(first.fields[0])}”: {fault}", "", "warning"))
        if whole is None:
            return None
        name = replace(whole, id=card * known)
        own = _item(f"{deck}\0{card}", name, first, made)
        if not known:
            return own
        traces = {_line(each): _traced(each) for each in presented}
        own = replace(own, told={line: _told(trace) for line, trace in traces.items()})
        beside = {_line(each): self._beside(own, name, each) for each in presented if _line(each) != card}
        own = replace(own, beside={line: item for line, item in beside.items() if item})
        return _tracing(own, traces.get(card))

    def _beside(self, own: Item, card: Card, note: Note) -> Item | None:
        """Make the card once more, of a note that asks it so; None where it is none."""
        made = Restoring(note)
        whole, _ = mended(made.card())
        self.media += made.media if whole else []
        item = _item(own.key, replace(whole, id=card.id), note, made) if whole else None
        return _tracing(replace(item, told=own.told), _traced(note)) if item else None


def _item(key: str, card: Card, note: Note, made: Restoring) -> Item:
    """Tell what is known of a card by its note alone."""
    lost, shown = tuple(sorted(made.lost)), unread(note)
    return Item(card, key, prefix=made.prefix, lost=lost, unread=shown, known=made.known, same=made.same(card))


def _tracing(item: Item, trace: Tracing | None) -> Item:
    """Let an item be traced back to what its note said before."""
    if not trace:
        return item
    return replace(item, trace=trace, rechosen=trace.rechosen, reworded=trace.reworded if item.card.ordered else None)


def unread(note: Note) -> tuple[tuple[str, str], ...]:
    """Tell the texts of a note of which nothing is taken over here, each behind the name of its field."""
    named = fields_of(note)
    return tuple((name, named[name]) for name in UNREAD if name in named and name not in own_of(named))


def restored(notes: Iterable[Note], collection: Collection, path: str) -> Restored:
    """Make decks of notes that come from a file."""
    decks: dict[str, dict[str, list[Note]]] = {}
    for note in notes:
        deck, card = identity(note)
        decks.setdefault(deck, {}).setdefault(card, []).append(note)
    found = Restored(path)
    for deck, cards in decks.items():
        found.add(deck, cards, collection)
    return found


def homes(notes: Iterable[Note], collection: Collection) -> dict[int, tuple[str, int]]:
    """Tell of each deck of Anki's that notes of ours lie in which deck of ours has most of them there, and how many."""
    counts: dict[int, Counter[str]] = {}
    for note in filter(_sound, notes):
        for deck in {row.deck for row in collection.cards.get(note.id, ())} - {DEFAULT}:
            counts.setdefault(deck, Counter())[identity(note)[0]] += 1
    return {deck: count.most_common(1)[0] for deck, count in counts.items()}


def _common(titles: Iterable[str]) -> str:
    """Name the deck that all lie in: cards may have been put below it by their tags."""
    levels = [title.split("::") for title in titles if title]
    shared = [names[0] for names in zip(*levels, strict=False) if len({*names}) == 1]
    return "::".join(shared) if levels else ""


def _line(note: Note) -> str:
    """Tell the line of the lock that a note has: the card's own, or one of a presentation beside it."""
    return unescape(fields_of(note)["ID"]).partition("/")[2]


def beside(note: Note) -> bool:
    """Whether a note of ours asks a card once more, beside the card's own note."""
    return " " in _line(note)


def _traced(note: Note) -> Tracing:
    """Tell a note from what its owner wrote into fields that no card fills."""
    named = fields_of(note)
    own = {name for name in own_of(named, named[CARRIED]) if named[name].strip()}
    return Tracing(note, kind_of(note), own)


def _told(trace: Tracing) -> Told:
    """Tell what Anki has of a note as the lock keeps it: the hash of what it says, whatever nobody sees left out.

    Nor does it count what its owner wrote into fields of their own.
    """
    named, mod = fields_of(trace.note), max(1, trace.note.mod)
    kind = "reverse" if asks_backwards(named) else trace.kind
    own = tuple((name, text) for name, text in named.items() if name in trace.own)
    return Told(kind, trace.hash, mod, own=own, since=trace.since)


def _rank(note: Note) -> tuple[bool, bool, int]:
    """Put the note of a card's own before those beside it, and one that asks backwards last."""
    beside = _line(note).partition(" ")[2]
    return bool(beside), beside == "reverse", note.id
