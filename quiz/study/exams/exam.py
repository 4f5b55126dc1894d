"""An exam as a value: what happens to it are events, each of which returns a new one. It knows no clock and no disk."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Literal

from quiz.study.exams.paper import Item, Paper
from quiz.study.judging.ordering import sequence

What = Literal[
    "begin", "resume", "go", "draft", "answer", "flag", "unflag", "tick", "hand_in", "time_up", "give_up", "close"
]
"""What can happen to an exam: `draft` is an answer still being written, `tick` only tells how much time is used, and
`close` that its result has been kept."""

Ending = Literal["", "hand_in", "time_up", "give_up"]


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened: when, how much of the exam's time was used by then, and to which question, from 0."""

    what: What
    at: datetime
    used: timedelta = timedelta()
    place: int = 0
    given: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """What one question has got so far: the answer ("" for none), the first one, how often it was changed, the time.

    `settled` is the answer without drafts since; `seen` tells whether the question was ever shown.
    """

    given: str = ""
    settled: str = ""
    first: str = ""
    changes: int = 0
    spent: timedelta = timedelta()
    flagged: bool = False
    seen: bool = False


@dataclass(frozen=True, slots=True)
class Exam:
    """A paper being answered; `place` is the question shown, `used` the time it was open, without the time away.

    `resumed` counts how often it was gone on with after it had been left.
    """

    paper: Paper
    replies: tuple[Reply, ...]
    place: int = 0
    used: timedelta = timedelta()
    started: datetime | None = None
    ended: datetime | None = None
    ending: Ending = ""
    closed: bool = False
    resumed: int = 0

    @classmethod
    def of(cls, paper: Paper, events: Iterable[Event] = ()) -> Exam:
        """Return the exam that events have made of a paper; without any, one that has not begun."""
        exam = cls(paper, (Reply(),) * len(paper.items))
        for event in events:
            exam = exam.after(event)
        return exam

    @property
    def item(self) -> Item:
        """The question shown."""
        return self.paper.items[self.place]

    @property
    def reply(self) -> Reply:
        """What the question shown has got."""
        return self.replies[self.place]

    @property
    def open(self) -> tuple[int, ...]:
        """The places of questions without a whole answer."""
        return tuple(place for place in range(len(self.replies)) if not self.answered(place))

    @property
    def flagged(self) -> tuple[int, ...]:
        """The places of flagged questions."""
        return tuple(place for place, reply in enumerate(self.replies) if reply.flagged)

    @property
    def left(self) -> timedelta | None:
        """The time that is left; None without a limit."""
        limit = self.paper.rules.limit
        return None if limit is None else max(limit - self.used, timedelta())

    @property
    def running(self) -> bool:
        """Whether it has begun and is not over."""
        return self.started is not None and not self.ending

    def answered(self, place: int) -> bool:
        """Whether a question has an answer, and a whole one."""
        given = self.replies[place].given
        return len(sequence(given)) >= self.paper.items[place].parts if given else False

    def after(self, event: Event) -> Exam:
        """Return the exam after one more event; what makes no sense (any more) changes nothing."""
        if event.what == "begin":
            return self if self.started else _shown(replace(self, started=event.at), 0)
        if event.what == "close":
            return replace(self, closed=bool(self.ending))
        if not self.running or not 0 <= event.place < len(self.replies):
            return self
        exam = _charged(self, event.used)
        match event.what:
            case "hand_in" | "time_up" | "give_up":
                return replace(exam, ending=event.what, ended=event.at)
            case "go":
                return _shown(exam, event.place)
            case "flag" | "unflag":
                return _with(exam, event.place, flagged=event.what == "flag")
            case "draft":
                return _with(exam, event.place, given=event.given)
            case "resume":
                return replace(exam, resumed=exam.resumed + 1)
            case "answer":
                return _answered(exam, event.place, event.given)
            case _:
                return exam


def _charged(exam: Exam, used: timedelta) -> Exam:
    """Count time that has gone by to the question shown; never more than there is, and none twice."""
    limit = exam.paper.rules.limit
    used = max(exam.used, used if limit is None else min(used, limit))
    return replace(_with(exam, exam.place, spent=exam.reply.spent + used - exam.used), used=used)


def _answered(exam: Exam, place: int, given: str) -> Exam:
    """Take an answer in place of the one before; "" takes that back."""
    before = exam.replies[place]
    changed = before.changes + (bool(before.first) and given != before.settled)
    return _with(exam, place, given=given, settled=given, first=before.first or given, changes=changed)


def _shown(exam: Exam, place: int) -> Exam:
    """Show a question."""
    return replace(_with(exam, place, seen=True), place=place)


def _with(exam: Exam, place: int, **changed: Any) -> Exam:
    """Return the exam with one reply changed."""
    reply = replace(exam.replies[place], **changed)
    return replace(exam, replies=(*exam.replies[:place], reply, *exam.replies[place + 1 :]))
