"""All answers of a history, counted in one pass: by day and by card."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from datetime import timedelta
from typing import TYPE_CHECKING

from quiz.config import StudyConfig
from quiz.study.model import Day, Grade, Key
from quiz.study.statistics.phases import FIRST, Phase, Table, transitions
from quiz.study.statistics.proportion import NONE, Rate
from quiz.values import dataclass

if TYPE_CHECKING:
    from quiz.study.history.counts import Answered

LONGEST = 60_000
"""Milliseconds that count of one answer at most: who leaves the desk has not studied (Anki's own default)."""

AGAIN = int(Grade.AGAIN)

LATELY = 30
"""Days that count as of late."""


@dataclass(frozen=True, slots=True)
class DayCount:
    """What was done on one day: answers, those known, the time, and the reviews by how long the card had been away.

    A review is the first answer of a day to a card that had left its learning steps, in the schedule.
    """

    answers: int = 0
    known: int = 0
    milliseconds: int = 0
    young: Rate = NONE
    mature: Rate = NONE

    @property
    def reviews(self) -> Rate:
        """The reviews of the day."""
        return self.young + self.mature


@dataclass(frozen=True, slots=True)
class CardCount:
    """What was done to one card: answers, time, reviews, and on how many days of late the first answer was wrong."""

    answers: int = 0
    milliseconds: int = 0
    reviews: Rate = NONE
    missed: int = 0


@dataclass(frozen=True, slots=True)
class Tally:
    """The answers of a history by day, in order of days, and by card."""

    days: Mapping[Day, DayCount] = field(default_factory=dict)
    cards: Mapping[Key, CardCount] = field(default_factory=dict)

    @property
    def answers(self) -> int:
        """All answers."""
        return sum(day.answers for day in self.days.values())

    def over(self, first: Day, last: Day) -> Rate:
        """Return the reviews of some days, both ends included."""
        return sum((count.reviews for day, count in self.days.items() if first <= day <= last), NONE)

    def of_late(self, today: Day) -> Rate:
        """Return the reviews of late."""
        return self.over(first_of_late(today), today)


@dataclass(frozen=True, slots=True)
class Rules:
    """What counts as what: the table of phases, that of reviews, the days that make mature, and what day is late."""

    table: Table
    review: Phase
    away: int
    late: Day


def first_of_late(today: Day) -> Day:
    """Return the first day that counts as of late."""
    return today - LATELY + 1


def tally(
    answers: Iterable[Answered], today: Day, study: StudyConfig, resets: Mapping[Key, Sequence[int]] | None = None
) -> Tally:
    """Count answers, oldest first; `resets` names for each card the answers after which it was made new again."""
    phases = transitions(len(study.learning_steps), len(study.relearning_steps))
    rules = Rules(*phases, study.mature // timedelta(days=1), first_of_late(today))
    days, cards = _count(answers, rules, {key: list(numbers) for key, numbers in (resets or {}).items()})
    return Tally(
        {day: DayCount(sums[0], sums[1], sums[2], Rate(*young), Rate(*mature))
         for day, (sums, young, mature) in sorted(days.items())},
        {key: CardCount(own[ANSWERS], own[SPENT], Rate(own[REVIEWS], own[KNOWN]), own[MISSED])
         for key, own in cards.items()},
    )  # fmt: skip


Days = dict[Day, tuple[list[int], list[int], list[int]]]
"""Of each day: answers, known and milliseconds; young reviews and known; mature reviews and known."""


def _count(
    answers: Iterable[Answered], rules: Rules, resets: dict[Key, list[int]]
) -> tuple[Days, dict[Key, list[int]]]:
    """Count in one loop over bare lists, which half a million answers go through in half a second."""
    days: Days = {}
    cards: dict[Key, list[int]] = {}
    table, review, away, late, current = rules.table, rules.review, rules.away, rules.late, None
    sums, young, mature = _nothing()
    for number, deck, card, day, grade, duration, moved in answers:
        if day != current:
            current, (sums, young, mature) = day, days.setdefault(day, _nothing())
        key, known, spent = (deck, card), grade > AGAIN, min(LONGEST, duration)
        own = cards.get(key)
        if own is None:
            own = cards[key] = [FIRST, day - 1, 0, 0, 0, 0, 0]
        sums[0] += 1
        sums[1] += known
        sums[2] += spent
        if resets and key in resets:
            own[PHASE] = _reset(resets[key], number, own[PHASE])
        phase, last, answered, time, reviews, right, missed = own
        if last != day:
            if moved and phase == review:
                rate = mature if day - last >= away else young
                rate[0] += 1
                rate[1] += known
                reviews, right = reviews + 1, right + known
            missed += not known and day >= late and answered > 0
        after = table[phase][grade] if moved else phase
        own[:] = (after, day, answered + 1, time + spent, reviews, right, missed)
    return days, cards


PHASE, LAST, ANSWERS, SPENT, REVIEWS, KNOWN, MISSED = range(7)
"""What a card's list of numbers holds while it is counted."""


def _reset(numbers: list[int], number: int, phase: int) -> int:
    """Return the phase a card is in at an answer, made new again if that was done since its last one."""
    while numbers and numbers[0] < number:
        numbers.pop(0)
        phase = FIRST
    return phase


def _nothing() -> tuple[list[int], list[int], list[int]]:
    """Return the numbers of a day before its first answer."""
    return [0, 0, 0], [0, 0], [0, 0]
