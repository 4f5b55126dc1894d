"""Answers that are a number, with a unit or without, and how far off a typed one may be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from quiz.deck.twofold import thousands

AMOUNT = re.compile(
    r"(?P<before>US\$|[$€£¥₽])?\s?"
    r"(?P<number>[-−+]?(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,15})(?:\.[0-9]{1,12})?)"
    r"\s?(?P<unit>[^\W\d_°%‰][^\d\n,;:=]{0,39}|[°%‰][^\d\n,;:=]{0,20})?"
)
"""A number as English writes it, a sign of money before it or a unit behind."""

SCALES = frozenset("hundred thousand million billion trillion dozen k m bn".split())
"""Words that belong to the number, not to its unit: then how far off it may be cannot be told in plain digits."""

MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec".split()
)

MARGIN = re.compile(r"±?\s*([0-9]{1,12}(?:\.[0-9]{1,12})?)\s*(%?)")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number, the unit it is told in, and how far off one that counts as right may be, in that unit."""

    value: Decimal
    unit: str
    margin: Decimal


def amount(answer: str, tolerance: str) -> Amount | None:
    """Read an answer with its tolerance; None for one that is no plain number, or that may not be off."""
    found, margin = AMOUNT.fullmatch(answer), MARGIN.fullmatch(tolerance.strip())
    if found is None or margin is None:
        return None
    unit = (found["unit"] or "").strip()
    if set(unit.casefold().rstrip(".").split()) & (SCALES | MONTHS) or (unit and found["before"]):
        return None
    value = Decimal(found["number"].replace(",", "").replace("−", "-"))
    off = Decimal(margin[1])
    return Amount(value, unit or found["before"] or "", abs(value) * off / 100 if margin[2] else off)


def amounts(answer: str, tolerance: str) -> tuple[Amount, ...]:
    """Read an answer in every way that is right: `1.230 km` as a fraction, and with its point between thousands."""
    texts = (answer, thousands(answer))
    return tuple(found for text in texts if text and (found := amount(text, tolerance)))


def digits(number: Decimal) -> str:
    """Write a number in plain digits, no exponent and no needless zeros."""
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text.removeprefix("+")
