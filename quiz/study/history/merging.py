"""Puts entries of another history into this one: what it has already is passed over, what follows is reckoned anew."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.study.history import following
from quiz.study.history.adding import add_event, add_review, add_weights
from quiz.study.history.database import Database, Row, Value, milliseconds, storable
from quiz.study.history.entries import Answered, Entry, Fitted, Happened
from quiz.study.history.exams import Exams, Sat
from quiz.study.model import Key

if TYPE_CHECKING:
    from quiz.study.history.store import Step

SAME_REVIEW = (
    "select id from reviews where deck = ? and card = ? and clock = ? and at = ? and way = ? and answer = ? "
    "and right = ? and grade = ? and duration = ? and mode = ? and day = ?"
)
SAME_MOMENT = (
    "select id from reviews where deck = ? and card = ? and at = ? and (? or (way = 'reveal' and answer = ''))"
)
"""An answer that went through another program says how it was graded alone, not how it was asked nor what was said."""
SAME_EVENT = "select id from events where deck = ? and card = ? and clock = ? and at = ? and what = ? and day = ?"
SAME_WEIGHTS = "select id from weights where clock = ? and at = ? and reviews = ? and parameters = ?"


@dataclass(slots=True)
class Merged:
    """How many answers, marks, weights and exams were added, and how many entries were there before."""

    reviews: int = 0
    events: int = 0
    weights: int = 0
    exams: int = 0
    known: int = 0
    backup: Path | None = None
    """What was here before, if anything was and something was added."""

    @property
    def added(self) -> int:
        """Everything that was added."""
        return self.reviews + self.events + self.weights + self.exams


@dataclass(slots=True)
class Merging:
    """One merging: the file, what was done so far, under which number each entry stands here, and the cards touched."""

    database: Database
    merged: Merged = field(default_factory=Merged)
    numbers: dict[tuple[str, int], int] = field(default_factory=dict)
    touched: set[Key] = field(default_factory=set)

    def add(self, entries: Iterable[Entry]) -> Merged:
        """Add what is not there yet, within a transaction."""
        for entry in entries:
            match entry:
                case Answered():
                    self._answer(entry)
                case Happened():
                    self._event(entry)
                case Fitted():
                    self._weights(entry)
                case Sat():
                    added = Exams(self.database).merge(entry)
                    self.merged.exams += added
                    self.merged.known += not added
        return self.merged

    def follow(self, step: Step) -> None:
        """Reckon anew what follows from the entries of every card that got some."""
        for key in self.touched:
            following.reckon_memory(self.database, key, step)
            following.reckon_marks(self.database, key)

    def _answer(self, entry: Answered) -> None:
        """Add an answer, unless the same was given at the same time."""
        review = entry.review
        same = self._same(
            SAME_REVIEW,
            (*review.key, entry.clock, milliseconds(review.at), review.way, storable(review.answer), review.right,
             review.grade, review.duration, review.mode, review.day),
        )  # fmt: skip
        if same is None:
            bare = review.way == "reveal" and not review.answer
            same = self._same(SAME_MOMENT, (*review.key, milliseconds(review.at), bare))
        if same is None:
            same = add_review(self.database, review, entry.clock)
            self.merged.reviews += 1
            self.touched.add(review.key)
        self.numbers["review", entry.number] = same

    def _event(self, entry: Happened) -> None:
        """Add what was done to a card, unless it was done already."""
        if entry.of:
            return self._undo(entry)
        same = self._same(SAME_EVENT, (*entry.key, entry.clock, milliseconds(entry.at), entry.what, entry.day))
        if same is None:
            same = add_event(self.database, entry.key, entry.what, entry.at, entry.day, entry.clock, {})
            self.merged.events += 1
            self.touched.add(entry.key)
        self.numbers["event", entry.number] = same
        return None

    def _undo(self, entry: Happened) -> None:
        """Take back what was taken back there, unless it is already."""
        assert entry.of
        kind, target = entry.of[0], self.numbers[entry.of]
        if self._same(f"select id from events where {kind} = ?", (target,)) is None:
            add_event(self.database, entry.key, "undo", entry.at, entry.day, entry.clock, {kind: target})
            self.merged.events += 1
            self.touched.add(entry.key)

    def _weights(self, entry: Fitted) -> None:
        """Add weights, unless they are there."""
        values = (entry.clock, milliseconds(entry.at), entry.reviews, json.dumps(list(entry.weights)))
        if self._same(SAME_WEIGHTS, values) is None:
            add_weights(self.database, entry.weights, entry.reviews, entry.at, entry.clock)
            self.merged.weights += 1

    def _same(self, statement: str, values: tuple[Value, ...]) -> int | None:
        """Return the number of the row that a statement finds, and count it as known."""
        row: Row | None = self.database.row(statement, values)
        if row is None:
            return None
        self.merged.known += 1
        return int(row[0] or 0)
