"""What a teacher would not ask of a text, though it can be asked: ages told in passing, thresholds, years held against.

Seventeen documents labelled by hand for importance show which kinds of facts are passed over; each kind is a rule here.
"""

from __future__ import annotations

import re

from quiz.documents.model import Span
from quiz.facts.model import Date, Figure, Sentence, Word
from quiz.facts.unit_words import TIME_UNITS
from quiz.questions.draft import Draft
from quiz.questions.scene import Scene

REACH, AROUND = 80, 20_000
"""Characters before a fact that are looked at, and those around it whose years tell what the text is about."""
AGE = range(1, 111)
NAMED_BEFORE = re.compile(r"\b[A-Z][\w’'.-]*, $")
APPOSED = re.compile(r", (?!\d)|\.")
HELD_AGAINST = re.compile(
    r"\b(?:than|compared (?:with|to)|as against|(?:up|down) from)\b[^,;.:]{0,30}$|"
    r"\b(?:built|born|made|installed|issued|aged|registered|bought)\s(?:before|after)\s$|"
    r"\b(?:weeks|months|quarter|half) (?:to|through|ended|ending)\s(?:in\s)?$",
    re.IGNORECASE,
)
PART_OF = re.compile(
    r"\b(?:beginning|start|end|middle|turn|course|much|most|part|half) of (?:the )?$|\bof the $", re.IGNORECASE
)
LOOSE = re.compile(r"\s(?:as (?:much|many|big|large|long|high|old)\b|of (?:that|it|this|what)\b)")
LIMITS = frozenset("over under above below".split())
MANY = 3
"""Years of the document that lie in a century, from which that century needs no asking."""


def trivial(scene: Scene, draft: Draft) -> str:
    """Why a teacher would pass over a fact; "" for one that is worth asking."""
    fact, text = draft.fact, scene.document.text
    if isinstance(fact, Date):
        before = text[max(0, fact.span.start - REACH) : fact.span.start]
        if HELD_AGAINST.search(before):
            return "is only held against another"
        return "is a century the text is all about" if fact.grain == "century" and _usual(scene, fact, before) else ""
    if not isinstance(fact, Figure):
        return ""
    if _passing_age(text, fact):
        return "is an age told in passing"
    if fact.unit == "share" and fact.text.lower() == "half" and LOOSE.match(text, fact.span.end):
        return "is a loose comparison"
    words = scene.words(draft.sentence, fact.whole)
    return "only says which are meant" if words and _threshold(draft.sentence, fact, words) else ""


def _passing_age(text: str, figure: Figure) -> bool:
    """Whether a bare number stands behind a name, between commas: "Torvald, 58, said"."""
    if figure.unit not in ("", "age") or figure.value not in AGE or not figure.text.isdigit():
        return False
    start, end = figure.span.start, figure.span.end
    return NAMED_BEFORE.search(text[max(0, start - REACH) : start]) is not None and bool(APPOSED.match(text, end))


def _usual(scene: Scene, date: Date, before: str) -> bool:
    """Whether a century is but a part of what is told, or one that several years of the document lie in."""
    if PART_OF.search(before) or date.value.startswith("-"):
        return not date.value.startswith("-")
    near = scene.dates_in(Span(max(0, date.span.start - AROUND), date.span.end + AROUND))
    years = {d.value[:4] for d in near if re.match(r"\d{4}", d.value)}
    return sum(year.startswith(date.value[:2]) for year in years) >= MANY


def _threshold(sentence: Sentence, figure: Figure, words: list[Word]) -> bool:
    """Whether a size or age says which things are meant: "vessels over 45 feet"."""
    if figure.unit in ("percent", "share", "") or figure.unit.startswith("money") or figure.unit in TIME_UNITS:
        return False
    led = words[0]
    return led.lower in LIMITS and sentence.words[led.head].pos == "NOUN" and led.head < led.i
