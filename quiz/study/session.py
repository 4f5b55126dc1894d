"""A sitting as a value: every step returns a new one. It knows no clock, no disk and no chance."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Literal

from quiz.deck.model import Card, Deck
from quiz.study.asking import Question, ask
from quiz.study.judging.ordering import judge_order, sequence
from quiz.study.model import Grade, Key, Verdict, Way
from quiz.values import dataclass

RETURN_AFTER = 5
"""Other cards asked before a card that was not known comes back, if so many are left."""

OWN_WORD = "by your own word"
"""Why an answer counts otherwise than it was judged: the learner said so."""

Phase = Literal["asking", "revealed", "answered", "over"]


@dataclass(frozen=True, slots=True)
class Item:
    """A card waiting in a sitting; `new` if it was never asked before, `way` as the learner wants it asked.

    It was `known` when it was asked last in this sitting, if it comes again by its learning step.
    """

    deck: Deck
    card: Card
    new: bool = True
    way: Way = "choice"
    tries: int = 0
    known: bool = False

    @property
    def key(self) -> Key:
        """The identity of the card."""
        return (self.deck.id, self.card.id)


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered to one question, and the grade it got; `verdict` is None where the learner graded."""

    item: Item
    question: Question
    given: str
    verdict: Verdict | None
    grade: Grade

    @property
    def right(self) -> bool:
        """Whether the card was known."""
        return self.grade != Grade.AGAIN


@dataclass(frozen=True, slots=True)
class Summary:
    """A sitting in numbers, of distinct cards; `right` were known at the first try."""

    cards: int
    right: int
    new: int
    missed: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Session:
    """Cards still to be asked (the first is the current one) and the answers so far.

    `coming` holds cards that were known but are being learned: when each is due again, if the sitting lasts so long.
    """

    queue: tuple[Item, ...]
    total: int
    seed: str = ""
    forced: Way | None = None
    phase: Phase = "asking"
    answers: tuple[Answer, ...] = ()
    asked: Question | None = None
    coming: tuple[tuple[datetime, Item], ...] = ()

    @classmethod
    def begin(cls, items: Iterable[Item], seed: str = "", forced: Way | None = None) -> Session:
        """Begin a sitting over items in their order; a seed decides the order of options."""
        queue = tuple(items)
        return _asking(cls(queue, len(queue), seed, forced))

    @property
    def current(self) -> Item:
        """The card being asked; IndexError once the sitting is over."""
        return self.queue[0]

    @property
    def question(self) -> Question:
        """The current card as it is asked; IndexError once the sitting is over."""
        if self.asked is None:
            raise IndexError
        return self.asked

    @property
    def last(self) -> Answer | None:
        """The answer given last."""
        return self.answers[-1] if self.answers else None

    @property
    def finished(self) -> int:
        """Cards that will not come back in this sitting."""
        return self.total - len(self.queue) + (self.phase == "answered" and self._leaves)

    @property
    def position(self) -> int:
        """Which card of the sitting this is, from 1; a card that comes back keeps the count where it is."""
        begun = len({answer.item.key for answer in self.answers})
        return min(self.total, begun + (self.phase in ("asking", "revealed") and self.current.tries == 0))

    @property
    def to_repeat(self) -> int:
        """How many cards were not known and come back, the current one included until it is known."""
        if self.phase == "answered":
            return sum(item.tries > 0 for item in self.queue[1:]) + (not self._leaves)
        return sum(item.tries > 0 for item in self.queue)

    def reply(self, given: str) -> Session:
        """Answer the current question: judged and graded at once, right as GOOD, wrong as AGAIN."""
        if self.phase != "asking":
            return self
        verdict = self.judged(given)
        return self._answered(given, verdict, Grade.GOOD if verdict.right else Grade.AGAIN)

    def judged(self, given: str) -> Verdict:
        """Return the verdict that an answer to the current question gets; an option has to be the answer itself."""
        card = self.current.card
        if self.question.ordering:
            return judge_order(card.ordered, sequence(given))
        if self.question.ticking:
            from quiz.study.judging.ticking import judge_ticks, ticked  # on use: few cards have several right answers

            return judge_ticks(card.all_of, ticked(self.question.options, given))
        if self.question.way == "choice":
            return Verdict(right=given == card.answer, reason=card.told(given))
        from quiz.study.judging.grading import judge  # on first use: the first question shows without it

        return judge(card, given)

    def reveal(self) -> Session:
        """Show the answer of a card that the learner grades."""
        return replace(self, phase="revealed") if self.phase == "asking" else self

    def grade(self, grade: Grade) -> Session:
        """Take the learner's own grade of a revealed card, and go on to the next."""
        return self._answered("", None, grade).next() if self.phase == "revealed" else self

    def next(self) -> Session:
        """Go on after an answer: a card not known comes back after some others."""
        if self.phase != "answered":
            return self
        item, rest = self.current, self.queue[1:]
        if not self._leaves:
            back = replace(item, tries=item.tries + 1, way="choice", new=False, known=False)
            rest = (*rest[:RETURN_AFTER], back, *rest[RETURN_AFTER:])
        return _asking(replace(self, queue=rest))

    def regrade(self, grade: Grade) -> Session:
        """Take the learner's own grade of the answer just given instead of ours: "I was right", or "that was hard"."""
        if self.phase != "answered":
            return self
        last = self.answers[-1]
        verdict = last.verdict
        if verdict and verdict.right != (grade != Grade.AGAIN):
            verdict = Verdict(right=not verdict.right, reason=OWN_WORD)
        return replace(self, answers=(*self.answers[:-1], replace(last, verdict=verdict, grade=grade)))

    def drop(self) -> Session:
        """Leave the current card out of the sitting, and go on."""
        if self.phase == "over":
            return self
        gone, key = 0 if self._answered_once else 1, self.current.key
        return _asking(replace(self.settled(key), queue=self.queue[1:], total=self.total - gone))

    def without(self, key: Key) -> Session:
        """Leave a card that was answered already out of what is still asked, wherever it stands."""
        return _asking(replace(self.settled(key), queue=tuple(item for item in self.queue if item.key != key)))

    def returning(self, item: Item, due: datetime) -> Session:
        """Note when a card just known comes again by its learning step."""
        again = replace(item, tries=item.tries + 1, new=False, known=True)
        return replace(self, coming=(*self.settled(item.key).coming, (due, again)))

    def settled(self, key: Key) -> Session:
        """Take back that a card comes again by its learning step."""
        return replace(self, coming=tuple(pair for pair in self.coming if pair[1].key != key))

    def called(self, now: datetime) -> Session:
        """Ask the cards whose learning step is over before all others, unless an answer is still being looked at."""
        due = sorted((pair for pair in self.coming if pair[0] <= now), key=lambda pair: pair[0])
        if not due or self.phase in ("revealed", "answered"):
            return self
        left = tuple(pair for pair in self.coming if pair[0] > now)
        return _asking(replace(self, queue=(*(item for _due, item in due), *self.queue), coming=left))

    def reload(self, cards: Mapping[Key, tuple[Deck, Card]]) -> Session:
        """Take cards as they are now in their decks; those that are gone leave the sitting. The place is kept."""
        queue = tuple(
            replace(item, deck=cards[item.key][0], card=cards[item.key][1]) for item in self.queue if item.key in cards
        )
        lost = {item.key for item in self.queue if item.key not in cards and item.tries == 0}
        coming = tuple(
            (due, replace(item, deck=cards[item.key][0], card=cards[item.key][1]))
            for due, item in self.coming
            if item.key in cards
        )
        total = self.total - len(lost - {a.item.key for a in self.answers})
        after = replace(self, queue=queue, coming=coming, total=total)
        if not queue or queue[0].key != self.current.key or self.phase == "asking":
            return _asking(after)
        if self.phase == "revealed":
            return replace(_asking(after), phase="revealed")
        asked = replace(self.question, prompt=queue[0].card.asks)
        return replace(after, asked=asked, answers=(*self.answers[:-1], replace(self.answers[-1], item=queue[0])))

    def summary(self) -> Summary:
        """Return the sitting so far in numbers."""
        firsts: dict[Key, Answer] = {}
        for answer in self.answers:
            firsts.setdefault(answer.item.key, answer)
        missed = tuple(answer.item for answer in firsts.values() if not answer.right)
        new = sum(answer.item.new for answer in firsts.values())
        return Summary(len(firsts), len(firsts) - len(missed), new, missed)

    @property
    def _answered_once(self) -> bool:
        """Whether the current card was answered in this sitting."""
        return any(answer.item.key == self.current.key for answer in self.answers)

    @property
    def _leaves(self) -> bool:
        """Whether the card just answered was known, so that it leaves the queue."""
        return self.answers[-1].right

    def _answered(self, given: str, verdict: Verdict | None, grade: Grade) -> Session:
        """Note an answer to the current question."""
        answer = Answer(self.current, self.question, given, verdict, grade)
        return replace(self, answers=(*self.answers, answer), phase="answered")


def _asking(session: Session) -> Session:
    """Return a session with its first card asked, or over if there is none."""
    if not session.queue:
        return replace(session, phase="over", asked=None)
    item = session.queue[0]
    question = ask(item.card, f"{session.seed}/{item.tries}", preferred=item.way, forced=session.forced)
    return replace(session, phase="asking", asked=question)
