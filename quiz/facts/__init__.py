"""Finds the facts of a document: its dates, figures and attributed quotations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quiz.documents.model import Document
from quiz.facts.dates import find_dates
from quiz.facts.figures import find_figures
from quiz.facts.language import parse
from quiz.facts.model import Date, Figure, Quote, Sentence
from quiz.facts.names import People, find_people
from quiz.facts.quotes import find_quotes
from quiz.facts.reference import infer_genders


@dataclass(frozen=True, slots=True)
class Facts:
    """What was found in a document, in the order of its text, with the sentences and people it was found by."""

    sentences: Sequence[Sentence]
    people: People
    dates: Sequence[Date]
    figures: Sequence[Figure]
    quotes: Sequence[Quote]


def find(document: Document) -> Facts:
    """Every fact of the asked blocks of a document."""
    dates = find_dates(document)
    sentences = parse(document, dates)
    people = find_people(sentences)
    infer_genders(sentences, people)
    return Facts(sentences, people, dates, find_figures(document, dates), find_quotes(document, sentences, people))
