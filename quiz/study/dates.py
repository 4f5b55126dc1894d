"""Dates as people type them, read to year, month and day, and compared at the precision that was asked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from itertools import permutations

from quiz.study.numerals import Token, tokens

_MONTHS = "january february march april may june july august september october november december"
MONTHS = {
    name[:length]: month
    for month, name in enumerate(_MONTHS.split(), start=1)
    for length in (3, 4, len(name))
    if length <= len(name)
}
"""Months by full name and by their first three and four letters (`sept`)."""

FILLERS = frozenset({"the", "of", "on", "in", "day", "year", "circa", "c", "ca", "ad", "ce", "about", "around"})
BEFORE = frozenset({"bc", "bce"})

NUMERIC = re.compile(r"\s*(\d{1,4})\s*([-./])\s*(\d{1,2})(?:\s*\2\s*(\d{1,4}))?\s*\.?\s*")
"""`1907-08-31`, `31.8.1907`, `8/31/1907`, `1907-08`."""


PERIOD = re.compile(
    r"\s*(?:from\s+|between\s+)?(\d{3,4})\s*(?:-|–|—|to|and|until|till|through)\s*(\d{2,4})\s*\.?\s*",
    re.IGNORECASE,
)
"""`1804–1813`, `1804-13`, `from 1804 to 1813`, `between 1804 and 1813`."""


@dataclass(frozen=True, slots=True)
class When:
    """A day, a month or a year; what was not said is 0. Years before Christ are negative."""

    year: int = 0
    month: int = 0
    day: int = 0

    @property
    def precision(self) -> str:
        """The finest part that was said: "day", "month" or "year"."""
        return "day" if self.day else "month" if self.month else "year"


PARTS = ("year", "month", "day")


def dates(text: str) -> frozenset[When]:
    """Every date a text can mean: one for words, more for `7/8/1907`, none if it is no date."""
    match = NUMERIC.fullmatch(text) if len(text) <= 30 else None
    if match:
        return _numeric([int(part) for part in (match[1], match[3], match[4]) if part], long=len(match[1]) > 2)
    found = _in_words(tokens(text.replace("-", " ").replace("–", " ")) if len(text) <= 60 else ())
    return frozenset({found} if found else ())


def period(text: str) -> tuple[int, int] | None:
    """Return the first and last year of a span of years; None if the text is none. `1804-13` ends in 1813."""
    match = PERIOD.fullmatch(text) if len(text) <= 60 else None
    if not match:
        return None
    start, end = int(match[1]), match[2]
    last = int(match[1][: -len(end)] + end) if len(end) < len(match[1]) else int(end)
    return (start, last) if start < last else None


def agreed(right: When, given: When) -> tuple[str, ...]:
    """Return the parts of the right date that the given one says too and says the same."""
    return tuple(part for part in PARTS if getattr(right, part) and getattr(right, part) == getattr(given, part))


def contradicted(right: When, given: When) -> tuple[str, ...]:
    """Return the parts that both say, but differently."""
    both = (part for part in PARTS if getattr(right, part) and getattr(given, part))
    return tuple(part for part in both if getattr(right, part) != getattr(given, part))


def missing(right: When, given: When) -> tuple[str, ...]:
    """Return the parts of the right date that the given one leaves out."""
    return tuple(part for part in PARTS if getattr(right, part) and not getattr(given, part))


def _numeric(parts: list[int], *, long: bool) -> frozenset[When]:
    """Return the dates that two or three numbers can mean; a first number of three or four digits is the year."""
    if long:
        year, month, day = (*parts, 0)[:3]
        return frozenset({When(year, month, day)} if _possible(month, day) else ())
    if len(parts) == 2:
        pairs = permutations(parts)
        return frozenset(When(0, month, day) for day, month in pairs if day and _possible(month, day))
    pairs = permutations(parts[:2])
    return frozenset(When(parts[2], month, day) for day, month in pairs if day and _possible(month, day))


def _possible(month: int, day: int) -> bool:
    """Whether there is such a month, and such a day in some month."""
    return 1 <= month <= 12 and 0 <= day <= 31


def _in_words(found: tuple[Token, ...]) -> When | None:
    """Return a date written with the month's name, or a bare year; None if anything else stands there too."""
    words = [token for token in found if token not in FILLERS]
    sign = -1 if any(word in BEFORE for word in words if isinstance(word, str)) else 1
    words = [word for word in words if word not in BEFORE]
    months = [word for word in words if isinstance(word, str) and word in MONTHS]
    others = [_number(word, ordinals=bool(months)) for word in words if word not in months]
    if len(months) > 1 or len(others) > (2 if months else 1) or None in others or not words:
        return None
    values = [value for value in others if value is not None]
    days = [value for value in values if value <= 31] if months else []
    years = [value for value in values if value not in days]
    if len(days) > 1:
        days, years = days[:1], days[1:]
    if len(years) > 1:
        return None
    return When(sign * years[0] if years else 0, MONTHS[str(months[0])] if months else 0, days[0] if days else 0)


def _number(word: Token, *, ordinals: bool) -> int | None:
    """Return a whole number up to 9999 or, beside a month, the day an ordinal names; None for anything else."""
    if isinstance(word, Fraction):
        return int(word) if word.denominator == 1 and 0 < word <= 9999 else None
    digits = word.removesuffix("th")
    return int(digits) if ordinals and digits.isdecimal() and digits != word and int(digits) <= 31 else None
