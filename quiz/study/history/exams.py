"""The exams of the history: the paper of each, and every event of it, written for good the moment it happens."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from quiz.errors import QuizError
from quiz.study.exams.exam import Event
from quiz.study.exams.paper import Paper
from quiz.study.exams.reading import readable
from quiz.study.exams.snapshot import packed
from quiz.study.history.database import Database, milliseconds, moment, storable
from quiz.study.history.rows import IMPOSSIBLE

UNCLOSED = (
    "select id, paper from exams where id in (select exam from exam_events where what = 'begin') and id not in "
    "(select exam from exam_events where what in ('give_up', 'close')) order by id desc"
)


EVENTS = "select id, what, at, used, place, given from exam_events where exam = ? order by id"


@dataclass(frozen=True, slots=True)
class Kept:
    """An exam as it is kept: its number, its paper, its events, and the number of the last of these."""

    number: int
    paper: Paper
    events: tuple[Event, ...]
    last: int


@dataclass(frozen=True, slots=True)
class Sat:
    """An exam as it is carried: when it was begun, its paper without the file its result goes to, and its events."""

    at: datetime
    paper: Paper
    events: tuple[Event, ...]

    @property
    def clock(self) -> int:
        """The time by which it is put in order."""
        return milliseconds(self.at)


class Exams:
    """The exams of one history; every method raises QuizError if the file cannot be used."""

    def __init__(self, database: Database) -> None:
        """Use an open history's file."""
        self._database = database

    def begin(self, paper: Paper, event: Event, afresh: frozenset[str] = frozenset()) -> Kept:
        """Keep a new exam with its first event, in place of those over some decks, by id, that were left."""
        with self._database.transaction():
            for kept in list(self._left(afresh)) if afresh else ():
                self._write(kept.number, replace(kept.events[-1], what="give_up", at=event.at, given=""))
            number = self._new(milliseconds(event.at), packed(paper))
            last = self._write(number, event)
        return Kept(number, paper, (event,), last)

    def add(self, number: int, event: Event, last: int) -> int:
        """Keep one more event, on disk when this returns; QuizError if the exam went on elsewhere since the last."""
        with self._database.transaction():
            row: Any = self._database.row("select max(id) from exam_events where exam = ?", (number,))
            if row[0] != last:
                hint = "leave this one, or go on here by `quiz exam --resume`"
                raise QuizError.at(str(self._database.path), "this exam has gone on in another window", hint)
            return self._write(number, event)

    def unfinished(self, decks: frozenset[str] | None = None) -> Kept | None:
        """Return the last exam that was not closed or given up, of some decks or of any; None if there is none."""
        return next(self._left(decks), None)

    def _left(self, decks: frozenset[str] | None) -> Iterator[Kept]:
        """Go through the exams that were not closed or given up, the last first."""
        for number, text in list(self._database.rows(UNCLOSED)):
            paper = self._paper(text)
            if decks is None or {source.id for source in paper.sources} <= decks:
                yield self._kept(int(number or 0), paper)

    def all(self, decks: Collection[str] | None = None) -> Iterator[Sat]:
        """Return every exam, the first begun first; of some decks alone, or of all."""
        rows: Any = self._database.all("select id, at, paper from exams order by at, id")
        for number, at, text in rows:
            kept = self._kept(number, replace(self._paper(text), out=""))
            if decks is None or {source.id for source in kept.paper.sources} <= set(decks):
                yield Sat(moment(at), kept.paper, kept.events)

    def merge(self, sat: Sat) -> bool:
        """Add an exam, or what has happened in it since, within a transaction; False if all of it is here.

        One that has gone on in two ways on two computers becomes two.
        """
        rows: Any = self._database.all("select id, paper from exams where at = ?", (sat.clock,))
        all_ = (self._kept(number, replace(self._paper(text), out="")) for number, text in rows)
        same = [kept for kept in all_ if kept.paper == sat.paper]
        if any(kept.events[: len(sat.events)] == sat.events for kept in same):
            return False
        found = next((kept for kept in same if sat.events[: len(kept.events)] == kept.events), None)
        number = found.number if found else self._new(sat.clock, packed(sat.paper))
        for event in sat.events[len(found.events) if found else 0 :]:
            self._write(number, event)
        return True

    def _paper(self, text: object) -> Paper:
        """Read a paper; one that nobody can have written counts as a torn file."""
        with self._database.told():
            if paper := readable(text):
                return paper
            raise sqlite3.DatabaseError("malformed exam")

    def _kept(self, number: int, paper: Paper) -> Kept:
        """Return an exam with its events."""
        rows: Any = self._database.all(EVENTS, (number,))
        with self._database.told():
            try:
                events = tuple(
                    Event(what, moment(at), timedelta(milliseconds=used), place, given)
                    for _id, what, at, used, place, given in rows
                )
            except IMPOSSIBLE as error:
                raise sqlite3.DatabaseError("malformed exam") from error
        return Kept(number, paper, events, rows[-1][0] if rows else 0)

    def _new(self, at: int, paper: str) -> int:
        """Write a paper; return its number."""
        return self._database.write("insert into exams (at, paper) values (?,?)", (at, paper))

    def _write(self, number: int, event: Event) -> int:
        """Write an event; return its number."""
        used = event.used // timedelta(milliseconds=1)
        return self._database.write(
            "insert into exam_events (exam, at, used, what, place, given) values (?,?,?,?,?,?)",
            (number, milliseconds(event.at), used, event.what, event.place, storable(event.given)),
        )
