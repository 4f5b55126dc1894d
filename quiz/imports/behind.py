"""Notes of ours in Anki that have not taken what was exported last: what was edited there, and what here.

Anki keeps a note that was edited there after an export. Each export but a card's first is named in the note by its
second, so that an import knows which one was edited there, and what it said is known to the lock by its hash.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from quiz.deck.ledger import Earlier, Note
from quiz.deck.lock import Lock
from quiz.deck.record import Record, without
from quiz.imports.model import Item

BOUND = frozenset({"kind", "cloze", "answer", "accept", "unit", "tolerance", "distractors", "pin", "partial"})
"""Keys that hold only together: they come from one side, all of them."""

Unlike = tuple[str, object, object]
"""A key that is not the same, and what it says here and there."""


def caught_up(lock: Lock, items: Iterable[Item]) -> Lock:
    """Let notes that have taken an export, which they had not when they were seen last, be known to say that."""
    told = [each for item in items for each in item.told.items()]
    notes = {line: _caught_up(lock.notes[line], now.since) for line, now in told if line in lock.notes}
    return replace(lock, notes=lock.notes | notes)


def _caught_up(note: Note, taken: int) -> Note:
    for since, said, mod in note.awaited:
        if since == taken:
            others = sorted(each for each in (*note.before, note.now) if each[0] != since)
            return replace(note, hash=said, mod=mod, seen="", lost=(), over=(), since=since, before=tuple(others))
    return note


def awaited(before: Note, since: int, mod: int) -> Iterator[Earlier]:
    """Tell what exports after `since` made a note say that Anki may take yet, as its own was last changed at `mod`."""
    states = sorted({each[0]: each for each in (*before.before, before.now)}.values())
    return (each for each in states if each[0] > since and each[2] > mod)


def is_behind(before: Note | None, now: Note | None) -> bool:
    """Whether a note has not taken the last export of its card."""
    return before is not None and now is not None and now.since < before.since


def edited_from(before: Note, now: Note) -> Earlier | None:
    """Tell what a note that is behind said before it was edited there; None where nobody knows any more."""
    return next((each for each in before.before if each[0] == now.since), None)


def is_news(before: Note | None, now: Note | None) -> bool:
    """Whether a note says something that we did not say, nor saw there before, or is newer than what we said since.

    Where nobody knows any more what it said, it was edited unless its time is that of its export; but one that says
    what it did before an import saw it otherwise is of an older package, unless it is newer than all that is known. A
    table does not tell when.
    """
    if not before or not now or now.hash in (before.hash, before.seen):
        return False
    was = edited_from(before, now) if is_behind(before, now) else None
    if is_behind(before, now) and not was:
        older = now.since < min([before.since, *(each[0] for each in before.before)]) and now.mod <= before.mod
        return now.mod != now.since and not older
    if was and now.hash != was[1]:
        return not now.mod or now.mod > was[2]
    return now.mod > before.mod or not (now.mod or was)


def brought_together(mine: Record, there: Record, past: tuple[Record, Record]) -> tuple[Record, tuple[Unlike, ...]]:
    """Take what was edited there alone since the `past`; also tell the keys that were edited on both sides.

    It is told twice, for nobody knows what a field said that was edited on both sides: first as here, then as there.
    """
    theirs, ours = ({*_changed(before, side)} for before, side in zip(past, (there, mine), strict=True))
    both = {key for key in theirs if key in ours or (key in BOUND and not ours.isdisjoint(BOUND))}
    taken = theirs - both
    record = without(mine, *taken) | {key: there[key] for key in taken if key in there}
    return record, tuple(each for each in unlike(mine, there) if each[0] in both)


def unlike(mine: Record, theirs: Record) -> Iterator[Unlike]:
    """Go through the keys that are not the same, each as it is here and there."""
    for key in _changed(mine, theirs):
        yield key, mine.get(key), theirs.get(key)


def _changed(before: Record, now: Record) -> Iterator[str]:
    return (key for key in {**before, **now} if before.get(key) != now.get(key))
