"""Dates as people type them, read to year, month and day, and compared at the precision that was asked."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import permutations

from quiz.study.judging.folding import bare
from quiz.study.judging.numerals import ROMAN, Token, tokens
from quiz.values import dataclass

_MONTHS = "january february march april may june july august september october november december"
MONTHS = {
    name[:length]: month
    for month, name in enumerate(_MONTHS.split(), start=1)
    for length in (3, 4, len(name))
    if length <= len(name)
}
"""Months by full name and by their first three and four letters (`sept`)."""

_ABROAD = """
januar janvier enero gennaio janeiro januari|februar fevrier febrero febbraio fevereiro februari
marz mars marzo marco maart|avril abril aprile|mai mayo maggio maio mei|juni juin junio giugno junho
juli juillet julio luglio julho|aout agosto augustus|septembre septiembre settembre setembro
oktober octobre octubre ottobre outubro|novembre noviembre novembro|dezember decembre diciembre dicembre dezembro
"""
ABROAD = {
    word: month
    for month, names in enumerate(_ABROAD.strip().replace("\n", "|").split("|"), start=1)
    for word in names.split()
}
"""Months in German, French, Spanish, Italian, Portuguese and Dutch, without accents."""

WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
FILLERS = (
    frozenset({"the", "of", "on", "in", "day", "year", "circa", "c", "ca", "ad", "ce", "about", "around", "de", "den"})
    | WEEKDAYS
)
BEFORE = frozenset({"bc", "bce"})

NUMERIC = re.compile(r"\s*(\d{1,4})\s*([-./])\s*(\d{1,2})(?:\s*\2\s*(\d{1,4}))?\s*\.?\s*")
"""`1907-08-31`, `31.8.1907`, `8/31/1907`, `1907-08`."""

MONTH_FIRST = re.compile(
    r"\s*(?:[^\W\d_]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{3,4}|\d{1,2}([-./])(?:1[3-9]|2\d|3[01])\1\d{2,4})\s*"
)
"""`August 31, 1907`, `8/31/1907`: who writes so puts the month first in numbers with dots too."""

DOTS = re.compile(r"(?<![\d.])(\d{1,2})\s*\.\s*(\d{1,2})(?=\s*\.|\s*$)")
"""Day and month, or month and day."""

OF_YEAR = re.compile(r"\s*(\d{1,2})\s*[-./]\s*(\d{4})\s*")
"""`8/1907`."""

CHINESE = re.compile(r"^\s*(\d{4})年\s*(\d{1,2})月\s*(\d{1,2})日\s*$")
OH = re.compile(r"\b(\w{2,6}teen|twenty|ten|eleven|twelve)[\s-]+oh?[\s-]+(\w{3,5})\b", re.IGNORECASE)
"""`nineteen oh five`."""

JOINED = re.compile(r"(?<=\d)(?=(?!st\b|nd\b|rd\b|th\b)[a-z]{3})|(?<=[a-z]{3})(?=\d)")
"""Between the letters and the digits of `02SEP2019`."""

COMPACT = re.compile(r"\s*([12]\d{3})([01]\d)([0-3]\d)\s*")
"""`19070831`."""

NEGATIVE = re.compile(r"\s*[-−](\d{1,4})\s*")
"""`-44`, the year 44 before Christ."""

ROMAN_YEAR = re.compile(r"\s*(M{0,3})(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})\s*", re.IGNORECASE)

DOTTED = re.compile(r"(?<=\b[A-Za-z])\.\s?(?=[A-Za-z]\b)")
"""The dots within `B.C.E.`."""


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
    text = OH.sub(r"\1 hundred \2", text) if len(text) <= 60 else ""
    text = JOINED.sub(" ", CHINESE.sub(r"\1-\2-\3", bare(text)))
    if match := NUMERIC.fullmatch(text) if len(text) <= 30 else None:
        parts = [int(part) for part in (match[1], match[3], match[4]) if part]
        return _numeric(parts, long=len(match[1]) > 2, dotted=match[2] == ".")
    if match := OF_YEAR.fullmatch(text):
        return _numeric([int(match[2]), int(match[1])], long=True)
    if match := COMPACT.fullmatch(text):
        return _numeric([int(part) for part in match.groups()], long=True)
    if (match := NEGATIVE.fullmatch(text)) and int(match[1]):
        return frozenset({When(-int(match[1]))})
    if year := _roman(text):
        return frozenset({When(year)})
    found = _in_words(tokens(DOTTED.sub("", text).replace("-", " ").replace("–", " ")))
    return frozenset({found} if found else ())


def turned(text: str) -> str:
    """Write a date in numbers with dots the other way round, `11.8.1919` for `8.11.1919`; other text as it is."""
    return DOTS.sub(r"\2.\1", text, count=1) if len(text) <= 30 and "." in text else text


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


def _numeric(parts: list[int], *, long: bool, dotted: bool = False) -> frozenset[When]:
    """Return the dates that two or three numbers can mean; a first number of three or four digits is the year.

    With dots between them the day stands first, if it can.
    """
    if long:
        year, month, day = (*parts, 0)[:3]
        return frozenset({When(year, month, day)} if _possible(month, day) else ())
    pairs = [(day, month) for day, month in permutations(parts[:2]) if day and _possible(month, day)]
    year = parts[2] if len(parts) > 2 else 0
    return frozenset(When(year, month, day) for day, month in (pairs[:1] if dotted else pairs))


def _possible(month: int, day: int) -> bool:
    """Whether there is such a month, and such a day in some month."""
    return 1 <= month <= 12 and 0 <= day <= 31


def _in_words(found: tuple[Token, ...]) -> When | None:
    """Return a date written with the month's name, or a bare year; None if anything else stands there too."""
    words = [token for token in found if token not in FILLERS]
    sign = -1 if any(word in BEFORE for word in words if isinstance(word, str)) else 1
    words = [word for word in words if word not in BEFORE]
    months = [word for word in words if isinstance(word, str) and (word in MONTHS or word in ABROAD)]
    if not months and len(words) == 3:  # 4 VII 1829
        months = [word for word in words if isinstance(word, str) and word in ROMAN and ROMAN[word] <= 12]
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
    return When(sign * years[0] if years else 0, _month(str(months[0])) if months else 0, days[0] if days else 0)


def _month(word: str) -> int:
    """Return the number of a month by its name or Roman numeral."""
    return MONTHS.get(word) or ABROAD.get(word) or int(ROMAN[word])


def _roman(text: str) -> int:
    """Return a year from 100 on in Roman numerals; 0 for anything else."""
    match = ROMAN_YEAR.fullmatch(text) if len(text.strip()) > 2 else None
    values = (_places(match.groups()) if match else 0) or 0
    return values if values >= 100 else 0


def _places(parts: tuple[str, ...]) -> int:
    """Return the value of Roman numerals given as thousands, hundreds, tens and ones."""
    values = dict(zip("ivxlcdm", (1, 5, 10, 50, 100, 500, 1000), strict=True))
    digits = [values[letter] for letter in "".join(parts).casefold()]
    return sum(-one if one < other else one for one, other in zip(digits, [*digits[1:], 0], strict=True))


def _number(word: Token, *, ordinals: bool) -> int | None:
    """Return a whole number up to 9999 or, beside a month, the day an ordinal names; None for anything else."""
    if isinstance(word, Fraction):
        return int(word) if word.denominator == 1 and 0 < word <= 9999 else None
    digits = word.removesuffix("th")
    return int(digits) if ordinals and digits.isdecimal() and digits != word and int(digits) <= 31 else None
