"""Notes of someone else's that cards were imported from: kept in the lock, so that an export can bring them up to date.

A note is theirs: it stays on their note type, and keeps whatever our cards do not show. What a card shows comes of
fields of the note, and what a person changes of the card goes back into these fields and no others.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

Earlier = tuple[int, Mapping[str, dict[str, Any]]]
"""What Anki was told of a note's cards, by their ids, and the second of the first export that told it."""

KEYS = ("question", "answer", "hint", "explanation", "cloze")
"""Keys of a card that come of fields."""

ANKIS_TAGS = frozenset({"marked", "leech"})
"""Tags by which Anki itself keeps something of a note: none of a card's."""


class RoleError(ValueError):
    """What a lock says of a note of theirs makes no sense."""


@dataclass(frozen=True, slots=True)
class Role:
    """Which of its note's cards a card is, from 0, and the fields, by number, that each of its keys is made of.

    Behind the key `explanation` the fields are told by name, unless it is `bare`.
    """

    ord: int
    keys: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    bare: bool = False

    def plain(self) -> dict[str, Any]:
        """Write it as the lock keeps it."""
        keys = {key: list(self.keys[key]) for key in KEYS if key in self.keys}
        return {"ord": self.ord, **keys, **({"bare": True} if self.bare else {})}

    @classmethod
    def of(cls, data: Any) -> Role:
        """Read what the lock keeps; RoleError if it is none."""
        keys = {key: data[key] for key in KEYS if key in data} if isinstance(data, dict) else {}
        lists = [*keys.values()]
        if (
            not isinstance(data, dict)
            or not _number(data.get("ord"))
            or not all(isinstance(each, list) for each in lists)
        ):
            raise RoleError("role")
        if not all(_number(each) for listed in lists for each in listed):
            raise RoleError("role")
        return cls(data["ord"], {key: tuple(listed) for key, listed in keys.items()}, bool(data.get("bare")))


@dataclass(frozen=True, slots=True)
class Theirs:
    """A note as it was imported: note type, fields and tags; its cards by our ids; and what Anki was told last of it.

    `hash` is that of what it was told, and `mod` the second it was told so (see `Note`). `told` are the keys of its
    cards that it was told since the import: what a note that is no older is to be compared with. `media` are digits of
    its pictures and sounds, by their names here, as they were last the same on both sides. `over` tells, by card and
    key, what it says in place of what its cards do, as they were edited on both sides; an update takes it away. `seen`
    is the second of its last change in the newest package that was imported. `apart` tells, by card and key, what it
    says otherwise than its cards, of which nobody knows on which side it was edited; "" is nothing. `before` lists what
    was `told` until then, each with its second, 0 where that is not known: Anki may say that still. Cards that they do
    not tell of say what they did when they were imported.
    """

    notetype: str
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    hash: str
    mod: int
    cards: Mapping[str, Role] = field(default_factory=dict)
    told: Mapping[str, dict[str, Any]] = field(default_factory=dict)
    media: Mapping[str, str] = field(default_factory=dict)
    over: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    seen: int = 0
    apart: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    before: tuple[Earlier, ...] = ()

    @property
    def exports(self) -> tuple[Earlier, ...]:
        """What Anki was told since the newest package that was imported, the oldest first, each with its second."""
        return (*self.before, (self.mod, self.told)) if self.told or self.mod > self.seen else self.before

    def teaches(self, note: Theirs) -> bool:
        """Whether a note of a package tells anything that is not known since before the last export."""
        return self.mod <= self.seen or (self.seen, self.fields, self.tags) != (note.mod, note.fields, note.tags)

    def plain(self) -> dict[str, Any]:
        """Write it as the lock keeps it."""
        return {
            "notetype": self.notetype,
            "fields": list(self.fields),
            "tags": list(self.tags),
            "hash": self.hash,
            "mod": self.mod,
            "cards": {card: role.plain() for card, role in self.cards.items()},
            **({"told": dict(self.told)} if self.told else {}),
            **({"media": dict(self.media)} if self.media else {}),
            **({"over": {card: dict(texts) for card, texts in self.over.items()}} if self.over else {}),
            **({"seen": self.seen} if self.seen else {}),
            **(
                {"apart": {card: dict(values) for card, values in self.apart.items() if values}}
                if any(self.apart.values())
                else {}
            ),
            **({"before": [dict(told) for _, told in self.before]} if self.before else {}),
            **({"since": [since for since, _ in self.before]} if any(since for since, _ in self.before) else {}),
        }

    @classmethod
    def of(cls, data: Any) -> Theirs:
        """Read what the lock keeps; RoleError if it is none."""
        if not isinstance(data, dict) or not isinstance(data.get("cards"), dict) or not _number(data.get("mod")):
            raise RoleError("note")
        texts = [data.get("fields"), data.get("tags")]
        if not all(isinstance(each, list) and all(isinstance(text, str) for text in each) for each in texts):
            raise RoleError("note")
        fields, tags = (tuple(each or ()) for each in texts)
        cards = {str(card): Role.of(role) for card, role in data["cards"].items()}
        if any(at >= len(fields) for role in cards.values() for listed in role.keys.values() for at in listed):
            raise RoleError("role")
        told = _told(data.get("told", {}))
        media = {name: str(digits) for name, digits in _texts(data.get("media", {})).items()}
        over = {
            name: tuple(map(_pair, _object(texts).items())) for name, texts in _object(data.get("over", {})).items()
        }
        seen = data.get("seen", 0)
        if not _number(seen):
            raise RoleError("seen")
        apart = {card: _texts(values) for card, values in _object(data.get("apart", {})).items()}
        kept = (str(data.get("notetype")), fields, tags, str(data.get("hash", "")), data["mod"])
        return cls(*kept, cards, told, media, over, seen, apart, _before(data.get("before", []), data.get("since", [])))


def said(fields: Sequence[str], tags: Sequence[str]) -> str:
    """Return sixteen hex digits that change when what a note says does."""
    return sha256(json.dumps([list(fields), list(tags)]).encode()).hexdigest()[:16]


def _object(data: Any) -> dict[str, Any]:
    if not isinstance(data, dict):
        raise RoleError("told")
    return data


def _told(data: Any) -> dict[str, dict[str, Any]]:
    """Check the values of cards by their ids."""
    return {card: _texts(said) for card, said in _object(data).items()}


def _before(states: Any, seconds: Any) -> tuple[Earlier, ...]:
    """Check what Anki was told before; locks of before do not say when."""
    if not isinstance(states, list) or not isinstance(seconds, list) or not all(map(_number, seconds)):
        raise RoleError("before")
    known = seconds if len(seconds) == len(states) else [0] * len(states)
    return tuple(zip(known, map(_told, states), strict=True))


def _pair(item: tuple[Any, Any]) -> tuple[str, str]:
    """Check a text behind its name."""
    if not isinstance(item[1], str):
        raise RoleError("over")
    return item


def _texts(data: Any) -> dict[str, Any]:
    """Check values by name: texts, or lists of them."""
    for value in _object(data).values():
        if not all(isinstance(each, str) for each in (value if isinstance(value, list) else [value])):
            raise RoleError("told")
    return dict(data)


def _number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def explained(names: Sequence[str], texts: Sequence[str], *, bare: bool) -> str:
    """Write the fields of a note that no other key shows as one text, each behind its name unless bare."""
    if bare:
        return "\n".join(texts)
    return "\n".join(f"{name}: {text}" for name, text in zip(names, texts, strict=True) if text)


def explained_apart(names: Sequence[str], text: str, *, bare: bool) -> list[str]:
    """Take such a text apart into fields again; what stands before the first name goes to the first field."""
    if bare or not names:
        return [text, *("" for _ in names[1:])]
    found = dict.fromkeys(names, "")
    marks = re.compile(r"^({}): ?".format("|".join(map(re.escape, names))), re.MULTILINE)
    parts = marks.split(text)
    for name, part in zip(parts[1::2], parts[2::2], strict=True):
        found[name] = "\n".join(filter(None, (found[name], part.strip("\n"))))
    if parts[0].strip():
        found[names[0]] = "\n".join(filter(None, (parts[0].strip("\n"), found[names[0]])))
    return list(found.values())
