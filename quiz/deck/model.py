"""What a deck is: the types every other part of the program shares."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from quiz.deck.cloze import MARKED
from quiz.errors import Place

Kind = Literal["date", "figure", "quote", "order", "truefalse", ""]

FORMAT = 1


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
    """One fact to be known: with a question, a cloze (gaps written `{{answer}}`), or both."""

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
    stale: bool = False
    place: Place | None = field(default=None, compare=False)

    @property
    def prompt(self) -> str:
        """What is asked: the question, or else the cloze with each gap shown as a line."""
        return self.question or gapped(self.cloze)


@dataclass(frozen=True, slots=True)
class Deck:
    """Cards under one title; `id` is minted once and, with a card's id, is that card's identity everywhere."""

    title: str
    cards: tuple[Card, ...]
    id: str = ""
    source: str = ""
    tags: tuple[str, ...] = ()
    format: int = FORMAT
    path: str = field(default="", compare=False)


GAP = "_____"


def gapped(cloze: str) -> str:
    """Show a cloze with `_____` where its answers stand: `In {{1829}}, ...` becomes `In _____, ...`."""
    return MARKED.sub(GAP, cloze)
