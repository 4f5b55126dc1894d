"""A sitting with its history: each answer is on disk before the session goes on. The core under every front end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

from quiz.deck.model import Deck
from quiz.study.choosing import Waiting, ahead, chosen, day_start, waiting
from quiz.study.history import History
from quiz.study.model import Grade, Review, Way
from quiz.study.schedule import after, intervals
from quiz.study.session import Item, Session

Clock = Callable[[], datetime]
"""Tells the time, with the learner's time zone."""


def local_time() -> datetime:
    """Return the time now, in the time zone of this computer."""
    return datetime.now().astimezone()


def overview(decks: Sequence[Deck], history: History, now: datetime) -> tuple[Waiting, ...]:
    """Return what waits in each deck."""
    memories = history.memories([deck.id for deck in decks])
    begun = history.begun(day_start(now))
    return tuple(waiting(deck, memories, now, begun=begun.get(deck.id, 0)) for deck in decks)


class Sitting:
    """The current session, its history and the clock; `session` is replaced at every step."""

    def __init__(self, items: Sequence[Item], history: History, clock: Clock, forced: Way | None = None) -> None:
        """Begin a sitting; the moment it begins seeds the order of options."""
        self.history = history
        self._clock = clock
        self._asked = self.begun = clock()
        self.session = Session.begin(items, self.begun.isoformat(), forced)

    @classmethod
    def over(cls, decks: Sequence[Deck], history: History, clock: Clock, forced: Way | None = None) -> Sitting:
        """Begin a sitting over what is due and new in some decks; over nothing if nothing waits."""
        return cls(chosen(overview(decks, history, clock())), history, clock, forced)

    def ahead(self, decks: Sequence[Deck]) -> Sitting:
        """Begin another sitting, over cards that do not wait yet."""
        items = ahead(overview(decks, self.history, self._clock()))
        return Sitting(items, self.history, self._clock, self.session.forced)

    def reply(self, given: str) -> None:
        """Answer the current question; kept, then judged for all to see. QuizError if it cannot be kept."""
        answered = self.session.reply(given)
        if answered is not self.session:
            self._keep(answered)

    def reveal(self) -> None:
        """Show the answer of the current card."""
        self.session = self.session.reveal()

    def grade(self, grade: Grade) -> None:
        """Grade the revealed card and go on. QuizError if it cannot be kept."""
        graded = self.session.grade(grade)
        if graded is not self.session:
            self._keep(graded)
            self._asked = self._clock()

    def next(self) -> None:
        """Go on to the next card."""
        self.session = self.session.next()
        self._asked = self._clock()

    def intervals(self) -> dict[Grade, timedelta]:
        """How long until the current card comes again, for each grade."""
        return intervals(self.history.memory(self.session.current.key), self._now())

    def elapsed(self) -> timedelta:
        """How long the sitting has lasted."""
        return max(self._clock() - self.begun, timedelta())

    def _keep(self, after_answer: Session) -> None:
        """Write the last answer of a session to the history, then make that session the current one."""
        answer = after_answer.answers[-1]
        duration = max(self._clock() - self._asked, timedelta()) // timedelta(milliseconds=1)
        way = answer.question.way if answer.verdict else "reveal"
        review = Review(*answer.item.key, self._now(), way, answer.given, answer.right, answer.grade, duration)
        self.history.record(review, after)
        self.session = after_answer

    def _now(self) -> datetime:
        """Return the time in UTC."""
        return self._clock().astimezone(UTC)
