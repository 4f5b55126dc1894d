"""Rows of the history's tables as the types of studying; what no version ever wrote counts as a torn file."""

from __future__ import annotations

import json
import sqlite3
from contextlib import suppress
from typing import Any

from quiz.study.history.database import moment
from quiz.study.model import MODES, WAYS, Grade, Memory, Review

REVIEW = "deck, card, at, way, answer, right, grade, duration, mode, day"
"""The columns that `review_of` reads."""

MEMORY = "select deck, card, due, stability, difficulty, state, step, last, answers, lapses from memory"
GRADES = {grade.value: grade for grade in Grade}

IMPOSSIBLE = (ValueError, TypeError, OverflowError, LookupError, OSError, RecursionError)
"""What reading a row raises whose values no version ever wrote."""

KNOWN_WAYS, KNOWN_MODES = frozenset(WAYS), frozenset(MODES)


def review_of(row: Any) -> Review:
    """Return a row of the columns `REVIEW` as a Review."""
    deck, card, at, way, answer, right, grade, duration, mode, day = row
    try:
        if way in KNOWN_WAYS and mode in KNOWN_MODES:
            return Review(deck, card, moment(at), way, answer, bool(right), GRADES[grade], duration, mode, day)
    except IMPOSSIBLE as error:
        raise sqlite3.DatabaseError("malformed answer") from error
    raise sqlite3.DatabaseError("malformed answer")


def weights_of(parameters: str) -> tuple[float, ...]:
    """Return weights as they are kept; none if they are no list of numbers."""
    with suppress(*IMPOSSIBLE):
        found = json.loads(parameters)
        if isinstance(found, list):
            return tuple(map(float, found))
    return ()


def memory_of(row: Any) -> Memory:
    """Return a row of `MEMORY` as a Memory."""
    _deck, _card, due, stability, difficulty, state, step, last, answers, lapses = row
    try:
        return Memory(moment(due), stability, difficulty, state, step, moment(last), answers, lapses)
    except IMPOSSIBLE as error:
        raise sqlite3.DatabaseError("malformed memory") from error
