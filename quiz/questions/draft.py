"""A card in the making: what is asked, the fact it is asked of, and how good it is; or why a fact is passed over."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from sys import intern

from quiz.documents.model import Span
from quiz.facts.model import Date, Figure, Quote, Sentence

IN_PLACE = "in place"
"""Why a question is worth less that begins as a statement, maybe with a name."""
IN_PASSING = "told in passing"
"""Why a question is worth less of a measure that the clause around it only mentions."""

Fact = Date | Figure | Quote
Key = tuple[str, int]
"""What a fact is told apart by: its kind and its first character."""


@dataclass(frozen=True, slots=True)
class Passed:
    """A fact that a form will not ask for, and why."""

    fact: Fact
    reason: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A question or cloze with its answer; `score` starts at 100 and loses for every reason listed.

    `context` stands before it and says what it is about: "In Norland,", "The Norland ferry:"; "" for nothing.
    `lead_in` is told before the question: what the sentences before it tell.
    `told` is the event whose date is asked, as a statement: "a mob sacked the embassy"; "" for none. `plain` are the
    things it names as its readers know them: "the port" where the document is about one. `shown` are the words of its
    sentence in the order they are shown in, `gone` those that what asks stands for; none where a form does not tell.
    """

    fact: Fact
    sentence: Sentence
    passage: Span
    answer: str
    question: str = ""
    cloze: str = ""
    accept: tuple[str, ...] = ()
    evidence: tuple[Span, ...] = ()
    context: str = ""
    explanation: str = ""
    told: str = ""
    plain: tuple[str, ...] = ()
    lead_in: str = ""
    shown: tuple[int, ...] = ()
    gone: frozenset[int] = frozenset()
    score: int = 100
    reasons: tuple[str, ...] = field(default=())

    @property
    def kind(self) -> str:
        """The kind of card: date, figure or quote."""
        return kind_of(self.fact)

    @property
    def shown_question(self) -> str:
        """The question, with what says what it is about before it, or the sentence it leans on."""
        if self.question and self.lead_in:
            return f"{self.lead_in} {self.question}"
        if not self.question or not self.context:
            return self.question
        stated = IN_PLACE in self.reasons and not self.question.startswith(("How ", "What "))
        follows = self._lowered(self.question) if stated else self.question[0].lower() + self.question[1:]
        return f"{self.context} {follows}"

    @property
    def shown_cloze(self) -> str:
        """The cloze, with its title likewise."""
        return f"{self.context} {self._lowered(self.cloze)}" if self.cloze and self.context else self.cloze

    def _lowered(self, statement: str) -> str:
        """A statement as it goes on behind a comma: its first word small unless it is a name."""
        first = re.split(r"[\W_]", statement, maxsplit=1)[0]
        named = any(word.text == first and word.tag in ("NNP", "NNPS") for word in self.sentence.words)
        if self.context.endswith(":") or named or first.isupper():
            return statement
        return statement[:1].lower() + statement[1:]

    def less(self, points: int, reason: str) -> Draft:
        """The same draft, worth less for a reason."""
        return replace(self, score=self.score - points, reasons=(*self.reasons, reason))


def kind_of(fact: Fact) -> str:
    """The kind of card a fact makes: date, figure or quote."""
    return intern(type(fact).__name__.lower())


def key_of(fact: Fact) -> Key:
    """What a fact is told apart by."""
    return kind_of(fact), fact.parts[0].start if isinstance(fact, Quote) else fact.span.start
