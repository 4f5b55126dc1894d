"""What a deck is: the types every other part of the program shares."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import field
from fractions import Fraction
from typing import Literal

from quiz.deck.cloze import MARKED
from quiz.deck.marks import forms, joined, plain
from quiz.deck.references import mentions, named
from quiz.errors import Place
from quiz.values import dataclass

Kind = Literal["date", "figure", "quote", "order", "truefalse", ""]

Level = Literal["easy", "medium", "hard", ""]
LEVELS: tuple[Level, ...] = ("easy", "medium", "hard")
"""How difficult its author takes a card to be."""

LEVELED = "difficulty::"
"""What a difficulty begins with where it stands among tags."""

POINTS = re.compile(r"(?=.*[1-9])[0-9]{1,3}(?:\.[0-9]{1,2})?")
"""What a question is worth."""

FORMAT = 1

TRUTHS = ("true", "false")
"""Answers of a true-or-false card, in any case."""

SHORT_WORDS, SHORT_LETTERS = 6, 40
"""An answer beyond this is not fair to ask letter by letter."""

BESIDE = "; "
"""Stands between the parts of an answer where they are shown as one text."""

THEN = " → "
"""Stands between the items of an order card where they are shown as one text."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Text of a document, verbatim as a reader sees it, and where it stands there."""

    text: str
    line: int | None = None
    page: int | None = None
    section: str = ""
    paragraph: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """The passage a card was made from; `document` is relative to the deck ("" = the deck's own source)."""

    passage: Passage
    document: str = ""
    evidence: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """One fact to be known: with a question, a cloze (gaps written `{{answer}}`), or both.

    `hints` are those of the gaps, one for each, "" where it has none; () if none has one.
    `ordered` holds the items of an order card in their right order, and `answer` the same as one text (see `chain`).
    `reviewed` says that a person looked at a generated card and kept it. `tolerance` is how far a typed amount may be
    off: `5%`, or `10` in the unit of the answer.

    `all_of` holds the parts of an answer that all have to be named, in any order, and `answer` the same as one text
    (see `together`). An answer with a `unit` ends with it, and so does each wrong one that is a number. `feedback`
    tells, distractor by distractor, why it is wrong; `pin` are options that stay behind the others, in this order.
    `points`, 1 if "", is what the card is worth in an exam, and `partial` that parts of its answer are worth their
    share.
    """

    answer: str
    question: str = ""
    cloze: str = ""
    id: str = ""
    kind: Kind = ""
    accept: tuple[str, ...] = ()
    distractors: tuple[str, ...] = ()
    explanation: str = ""
    tags: tuple[str, ...] = ()
    source: Source | None = None
    origin: str = ""
    reviewed: bool = False
    stale: bool = False
    ordered: tuple[str, ...] = ()
    tolerance: str = ""
    hints: tuple[str, ...] = ()
    all_of: tuple[str, ...] = ()
    unit: str = ""
    feedback: tuple[str, ...] = ()
    pin: tuple[str, ...] = ()
    hint: str = ""
    points: str = ""
    partial: bool = False
    difficulty: Level = ""
    place: Place | None = field(default=None, compare=False)

    @property
    def prompt(self) -> str:
        """What is asked: the question, or else the cloze with each gap shown as a line."""
        return self.question or gapped(self.cloze)

    @property
    def asks(self) -> str:
        """What a learner is shown: the question, or else the cloze with the hint of each gap behind it in brackets."""
        return self.question or gapped(self.cloze, self.hints)

    @property
    def right(self) -> tuple[str, ...]:
        """Every answer that is right when typed: the answer, without its unit too, and what is accepted."""
        bare = (self.answer.removesuffix(f" {self.unit}"),) if self.unit else ()
        return (self.answer, *bare, *self.accept)

    @property
    def worth(self) -> Fraction:
        """The points of the card; what is no number of points counts as 1."""
        return Fraction(self.points if POINTS.fullmatch(self.points) else 1)

    def told(self, given: str) -> str:
        """The feedback to a wrong answer that was given, "" if there is none."""
        said = forms(given) | (forms(f"{given} {self.unit}") if self.unit else set())
        pairs = zip(self.distractors, self.feedback, strict=False)
        return next((each for wrong, each in pairs if not said.isdisjoint(forms(wrong))), "")

    @property
    def wrong(self) -> tuple[str, ...]:
        """Wrong answers to choose from: the distractors, or of a true-or-false card the other of true and false."""
        if self.kind != "truefalse" or self.answer.strip().casefold() not in TRUTHS:
            return self.distractors
        return (opposite(self.answer.strip()),)


@dataclass(frozen=True, slots=True)
class Deck:
    """Cards under one title; `id` is minted once and, with a card's id, is that card's identity everywhere.

    `include` names other decks, relative to this one's folder, that come along with it.
    """

    title: str
    cards: Sequence[Card]
    id: str = ""
    source: str = ""
    tags: tuple[str, ...] = ()
    format: int = FORMAT
    include: tuple[str, ...] = ()
    path: str = field(default="", compare=False)


GAP = "_____"


def gapped(cloze: str, hints: Sequence[str] = ()) -> str:
    """Show a cloze with `_____` where its answers stand: `In {{1829}}, ...` becomes `In _____, ...`.

    The hint of a gap stands behind it in brackets.
    """
    if not hints:
        return MARKED.sub(GAP, cloze)
    rest = iter(hints)
    return MARKED.sub(lambda _: f"{GAP} ({hint})" if (hint := next(rest, "")) else GAP, cloze)


def chain(items: Iterable[str]) -> str:
    """Write items that stand in order as one text, each with its own marks: `1796 → 1828 → 1907`."""
    return joined(THEN, items)


def together(parts: Iterable[str]) -> str:
    """Write the parts of an answer as one text, each with its own marks: `red; white; blue`."""
    return joined(BESIDE, parts)


def leveled(level: str) -> str:
    """Write a difficulty as a tag, for programs that know no other place for it."""
    return f"{LEVELED}{level}"


def short(answer: str) -> bool:
    """Whether an answer is short enough to be typed, and no picture or sound."""
    if mentions(answer) and any(named(answer)):
        return False
    answer = plain(answer)
    return len(answer) <= SHORT_LETTERS and len(answer.split()) <= SHORT_WORDS and "\n" not in answer.strip()


def opposite(truth: str) -> str:
    """Write the other of true and false, with a capital where this one has one: `False` for `True`."""
    other = TRUTHS[1 - TRUTHS.index(truth.casefold())]
    return other.capitalize() if truth[:1].isupper() else other
