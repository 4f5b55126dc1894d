"""Three-way merge of a card's values: as generated last time, as generated now, and as they stand in the deck."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quiz.deck.record import Record
    from quiz.deck.render import Value

Path = tuple[str, ...]
"""Keys that lead to a value, as `("source", "line")`."""


@dataclass(frozen=True, slots=True)
class Change:
    """A value of the deck that follows the document; None takes the key out."""

    path: Path
    value: Value | None


@dataclass(frozen=True, slots=True)
class Conflict:
    """A value that was generated anew and that a person changed too, to something else; None is a key that is out."""

    path: Path
    generated: Value | None
    kept: Value | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a merge changes, whether anything of a person's stands against what was generated, and what conflicts."""

    changes: tuple[Change, ...]
    kept: bool
    conflicts: tuple[Conflict, ...] = ()


def compared(base: Record, theirs: Record, ours: Record, path: Path = ()) -> Outcome:
    """Compare values key by key: one that a person changed, added or took out is kept, every other follows `theirs`."""
    changes: list[Change] = []
    conflicts: list[Conflict] = []
    kept = False
    for key in {**theirs, **base, **ours}:
        before, now, here = base.get(key), theirs.get(key), ours.get(key)
        if now == here:
            continue
        if isinstance(now, dict) and isinstance(here, dict):
            inner = compared(before if isinstance(before, dict) else {}, now, here, (*path, key))
            changes += inner.changes
            conflicts += inner.conflicts
            kept = kept or inner.kept
        elif here == before:
            changes.append(Change((*path, key), now))
        else:
            kept = True
            if now != before:
                conflicts.append(Conflict((*path, key), now, here))
    return Outcome(tuple(changes), kept, tuple(conflicts))


FOLLOWING = ("source", "tags")
"""Keys that tell where a card stands, whatever becomes of its wording."""


def proposal(base: Record, theirs: Record, ours: Record) -> Record:
    """Tell what a new generation may propose of a card: no new wording of a passage that is the same, if touched.

    `ours` are the values in the deck. A card that a person edited keeps its wording when all passages it rests on still
    stand: then it is the generator that changed, not the document.
    """
    told = passages(base)
    if ours in (base, theirs) or not told or not told <= passages(theirs):
        return theirs
    known = {key: value for key, value in base.items() if key in theirs or key not in (*FOLLOWING, "stale")}
    return known | {key: theirs[key] for key in FOLLOWING if key in theirs}


def passages(record: Record) -> set[str]:
    """Return the texts that a card rests on."""
    source = record.get("source")
    if not isinstance(source, dict):
        return set()
    evidence = source.get("evidence")
    listed = [source, *(evidence if isinstance(evidence, list) else [])]
    return {str(passage["text"]) for passage in listed if isinstance(passage, dict) and "text" in passage}


def changed(record: Record, changes: Iterable[Change]) -> Record:
    """Apply changes to a record."""
    result = dict(record)
    for change in changes:
        key, *rest = change.path
        if rest:
            inner = result.get(key)
            below = Change(tuple(rest), change.value)
            result[key] = changed(inner if isinstance(inner, dict) else {}, [below])
        elif change.value is None:
            result.pop(key, None)
        else:
            result[key] = change.value
    return result


def value_at(record: Record, path: Path) -> Value | None:
    """Look up the value at a path, None if there is none."""
    value: Value | None = record
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return value
