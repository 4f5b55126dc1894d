"""The lock beside a deck: what was generated last time, what a person deleted, identities, and the Anki ledger."""

from __future__ import annotations

import json
from dataclasses import dataclass as changeable
from dataclasses import field
from json.encoder import encode_basestring
from typing import TYPE_CHECKING, Any

from quiz.deck.files import lock_path, read_text, write_text
from quiz.deck.ledger import Note, ShapeError, object_of, second_of, text_of
from quiz.deck.theirs import RoleError, Theirs
from quiz.errors import Place, Problem, QuizError
from quiz.values import dataclass

if TYPE_CHECKING:
    from pathlib import Path

    from quiz.deck.record import Record
    from quiz.deck.render import Value

VERSION = 1

MEND = "restore it from version control or a backup; without it, edits, deletions and Anki's history are forgotten"

ONE_SIDE = "take the lock of either side, `git checkout --ours {}`"


@dataclass(frozen=True, slots=True)
class Generated:
    """A card's values as generated last time; `deleted` says that a person took the card out of the deck.

    `over` are values of the person's that stayed over what was generated anew, by path as `source.text`. `made` is
    what was made last of a card that does not follow its document, where that is not what it was generated as: by it
    the card is known again.
    """

    values: Record
    deleted: bool = False
    over: Record = field(default_factory=dict)
    made: Record = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Known:
    """A card without an id of its own, as last seen: what its identity is found by; `gone` if it left the deck."""

    prompt: str
    answer: str
    gone: bool = False


@changeable(slots=True)
class Lock:
    """The contents of `NAME.lock`; a deck without one has an empty lock.

    `head` holds the deck's own values as generated last time; `generated`, `known` and `notes` are by card id, `known`
    in the order of the deck; `rest` is whatever a newer version of the program keeps there; `shelf` is the name that
    the deck was last given in Anki, `home` its title and what it is called there in place of it, where it was renamed
    there, `subdecks` what decks below it were last named by; `filed` tells by card id the sub-deck that its tags name
    since they were changed in Anki, and the one that it lies in there; `reviewed` tells by card id what a card was like
    when a person reviewed it. Of a deck that was imported, `imported` names the kind of file; `theirs` are Anki's notes
    by guid, `notetypes` what they are of. `taken` is the second of the last export that Anki is known to have taken, 0
    for none.
    """

    deck: str = ""
    notes: dict[str, Note] = field(default_factory=dict)
    head: Record = field(default_factory=dict)
    generated: dict[str, Generated] = field(default_factory=dict)
    known: dict[str, Known] = field(default_factory=dict)
    imported: str = ""
    notetypes: dict[str, Any] = field(default_factory=dict)
    reviewed: dict[str, str] = field(default_factory=dict)
    theirs: dict[str, Theirs] = field(default_factory=dict)
    rest: dict[str, Any] = field(default_factory=dict)
    shelf: str = ""
    home: tuple[str, str] | None = None
    subdecks: str = ""
    filed: dict[str, tuple[str, str]] = field(default_factory=dict)
    taken: int = 0


def read_lock(deck: Path) -> Lock:
    """Read the lock of a deck; QuizError if it is no lock of a version we know."""
    path = lock_path(deck)
    if not path.exists():
        return Lock()
    if path.is_dir():
        raise QuizError.at(str(path), "is a folder where the lock of the deck belongs", "move it away", code="bad-lock")
    text = read_text(path)
    try:
        return _lock(json.loads(text))
    except json.JSONDecodeError as error:
        message, hint = f"is not a whole lock file: {error.msg}", MEND
        if "<<<<<<<" in text:
            from shlex import quote  # on use: a start reads locks, and few are torn

            message, hint = "holds the marks of an unfinished git merge", ONE_SIDE.format(quote(str(path)))
            hint += ", then `quiz generate`" if '"generated"' in text else ""
        at = Place(str(path), error.lineno, error.colno)
        raise QuizError([Problem(at, message, hint, code="bad-lock")]) from None
    except (ShapeError, RecursionError) as error:
        message = str(error) if isinstance(error, ShapeError) else "is nested too deep"
        raise QuizError.at(str(path), message, MEND, code="bad-lock") from None


def write_lock(deck: Path, lock: Lock) -> None:
    """Write the lock of a deck by rename, and only if its bytes change; QuizError if it cannot be written.

    Read the lock just before, change your part of it and write it: all else is kept.
    """
    write_text(lock_path(deck), dumped(lock))


def dumped(lock: Lock) -> str:
    """Write a lock as JSON with one card a line, so that it compares and merges well."""
    generated = {
        card: {
            **({"deleted": True} if known.deleted else {}),
            "values": known.values,
            **({"over": known.over} if known.over else {}),
            **({"made": known.made} if known.made else {}),
        }
        for card, known in sorted(lock.generated.items())
    }
    seen = [
        {"id": card, "prompt": known.prompt, "answer": known.answer} | ({"gone": True} if known.gone else {})
        for card, known in lock.known.items()
    ]
    parts = {
        "lock": VERSION,
        "deck": lock.deck,
        "shelf": lock.shelf,
        "subdecks": lock.subdecks,
        "filed": dict(sorted(lock.filed.items())),
        "head": lock.head,
        "generated": generated,
        "known": seen,
        "notes": dict(sorted(lock.notes.items())),
        "home": {"title": lock.home[0], "name": lock.home[1]} if lock.home else {},
        "reviewed": dict(sorted(lock.reviewed.items())),
        "imported": lock.imported,
        "notetypes": dict(sorted(lock.notetypes.items())),
        "theirs": {guid: note.plain() for guid, note in sorted(lock.theirs.items())},
        "taken": lock.taken,
    }
    text = ",\n".join(_part(key, value) for key, value in (parts | lock.rest).items() if value)
    return f"{{\n{text}\n}}\n".encode("utf-8", "replace").decode()


def _part(key: str, value: object) -> str:
    """Write one key of the lock; of a list or an object each item stands on a line."""
    if isinstance(value, dict):
        lines = ",\n".join(
            f"  {encode_basestring(name)}: {_noted(inner) if isinstance(inner, Note) else _json(inner)}"
            for name, inner in value.items()
        )
        return f"{_json(key)}: {{\n{lines}\n}}"
    if isinstance(value, list):
        return f"{_json(key)}: [\n" + ",\n".join(f"  {_json(inner)}" for inner in value) + "\n]"
    return f"{_json(key)}: {_json(value)}"


def _noted(note: Note) -> str:
    if note.seen or note.lost or note.over or note.own or note.owned or note.since or note.before:
        return _json(note.plain())
    return f'{{"notetype": {_json(note.notetype)}, "hash": {_json(note.hash)}, "mod": {note.mod:d}}}'


_json = json.JSONEncoder(ensure_ascii=False).encode


def _lock(data: object) -> Lock:
    content = object_of(data, "the whole file")
    version = content.get("lock")
    if version != VERSION:
        newer = isinstance(version, int) and version > VERSION
        raise ShapeError("is of a newer version of quiz" if newer else "is not a lock of quiz")
    known = content.get("known", [])
    if not isinstance(known, list):
        raise ShapeError("`known` is not a list")
    return Lock(
        deck=text_of(content, "deck"),
        shelf=text_of(content, "shelf"),
        subdecks=text_of(content, "subdecks"),
        filed={card: _filed(pair, card) for card, pair in object_of(content.get("filed", {}), "filed").items()},
        notes={card: Note.of(note, card) for card, note in object_of(content.get("notes", {}), "notes").items()},
        head=_record(content.get("head", {}), "head"),
        generated={
            card: _generated(object_of(entry, card), card)
            for card, entry in object_of(content.get("generated", {}), "generated").items()
        },
        known={
            text_of(entry, "id"): Known(text_of(entry, "prompt"), text_of(entry, "answer"), bool(entry.get("gone")))
            for entry in (object_of(entry, "known") for entry in known)
        },
        imported=text_of(content, "imported"),
        notetypes={
            name: object_of(each, name) for name, each in object_of(content.get("notetypes", {}), "notetypes").items()
        },
        reviewed={card: str(seen) for card, seen in object_of(content.get("reviewed", {}), "reviewed").items()},
        theirs={guid: _theirs(note, guid) for guid, note in object_of(content.get("theirs", {}), "theirs").items()},
        home=_home(object_of(content.get("home", {}), "home")),
        taken=second_of(content, "taken"),
        rest={key: content[key] for key in content if key not in PARTS},
    )


PARTS = frozenset(
    "lock deck shelf subdecks filed head generated known notes home reviewed imported notetypes theirs taken".split()
)


def _generated(data: dict[str, Any], card: str) -> Generated:
    values, over, made = (_record(data.get(key, {}), card) for key in ("values", "over", "made"))
    return Generated(values, bool(data.get("deleted")), over, made)


def _filed(data: object, card: str) -> tuple[str, str]:
    if not isinstance(data, list) or len(data) != 2 or not all(isinstance(each, str) for each in data):
        raise ShapeError(f"what `{card}` is filed by makes no sense")
    return data[0], data[1]


def _home(data: dict[str, Any]) -> tuple[str, str] | None:
    return (text_of(data, "title"), text_of(data, "name")) if data else None


def _theirs(data: object, guid: str) -> Theirs:
    try:
        return Theirs.of(data)
    except RoleError as error:
        raise ShapeError(f"the note `{guid}` has a {error} that makes no sense") from None


def _record(data: object, name: str) -> Record:
    return {key: _value(value, name) for key, value in object_of(data, name).items()}


def _value(data: object, name: str) -> Value:
    if isinstance(data, str):
        return data
    if isinstance(data, list):
        return [_value(inner, name) for inner in data]
    if isinstance(data, dict):
        return _record(data, name)
    raise ShapeError(f"`{name}` holds what is not text")
