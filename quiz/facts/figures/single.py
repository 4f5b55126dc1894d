"""Finds quantities told without a number: "nearly a mile", "a week or so", "a few metres", "several hundred years"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.documents.model import Span
from quiz.facts.figures.bounds import bounded
from quiz.facts.figures.money import currency_behind
from quiz.facts.figures.numbers import either
from quiz.facts.figures.units import Unit, unit_behind
from quiz.facts.model import Figure
from quiz.facts.number_words import SCALE_WORDS
from quiz.facts.unit_words import TIME_UNITS

LED = (
    "less than",
    "more than",
    "nearly",
    "almost",
    "about",
    "around",
    "just over",
    "just under",
    "well over",
    "well under",
    "roughly",
)
ARTICLE = re.compile(rf"\b(?:(?P<led>{either(LED)})\s+)?(?P<article>an?)(?=\s[a-z])", re.IGNORECASE)
OR_SO = re.compile(r"\sor\sso\b")
SOME = re.compile(
    rf"\b(?:several|a\sfew)(?P<scaled>(?:\s(?:{either(SCALE_WORDS)})\b)*)(?=\s[a-z])",
    re.IGNORECASE,
)
FEW = 3.0
"""What "several" and "a few" are at least."""
NO_SINGLE = frozenset("age times percent percentage point century generation decade".split())


def single(text: str, begin: int, end: int) -> Iterator[Figure]:
    """Every quantity of one unit, and of several, between two offsets."""
    for match in ARTICLE.finditer(text, begin, end):
        if found := _one(text, match, end):
            yield found
    for match in SOME.finditer(text, begin, end):
        if found := _several(match, end):
            yield found


def _one(text: str, match: re.Match[str], end: int) -> Figure | None:
    """A unit behind an article, with an approximation before it, "or so" or "and a half" behind."""
    at = match.start("article")
    unit = _unit(text, match.end(), end)
    timed = unit is not None and (unit.name in TIME_UNITS or match["led"])
    more = AND_HALF.match(text, unit.end) if unit and timed else None
    so = more or (unit and OR_SO.match(text, unit.end))
    if unit is None or not (match["led"] or so) or unit.name in NO_SINGLE or text[unit.end : unit.end + 1] == "-":
        return None
    if unit.name in TIME_UNITS and RECKONED.match(text, so.end() if so else unit.end):
        return None
    value = unit.factor * (1 + PARTS[more[1]] if more else 1)
    return bounded(text, Span(at, so.end() if so else unit.end), value, unit.name)


AND_HALF = re.compile(r"\sand\sa\s(half|quarter|third)\b(?![\s-](?:of\b|[a-z]+er\b))")
PARTS = {"half": 1 / 2, "quarter": 1 / 4, "third": 1 / 3}
"""What is told behind a single unit as part of it: "a day and a half"."""

RECKONED = re.compile(r"\s(?:or\sso\s)?(?:later|earlier|ago|before|after|old|from|away)\b")


def _several(match: re.Match[str], end: int) -> Figure | None:
    """Several of a unit, of time only by the hundred: "several years" tells next to nothing."""
    text, scale = match.string, 1.0
    for word in match["scaled"].lower().split():
        scale *= SCALE_WORDS[word]
    unit = _unit(text, match.end(), end)
    if unit is None or (scale == 1 and unit.name in TIME_UNITS) or unit.name in NO_SINGLE or unit.end > end:
        return None
    if unit.name in TIME_UNITS and RECKONED.match(text, unit.end):
        return None
    return bounded(text, Span(match.start(), unit.end), FEW * scale * unit.factor, unit.name)


def _unit(text: str, at: int, end: int) -> Unit | None:
    unit = unit_behind(text, at, digits=False) or currency_behind(text, at, many=False)
    return unit if unit and unit.end <= end and text[at : unit.end].strip().islower() else None
