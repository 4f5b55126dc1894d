"""Times of the clock that tell when something happened: "at 5:12 p.m.", "by 9 o'clock"."""

from __future__ import annotations

import re

from quiz.documents.model import Span
from quiz.facts.dates.timex import Timex
from quiz.facts.model import Date

GRAIN = "time"
LED = re.compile(
    r"\b(?:at|by|until|till|around|about|since|after|before)\s+(?:(?:just|exactly|about|around)\s+)?$", re.IGNORECASE
)
AT = re.compile(r"\b(?:at|until|since)\s+$", re.IGNORECASE)
SURE = re.compile(r"[ap]\.? ?m\b|o[’']clock", re.IGNORECASE)
BEFORE = 24
"""Characters before a time in which the word that leads to it is looked for."""
EARLIEST = 5
"""The hour from which digits alone are a time: "at 1:50" may be a ratio."""


def of_clock(text: str, timex: Timex) -> Date | None:
    """The time of day of an expression, as a date of the grain "time"; None where it is not told of an event."""
    relation, span = timex.relation, timex.span
    value, words = timex.value[-len("T00:00") :], text[span.start : span.end]
    if not relation or relation.base != "clock" or not re.fullmatch(r"T\d\d:\d\d", value) or not words[0].isdigit():
        return None
    before = text[max(0, span.start - BEFORE) : span.start]
    plain = AT.search(before) and int(value[1:3]) >= EARLIEST
    quoted = text[span.end : span.end + 1] in ("”", "’", '"')
    if quoted or not LED.search(before) or not (SURE.search(words) or plain):
        return None
    return Date(Span(span.start, span.end), words, GRAIN, value)
