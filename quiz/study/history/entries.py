"""What the history is made of, in order: answers, events, fitted weights and exams, each as one entry."""

from __future__ import annotations

import heapq
import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from quiz.study.history.database import Database, moment
from quiz.study.history.exams import Exams, Sat
from quiz.study.history.following import OF_DECKS
from quiz.study.history.rows import IMPOSSIBLE, REVIEW, review_of
from quiz.study.model import Day, Key, Mark, Review

Of = Literal["review", "event"]
"""What kind of row is taken back."""


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer under its number; `clock` is the history's time, which never runs backwards, in milliseconds."""

    number: int
    review: Review
    clock: int


@dataclass(frozen=True, slots=True)
class Happened:
    """What was done to a card, under its number; of an `undo`, `of` says which row it takes back."""

    number: int
    key: Key
    what: Mark | Literal["undo"]
    at: datetime
    day: Day
    clock: int
    of: tuple[Of, int] | None = None


@dataclass(frozen=True, slots=True)
class Fitted:
    """Weights that were fitted to so many answers; none go back to the published ones."""

    weights: tuple[float, ...]
    reviews: int
    at: datetime
    clock: int


Entry = Answered | Happened | Fitted | Sat

REVIEWS = f"select {REVIEW}, id, clock from reviews"
EVENTS = "select id, deck, card, what, at, day, clock, review, event from events"
WEIGHTS = "select parameters, reviews, at, clock from weights"
IN_ORDER = "order by clock, id"


def entries(database: Database, decks: Iterable[str] | None = None) -> Iterator[Entry]:
    """Return all the history holds, oldest first, with what was taken back; of some decks, weights being no deck's."""
    decks = decks if decks is None else list(decks)
    some = () if decks is None else (json.dumps(decks),)
    which = f"where {OF_DECKS} " if some else ""
    streams: list[Iterator[Entry]] = [
        Exams(database).all(decks),
        map(_answered, database.rows(f"{REVIEWS} {which}{IN_ORDER}", some)),
        map(_happened, database.rows(f"{EVENTS} {which}{IN_ORDER}", some)),
    ]
    if not some:
        streams.append(map(_fitted, database.rows(f"{WEIGHTS} {IN_ORDER}")))
    with database.told():
        yield from heapq.merge(*streams, key=lambda entry: entry.clock)


def _answered(row: Any) -> Answered:
    """Return a row of `REVIEWS` as an entry."""
    *columns, number, clock = row
    return Answered(number, review_of(columns), clock)


def _happened(row: Any) -> Happened:
    """Return a row of `EVENTS` as an entry."""
    number, deck, card, what, at, day, clock, review, event = row
    of: tuple[Of, int] | None = None
    if what == "undo":
        of = ("review", review) if review is not None else ("event", event)
    try:
        return Happened(number, (deck, card), what, moment(at), day, clock, of)
    except IMPOSSIBLE as error:
        raise sqlite3.DatabaseError("malformed event") from error


def _fitted(row: Any) -> Fitted:
    """Return a row of `WEIGHTS` as an entry."""
    parameters, reviews, at, clock = row
    try:
        return Fitted(tuple(map(float, json.loads(parameters))), reviews, moment(at), clock)
    except IMPOSSIBLE as error:
        raise sqlite3.DatabaseError("malformed weights") from error
