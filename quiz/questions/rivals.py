"""The wrong answers of a card, from what the document tells near it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from quiz.documents.model import Span
from quiz.facts import Facts
from quiz.facts.model import Date, Figure
from quiz.questions.chance import Chance
from quiz.questions.draft import Draft
from quiz.questions.wrong_dates import wrong_dates
from quiz.questions.wrong_figures import wrong_figures
from quiz.questions.wrong_speakers import Cast

NEAR = 100
"""Dates or figures on either side of a passage that are looked through, so that a book takes no longer a page than an
article: what stands further away is of another chapter."""


@dataclass(frozen=True, slots=True)
class Rivals:
    """What the right answers of a document have to stand their ground against: its facts, people and last year."""

    facts: Facts
    cast: Cast
    latest: int

    @classmethod
    def of(cls, facts: Facts) -> Rivals:
        """Gather them once."""
        years = (int(date.value[:4]) for date in facts.dates if re.match(r"\d{4}", date.value))
        return cls(facts, Cast.of(facts), max(years, default=0))

    def wrong(self, draft: Draft, shown: str, chance: Chance) -> list[str]:
        """Up to three wrong answers to a draft, none of which its passage tells."""
        fact = draft.fact
        if isinstance(fact, Date):
            dates = _around(self.facts.dates, draft.passage)
            return wrong_dates(fact, draft.answer, dates, self.latest, chance, shown)
        if isinstance(fact, Figure):
            return wrong_figures(fact, draft.answer, _around(self.facts.figures, draft.passage), chance)
        return self.cast.wrong(fact, draft.question, chance)


T = TypeVar("T", Date, Figure)


def _around(facts: Sequence[T], passage: Span) -> list[T]:
    """The facts near a passage, those in it left out."""
    at = bisect_left(facts, passage.start, key=_start)
    return [fact for fact in facts[max(0, at - NEAR) : at + NEAR] if not fact.span.overlaps(passage)]


def _start(fact: Date | Figure) -> int:
    return fact.span.start
