"""Finds the facts of a document: its dates, figures and attributed quotations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from quiz.documents.model import Document
from quiz.facts.model import Date, Figure, Quote, Sentence
from quiz.facts.names import People
from quiz.facts.reading import Reading
from quiz.seams import load, names

FINDERS = {
    "date": "quiz.facts.dates:of_reading",
    "figure": "quiz.facts.figures:of_reading",
    "quote": "quiz.facts.quotes:of_reading",
}
"""Finder of each kind of fact, as `module:function`; packages add theirs as entry points `quiz.finders`."""


class Finder(Protocol):
    """Finds the facts of one kind."""

    def __call__(self, reading: Reading) -> Sequence[Date | Figure | Quote]:
        """Every fact of the kind, in the order of the text."""
        ...


@dataclass(frozen=True, slots=True)
class Facts:
    """What was found in a document, in the order of its text, with the sentences and people it was found by."""

    sentences: Sequence[Sentence]
    people: People
    dates: Sequence[Date]
    figures: Sequence[Figure]
    quotes: Sequence[Quote]


def find(document: Document) -> Facts:
    """Every date, figure and quotation the finders make out in the asked blocks of a document."""
    reading = Reading.of(document)
    found = [fact for kind in names(FINDERS, "quiz.finders") for fact in _finder(kind)(reading)]
    return Facts(
        reading.sentences,
        reading.people,
        [fact for fact in found if isinstance(fact, Date)],
        [fact for fact in found if isinstance(fact, Figure)],
        [fact for fact in found if isinstance(fact, Quote)],
    )


def _finder(kind: str) -> Finder:
    finder: Finder = load(FINDERS, "quiz.finders", kind)
    return finder
