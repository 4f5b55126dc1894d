"""A document as the finders read it: its dates, then its sentences, then its people, each found once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quiz.documents.model import Document
from quiz.facts.aliases import join_aliases
from quiz.facts.biography import subject_of
from quiz.facts.dates import find_dates
from quiz.facts.genders import infer_genders
from quiz.facts.language import parse
from quiz.facts.model import Date, Sentence
from quiz.facts.names import People, find_people


@dataclass(frozen=True, slots=True)
class Reading:
    """What every finder starts from; dates come first, because the parser is helped by where they end."""

    document: Document
    dates: Sequence[Date]
    sentences: Sequence[Sentence]
    people: People

    @classmethod
    def of(cls, document: Document) -> Reading:
        """Read the asked blocks of a document."""
        dates = find_dates(document)
        sentences = parse(document, dates)
        people = find_people(sentences)
        join_aliases(sentences, people)
        infer_genders(sentences, people)
        people.subject = subject_of(document.title, people, sentences)
        return cls(document, dates, sentences, people)
