"""Reckons dates told relative to another one, where the text leaves no doubt which: "two years later".

A wrong date is worse than none, so the anchor must be the one date of its sentence, near enough, and nothing between
may have moved the story on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from quiz.facts.dates.calendar import Point, later, point
from quiz.facts.dates.pointed import is_pointed, pointed
from quiz.facts.dates.timex import Relation, Timex
from quiz.facts.model import Date

ANCHORS = 4
"""Passages at most that a date is proved by besides its own."""
SENTENCES = 3
"""Sentences that may end between a date and its anchor."""
REACH = 900
"""Characters that may stand between them."""
_END = re.compile(r"[.!?][\"”’)\]]*\s+(?=[\"“‘(\[]?[A-Z0-9])")
_PARAGRAPH = re.compile(r"\n\s*\n\s*")
_ABBREVIATION = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Gen|Col|Sen|Gov|Rev|Jr|Sr|No|vs|c|ca|r|b|d)\.$")
_MOVES_ON = re.compile(
    r"\b(?:eventually|finally|afterwards?|subsequently|later|soon|then|thereafter|meanwhile|when|once|until|"
    r"(?<!named )after|before|since|ever|war|wars|reign|centur(?:y|ies)|decades?|years?|months?|earlier|"
    r"previously|would|will|today|now|recently|nowadays|if|could|might)\b",
    re.IGNORECASE,
)
_HAD = re.compile(
    r"(?<!\bthat )(?<!\bwho )(?<!\bwhich )(?<!\bwhich he )(?<!\bwhich she )(?<!\bwhich it )(?<!\bwhich they )"
    r"\bhad\b(?! to\b)",
    re.IGNORECASE,
)
"""What turns back, but for a relative clause and for what had to be done."""
_DAYS = re.compile(r"\b(?:weeks?|days?)\b", re.IGNORECASE)
"""Lengths of time that move a story on by too little to tell where years are counted."""
_SAID = re.compile(r"[“\"][^“”\"]{0,600}[”\"]")
_OTHER_TIMES = re.compile(
    r"\b(?:eventually|finally|subsequently|years?|decades?|centur(?:y|ies)|reign|wars?|until|before|since|ever|today|now|"
    r"recently|nowadays|later)\b",
    re.IGNORECASE,
)
_HEDGE = re.compile(r"(?:about|around|approximately|roughly|nearly|almost|some|close to)\s", re.IGNORECASE)
_BOUND = re.compile(
    r"(?:more|less|fewer|over|under|at least|at most|up to|well|no|not|little|a little|slightly|another|as|just over|"
    r"just under)\s",
    re.IGNORECASE,
)
_STRETCH = re.compile(r"\b(?:rest|remainder|latter|early part|half|course|most)\b", re.IGNORECASE)
_THAN = re.compile(r"\s+than\b")
_AWAY = re.compile(r"\b(?:since|before|would|will|if|as in|than in)\b[^,;]*$", re.IGNORECASE)
_PART_OF_SENTENCE = re.compile(r";\s")
_GRAINS = {"day": "day", "week": "day", "fortnight": "day", "month": "month", "year": "year", "decade": "year"}
_FINENESS = {"year": 0, "month": 1, "day": 2}
_ANCHORED = {*_FINENESS, "season"}


def reckoned(text: str, timex: Timex, before: Sequence[Date]) -> Date | None:
    """The date of a relative expression, given the dates of its paragraph and the one before it; None if in doubt."""
    relation, span = timex.relation, timex.span
    if relation and is_pointed(timex):
        return pointed(text, timex, before)
    if not relation or not _is_distance(relation) or timex.kind != "DATE":
        return None
    words, grain = text[span.start : span.end], _GRAINS[relation.unit]
    if _BOUND.match(words) or _THAN.match(text, span.end) or _STRETCH.search(words):
        return None
    anchor = _anchor(text, timex, before, relation)
    start = _start(anchor, relation) if anchor else None
    if not anchor or not start:
        return None
    days = {"week": 7, "fortnight": 14}.get(relation.unit, 0)
    value = later(start, relation.count * (days or 1), "day" if days else relation.unit)
    loose = _is_loose(relation) or _HEDGE.match(words) or anchor.modifier == "circa"
    anchors = (*anchor.anchors, anchor.span)
    return Date(span, words, grain, value, "", "circa" if loose else "", anchors, derived=True) if value else None


def _is_distance(relation: Relation) -> bool:
    """Whether it tells a distance in units from the date told last, and no decade or week of the calendar."""
    plain = relation.base == "told" and not (relation.vague or relation.pick or relation.part)
    return plain and relation.unit in _GRAINS and not (relation.whole and relation.unit in ("week", "decade"))


def _is_loose(relation: Relation) -> bool:
    """Whether people tell such a distance roundly: decades, tens of years, several weeks."""
    count = abs(relation.count)
    return (
        relation.unit == "decade"
        or (relation.unit == "week" and count > 1)
        or relation.unit == "fortnight"
        or (count >= 10 and count % 10 == 0)
    )


def _start(anchor: Date, relation: Relation) -> Point | None:
    """The day, month or year that is counted from; the year of a summer where years are counted."""
    if anchor.grain == "season":
        return point(anchor.value[:4]) if _GRAINS[relation.unit] == "year" else None
    return point(anchor.value) if _FINENESS[anchor.grain] >= _FINENESS[_GRAINS[relation.unit]] else None


def _anchor(text: str, timex: Timex, before: Sequence[Date], relation: Relation) -> Date | None:
    """The one date of the nearest sentence that has any; None if there are several, or something stands between.

    More may stand between a year and "the following year", but no other time.
    """
    told = _unlike(text, before, relation)
    if not told:
        return None
    nearest, at = told[-1], timex.span.start
    if (
        nearest.end
        or nearest.value.startswith("XXXX")
        or nearest.value.endswith("-WI")
        or nearest.grain not in _ANCHORED
    ):
        return None
    whole = relation.whole and relation.unit == "year"
    ends = _ends(text, nearest.span.end, at)
    if at - nearest.span.end > REACH or len(ends) > SENTENCES * (1 + whole):
        return None
    turned = not whole and _HAD.search(text, ends[0] if ends else nearest.span.end, at)
    if turned or _moved_on(text, nearest.span.end, at, relation):
        return None
    start = _clause_start(text, nearest.span.start)
    beside = takewhile(lambda date: date.span.start >= start, reversed(told))
    if len(nearest.anchors) >= ANCHORS or any(date.value != nearest.value for date in beside):
        return None
    return None if _AWAY.search(text[start : nearest.span.start]) else nearest


def _unlike(text: str, before: Sequence[Date], relation: Relation) -> Sequence[Date]:
    """The dates of a passage without the year a sentence looks back to behind the day or month that it tells."""
    if len(before) < len(("day", "year")) or _GRAINS[relation.unit] == "year":
        return before
    day, year = before[-2:]
    back = year.grain == "year" and day.grain in ("day", "month") and year.value < day.value[:4]
    return before[:-1] if back and not _ends(text, day.span.end, year.span.start) else before


def _moved_on(text: str, start: int, end: int, relation: Relation) -> bool:
    """Whether something between a date and what counts from it may have moved the story on; what is said may not."""
    between = _SAID.sub(" ", text[start:end])
    if relation.whole and relation.unit == "year":
        return _OTHER_TIMES.search(between) is not None
    short = _GRAINS[relation.unit] != "year" and _DAYS.search(between) is not None
    return short or _MOVES_ON.search(between) is not None


BEYOND = 3
"""Characters behind an end that show that a sentence begins."""


def _ends(text: str, start: int, end: int) -> list[int]:
    """Where the sentences of a stretch end: each place the next one begins, or a paragraph does."""
    ends = [
        found.end()
        for found in _END.finditer(text, start, end + BEYOND)
        if found.end() <= end and not _ABBREVIATION.search(text[max(start, found.start() - 6) : found.start() + 1])
    ]
    return sorted([*ends, *(found.end() for found in _PARAGRAPH.finditer(text, start, end))])


def _clause_start(text: str, at: int) -> int:
    """Where the sentence around an offset begins, or the part of it behind a semicolon."""
    begin = max(0, at - REACH)
    start = max([begin, *_ends(text, begin, at)])
    return max([start, *(found.end() for found in _PART_OF_SENTENCE.finditer(text, start, at))])
