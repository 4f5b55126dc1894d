"""The history as studying uses it: answers and marks are written for good, what follows from them is kept beside."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quiz.study.history import following
from quiz.study.history.adding import add_event, add_review, add_weights, clock_at
from quiz.study.history.database import MEMORY, Database, milliseconds, moment
from quiz.study.history.following import Learned
from quiz.study.history.rows import weights_of
from quiz.study.model import Day, Grade, Key, Mark, Marks, Memory, Review
from quiz.values import dataclass

if TYPE_CHECKING:
    from quiz.study.history.entries import Entry
    from quiz.study.history.merging import Merged

PACE, BELIEVED = 10.0, 20
"""Seconds an answer takes before there are answers to tell, and how many answers that counts for beside them."""

PACED = (
    "select count(*), coalesce(sum(min(duration, 60000)), 0) "
    "from (select duration from reviews order by id desc limit 200)"
)

FILLED = "select 1 from reviews union all select 1 from events union all select 1 from exams"

Step = Callable[[Memory | None, Grade, datetime], Memory]
"""The schedule's step: the memory of a card after one more answer."""


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back: the card, and the mark it had been given; `mark` is None for an answer."""

    key: Key
    mark: Mark | None = None


class History:
    """An open history; every method raises QuizError, with the file's path, if the file cannot be used."""

    def __init__(self, path: Path | None = None) -> None:
        """Open the file, or begin a new one."""
        self.database = Database(path)
        self.path = self.database.path

    def close(self) -> None:
        """Close the file."""
        self.database.close()

    def record(self, review: Review, step: Step) -> int:
        """Keep an answer, and the card's memory after it unless it was for practice; on disk when this returns.

        Returns the number of the answer, by which it can be taken back.
        """
        with self.database.transaction():
            number = self._write(review)
            if review.mode == "study":
                before = following.memory(self.database, review.key)
                at = moment(milliseconds(review.at))
                after = Learned(step(before, review.grade, at), at, review.day)
                following.keep_memory(self.database, review.key, after)
        return number

    def regrade(self, number: int, review: Review, step: Step) -> int:
        """Keep an answer in place of an earlier one, which is taken back: on disk are both steps or neither.

        Returns the number of the new one.
        """
        with self.database.transaction():
            self._event(review.key, "undo", review.at, review.day, review=number)
            written = self._write(review)
            following.reckon_memory(self.database, review.key, step)
        return written

    def mark(self, key: Key, mark: Mark, at: datetime, day: Day, step: Step) -> int:
        """Keep what was done to a card, with all that follows from it; returns the number of the event."""
        with self.database.transaction():
            number = self._event(key, mark, at, day)
            self._follow(key, mark, step)
        return number

    def undo_review(self, number: int, at: datetime, day: Day, step: Step) -> Undone | None:
        """Take an answer back: it stays in the file, but nothing follows from it; None if it is taken back already."""
        with self.database.transaction():
            row = self.database.row(
                "select deck, card from reviews where id = ? "
                "and not exists (select 1 from events where events.review = reviews.id)",
                (number,),
            )
            if row is None:
                return None
            key = (str(row[0]), str(row[1]))
            self._event(key, "undo", at, day, review=number)
            following.reckon_memory(self.database, key, step)
        return Undone(key)

    def undo_event(self, number: int, at: datetime, day: Day, step: Step) -> Undone | None:
        """Take a mark back; None if it is taken back already."""
        with self.database.transaction():
            row: Any = self.database.row(
                "select deck, card, what from events as event where id = ? and what <> 'undo' "
                "and not exists (select 1 from events where events.event = event.id)",
                (number,),
            )
            if row is None:
                return None
            deck, card, what = row
            self._event((deck, card), "undo", at, day, event=number)
            self._follow((deck, card), what, step)
        return Undone((deck, card), what)

    def memory(self, key: Key) -> Memory | None:
        """Return what the schedule holds of one card; None if it was never answered, or reset since."""
        return following.memory(self.database, key)

    def memories(self, decks: Iterable[str]) -> dict[Key, Memory]:
        """Return what the schedule holds of every answered card of some decks."""
        return following.memories(self.database, decks)

    def marks(self, decks: Iterable[str]) -> dict[Key, Marks]:
        """Return how the marked cards of some decks stand."""
        return following.marks(self.database, decks)

    def begun(self, day: Day) -> dict[str, int]:
        """How many cards of each deck were answered for the first time on a day."""
        rows: Any = self.database.rows("select deck, count(*) from memory where begun = ? group by deck", (day,))
        return dict(rows)

    def reviewed(self, day: Day) -> dict[str, int]:
        """How many cards of each deck were answered on a day that had been answered on one before."""
        rows: Any = self.database.rows(
            f"select deck, count(distinct card) from ({following.STANDING} and mode = 'study' and day = ?) as today "
            "where exists (select 1 from memory where memory.deck = today.deck and memory.card = today.card "
            "and memory.begun < today.day) group by deck",
            (day,),
        )
        return dict(rows)

    def answered(self, day: Day | None = None) -> set[Key]:
        """Return the cards that were answered on a day, practice aside; or ever, for whatever reason."""
        if day is None:
            rows: Any = self.database.rows("select distinct deck, card from reviews")
        else:
            rows = self.database.rows(f"{following.STANDING} and mode = 'study' and day = ?", (day,))
        return {(row[0], row[1]) for row in rows}

    def pace(self) -> float:
        """Seconds an answer has taken of late: the mean of the last 200, each counted as a minute at most."""
        row: Any = self.database.row(PACED)
        number, spent = row
        return (PACE * BELIEVED + int(spent) / 1000) / (BELIEVED + int(number))

    def reviews(self, decks: Iterable[str] | None = None) -> Iterator[Review]:
        """Every answer that was not taken back, oldest first; of some decks, or of all."""
        return following.reviews(self.database, decks)

    def weights(self) -> tuple[float, ...]:
        """Return the schedule's weights as they were fitted last; () before that."""
        row: Any = self.database.row("select parameters from weights order by clock desc, id desc limit 1")
        return weights_of(row[0]) if row else ()

    def keep_weights(
        self,
        weights: Sequence[float],
        reviews: int,
        at: datetime,
        step: Step | None = None,
        *,
        reschedule: bool = False,
    ) -> int:
        """Keep weights that were fitted to so many answers; () goes back to the published ones.

        With the step of a schedule that has these weights every card's memory is reckoned anew, and how many is
        returned; what is due when stays, unless `reschedule` says so.
        """
        with self.database.transaction():
            add_weights(self.database, weights, reviews, at, clock_at(self.database, at))
            return self._reckon(step, reschedule=reschedule) if step else 0

    def entries(self, decks: Iterable[str] | None = None) -> Iterator[Entry]:
        """Return all the history holds, oldest first, with what was taken back; of some decks, or of all."""
        from quiz.study.history.entries import entries  # on use, as is merging: studying needs neither

        return entries(self.database, decks)

    def merge(self, found: Iterable[Entry], schedule: Callable[[tuple[float, ...]], Step]) -> Merged:
        """Add the entries of another history that are not here yet, all or none; a backup is kept of what was here.

        What follows is reckoned anew from the answers of both in the order of time; `schedule` gives the step of a
        schedule with the weights that hold then.
        """
        from quiz.study.history.merging import Merging

        with self.database.transaction():
            filled, weights = self.database.row(FILLED), self.weights()
            merging = Merging(self.database)
            merged = merging.add(found)
            if self.weights() != weights:
                self._reckon(schedule(self.weights()))
            merging.follow(schedule(self.weights()))
            if merged.added and filled and str(self.path) != MEMORY:
                merged.backup = self.database.back_up("before-import")
        return merged

    def studied(self) -> Iterator[tuple[Key, list[Review]]]:
        """Return the answers that each card's memory follows from, oldest first."""
        return following.studied(self.database)

    def _reckon(self, step: Step, *, reschedule: bool = False) -> int:
        """Reckon every card's memory anew; what is due when stays, unless `reschedule` says so. Returns how many."""
        known = 0
        for key, answers in self.studied():
            known += 1
            if found := following.learned(answers, step):
                before = None if reschedule else following.memory(self.database, key)
                kept = replace(found, memory=_due_as(found.memory, before))
                following.replace_memory(self.database, key, kept)
        return known

    def _write(self, review: Review) -> int:
        """Write an answer; returns its number."""
        return add_review(self.database, review, clock_at(self.database, review.at))

    def _follow(self, key: Key, mark: Mark, step: Step) -> None:
        """Reckon anew what follows from a mark that was given or taken back."""
        if mark == "reset":
            following.reckon_memory(self.database, key, step)
        following.reckon_marks(self.database, key)

    def _event(self, key: Key, what: str, at: datetime, day: Day, **of: int) -> int:
        """Write an event, behind the last answer; `of` names the review or the event that is taken back."""
        return add_event(self.database, key, what, at, day, clock_at(self.database, at), of)


def _due_as(memory: Memory, before: Memory | None) -> Memory:
    """Return a memory with the due date, and the learning step, that a card had before."""
    return replace(memory, due=before.due, state=before.state, step=before.step) if before else memory
