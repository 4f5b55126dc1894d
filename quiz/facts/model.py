"""What is found in a document: words and sentences of its prose, and the three kinds of fact."""

from __future__ import annotations

from dataclasses import dataclass

from quiz.documents.model import Span
from quiz.facts.sentences import Name, Sentence, Word

__all__ = ["Date", "Figure", "Name", "Quote", "Sentence", "Word"]


@dataclass(frozen=True, slots=True)
class Date:
    """A date: its text, `grain` (time, day, month, season, year, decade, century) and value.

    `value` is as ISO 8601 writes it, shortened to the grain (`1907-08-31`, `1907-08`, `1907`, `190` for a decade,
    `19` for the century 1900-1999, `1941-SU` for a season, `T17:12` for a time of day; a leading `-` for years
    BC); `end` is the last value of a range, `modifier` is "early", "mid", "late" or "circa". `anchors` are the
    passages that tell what the text leaves out, such as the year of "2 September"; `derived` says that the value is
    reckoned from them: "two years later".
    """

    span: Span
    text: str
    grain: str
    value: str
    end: str = ""
    modifier: str = ""
    anchors: tuple[Span, ...] = ()
    derived: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that counts or measures: `span` covers number and unit, `whole` its approximation too.

    `unit` is "" for a count, else percent, money:USD, year, mile ...; `per` is what it is told for ("barrel" in "$80 a
    barrel"); `bound` is the approximation ("more than"); `value` is the lower end of a range, `high` its upper end;
    `role` is "from", "to" or "by" where that word leads it; `measured` is what it counts or measures, as the text
    names it, and `holder` what that belongs to or happens to, where the parse shows them.
    """

    span: Span
    whole: Span
    text: str
    value: float
    unit: str = ""
    bound: str = ""
    per: str = ""
    high: float | None = None
    role: str = ""
    measured: Span | None = None
    holder: Span | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation with its speaker as named in the text, the fullest name, and the cue that links them.

    `parts` are the quoted stretches (marks excluded) of one utterance, in order; `cue` is the index of the cue verb
    in `sentence` or None; `evidence` is the passage that resolves a speaker named elsewhere; `role` is what the
    document says the speaker is ("Iran's former ambassador to France"), without an article, or "".
    """

    parts: tuple[Span, ...]
    speaker: str
    sentence: Sentence
    cue: int | None
    mention: Span | None
    evidence: Span | None = None
    block: bool = False
    role: str = ""
