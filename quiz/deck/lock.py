"""The lock beside a deck: what was generated last time, what a person deleted, identities, and the Anki ledger."""

from __future__ import annotations

import json
from dataclasses import dataclass as changeable
from dataclasses import field
from json.encoder import encode_basestring
from typing import TYPE_CHECKING, Any

from quiz.deck.files import lock_path, read_text, write_text
from quiz.deck.theirs import RoleError, Theirs
from quiz.errors import Place, Problem, QuizError
from quiz.values import dataclass

if TYPE_CHECKING:
    from pathlib import Path

    from quiz.deck.record import Record
    from quiz.deck.render import Value

VERSION = 1

Texts = tuple[tuple[str, str], ...]
"""Texts, each behind its name."""

Earlier = tuple[int, str, int]
"""What a note said before: which export made it so (see `Note.since`), its hash, and its `mod`."""

MEND = "restore it from version control or a backup; without it, edits, deletions and Anki's history are forgotten"


@dataclass(frozen=True, slots=True)
class Note:
    """What Anki was last told of a card: note type (never changes), content hash, and `mod` in epoch seconds.

    Where an import found more there than the card can say, `hash` is that of what the card says, so that no export
    overwrites the note until the card is edited; `seen` is the hash of the note, and `lost` names what more it holds.
    `over` are texts that it has and an update takes away, short, each behind its name. `own` are the fields that its
    owner filled, by name, as an import found them in a note of the time `owned`. `since` is the second of the export
    that made it say this, as the note itself tells unseen: 0 for the first. `before` is what it said until then and
    Anki may say still.
    """

    notetype: str
    hash: str
    mod: int
    seen: str = ""
    lost: tuple[str, ...] = ()
    over: Texts = ()
    own: Texts = ()
    owned: int = 0
    since: int = 0
    before: tuple[Earlier, ...] = ()

    def plain(self) -> dict[str, Any]:
        """Write it as the lock keeps it."""
        more: dict[str, Any] = {"seen": self.seen, "lost": list(self.lost), "over": dict(self.over)}
        more |= {"own": dict(self.own), "owned": self.owned, "since": self.since, "before": [*map(list, self.before)]}
        return {"notetype": self.notetype, "hash": self.hash, "mod": self.mod} | {
            key: value for key, value in more.items() if value
        }


@dataclass(frozen=True, slots=True)
class Generated:
    """A card's values as generated last time; `deleted` says that a person took the card out of the deck."""

    values: Record
    deleted: bool = False


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
    there; `reviewed` tells by card id what a card was like when a person reviewed it. Of a deck that was imported,
    `imported` names the kind of file; `theirs` are Anki's notes by guid, `notetypes` what they are of.
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
        torn = "<<<<<<<" in text
        message = "holds the marks of an unfinished git merge" if torn else f"is not a whole lock file: {error.msg}"
        raise QuizError(
            [Problem(Place(str(path), error.lineno, error.colno), message, MEND, code="bad-lock")]
        ) from None
    except (_ShapeError, RecursionError) as error:
        message = str(error) if isinstance(error, _ShapeError) else "is nested too deep"
        raise QuizError.at(str(path), message, MEND, code="bad-lock") from None


def write_lock(deck: Path, lock: Lock) -> None:
    """Write the lock of a deck by rename, and only if its bytes change; QuizError if it cannot be written.

    Read the lock just before, change your part of it and write it: all else is kept.
    """
    write_text(lock_path(deck), dumped(lock))


def dumped(lock: Lock) -> str:
    """Write a lock as JSON with one card a line, so that it compares and merges well."""
    generated = {
        card: {**({"deleted": True} if known.deleted else {}), "values": known.values}
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
        "head": lock.head,
        "generated": generated,
        "known": seen,
        "notes": dict(sorted(lock.notes.items())),
        "home": {"title": lock.home[0], "name": lock.home[1]} if lock.home else {},
        "reviewed": dict(sorted(lock.reviewed.items())),
        "imported": lock.imported,
        "notetypes": dict(sorted(lock.notetypes.items())),
        "theirs": {guid: note.plain() for guid, note in sorted(lock.theirs.items())},
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
    if note.seen or note.lost or note.over or note.own or note.owned or note.since:
        return _json(note.plain())
    return f'{{"notetype": {_json(note.notetype)}, "hash": {_json(note.hash)}, "mod": {note.mod:d}}}'


_json = json.JSONEncoder(ensure_ascii=False).encode


class _ShapeError(Exception):
    """A lock that is JSON but not shaped as one."""


def _lock(data: object) -> Lock:
    content = _object(data, "the whole file")
    version = content.get("lock")
    if version != VERSION:
        newer = isinstance(version, int) and version > VERSION
        raise _ShapeError("is of a newer version of quiz" if newer else "is not a lock of quiz")
    known = content.get("known", [])
    if not isinstance(known, list):
        raise _ShapeError("`known` is not a list")
    return Lock(
        deck=_text(content, "deck"),
        shelf=_text(content, "shelf"),
        notes={card: _note(note, card) for card, note in _object(content.get("notes", {}), "notes").items()},
        head=_record(content.get("head", {}), "head"),
        generated={
            card: Generated(_record(_object(entry, card).get("values", {}), card), bool(entry.get("deleted")))
            for card, entry in _object(content.get("generated", {}), "generated").items()
        },
        known={
            _text(entry, "id"): Known(_text(entry, "prompt"), _text(entry, "answer"), bool(entry.get("gone")))
            for entry in (_object(entry, "known") for entry in known)
        },
        imported=_text(content, "imported"),
        notetypes={
            name: _object(each, name) for name, each in _object(content.get("notetypes", {}), "notetypes").items()
        },
        reviewed={card: str(seen) for card, seen in _object(content.get("reviewed", {}), "reviewed").items()},
        theirs={guid: _theirs(note, guid) for guid, note in _object(content.get("theirs", {}), "theirs").items()},
        home=_home(_object(content.get("home", {}), "home")),
        rest={key: content[key] for key in content if key not in PARTS},
    )


PARTS = frozenset("lock deck shelf head generated known notes home reviewed imported notetypes theirs".split())


def _home(data: dict[str, Any]) -> tuple[str, str] | None:
    return (_text(data, "title"), _text(data, "name")) if data else None


def _theirs(data: object, guid: str) -> Theirs:
    try:
        return Theirs.of(data)
    except RoleError as error:
        raise _ShapeError(f"the note `{guid}` has a {error} that makes no sense") from None


def _object(data: object, name: str) -> dict[str, Any]:
    if not isinstance(data, dict):
        raise _ShapeError(f"`{name}` is not an object")
    return data


def _text(data: dict[str, Any], key: str) -> str:
    value = data.get(key, "")
    if not isinstance(value, str):
        raise _ShapeError(f"`{key}` is not text")
    return value


def _note(data: object, card: str) -> Note:
    if not isinstance(data, dict):
        raise _ShapeError(f"`{card}` is not an object")
    kind, said, mod = data.get("notetype"), data.get("hash"), data.get("mod")
    if len(data) == 3 and isinstance(kind, str) and isinstance(said, str) and isinstance(mod, int):
        return Note(kind, said, mod)  # as nearly all are
    lost = data.get("lost", [])
    if not isinstance(mod, int):
        raise _ShapeError(f"the note of card `{card}` has no `mod`")
    if not isinstance(lost, list) or not all(isinstance(name, str) for name in lost):
        raise _ShapeError(f"the note of card `{card}` has a `lost` that is no list of words")
    texts = [data.get(key, "") for key in ("notetype", "hash", "seen")]
    for key, text in zip(("notetype", "hash", "seen"), texts, strict=True):
        if not isinstance(text, str):
            raise _ShapeError(f"`{key}` is not text")
    own, over, before = _texts(data, "own"), _texts(data, "over"), data.get("before", [])
    for key in ("owned", "since"):
        if not isinstance(data.get(key, 0), int):
            raise _ShapeError(f"the note of card `{card}` has `{key}` that is no number")
    if not isinstance(before, list) or not all(map(_is_earlier, before)):
        raise _ShapeError(f"the note of card `{card}` has a `before` that makes no sense")
    earlier = tuple((since, said, at) for since, said, at in before)
    kept = (texts[0], texts[1], mod, texts[2], tuple(lost))
    return Note(*kept, over, own, data.get("owned", 0), data.get("since", 0), earlier)


def _is_earlier(data: object) -> bool:
    return isinstance(data, list) and [*map(type, data)] == [int, str, int]


def _texts(data: dict[str, Any], key: str) -> Texts:
    if key not in data:
        return ()
    found = _object(data[key], key)
    return tuple((name, _text(found, name)) for name in found)


def _record(data: object, name: str) -> Record:
    return {key: _value(value, name) for key, value in _object(data, name).items()}


def _value(data: object, name: str) -> Value:
    if isinstance(data, str):
        return data
    if isinstance(data, list):
        return [_value(inner, name) for inner in data]
    if isinstance(data, dict):
        return _record(data, name)
    raise _ShapeError(f"`{name}` holds what is not text")
