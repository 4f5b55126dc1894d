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
_LONG_AGO = 30
"""Years before its writing further back than this are history: where most years are such, weekdays are of the story."""


def is_news(low: str, written: date) -> bool:
    """Whether a text in lower case, written on a day, is news: few years before the last, many words like "Monday"."""
    years = [int(found[1] or 0) for found in _YEAR.finditer(low)]
    past = sum(year < written.year - 1 for year in years)
    if past < _FEWEST:
        return True
    counted = [found.group() for found in _DEICTIC.finditer(low)]
    if 2 * sum(year < written.year - _LONG_AGO for year in years) > len(years):
        counted = [word for word in counted if not word.endswith("day") or word == "yesterday"]
    return past < _SHARE * len(counted)
