"""What is found in a document: words and sentences of its prose, and the three kinds of fact."""

from __future__ import annotations

from dataclasses import dataclass

from quiz.documents.model import Span
from quiz.facts.sentences import Name, Sentence, Word

__all__ = ["Date", "Figure", "Name", "Quote", "Sentence", "Word"]


@dataclass(frozen=True, slots=True)
class Date:
    """A date: its text, `grain` (day, month, season, year, decade, century) and value.

    `value` is as ISO 8601 writes it, shortened to the grain (`1907-08-31`, `1907-08`, `1907`, `190` for a decade,
    `19` for the century 1900-1999, `1941-SU` for a season; a leading `-` for years BC); `end` is the last value of a
    range, `modifier` is "early", "mid", "late" or "circa".
    """

    span: Span
    text: str
    grain: str
    value: str
    end: str = ""
    modifier: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that counts or measures: `span` covers number and unit, `whole` its approximation too.

    `unit` is "" for a count, else percent, money:USD, year, mile ...; `bound` is the approximation ("more than").
    """

    span: Span
    whole: Span
    text: str
    value: float
    unit: str = ""
    bound: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation with its speaker as named in the text, the fullest name, and the cue that links them.

    `parts` are the quoted stretches (marks excluded) of one utterance, in order; `cue` is the index of the cue verb
    in `sentence` or None; `evidence` is the passage that resolves a speaker named elsewhere.
    """

    parts: tuple[Span, ...]
    speaker: str
    sentence: Sentence
    cue: int | None
    mention: Span | None
    evidence: Span | None = None
    block: bool = False
