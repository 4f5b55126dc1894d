"""The Anki ledger in the lock beside a deck: what Anki was last told of each card, so that it takes over only edits."""

from __future__ import annotations

from typing import Any

from quiz.values import dataclass

Texts = tuple[tuple[str, str], ...]
"""Texts, each behind its name."""

Earlier = tuple[int, str, int]
"""What a note said once: which export made it so (see `Note.since`), its hash, and its `mod`."""


class ShapeError(Exception):
    """A lock that is JSON but not shaped as one."""


@dataclass(frozen=True, slots=True)
class Note:
    """What Anki was last told of a card: note type (never changes), content hash, and `mod` in epoch seconds.

    Where an import found more there than the card can say, `hash` is that of what the card says, so that no export
    overwrites the note until the card is edited; `seen` is the hash of the note, and `lost` names what more it holds.
    `over` are texts that it has and an update takes away, each behind its name. `own` are the fields that its
    owner filled, by name, as an import found them in a note of the time `owned`, which every note has that was edited
    there. `since` is the second of the export
    that made it say this, as the note itself tells unseen: 0 for the first. `before` is what other exports made it say,
    those until then, which Anki may say still, and those since, which it had not taken and may take.
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

    @property
    def first(self) -> int:
        """The second of the first export of its card, as far as no import saw it edited since; 0 where one did."""
        first = min((each for each in self.before if each[0] < self.since), default=None)
        return 0 if self.owned else (first[0] or first[2]) if first else self.since or self.mod

    @property
    def now(self) -> Earlier:
        """What it says in Anki, as far as is known."""
        return self.since, self.seen or self.hash, self.mod

    @property
    def awaited(self) -> tuple[Earlier, ...]:
        """What exports made it say that Anki had not taken when it was seen there, and may take."""
        return tuple(each for each in self.before if each[0] > self.since)

    @classmethod
    def of(cls, data: object, card: str) -> Note:
        """Read what the lock keeps of a card; ShapeError if it makes no sense."""
        found = object_of(data, card)
        kind, said, mod = found.get("notetype"), found.get("hash"), found.get("mod")
        if len(found) == 3 and isinstance(kind, str) and isinstance(said, str) and isinstance(mod, int):
            return cls(kind, said, mod)  # as nearly all are
        if not isinstance(mod, int):
            raise ShapeError(f"the note of card `{card}` has no `mod`")
        kind, said, seen = (text_of(found, key) for key in ("notetype", "hash", "seen"))
        lost, before = found.get("lost", []), found.get("before", [])
        if not isinstance(lost, list) or not all(isinstance(name, str) for name in lost):
            raise ShapeError(f"the note of card `{card}` has a `lost` that is no list of words")
        if not isinstance(before, list) or not all(map(_is_earlier, before)):
            raise ShapeError(f"the note of card `{card}` has a `before` that makes no sense")
        for key in ("owned", "since"):
            if not isinstance(found.get(key, 0), int):
                raise ShapeError(f"the note of card `{card}` has `{key}` that is no number")
        earlier = tuple((since, hashed, at) for since, hashed, at in before)
        kept = (kind, said, mod, seen, tuple(lost), _texts(found, "over"), _texts(found, "own"))
        return cls(*kept, found.get("owned", 0), found.get("since", 0), earlier)


def object_of(data: object, name: str) -> dict[str, Any]:
    """Return what is to be an object in JSON; ShapeError with its name if it is none."""
    if not isinstance(data, dict):
        raise ShapeError(f"`{name}` is not an object")
    return data


def text_of(data: dict[str, Any], key: str) -> str:
    """Return the text of a key, "" without one; ShapeError if it is no text."""
    value = data.get(key, "")
    if not isinstance(value, str):
        raise ShapeError(f"`{key}` is not text")
    return value


def second_of(data: dict[str, Any], key: str) -> int:
    """Return what is to be a second, 0 without one; ShapeError if it is none."""
    value = data.get(key, 0)
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ShapeError(f"`{key}` is no second")
    return value


def _is_earlier(data: object) -> bool:
    return isinstance(data, list) and [*map(type, data)] == [int, str, int]


def _texts(data: dict[str, Any], key: str) -> Texts:
    if key not in data:
        return ()
    found = object_of(data[key], key)
    return tuple((name, text_of(found, name)) for name in found)
