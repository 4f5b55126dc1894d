"""What an exam is to be, before it begins: the decks, the rules and the number of questions, still to be changed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import timedelta

from quiz.deck.model import Deck
from quiz.study.exams.drawing import Pool, draw, pool_of
from quiz.study.exams.marking import Score
from quiz.study.exams.paper import Paper, Rules, Source
from quiz.study.exams.snapshot import deck_hash
from quiz.study.model import Key

NUMBER = 20
"""Questions of an exam, if nobody says how many."""

NUMBERS = (5, 10, 20, 30, 40, 50, 100)
LIMITS = (None, *(timedelta(minutes=minutes) for minutes in (5, 10, 20, 30, 45, 60, 90, 120)))
PASS_MARKS = (50, 60, 70, 80, 90, 100)
"""What can be chosen from at the beginning of an exam, one after the other."""


@dataclass(frozen=True, slots=True)
class Plan:
    """An exam that can be drawn from a pool; `notices` are what the learner has to be told before.

    `whole` are the decks the pool is taken from, as long as other tags can be chosen; `afresh` those (by id) whose
    exams that were left are given up when this one begins.
    """

    pool: Pool
    rules: Rules
    number: int = NUMBER
    out: str = ""
    told: tuple[str, ...] = ()
    sources: tuple[Source, ...] | None = None
    whole: tuple[Deck, ...] = ()
    afresh: frozenset[str] = frozenset()

    @property
    def size(self) -> int:
        """How many questions there will be."""
        return min(self.number, len(self.pool.pairs))

    @property
    def notices(self) -> list[str]:
        """Say what is not as it was asked for."""
        return [*self.told, *self.pool.notices(self.number if self.number != NUMBER and not self.rules.retry else None)]

    @property
    def decks(self) -> tuple[Deck, ...]:
        """The decks of the pool."""
        return tuple({deck.id: deck for deck, _card in self.pool.pairs}.values())

    @property
    def title(self) -> str:
        """What the exam is about."""
        return self.decks[0].title if len(self.decks) == 1 else f"{len(self.decks)} decks"

    def changed(self, paper: Paper) -> bool:
        """Whether a deck has changed since a paper was drawn from it."""
        hashes = {source.id: source.hash for source in paper.sources}
        return any(deck.id in hashes and hashes[deck.id] != deck_hash(deck) for deck in self.decks)

    def paper(self) -> Paper:
        """Draw the paper."""
        return draw(self.pool, self.rules, self.number, self.out, self.sources)

    def other_number(self) -> Plan:
        """Return the plan with the next number of questions there can be, at last all of them, then the fewest."""
        whole = len(self.pool.pairs)
        numbers = [*(number for number in NUMBERS if number < whole), whole]
        return replace(self, number=next((number for number in numbers if number > self.size), numbers[0]))

    def other_limit(self) -> Plan:
        """Return the plan with the next longer time, then with none."""
        now = self.rules.limit or timedelta()
        limit = next((each for each in LIMITS if each and each > now), None)
        return replace(self, rules=replace(self.rules, limit=limit))

    def other_mark(self) -> Plan:
        """Return the plan with the next higher pass mark, then with the lowest."""
        mark = next((each for each in PASS_MARKS if each > self.rules.pass_mark), PASS_MARKS[0])
        return replace(self, rules=replace(self.rules, pass_mark=mark))

    def tagged(self, tags: tuple[str, ...]) -> Plan:
        """Return the plan over the cards with one of some tags; QuizError if none of them can be asked."""
        rules = replace(self.rules, tags=tags)
        return replace(self, pool=pool_of(self.whole, rules), rules=rules)

    def of_number(self, number: int) -> Plan:
        """Return the plan with a number of questions."""
        return replace(self, number=number)

    def of_minutes(self, minutes: int) -> Plan:
        """Return the plan with a time in minutes, 0 for no limit."""
        return replace(self, rules=replace(self.rules, limit=timedelta(minutes=minutes) if minutes else None))

    def of_mark(self, mark: int) -> Plan:
        """Return the plan with a pass mark."""
        return replace(self, rules=replace(self.rules, pass_mark=mark))

    def of_seed(self, seed: int) -> Plan:
        """Return the plan with a seed."""
        return replace(self, rules=replace(self.rules, seed=seed))


def planned(decks: tuple[Deck, ...], rules: Rules, number: int = NUMBER, only: Collection[Key] | None = None) -> Plan:
    """Plan an exam; QuizError if there is nothing to ask."""
    return Plan(pool_of(decks, rules, only), rules, number, whole=decks if only is None else ())


def retaken(score: Score, seed: int, out: str = "") -> Plan:
    """Plan an exam of what was missed in one: asked as it was there, in another order, in its share of the time.

    `out` is the file its own result goes to.
    """
    paper = score.exam.paper
    pairs = tuple((mark.item.deck, mark.item.card) for mark in score.missed)
    limit = paper.rules.limit
    if limit:
        minutes = -(-(limit * len(pairs)) // (timedelta(minutes=1) * score.of))
        limit = timedelta(minutes=minutes)
    rules = replace(paper.rules, seed=seed, limit=limit, retry=True)
    return Plan(Pool(pairs), rules, len(pairs), out, sources=paper.sources)
