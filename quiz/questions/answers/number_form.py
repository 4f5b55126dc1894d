"""Writes a number the way another one is written: digits or words, separators, decimals, roundness."""

from __future__ import annotations

import re

from quiz.facts.date_words import ORDINALS
from quiz.facts.figures import number_value
from quiz.facts.number_words import ONES, SMALL, TENS

_SMALL = rf"(?:{'|'.join(sorted(SMALL, key=len, reverse=True))})\b"
_PART = rf"{_SMALL}(?:[ -]{_SMALL})*"
NUMBER = re.compile(
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|"
    rf"\b{_PART}(?: (?:hundred|thousand)\b(?: (?:and )?{_PART})?){{0,2}}",
    re.IGNORECASE,
)


def in_words(value: int) -> str:
    """A whole number from 0 to 999,999 in English words: 37 is thirty-seven."""
    if value < 20:
        return ONES[value]
    if value < 100:
        tens = next(word for word, n in TENS.items() if n == value // 10 * 10)
        return tens + (f"-{ONES[value % 10]}" if value % 10 else "")
    if value < 1000:
        rest = f" and {in_words(value % 100)}" if value % 100 else ""
        return f"{ONES[value // 100]} hundred{rest}"
    rest = f" {in_words(value % 1000)}" if value % 1000 else ""
    return f"{in_words(value // 1000)} thousand{rest}"


def like(written: str, value: float) -> str | None:
    """A value written as the number found in `written` is; None if that one holds no plain number.

    Digits keep separators, decimals and, for round numbers, the trailing zeros; words stay words.
    """
    found = NUMBER.search(written)
    if not found:
        return None
    old = found.group()
    if old[0].isdigit():
        decimals = len(old.split(".")[1]) if "." in old else 0
        new = f"{value:,.{decimals}f}" if "," in old or (value >= 10_000 and not decimals) else f"{value:.{decimals}f}"
    elif value == int(value) and 0 <= value < 1_000_000:
        new = in_words(int(value))
        new = new[0].upper() + new[1:] if old[0].isupper() else new
    else:
        return None
    return written[: found.start()] + new + written[found.end() :]


def plain_value(written: str) -> float | None:
    """The value of the first number in a text, its scale word ("million") left aside."""
    found = NUMBER.search(written)
    return number_value(found.group()) if found else None


def ordinal_digits(number: int) -> str:
    """1st, 2nd, 3rd, 11th ..."""
    suffix = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def ordinal_words(number: int) -> str:
    """First, twenty-first, thirtieth ... of a number from 1 to 99."""
    if number < 20:
        return ORDINALS[number]
    tens = next(word for word, n in TENS.items() if n == number // 10 * 10)
    return f"{tens}-{ORDINALS[number % 10]}" if number % 10 else f"{tens.removesuffix('y')}ieth"
