"""An Anki collection as plain values: note types, decks, notes, cards and answers, of all three formats of packages."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from quiz.deck.files import reason
from quiz.imports.anki import wire
from quiz.imports.anki.database import HINT, Database
from quiz.imports.anki.notetypes import NoteType, of_json, of_tables
from quiz.imports.anki.package import Package

NAMES = ("collection.anki21b", "collection.anki21", "collection.anki2")
"""Newest first: the newer formats bring an older file too, with one note in it that says to update Anki."""

MOST_TEXT = 512 * 2**20
"""Characters of all notes together; what is read stands in memory."""

TAG_COSTS, FIELD_COSTS = 64, 8
"""What one tag, and one field however empty, takes in memory, counted as characters."""

ROOM = "is there room for temporary files? TMPDIR names another folder for them"
LEVELS = "\x1f"
NEW, SUSPENDED = 0, -1
DESCRIPTION, DEFAULT = 4, 1
CARD = "id, nid, ord, did, odid, due, queue, type, data, mod, flags"
COLOURS = 7
"""Bits of a card's flags that name its colour; other programs keep their own in the rest."""
TOUCHED = (4, 6, 7, 10)
"""Columns of a card's row that are zero in a package without scheduling information: home, queue, type and flags."""

MEDIA_LIST = 64 * 2**20


@dataclass(frozen=True, slots=True)
class Note:
    """A note: its id, guid, note type, time of its last change in seconds, tags, and its fields as HTML."""

    id: int
    guid: str
    notetype: NoteType
    mod: int
    tags: tuple[str, ...]
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CardRow:
    """A card of a note: the template or, counted from 0, the cloze it is made of, and its deck.

    `position` is its place among the new cards, if that is known; a card that was answered may have lost it. `mod` is
    when anything of it last changed, in seconds.
    """

    id: int
    ord: int
    deck: int
    position: int | None
    suspended: bool
    mod: int
    flagged: bool = False


@dataclass(frozen=True, slots=True)
class Answered:
    """A row of the log of answers, as it stands there."""

    at: int
    card: int
    ease: int
    interval: int
    factor: int
    took: int
    kind: int


@dataclass(slots=True)
class Collection:
    """All that a package holds; `media` leads from a file's name to that of the member that is it.

    `described` counts the decks that have a description, `overfull` the notes with more fields than their type has,
    and `length` the characters of all notes. `scheduled` says that something shows it to have come with scheduling
    information: without that, Anki writes a filtered deck as any other, and its cards as if they were at home there.
    """

    notes: list[Note] = field(default_factory=list)
    cards: dict[int, list[CardRow]] = field(default_factory=dict)
    decks: dict[int, str] = field(default_factory=dict)
    answers: list[Answered] = field(default_factory=list)
    media: dict[str, str] = field(default_factory=dict)
    described: int = 0
    overfull: int = 0
    length: int = 0
    scheduled: bool = False
    made: int = 0


def collect(package: Package) -> Collection:
    """Read a package's collection; QuizError if there is none, or it is damaged."""
    name = next((name for name in NAMES if name in package), "")
    if not name:
        raise package.refused("is no Anki package: it holds no collection")
    try:
        return _unpacked(package, name)
    except OSError as error:
        raise package.refused(f"cannot be unpacked: {reason(error)}", ROOM) from error


def _unpacked(package: Package, name: str) -> Collection:
    """Read the collection in a folder of our own. OSError where there is no room for it."""
    with TemporaryDirectory(prefix="quiz-") as folder:
        path = Path(folder, "collection")
        package.unpack(name, path)
        with closing(Database(path, str(package.path))) as database:
            try:
                found = _collected(database, package)
                found.media = _media(package.read("media", MEDIA_LIST))
            except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError) as error:
                raise package.refused("is damaged: its collection makes no sense", HINT) from error
    return found


def _collected(database: Database, package: Package) -> Collection:
    """Read the tables; QuizError where there is more text than we hold."""
    found = Collection()
    if "notetypes" in database:
        notetypes = {each.id: each for each in of_tables(database)}
        for number, name, kind, common in database.rows("decks", "id, name, kind, common"):
            found.decks[number] = "::".join(name.split(LEVELS))
            found.scheduled |= bool(common) and number != DEFAULT
            found.described += bool(wire.octets(wire.message(wire.octets(wire.message(kind), 1)), DESCRIPTION))
    else:
        notetypes, decks = _older(database)
        found.decks = {int(deck["id"]): str(deck["name"]) for deck in decks}
        found.described = sum(bool(deck.get("desc")) for deck in decks)
        found.scheduled = any(deck.get("collapsed") for deck in decks if int(deck["id"]) != DEFAULT)
    changed = [mod for (mod,) in database.rows("col", "mod", "LIMIT 1")] if database.has("col", "mod") else []
    found.made = max(0, *(mod // 1000 for mod in changed if isinstance(mod, int)), 0)
    for note in _notes(database, notetypes, found, package):
        found.notes.append(note)
    for row in database.rows("cards", CARD, "ORDER BY nid, ord, id"):
        found.cards.setdefault(row[1], []).append(_card(row))
        found.scheduled |= any(row[at] for at in TOUCHED)
    if "revlog" in database:
        rows = database.rows("revlog", "id, cid, ease, ivl, factor, time, type", "ORDER BY id")
        found.answers = [Answered(*map(int, row)) for row in rows]
        found.scheduled |= bool(found.answers)
    return found


def _card(row: Sequence[Any]) -> CardRow:
    """Read a card; its home is the deck it went from into a filtered one."""
    number, _note, place, deck, home, due, queue, kind, data, mod, flags = row
    about = json.loads(data) if data.startswith("{") else {}
    position = about.get("pos") if isinstance(about, dict) else None
    if kind == NEW and not home:
        position = int(due)
    known = position if isinstance(position, int) else None
    return CardRow(number, int(place), home or deck, known, queue == SUSPENDED, int(mod), bool(int(flags) & COLOURS))


def _older(database: Database) -> tuple[dict[int, NoteType], list[dict[str, Any]]]:
    """Read note types and decks from the JSON of an older collection."""
    ((models, decks),) = database.rows("col", "models, decks", "LIMIT 1")
    return {each.id: each for each in of_json(json.loads(models))}, list(json.loads(decks).values())


def _notes(database: Database, notetypes: dict[int, NoteType], found: Collection, package: Package) -> Iterator[Note]:
    """Read the notes, and count their length; KeyError where one has no note type, QuizError for too much."""
    for number, guid, notetype, mod, tags, text in database.rows(
        "notes", "id, guid, mid, mod, tags, flds", "ORDER BY id"
    ):
        kind = notetypes[notetype]
        if kind.id <= 0:
            raise package.refused(f"holds a note of a note type with the number {kind.id}, which Anki gives none", HINT)
        found.length += len(text) + len(tags) + TAG_COSTS * tags.count(" ") + FIELD_COSTS * len(kind.fields)
        if found.length > MOST_TEXT:
            message = f"holds more than {MOST_TEXT // 2**20} MB of text and tags, which is too large to be read at once"
            raise package.refused(message, "export its decks one by one")
        whole = text.split(LEVELS, len(kind.fields))
        fields, more = whole[: len(kind.fields)], whole[len(kind.fields) :]
        found.overfull += any(each.strip(LEVELS + " \t\n") for each in more)
        fields += [""] * (len(kind.fields) - len(fields))
        yield Note(number, str(guid), kind, int(mod), tuple(tags.split()), tuple(fields))


def _media(data: bytes) -> dict[str, str]:
    """Read the list of media, as JSON or as messages."""
    if not data.strip():
        return {}
    if data.lstrip()[:1] == b"{":
        try:
            return {str(name): member for member, name in json.loads(data).items()}
        except json.JSONDecodeError:
            pass  # a message may begin with that byte too
    entries: list[Any] = wire.message(data).get(1, [])
    listed: dict[str, str] = {}
    for at, entry in enumerate(entries):
        about = wire.message(entry)
        listed[wire.text(about, 1)] = str(wire.number(about, 255) or at)
    return listed
