"""A card in the making: what is asked, the fact it is asked of, and how good it is."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from quiz.documents.model import Span
from quiz.facts.model import Date, Figure, Quote, Sentence


@dataclass(frozen=True, slots=True)
class Draft:
    """A question or cloze with its answer; `score` starts at 100 and loses for every reason listed."""

    fact: Date | Figure | Quote
    sentence: Sentence
    passage: Span
    answer: str
    question: str = ""
    cloze: str = ""
    accept: tuple[str, ...] = ()
    evidence: tuple[Span, ...] = ()
    score: int = 100
    reasons: tuple[str, ...] = field(default=())

    @property
    def kind(self) -> str:
        """The kind of card: date, figure or quote."""
        return type(self.fact).__name__.lower()

    def less(self, points: int, reason: str) -> Draft:
        """The same draft, worth less for a reason."""
        return replace(self, score=self.score - points, reasons=(*self.reasons, reason))
