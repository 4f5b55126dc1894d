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
class Outcome:
    """What a merge changes, and whether anything of a person's stands against what was generated."""

    changes: tuple[Change, ...]
    kept: bool


def compared(base: Record, theirs: Record, ours: Record, path: Path = ()) -> Outcome:
    """Compare values key by key: one that a person changed, added or took out is kept, every other follows `theirs`."""
    changes: list[Change] = []
    kept = False
    for key in {**theirs, **base, **ours}:
        before, now, here = base.get(key), theirs.get(key), ours.get(key)
        if now == here:
            continue
        if isinstance(now, dict) and isinstance(here, dict):
            inner = compared(before if isinstance(before, dict) else {}, now, here, (*path, key))
            changes += inner.changes
            kept = kept or inner.kept
        elif here == before:
            changes.append(Change((*path, key), now))
        else:
            kept = True
    return Outcome(tuple(changes), kept)


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
