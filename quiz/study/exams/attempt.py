"""An exam with its history and its clock: each step is on disk before it counts. The core under every front end."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from quiz.study.exams.exam import Event, Exam, What
from quiz.study.exams.marking import Score, marked
from quiz.study.exams.paper import Paper
from quiz.study.history import History
from quiz.study.history.exams import Exams, Kept
from quiz.study.sitting import Clock, local_time

Stopwatch = Callable[[], float]
"""Tells seconds from no particular moment on: it goes on while a changed clock or a sleeping computer do not."""


def passing() -> float:
    """Return the seconds of this computer's stopwatch."""
    return time.monotonic()


KEPT_EVERY = timedelta(seconds=5)
"""How often the time used is kept while nothing else happens: what a crash can take out of the clock."""

WARNED = (timedelta(minutes=5), timedelta(minutes=1))
"""How long before the end the learner is told."""


class Attempt:
    """One learner at one exam; `exam` is replaced at every step. QuizError if a step cannot be kept: it is not taken.

    The time used counts while the exam is open; time away, after leaving or a crash, does not.
    """

    def __init__(self, exams: Exams, kept: Kept, clock: Clock, stopwatch: Stopwatch | None) -> None:
        """Go on with a kept exam; see `begin` and `resume`."""
        self._exams, self._number, self._last = exams, kept.number, kept.last
        self._clock, self._stopwatch = clock, stopwatch or passing
        self.exam = Exam.of(kept.paper, kept.events)
        self._kept_at = self.exam.used
        self._since = self._stopwatch()

    @classmethod
    def begin(
        cls,
        paper: Paper,
        history: History,
        clock: Clock = local_time,
        stopwatch: Stopwatch | None = None,
        *,
        afresh: frozenset[str] = frozenset(),
    ) -> Attempt:
        """Begin an exam, and give up those over decks `afresh`, by id, that were left; the time runs from now on."""
        exams = Exams(history.database)
        return cls(exams, exams.begin(paper, Event("begin", clock().astimezone(UTC)), afresh), clock, stopwatch)

    @classmethod
    def resume(
        cls, kept: Kept, history: History, clock: Clock = local_time, stopwatch: Stopwatch | None = None
    ) -> Attempt:
        """Go on with an exam that was left; a window in which it still stands open can do nothing to it any more."""
        attempt = cls(Exams(history.database), kept, clock, stopwatch)
        attempt._step("resume")
        return attempt

    @property
    def now(self) -> datetime:
        """The time now, in UTC."""
        return self._clock().astimezone(UTC)

    @property
    def used(self) -> timedelta:
        """The time used, this moment included."""
        if not self.exam.running:
            return self.exam.used
        return self.exam.used + timedelta(seconds=max(0.0, self._stopwatch() - self._since))

    @property
    def left(self) -> timedelta | None:
        """The time left at this moment; None without a limit."""
        limit = self.exam.paper.rules.limit
        return None if limit is None else max(limit - self.used, timedelta())

    def reply(self, given: str) -> None:
        """Answer the question shown, in place of what was answered before; "" takes that back."""
        reply = self.exam.reply
        if given != reply.given or given != reply.settled:
            self._step("answer", self.exam.place, given)

    def draft(self, given: str) -> None:
        """Keep an answer that is still being written, so that not even a crash takes it."""
        if given != self.exam.reply.given:
            self._step("draft", self.exam.place, given)

    def flag(self) -> None:
        """Flag the question shown, or take its flag off."""
        self._step("unflag" if self.exam.reply.flagged else "flag", self.exam.place)

    def go(self, place: int) -> None:
        """Show another question, counted from 0; past the ends nothing happens."""
        if place != self.exam.place and 0 <= place < len(self.exam.replies):
            self._step("go", place)

    def next_of(self, places: Iterable[int]) -> None:
        """Show the next of some questions, from the first again behind the last."""
        ordered = sorted(set(places) - {self.exam.place})
        behind = [place for place in ordered if place > self.exam.place]
        if ordered:
            self.go((behind or ordered)[0])

    def tick(self, given: str | None = None) -> str:
        """Let time go by: keep it now and then, hand in when it is up; return what the learner has to be told, or "".

        `given` is the unfinished answer to the question shown, which counts when time is up.
        """
        if not self.exam.running:
            return ""
        left = self.left
        if left is not None and not left:
            self._up(given)
            return "time is up: the exam is handed in"
        if self.used - self._kept_at >= KEPT_EVERY:
            self._step("tick", self.exam.place)
        return self._warning()

    def hand_in(self) -> None:
        """Hand the exam in: from now on nothing can be changed."""
        self._step("hand_in", self.exam.place)

    def give_up(self) -> None:
        """Give the exam up: it is never marked, and not offered again."""
        self._step("give_up", self.exam.place)

    def finish(self, out: str = "") -> Path | None:
        """Write the result to a file, by default the paper's, if it has one, and note so; QuizError if that fails."""
        from quiz.study.exams.result import write

        out = out or self.exam.paper.out
        file = write(self.score(), Path(out)) if out else None
        if not self.exam.closed:
            self._step("close", self.exam.place)
        return file

    def score(self) -> Score:
        """Mark the exam that was handed in."""
        return marked(self.exam)

    _told: timedelta | None = None

    def _warning(self) -> str:
        """Return the warning that is due, each once: of the time left when it falls below five minutes, and one."""
        limit, left = self.exam.paper.rules.limit, self.left
        if limit is None or left is None:
            return ""
        due = [mark for mark in WARNED if left <= mark < limit]
        if not due or (self._told is not None and self._told <= due[-1]):
            return ""
        self._told = due[-1]
        minutes = due[-1] // timedelta(minutes=1)
        return f"{minutes} minute{'s' * (minutes > 1)} left"

    def _up(self, given: str | None) -> None:
        """Hand in as time is up, with what stands in the line."""
        if given is not None:
            self.reply(given)
        self._step("time_up", self.exam.place)

    def _step(self, what: What, place: int = 0, given: str = "") -> None:
        """Keep an event, then let it count."""
        used = self.used
        event = Event(what, self.now, used, place, given)
        self._last = self._exams.add(self._number, event, self._last)
        self.exam = self.exam.after(event)
        self._since = self._stopwatch()
        self._kept_at = self.exam.used
