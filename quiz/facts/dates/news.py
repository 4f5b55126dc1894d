"""Tells dated news, whose dates count from the day of writing, from narrative, whose dates count from one another."""

from __future__ import annotations

import re
from datetime import date

_YEAR = re.compile(r"(?<![\d,.$£€/-])(1\d{3}|20\d\d)(?![\d%]|,\d{3}|\.\d)|\b\d{1,4} b\.?c\b")
_DEICTIC = re.compile(
    r"\b(?:yesterday|tomorrow|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day|ago|(?:last|this|next) (?:week|month|"
    r"year|quarter|morning|afternoon|evening|night|spring|summer|autumn|fall|winter|january|february|march|april|may|june|july|"
    r"august|september|october|november|december))\b"
)
_FEWEST = 5
"""Past years a text must tell to be a narrative."""
_SHARE = 6
"""Past years for one expression that counts from the day of writing, above which a text is a narrative."""


def is_news(low: str, written: date) -> bool:
    """Whether a text in lower case, written on a day, is news: few years before the last, many words like "Monday"."""
    past = sum(not found[1] or int(found[1]) < written.year - 1 for found in _YEAR.finditer(low))
    deictic = sum(1 for _ in _DEICTIC.finditer(low))
    return past < _FEWEST or past < _SHARE * deictic
