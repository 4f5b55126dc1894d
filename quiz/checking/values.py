"""What sort of thing an option is: an amount, a date, a year, words; and the numbers in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from quiz.checking.item import words_of

MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec".split()
)
SEASONS = frozenset("spring summer autumn fall winter".split())
NUMBERS = frozenset(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion "
    "half halves third thirds quarter quarters fourths fifth fifths sixth sixths seventh sevenths eighth eighths ninth "
    "ninths tenth tenths dozen once twice thrice".split()
)
HEDGES = frozenset("about around some roughly nearly almost over under c ca circa approximately more less than at "
                   "least most up to fewer just only early mid late the a an".split())  # fmt: skip
BEGUN = re.compile(r"\s*(?:[-+−±~≈<>≤≥]\s*)?(?:[$€£¥₹]|[A-Z]{2,3}\$?\s?)?\s*\d")
BARE = re.compile(r"\s*[-+−]?\d[\d.,   ]*(?:\s*(?:BC|BCE|AD|CE))?\s*")
WORD = re.compile(r"\w+")
NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


LONGEST = 80
"""Characters beyond which an option is words, whatever numbers are in it."""


def shape(option: str) -> str:
    """Name what sort of thing an option is, so that one of another sort stands out."""
    return _shape(option) if len(option) <= LONGEST else "words"


@lru_cache(maxsize=4096)
def _shape(option: str) -> str:
    """Name what sort of thing a short option is."""
    words = [word for word in words_of(option) if word not in HEDGES]
    if "%" in option:
        return "a percentage"
    if BARE.fullmatch(option) or (words and all(BARE.fullmatch(word) for word in words)):
        return "a bare number"
    numbered = any(character.isdigit() for character in option)
    if numbered and len(words) <= 6 and not (MONTHS | SEASONS).isdisjoint(words) and _dated(words):
        return "a date"
    if "percent" in words or ("per" in words and "cent" in words):
        return "a percentage"
    if BEGUN.match(option) or (words and (words[0][0].isdigit() or NUMBERS.issuperset(words[0].split("-")))):
        return "an amount"
    return "words"


def named(options: Sequence[str]) -> str:
    """Name the sort of options of one shape more closely: numbers in words are no amounts of anything."""
    found = shape(options[0])
    spoken = all(NUMBERS.issuperset(WORD.findall(option.casefold())) for option in map(_unhedged, options))
    return "a number in words" if found == "an amount" and spoken else found


def _unhedged(option: str) -> str:
    """Return an option without the words that make a number less sure."""
    return " ".join(word for word in words_of(option) if word not in HEDGES)


def _dated(words: list[str]) -> bool:
    """Whether words are those of a date and no more."""
    return all(
        word in MONTHS or word in SEASONS or word[0].isdigit() or word in ("of", "in", "bc", "ad") for word in words
    )


def number(option: str) -> float | None:
    """Read the only number of an option, None if there is none or are several."""
    if option.isdecimal() and len(option) < 20:
        return float(option)
    found = NUMBER.findall(option)
    return float(found[0].replace(",", "")) if len(found) == 1 and len(found[0]) < 20 else None


def unit(option: str) -> str:
    """Return what stands beside the numbers of an option, folded."""
    return " ".join(NUMBER.sub("#", option.casefold()).split())
