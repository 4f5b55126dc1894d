"""Writes rows to the tables that only grow: answers, events and fitted weights."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from quiz.study.history.database import Database, milliseconds, storable
from quiz.study.model import Day, Key, Review

CLOCK = (
    "select max(clock) from (select max(clock) as clock from reviews union all select max(clock) from events "
    "union all select max(clock) from weights)"
)


def clock_at(database: Database, at: datetime) -> int:
    """Return a time in milliseconds; where the clock was put back, just behind all that was written before."""
    row: Any = database.row(CLOCK)
    return milliseconds(at) if row[0] is None else max(milliseconds(at), row[0] + 1)


def add_review(database: Database, review: Review, clock: int) -> int:
    """Write an answer; returns its number."""
    return database.write(
        "insert into reviews (deck, card, at, way, answer, right, grade, duration, mode, day, clock) "
        "values (?,?,?,?,?,?,?,?,?,?,?)",
        (*review.key, milliseconds(review.at), review.way, storable(review.answer), review.right, review.grade,
         review.duration, review.mode, review.day, clock),
    )  # fmt: skip


def add_event(
    database: Database, key: Key, what: str, at: datetime, day: Day, clock: int, of: Mapping[str, int]
) -> int:
    """Write an event; `of` names the review or the event that is taken back. Returns its number."""
    return database.write(
        "insert into events (deck, card, at, day, what, clock, review, event) values (?,?,?,?,?,?,?,?)",
        (*key, milliseconds(at), day, what, clock, of.get("review"), of.get("event")),
    )


def add_weights(database: Database, weights: Sequence[float], reviews: int, at: datetime, clock: int) -> int:
    """Write weights that were fitted to so many answers; returns their number."""
    return database.write(
        "insert into weights (at, clock, reviews, parameters) values (?,?,?,?)",
        (milliseconds(at), clock, reviews, json.dumps(list(weights))),
    )
