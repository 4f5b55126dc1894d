"""The history as statistics read it: every answer as a bare row, half a million of them in a second."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from quiz.study.history.database import Database
from quiz.study.model import Day, Key

COLUMNS = "clock, deck, card, day, grade, duration, mode = 'study'"
STANDS = "id not in (select review from events where review is not null)"

ANSWERS = f"select {COLUMNS} from reviews where {STANDS} order by clock, id"

SINCE = f"""
select {COLUMNS} from reviews where clock >= (select min(clock + 0) from reviews where day >= ?) and {STANDS}
order by clock, id
"""
"""The zero keeps SQLite from looking for the smallest by walking all answers in their order."""

BEFORE = f"""
select {COLUMNS} from reviews where deck = ? and card = ? and clock < ?
and not exists (select 1 from events where events.review = reviews.id) order by clock desc, id desc
"""

RESETS = (
    "select deck, card, clock from events where what = 'reset' "
    "and id not in (select event from events where event is not null) order by clock, id"
)


Answered = tuple[int, str, str, Day, int, int, int]
"""One answer that was not taken back: its time by the clock that never runs back, deck, card, day, grade, milliseconds,
and 1 or 0 by whether it moved the schedule. A bare tuple, since anything more takes longer than all the counting."""


def answers(database: Database, decks: Collection[str] | None = None) -> Iterator[Answered]:
    """Every answer that was not taken back, oldest first; of some decks, or of all."""
    rows: Any = database.rows(ANSWERS)
    if decks is None:
        return rows  # type: ignore[no-any-return]
    wanted = frozenset(decks)
    return (row for row in rows if row[1] in wanted)


def since(database: Database, day: Day) -> list[Answered]:
    """Return the answers since the first of a day, or of one after it."""
    rows: Any = database.all(SINCE, (day,))
    return rows  # type: ignore[no-any-return]


def before(database: Database, key: Key, clock: int) -> Iterator[Answered]:
    """Return the answers to a card before a time, one by one and the last first."""
    rows: Any = database.rows(BEFORE, (*key, clock))
    return rows  # type: ignore[no-any-return]


def resets(database: Database) -> dict[Key, list[int]]:
    """Return, for each card that was made new again, when that was, rising."""
    found: dict[Key, list[int]] = {}
    rows: Any = database.rows(RESETS)
    for deck, card, clock in rows:
        found.setdefault((deck, card), []).append(clock)
    return found
