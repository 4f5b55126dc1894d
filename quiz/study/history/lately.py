"""What was done of late and how cards stand, in brief: queries an index answers at once, however long the history."""

from __future__ import annotations

from typing import Any

from quiz.study.history.database import Database
from quiz.study.model import Day

TAKEN_BACK = "(select review from events where review is not null)"

DONE = f"select count(*), coalesce(sum(min(duration, 60000)), 0) from reviews where day = ? and id not in {TAKEN_BACK}"

STUDIED = f"select 1 from reviews where day = ? and id not in {TAKEN_BACK} limit 1"


def done(database: Database, day: Day) -> tuple[int, int]:
    """Return how many answers a day has, and the milliseconds they took, each a minute at most."""
    row: Any = database.row(DONE, (day,))
    return row[0], row[1]


def studied(database: Database, day: Day) -> bool:
    """Whether anything was answered on a day."""
    return database.row(STUDIED, (day,)) is not None


Brief = tuple[int, int, int | None]
"""How a card stands in the schedule: when it is due, in milliseconds since 1970; FSRS's state; the learning step."""


def briefs(database: Database, deck: str) -> dict[str, Brief]:
    """Return how the answered cards of a deck stand: ten times as fast as a Memory for each."""
    rows: Any = database.rows("select card, due, state, step from memory where deck = ?", (deck,))
    return {card: (due, state, step) for card, due, state, step in rows}
