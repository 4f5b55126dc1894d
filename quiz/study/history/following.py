"""What follows from the answers and the events of the history: each card's memory, and how it is marked."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING, Any

from quiz.study.history.database import Database, milliseconds
from quiz.study.history.rows import MEMORY, REVIEW, memory_of, review_of
from quiz.study.model import Day, Key, Mark, Marks, Memory, Review
from quiz.values import dataclass

if TYPE_CHECKING:
    from quiz.study.history.store import Step

STANDING = f"select {REVIEW} from reviews where not exists (select 1 from events where events.review = reviews.id)"
"""The answers that were not taken back; more conditions can be added by `and`."""

MARKED = (
    "select deck, card, what, day, clock from events as event where what <> 'undo' "
    "and not exists (select 1 from events where events.event = event.id)"
)
"""The marks that were not taken back; more conditions can be added by `and`."""

BY_CARD = "order by deck, card, clock, id"
OF_DECKS = "deck in (select value from json_each(?))"
DAWN = -(2**63)


@dataclass(frozen=True, slots=True)
class Learned:
    """A card's memory with when it began: the moment and the day of its first answer."""

    memory: Memory
    first: datetime
    begun: Day


def reviews(database: Database, decks: Iterable[str] | None = None) -> Iterator[Review]:
    """Every answer that was not taken back, oldest first; of some decks, or of all."""
    if decks is None:
        rows = database.rows(f"{STANDING} order by clock, id")
    else:
        some = json.dumps(list(decks))
        rows = database.rows(f"{STANDING} and {OF_DECKS} order by clock, id", (some,))
    with database.told():
        yield from map(review_of, rows)


def memory(database: Database, key: Key) -> Memory | None:
    """One card's memory; None if it was never answered, or reset since."""
    with database.told():
        row = database.row(f"{MEMORY} where deck = ? and card = ?", key)
        return memory_of(row) if row else None


def memories(database: Database, decks: Iterable[str]) -> dict[Key, Memory]:
    """Return the memory of every answered card of some decks."""
    found: dict[Key, Memory] = {}
    with database.told():
        for deck in decks:
            rows: Any = database.all(f"{MEMORY} where deck = ?", (deck,))
            found |= {(row[0], row[1]): memory_of(row) for row in rows}
    return found


def keep_memory(database: Database, key: Key, learned: Learned) -> None:
    """Write a card's memory; of one that was answered before, when it began stays as it is."""
    memory = learned.memory
    times = (milliseconds(learned.first), learned.begun, milliseconds(memory.last), milliseconds(memory.due))
    database.write(
        "insert into memory "
        "(deck, card, first, begun, last, due, stability, difficulty, state, step, answers, lapses) "
        "values (?,?,?,?,?,?,?,?,?,?,?,?) on conflict do update set last = excluded.last, due = excluded.due, "
        "stability = excluded.stability, difficulty = excluded.difficulty, state = excluded.state, "
        "step = excluded.step, answers = excluded.answers, lapses = excluded.lapses",
        (*key, *times, memory.stability, memory.difficulty, memory.state, memory.step, memory.answers, memory.lapses),
    )


def replace_memory(database: Database, key: Key, learned: Learned | None) -> None:
    """Write a card's memory in place of what is there; None leaves it new."""
    database.write("delete from memory where deck = ? and card = ?", key)
    if learned:
        keep_memory(database, key, learned)


def reckon_memory(database: Database, key: Key, step: Step) -> None:
    """Reckon a card's memory anew from the answers since it was last reset, and write it."""
    rows = database.rows(
        f"{STANDING} and mode = 'study' and deck = ? and card = ? and clock > ? order by clock, id",
        (*key, _resets(database, key).get(key, DAWN)),
    )
    with database.told():
        answers = list(map(review_of, rows))
    replace_memory(database, key, learned(answers, step))


def learned(answers: Iterable[Review], step: Step) -> Learned | None:
    """Reckon the memory of a card from its answers, oldest first; None if there are none."""
    first, reckoned = None, None
    for review in answers:
        first = first or review
        reckoned = step(reckoned, review.grade, review.at)
    return Learned(reckoned, first.at, first.day) if first and reckoned else None


def studied(database: Database) -> Iterator[tuple[Key, list[Review]]]:
    """Return the answers of each card since it was last reset that move the schedule, oldest first."""
    resets = _resets(database)
    rows: Any = database.rows(f"{STANDING.replace(REVIEW, f'{REVIEW}, clock')} and mode = 'study' {BY_CARD}")
    with database.told():
        for key, group in groupby(rows, lambda row: (row[0], row[1])):
            since = resets.get(key, DAWN)
            if answers := [review_of(row[:10]) for row in group if row[10] > since]:
                yield key, answers


def marks(database: Database, decks: Iterable[str]) -> dict[Key, Marks]:
    """Return how the marked cards of some decks stand."""
    rows: Any = (
        row
        for deck in decks
        for row in database.rows(
            "select deck, card, suspended, flagged, leech, buried from marks where deck = ?", (deck,)
        )
    )
    return {(row[0], row[1]): Marks(bool(row[2]), bool(row[3]), bool(row[4]), row[5]) for row in rows}


def reckon_marks(database: Database, key: Key) -> None:
    """Reckon anew from its events how a card is marked, and write it."""
    replace_marks(database, key, marked_now(database, key).get(key, Marks()))


def replace_marks(database: Database, key: Key, found: Marks) -> None:
    """Write how a card is marked in place of what is there."""
    database.write("delete from marks where deck = ? and card = ?", key)
    if found != Marks():
        database.write(
            "insert into marks (deck, card, suspended, flagged, leech, buried) values (?,?,?,?,?,?)",
            (*key, found.suspended, found.flagged, found.leech, found.buried),
        )


def marked_now(database: Database, key: Key | None = None) -> dict[Key, Marks]:
    """Reckon from its events how each marked card stands; of one card or of all."""
    one = " and deck = ? and card = ?" if key else ""
    found: dict[Key, Marks] = {}
    rows: Any = database.rows(f"{MARKED}{one} order by clock, id", key or ())
    for deck, card, what, day, _clock in rows:
        found[deck, card] = marked(found.get((deck, card), Marks()), what, day)
    return {card: marks for card, marks in found.items() if marks != Marks()}


def marked(marks: Marks, mark: Mark, day: Day) -> Marks:
    """Return how a card stands after one more mark, given on a day."""
    match mark:
        case "suspend" | "resume":
            return replace(marks, suspended=mark == "suspend", leech=False)
        case "bury" | "unbury":
            return replace(marks, buried=day if mark == "bury" else None)
        case "flag" | "unflag":
            return replace(marks, flagged=mark == "flag")
        case "leech":
            return replace(marks, suspended=True, leech=True)
        case "reset":
            return replace(marks, suspended=False, leech=False, buried=None)


def _resets(database: Database, key: Key | None = None) -> dict[Key, int]:
    """Return when cards were last reset, by the history's clock; one card or all, those never reset left out."""
    one = " and deck = ? and card = ?" if key else ""
    rows: Any = database.rows(f"{MARKED} and what = 'reset'{one}", key or ())
    found: dict[Key, int] = {}
    for deck, card, _what, _day, clock in rows:
        found[deck, card] = max(clock, found.get((deck, card), DAWN))
    return found
