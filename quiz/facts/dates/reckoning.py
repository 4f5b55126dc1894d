"""Reckons dates told relative to another one, where the text leaves no doubt which: "two years later".

A wrong date is worse than none, so the anchor must be the one date of its sentence, near enough, and nothing between
may have moved the story on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from quiz.facts.dates.calendar import later, point
from quiz.facts.dates.timex import Timex
from quiz.facts.model import Date

SENTENCES = 3
"""Sentences that may stand between a date and its anchor."""
_END = re.compile(r"[.!?][\"”’)\]]*\s+(?=[\"“‘(\[]?[A-Z0-9])")
_ABBREVIATION = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Gen|Col|Sen|Gov|Rev|Jr|Sr|No|vs|c|ca|r|b|d)\.$")
_MOVES_ON = re.compile(
    r"\b(?:eventually|finally|afterwards?|subsequently|later|soon|then|thereafter|meanwhile|when|after|once|until|before|"
    r"since|ever|war|wars|reign|centur(?:y|ies)|decades?|years?|months?|weeks?|days?|earlier|previously|had|would|will|"
    r"today|now|recently|nowadays|if|could|might)\b",
    re.IGNORECASE,
)
_HEDGE = re.compile(r"(?:about|around|approximately|roughly|nearly|almost|some|close to)\s", re.IGNORECASE)
_BOUND = re.compile(r"(?:more|less|fewer|over|under|at least|at most|up to|well|just|only|no|not|little|a little|slightly|barely|exactly|a mere|mere|another|as)\s", re.IGNORECASE)
_EXACT = frozenset({"just", "only", "exactly", "a mere", "mere", "barely"})
_AWAY = re.compile(
    r"\b(?:since|until|till|before|had|would|will|if|as in|than in)\b[^,;]*$|\bby\s+(?:(?:early|mid|late|the end of)[\s-]+)?$", re.IGNORECASE
)
_UNITS = {"day": "day", "week": "day", "month": "month", "year": "year", "decade": "year"}
_FINENESS = {"year": 0, "month": 1, "day": 2}


def reckoned(text: str, timex: Timex, before: Sequence[Date]) -> Date | None:
    """The date of a relative expression, given the dates of its paragraph and the one before it; None if in doubt."""
    relation = timex.relation
    if not relation or relation.base != "told" or relation.vague or relation.pick or relation.part or timex.kind != "DATE":
        return None
    if relation.unit not in _UNITS or (relation.whole and relation.unit in ("week", "decade")):
        return None
    words = text[timex.span.start : timex.span.end]
    bound = _BOUND.match(words)
    if (bound and bound.group().strip().lower() not in _EXACT) or re.match(r"\s+than\b", text[timex.span.end : timex.span.end + 6]):
        return None
    anchor = _anchor(text, timex.span.start, before)
    start = point(anchor.value) if anchor else None
    if not anchor or not start or _FINENESS.get(anchor.grain, -1) < _FINENESS[_UNITS[relation.unit]]:
        return None
    if relation.unit == "week":
        value = later(start, 7 * relation.count, "day")
    else:
        value = later(start, relation.count, relation.unit)
    loose = relation.unit == "decade" or (relation.unit == "week" and abs(relation.count) > 1) or abs(relation.count) % 10 == 0 < abs(relation.count)
    modifier = "circa" if loose or _HEDGE.match(words) or anchor.modifier == "circa" else ""
    return Date(timex.span, words, _UNITS[relation.unit], value, "", modifier, (*anchor.anchors, anchor.span), derived=True) if value else None


def _anchor(text: str, at: int, before: Sequence[Date]) -> Date | None:
    """The one date of the nearest sentence that has any; None if there are several, or something stands between."""
    if not before:
        return None
    nearest = before[-1]
    between = text[nearest.span.end : at]
    if nearest.end or nearest.grain in ("century", "decade", "season") or nearest.value.startswith("XXXX"):
        return None
    if len(between) > 900 or _MOVES_ON.search(between) or _sentences(between) > SENTENCES:
        return None
    start = _sentence_start(text, nearest.span.start)
    if any(date.span.start >= start and date.value != nearest.value for date in before[:-1]):
        return None
    lead = text[start : nearest.span.start]
    return None if _AWAY.search(lead) else nearest


def _sentences(text: str) -> int:
    """How many sentences end in a stretch of text."""
    ends = sum(not _ABBREVIATION.search(text[max(0, end.start() - 6) : end.start() + 1]) for end in _END.finditer(text))
    return ends + len(re.findall(r"\n\s*\n", text))


def _sentence_start(text: str, at: int) -> int:
    """Where the sentence around an offset begins."""
    begin = max(0, at - 600)
    starts = [
        end.end() for end in _END.finditer(text, begin, at) if not _ABBREVIATION.search(text[max(0, end.start() - 6) : end.start() + 1])
    ]
    paragraph = text.rfind("\n\n", begin, at)
    return max([begin, paragraph + 2 if paragraph >= 0 else begin, *starts])

