"""Finds the facts of a document: its dates, figures and attributed quotations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from quiz.documents.model import Document
from quiz.errors import QuizError
from quiz.facts.dates.published import Published, publication
from quiz.facts.dates.scan import lowered
from quiz.facts.model import Date, Figure, Quote, Sentence
from quiz.facts.names import People
from quiz.facts.reading import Reading
from quiz.seams import load, names

FINDERS = {
    "date": "quiz.facts.dates:of_reading",
    "figure": "quiz.facts.figures:of_reading",
    "quote": "quiz.facts.quotes:of_reading",
}
"""Finder of each kind of fact, as `module:function`; packages add theirs as entry points `quiz.finders`.

What a package finds is a date, a figure or a quotation too, found otherwise: of other kinds there are no cards.
"""

F = TypeVar("F", Date, Figure, Quote)


class Finder(Protocol):
    """Finds facts of one kind or several."""

    def __call__(self, reading: Reading) -> Sequence[Date | Figure | Quote]:
        """Every fact that it can make out, in the order of the text."""
        ...


@dataclass(frozen=True, slots=True)
class Facts:
    """What was found in a document, in the order of its text, with the sentences and people it was found by.

    `published` is when the document says it was published.
    """

    sentences: Sequence[Sentence]
    people: People
    dates: Sequence[Date]
    figures: Sequence[Figure]
    quotes: Sequence[Quote]
    published: Published | None = None


def find(document: Document) -> Facts:
    """Every date, figure and quotation the finders make out in the asked blocks of a document.

    QuizError where a finder of another package finds what is none of the three.
    """
    reading = Reading.of(document)
    found: list[Date | Figure | Quote] = []
    for name in names(FINDERS, "quiz.finders"):
        more: Sequence[object] = _finder(name)(reading)
        facts = [fact for fact in more if isinstance(fact, Date | Figure | Quote)]
        if len(facts) < len(more):
            hint = "remove the package that brings this finder, or tell who maintains it"
            raise QuizError.at(f"quiz.finders: {name}", "finds what is no date, figure or quotation", hint)
        found += facts
    dates, figures, quotes = _of(Date, found), _of(Figure, found), _of(Quote, found)
    published = publication(document, lowered(document.text))
    return Facts(reading.sentences, reading.people, dates, figures, quotes, published)


def _of(kind: type[F], found: Sequence[Date | Figure | Quote]) -> list[F]:
    """The facts of a kind in the order of the text, whichever finder each is from."""
    return sorted((fact for fact in found if isinstance(fact, kind)), key=_start)


def _start(fact: Date | Figure | Quote) -> int:
    return fact.parts[0].start if isinstance(fact, Quote) else fact.span.start


def _finder(kind: str) -> Finder:
    finder: Finder = load(FINDERS, "quiz.finders", kind)
    return finder
