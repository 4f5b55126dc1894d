"""A sitting with its history: each answer is on disk before the session goes on. The core under every front end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Literal

from quiz.deck.model import Card, Deck
from quiz.study.desk import Clock, Desk, local_time
from quiz.study.model import Grade, Mark, Marks, Memory, Mode, Review, Way
from quiz.study.scheduling.choosing import ahead, chosen, preferred
from quiz.study.session import Answer, Item, Session
from quiz.values import dataclass

__all__ = ["Clock", "Desk", "Sitting", "Step", "Undoable", "local_time"]


Undoable = Mark | Literal["answer", "grade", ""]
"""What can be taken back."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a sitting: the session and the card's memory before it, and what it wrote, with its numbers.

    It wrote a review or a mark; a leech's suspension, which followed by itself, is in `events` too, with its `notice`.
    What is `regraded` wrote its review in place of the one that the last step with a review had written.
    """

    before: Session
    memory: Memory | None = None
    review: Review | None = None
    number: int | None = None
    mark: Mark | None = None
    events: tuple[int, ...] = ()
    notice: str = ""
    regraded: bool = False


class Sitting:
    """The current session over a desk; `session` is replaced at every step, and any number of steps can be undone.

    `notice` is what the learner has to be told of the last step: that a card was suspended as a leech.
    """

    def __init__(self, items: Sequence[Item], desk: Desk, forced: Way | None = None, mode: Mode = "study") -> None:
        """Begin a sitting; the moment it begins seeds the order of options. Only mode "study" moves the schedule."""
        self.desk, self.mode = desk, mode
        self.notice = ""
        self._schedule = desk.schedule
        self._steps: list[Step] = []
        self._asked = self.begun = desk.now
        self.session = Session.begin(items, self.begun.isoformat(), forced)

    @classmethod
    def over(cls, decks: Sequence[Deck], desk: Desk, forced: Way | None = None) -> Sitting:
        """Begin a sitting over what is due and new in some decks; over nothing if nothing waits."""
        return cls(chosen(desk.overview(decks)), desk, forced)

    @classmethod
    def cram(cls, cards: Iterable[tuple[Deck, Card]], desk: Desk, forced: Way | None = None) -> Sitting:
        """Begin a sitting over some cards, shuffled, whether they wait or not; for practice only."""
        from quiz.study.scheduling.cramming import crammed  # on use: few sittings are for practice

        pairs = tuple(cards)
        decks = {deck.id: deck for deck, _card in pairs}
        items = crammed(pairs, desk.standing(tuple(decks.values())), desk.study, desk.now.isoformat())
        return cls(items, desk, forced, "cram")

    def ahead(self, decks: Sequence[Deck]) -> Sitting:
        """Begin another sitting, over cards that do not wait yet: new ones are learned, the others only practised."""
        items = ahead(self.desk.overview(decks))
        fresh = [item for item in items if item.new]
        return Sitting(fresh or items, self.desk, self.session.forced, "study" if fresh else "ahead")

    def reply(self, given: str) -> None:
        """Answer the current question; kept, then judged for all to see. QuizError if it cannot be kept."""
        answered = self.session.reply(given)
        if answered is not self.session:
            self._keep(answered)

    def reveal(self) -> None:
        """Show the answer of the current card."""
        self.session = self.session.reveal()

    def grade(self, grade: Grade) -> None:
        """Grade the revealed card and go on; a leech does not come back. QuizError if it cannot be kept."""
        graded = self.session.grade(grade)
        if graded is not self.session:
            key = self.session.current.key
            self._keep(graded)
            if self._steps[-1].notice:
                self.session = self.session.without(key)
            self._go_on(self.session)

    def regrade(self, grade: Grade) -> None:
        """Grade the answer just given otherwise than it was, as a step of its own. QuizError if it cannot be kept."""
        regraded = self.session.regrade(grade)
        step = self._answered
        if step is None or step.review is None or step.review.grade == grade:
            return
        last = regraded.answers[-1]
        self._steps.append(self._rewritten(step, replace(step.review, grade=last.grade, right=last.right)))
        notice = self._steps[-1].notice
        self.session, self.notice = self._learning(regraded, notice), notice

    def next(self) -> None:
        """Go on to the next card; one that was suspended meanwhile does not come back."""
        step = self._answered
        self.notice = ""
        self._go_on(self.session.drop() if step and step.notice else self.session.next())

    def mark(self, mark: Mark) -> None:
        """Mark the current card; suspended, buried and reset ones leave the sitting. QuizError if it is not kept."""
        key, before = self.session.current.key, self.session
        number = self.desk.history.mark(key, mark, self._now(), self.desk.today, self._schedule.after)
        self._steps.append(Step(before, mark=mark, events=(number,)))
        if mark in ("suspend", "bury", "reset"):
            self.notice = ""
            self._go_on(before.drop())

    def undo(self) -> bool:
        """Take back the last step that was kept, and go back to where it was taken; False if there is none.

        Of an answer graded otherwise that is first the grade, so that the first verdict stands again, then the answer.
        """
        if not self._steps:
            return False
        step = self._steps[-1]
        if step.regraded:
            self._undo_grade(step)
        else:
            self._unmark(step)
            if step.number is not None:
                self.desk.history.undo_review(step.number, self._now(), self.desk.today, self._schedule.after)
            self._steps.pop()
        self.session, self._asked = step.before, self.desk.now
        self.notice = self._answered.notice if self._answered else ""
        return True

    def reload(self, decks: Sequence[Deck]) -> None:
        """Take decks as they are now, known by their paths; the place is kept, and so is what can be undone of it."""
        self.session = _reloaded(self.session, decks)
        steps = [replace(step, before=_reloaded(step.before, decks)) for step in self._steps]
        there = zip(self._steps, steps, strict=True)
        self._steps = [
            new for old, new in there if new.before.queue and new.before.current.key == old.before.current.key
        ]
        self._asked = self.desk.now

    @property
    def undoable(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._steps)

    @property
    def latest(self) -> Undoable:
        """What `undo` would take back: an answer, its grade or a mark; "" if there is nothing."""
        if not self._steps:
            return ""
        step = self._steps[-1]
        return step.mark or ("grade" if step.regraded else "answer")

    @property
    def marked(self) -> tuple[Mark, ...]:
        """The marks made in this sitting, without those taken back."""
        return tuple(step.mark for step in self._steps if step.mark)

    @property
    def marks(self) -> Marks:
        """How the current card is marked."""
        key = self.session.current.key
        return self.desk.history.marks([key[0]]).get(key, Marks())

    @property
    def memory(self) -> Memory | None:
        """What the schedule holds of the current card."""
        return self.desk.history.memory(self.session.current.key)

    def intervals(self) -> dict[Grade, timedelta]:
        """How long until the current card comes again, for each grade; after an answer, instead of the one it got.

        Nothing for practice, which leaves the schedule alone.
        """
        if self.mode != "study":
            return {}
        step = self._answered
        if step and step.review:
            return self._schedule.intervals(step.memory, step.review.at)
        return self._schedule.intervals(self.memory, self._now())

    def elapsed(self) -> timedelta:
        """How long the sitting has lasted."""
        return max(self.desk.now - self.begun, timedelta())

    @property
    def _answered(self) -> Step | None:
        """The step that gave the answer now shown; marks may have been made since."""
        if self.session.phase != "answered":
            return None
        return next((step for step in reversed(self._steps) if step.review), None)

    def _keep(self, after_answer: Session) -> None:
        """Write the last answer of a session to the history, then make that session the current one."""
        review, before = self._review(after_answer.answers[-1]), self.memory
        number = self.desk.history.record(review, self._schedule.after)
        events, notice = self._watched(review, before)
        self._steps.append(Step(self.session, before, review, number, None, events, notice))
        self.session, self.notice = self._learning(after_answer, notice), notice

    def _learning(self, session: Session, notice: str) -> Session:
        """Note when the card just answered comes again, if it was known but is still on a learning step."""
        answer = session.answers[-1]
        memory = self.desk.history.memory(answer.item.key)
        if self.mode != "study" or notice or not answer.right or memory is None or memory.step is None:
            return session.settled(answer.item.key)
        return session.returning(replace(answer.item, way=preferred(memory, self.desk.study)), memory.due)

    def _go_on(self, session: Session) -> None:
        """Ask what comes next in a session: first of all what has become due in it."""
        self.session, self._asked = session.called(self.desk.now), self.desk.now

    def _rewritten(self, step: Step, review: Review) -> Step:
        """Write a review in place of the one a step wrote, and return the step of that."""
        assert step.number is not None
        self._unmark(step)
        number = self.desk.history.regrade(step.number, review, self._schedule.after)
        events, notice = self._watched(review, step.memory)
        return Step(self.session, step.memory, review, number, None, events, notice, regraded=True)

    def _undo_grade(self, step: Step) -> None:
        """Write the review that was there before an answer was graded otherwise, and forget the step of that."""
        at = max(at for at, each in enumerate(self._steps[:-1]) if each.review)
        first = self._steps[at]
        assert first.review
        again = self._rewritten(step, first.review)
        self._steps[at] = replace(first, number=again.number, events=again.events, notice=again.notice)
        self._steps.pop()

    def _watched(self, review: Review, before: Memory | None) -> tuple[tuple[int, ...], str]:
        """Suspend a card that was forgotten too often; return the event's number, and the notice of it."""
        memory, limit = self.desk.history.memory(review.key), self.desk.study.leech
        if not (memory and before and limit) or memory.lapses <= before.lapses or memory.lapses < limit:
            return (), ""
        if (memory.lapses - limit) % max(1, limit // 2):
            return (), ""
        number = self.desk.history.mark(review.key, "leech", review.at, review.day, self._schedule.after)
        often = "once" if memory.lapses == 1 else f"{memory.lapses} times"
        return (number,), f"suspended: forgotten {often}; rewrite it, or resume it when you like"

    def _unmark(self, step: Step) -> None:
        """Take back the marks that a step made."""
        for number in step.events:
            self.desk.history.undo_event(number, self._now(), self.desk.today, self._schedule.after)

    def _review(self, answer: Answer) -> Review:
        """Return an answer as the history keeps it."""
        taken = max(self.desk.now - self._asked, timedelta()) // timedelta(milliseconds=1)
        way = answer.question.way if answer.verdict else "reveal"
        return Review(
            *answer.item.key,
            self._now(),
            way,
            answer.given,
            answer.right,
            answer.grade,
            taken,
            self.mode,
            self.desk.today,
        )

    def _now(self) -> datetime:
        """Return the time in UTC."""
        return self.desk.now.astimezone(UTC)


def _reloaded(session: Session, decks: Sequence[Deck]) -> Session:
    """Return a session with some decks as they are now."""
    paths = {deck.path for deck in decks}
    waiting = (*session.queue, *(item for _due, item in session.coming))
    cards = {item.key: (item.deck, item.card) for item in waiting if item.deck.path not in paths}
    cards |= {(deck.id, card.id): (deck, card) for deck in decks for card in deck.cards}
    return session.reload(cards)
