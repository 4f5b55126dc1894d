"""How many of a unit of time an expression tells: "three", "a few", "two and a half"."""

from __future__ import annotations

import re

from quiz.facts.date_words import CLOCK_UNITS, PLURALS, UNITS, VAGUE
from quiz.facts.number_words import SCALES, SMALL

_VAGUE = re.compile(VAGUE.replace(" ", r"\s+"))
_SINGULAR = {plural: unit for unit, plural in PLURALS.items()} | {f"{unit}s": unit for unit in UNITS}


def singular(unit: str) -> str:
    """A unit of time without its plural ending."""
    return _SINGULAR.get(unit, unit)


def count_of(words: str) -> float | None:
    """The number some words tell, in lower case; None where they tell none ("several")."""
    if _VAGUE.match(words):
        return None
    half = 0.5 if re.search(r"\bhalf\b|½|\b1/2", words) else 0.0
    digits = re.match(r"\d[\d,]*(?:\.\d+)?", words)
    if digits:
        return float(digits.group().replace(",", "")) + half
    total = part = 0.0
    known = False
    for word in re.findall(r"[a-z]+", words):
        if word in SMALL:
            part, known = part + SMALL[word], True
        elif word in ("hundred", "thousand"):
            part, known = max(part, 1) * SCALES[word], True
        if word == "thousand":
            total, part = total + part, 0
    if known:
        return total + part + half
    if re.match(r"(?:an?|one|another|this|that|the|each|every|per|full|single|whole)\b", words):
        return (0 if re.match(r"an? half", words) else 1) + half
    return half or None


def duration(count: float | None, unit: str) -> str:
    """A length of time as TIMEX3 writes it: `P2Y`, `PT3H`, `PXM`."""
    letter = {"night": "D", "weekend": "WE", "semester": "M"}.get(unit, UNITS[unit])
    amount = "X" if count is None else f"{count:g}"
    if unit == "fortnight" and count is not None:
        amount = f"{2 * count:g}"
    if unit == "quarter":
        letter, amount = ("M", f"{3 * count:g}") if count is not None else ("Q", "X")
    if unit == "hour" and count is not None and count % 1:
        letter, amount = "M", f"{60 * count:g}"
    return f"P{'T' if unit in CLOCK_UNITS else ''}{amount}{letter}"
