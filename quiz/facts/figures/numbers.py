"""Numbers in digits and words: how they are written, and their values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import reduce

from quiz.facts.number_words import FRACTIONS, ONES, SCALE_WORDS, SMALL, TENS

VULGAR = {
    "½": 1 / 2,
    "¼": 1 / 4,
    "¾": 3 / 4,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "⅕": 1 / 5,
    "⅖": 2 / 5,
    "⅗": 3 / 5,
    "⅘": 4 / 5,
    "⅙": 1 / 6,
    "⅛": 1 / 8,
    "⅜": 3 / 8,
    "⅝": 5 / 8,
    "⅞": 7 / 8,
}
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−–", "0123456789-+--")
DIGITS = 15
"""Longest number that is one: beyond it a float is not exact."""


def either(words: Iterable[str]) -> str:
    """A pattern for one of the words, the longest first; a blank in one stands for any run of blanks.

    It looks at the first letter before it goes through the words.
    """
    longest = sorted(words, key=len, reverse=True)
    initials = "".join(sorted({re.escape(word[0]) for word in longest}))
    told = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest)
    return f"(?=[{initials}])(?:{told})"


_SIGNS = "".join(VULGAR)
_SMALL = rf"(?:{either(SMALL)})\b"
_SCALE = rf"(?:{either(SCALE_WORDS)})\b"
_AND = r"(?<=hundred)\s+(?:and|&)\s+|(?<=thousand)\s+(?:and|&)\s+|(?<=million)\s+(?:and|&)\s+"
_HALF = r"(?:half|(?:a|one)[\s-]+quarter|quarter|three[\s-]+quarters)(?:\s+of)?(?:\s+an?|-)?"
_INVERTED = rf"(?:{either(ONES[1:10])})-and-(?:{either(TENS)})\b"
_WORDS = (
    rf"(?:{_INVERTED}|{_SMALL}|an?(?=[\s-]+{_SCALE}))(?:(?:[\s-]+|{_AND})(?:{_SMALL}|{_SCALE}))*"
    rf"(?:\s+and\s+(?:a|one)[\s-]+(?:half|quarter|third)\b(?!-)|(?:\s+point(?:\s+{_SMALL})+))?"
)
_WHOLE = (
    r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?![0-9])|"
    r"[0-9]{1,3}(?:[ \u00a0\u2009\u202f][0-9]{3})+(?![0-9])|[0-9]+)"
)
_POWER = (
    r"(?:\s?[×x·]\s?10(?:\^?\s?[−–-]?\s?[0-9]{1,3}(?![0-9])|[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})|[eE][−–+-]?[0-9]{1,3}(?![\w.]))"
)
_MIXED = rf"(?:\s?[{_SIGNS}]|[\s-][0-9]{{1,2}}\s?/\s?[0-9]{{1,2}}(?![0-9/])|\s+and\s+a\s+(?:half|quarter|third)\b(?!-))"
_RATIO = r"[0-9]{1,2}\s?/\s?(?:100|1000|[2-9]|1[0-9]|20|24|32|40|50|64)(?:th|rd|nd)?s?(?![\w/])"
NUMBER = re.compile(
    rf"(?:(?<![^\W_])|(?-i:(?<=\b[A-Z]{{3}})|(?<=\bRs)))(?:(?P<scaled>{_HALF})[\s-]*(?={_SCALE})(?P<of>{_SCALE})|(?P<ratio>{_RATIO})|"
    rf"(?P<digits>(?:{_WHOLE}(?:\.[0-9]+)?|\.[0-9]+)(?:{_POWER}|{_MIXED})?|[{_SIGNS}])|(?P<words>{_WORDS}))",
    re.IGNORECASE,
)
_POWERED = re.compile(r"(.*?)(?:\s?[×x·]\s?10\^?\s?|e)([+-]?\s?[0-9]+)$")
_GROUPED = re.compile(r"(?<=[0-9])[,\s\u00a0](?=[0-9]{2,3}(?:[^0-9/]|$))")
_WITH_PART = re.compile(rf"([0-9]*\.?[0-9]+)?[\s-]?(?:([{_SIGNS}])|([0-9]+)\s?/\s?([0-9]+)|and an? (\w+))?")
_PARTS = {"half": 1 / 2, "quarter": 1 / 4, "third": 1 / 3}


def match_value(match: re.Match[str]) -> float | None:
    """The value of a match of NUMBER; None if it is none."""
    if match["scaled"]:
        part = 0.5 if "half" in match["scaled"].lower() else (0.75 if "three" in match["scaled"].lower() else 0.25)
        return part * SCALE_WORDS[match["of"].lower()]
    if match["ratio"]:
        top, bottom = (int(n) for n in re.findall(r"[0-9]+", match["ratio"]))
        return top / bottom if top < bottom else None
    written = match["digits"] or match["words"]
    return number_value(written) if sum(char.isdigit() for char in written) <= DIGITS else None


def number_value(written: str) -> float | None:
    """The value of a number in digits, words or both ("3 1/2", "thirty-seven", "a hundred"); None if it is none."""
    compact = _GROUPED.sub("", written.strip().lower()).translate(SUPERSCRIPTS)
    found = _WITH_PART.fullmatch(compact)
    if found and compact:
        return _mixed(found)
    powered = _POWERED.fullmatch(compact)
    if powered and re.fullmatch(r"[0-9]*\.?[0-9]+", powered[1]):
        exponent = int(powered[2].replace(" ", ""))
        return float(powered[1]) * 10.0**exponent if abs(exponent) <= 300 else None
    whole, _, part = compact.partition(" and a ") if " and a " in compact else compact.partition(" and one ")
    if " point " in compact:
        whole, _, decimals = compact.partition(" point ")
        digits = "".join(str(SMALL.get(word, "")) for word in decimals.split())
        return (words_value(whole.replace("-", " ").split()) or 0.0) + float(f"0.{digits or 0}")
    value = words_value(re.findall(r"[a-z]+", whole if part in _PARTS or part.split("-")[0] in _PARTS else compact))
    return None if value is None else value + _PARTS.get(part, 0.0)


def _mixed(found: re.Match[str]) -> float | None:
    whole = float(found[1] or 0)
    if found[2]:
        return whole + VULGAR[found[2]]
    if found[5]:
        return whole + _PARTS[found[5]] if found[5] in _PARTS else None
    if found[3]:
        return whole + (float(found[3]) / float(found[4]) if float(found[4]) else 0)
    return whole


def words_value(words: Sequence[str]) -> float | None:
    """The value of number words, "and" left out: two hundred and five is 205."""

    def add(state: tuple[float, float], word: str) -> tuple[float, float]:
        total, part = state
        if word in SMALL:
            return total, part + SMALL[word]
        if word in ("hundred", "dozen"):
            return total, max(part, 1) * SCALE_WORDS[word]
        return total + max(part, 1) * SCALE_WORDS[word], 0

    known = [word for word in words if word in SMALL or word in SCALE_WORDS]
    if not known:
        return None
    total, part = reduce(add, known, (0.0, 0.0))
    return total + part


def fraction(top: str, part: str) -> float:
    """The value of a fraction in words: ("two", "thirds") is 2/3."""
    return SMALL.get(top.lower(), 1) / FRACTIONS[part.lower()]
