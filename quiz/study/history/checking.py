"""What stands in a history and cannot be: answers of the future or twice, and what does not follow from the answers."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Callable, Iterator, Sized
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from quiz.study.history import following
from quiz.study.history.adding import add_event, add_weights, clock_at
from quiz.study.history.database import Database, milliseconds, moment
from quiz.study.history.following import Learned
from quiz.study.history.rows import MEMORY, REVIEW, memory_of
from quiz.study.model import Day, Key, Marks, Memory

if TYPE_CHECKING:
    from quiz.study.history.store import Step

SKEW = timedelta(days=2)
"""How far the clock of another computer may be ahead, time zones included."""

LONGEST = timedelta(days=36501)
"""The longest a card may stay away."""

CLOSE = 1e-6
"""How far two reckonings may lie apart, as a share: more than rounding does, less than any answer."""

FUTURE = "at > ?"
TWICE = (
    "(deck, card, clock) in (select deck, card, clock from reviews group by deck, card, clock having count(*) > 1) "
    "and exists (select 1 from reviews as first where first.id < reviews.id "
    "and (first.deck, first.card, first.clock, first.at, first.way, first.answer) "
    "= (reviews.deck, reviews.card, reviews.clock, reviews.at, reviews.way, reviews.answer) "
    "and (first.right, first.grade, first.duration, first.mode, first.day) "
    "= (reviews.right, reviews.grade, reviews.duration, reviews.mode, reviews.day))"
)
"""Those at one time are found by an index alone, so that few have to be compared."""

Watch = Callable[[int, int], None]
"""Is told how many of how many cards are reckoned."""


def unwatched(_done: int, _all: int) -> None:
    """Tell nobody."""


@dataclass(slots=True)
class Check:
    """One check of a file that can be read: what was found, each with the rows or cards it is about."""

    database: Database
    step: Step
    now: datetime
    future: list[int] = field(default_factory=list)
    twice: list[int] = field(default_factory=list)
    memories: dict[Key, Learned | None] = field(default_factory=dict)
    marks: dict[Key, Marks] = field(default_factory=dict)
    unfit: bool = False

    @classmethod
    def of(cls, database: Database, step: Step, now: datetime, *, usable: bool, watch: Watch = unwatched) -> Check:
        """Check a file by the step of a schedule; `usable` tells whether it can use the weights that hold."""
        check = cls(database, step, now, unfit=not usable)
        check.future = check._standing(FUTURE, milliseconds(now + SKEW))
        check.twice = check._standing(TWICE)
        check.memories = dict(check._wrong_memories(watch))
        check.marks = dict(check._wrong_marks())
        return check

    def findings(self) -> Iterator[str]:
        """Say what was found, one line each."""
        if self.future:
            yield f"{_counted(self.future, 'answer')} of a time to come; mending takes back what cannot be"
        if self.twice:
            yield f"{_counted(self.twice, 'answer')} standing there twice; mending takes the copies back"
        if self.unfit:
            yield "the schedule cannot use the fitted weights; mending goes back to the published ones"
        if self.memories:
            yield f"what the schedule holds of {_counted(self.memories, 'card')} does not follow from the answers"
        if self.marks:
            yield f"the marks of {_counted(self.marks, 'card')} do not follow from what was done"

    def mend(self, day: Day) -> None:
        """Mend all that was found, or nothing; answers and marks themselves are never changed."""
        with self.database.transaction():
            for number in {*self.future, *self.twice}:
                row: Any = self.database.row("select deck, card from reviews where id = ?", (number,))
                clock = clock_at(self.database, self.now)
                add_event(self.database, (row[0], row[1]), "undo", self.now, day, clock, {"review": number})
            if self.unfit:
                add_weights(self.database, (), 0, self.now, clock_at(self.database, self.now))
            for key, learned in list(self._wrong_memories()):
                following.replace_memory(self.database, key, learned)
            for key, marks in list(self._wrong_marks()):
                following.replace_marks(self.database, key, marks)

    def _standing(self, condition: str, *values: int) -> list[int]:
        """Return the numbers of the answers that were not taken back and meet a condition."""
        statement = following.STANDING.replace(REVIEW, "id")
        rows: Any = self.database.all(f"{statement} and {condition}", values)
        return [row[0] for row in rows]

    def _wrong_memories(self, watch: Watch = unwatched) -> Iterator[tuple[Key, Learned | None]]:
        """Return the cards whose memory is not what follows from their answers, with what does."""
        rows: Any = self.database.all(f"{MEMORY.replace(' from', ', first, begun from')}")
        kept = {(row[0], row[1]): _learned(row) for row in rows}
        cards = len(kept)
        for done, (key, answers) in enumerate(following.studied(self.database)):
            watch(done, max(cards, done))
            wanted = following.learned(answers, self.step)
            if wanted and not _alike(kept.pop(key, None), wanted):
                yield key, wanted
        yield from ((key, None) for key in kept)

    def _wrong_marks(self) -> Iterator[tuple[Key, Marks]]:
        """Return the cards that are not marked as follows from their events, with how they should be."""
        wanted = following.marked_now(self.database)
        decks: Any = self.database.all("select distinct deck from marks")
        kept = following.marks(self.database, [row[0] for row in decks])
        for key in wanted.keys() | kept.keys():
            if wanted.get(key) != kept.get(key):
                yield key, wanted.get(key, Marks())


def _counted(found: Sized, noun: str) -> str:
    """Say how many things were found."""
    return f"{len(found):,} {noun}{'s' * (len(found) != 1)}"


def _learned(row: Any) -> Learned | None:
    """Return a card's memory with when it began; None if no version ever wrote that."""
    with suppress(sqlite3.Error, ValueError, OverflowError, OSError, TypeError):
        return Learned(memory_of(row[:-2]), moment(row[-2]), row[-1])
    return None


def _alike(kept: Learned | None, wanted: Learned) -> bool:
    """Whether a memory follows from the answers; when it is due hangs on how the schedule was configured then."""
    if kept is None or (kept.first, kept.begun) != (wanted.first, wanted.begun):
        return False
    was, is_ = kept.memory, wanted.memory
    same = (was.last, was.answers) == (is_.last, is_.answers)
    close = all(
        math.isclose(one, other, rel_tol=CLOSE)
        for one, other in ((was.stability, is_.stability), (was.difficulty, is_.difficulty))
    )
    return same and close and _possible(was)


def _possible(memory: Memory) -> bool:
    """Whether a schedule can have set such a date, state and count."""
    stepping = memory.step is None or 0 <= memory.step < memory.answers + 1
    due = timedelta() <= memory.due - memory.last <= LONGEST
    return due and stepping and memory.state in (1, 2, 3) and 0 <= memory.lapses < max(1, memory.answers)
