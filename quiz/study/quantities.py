"""Amounts with a unit and a hedge: `about 20 percent`, `$5 million`, `1,100 km`."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from quiz.study.folding import ARTICLES
from quiz.study.numerals import tokens

HEDGES = {
    "about": "about",
    "around": "about",
    "approximately": "about",
    "approx": "about",
    "roughly": "about",
    "circa": "about",
    "some": "about",
    "nearly": "under",
    "almost": "under",
    "under": "under",
    "below": "under",
    "less than": "under",
    "fewer than": "under",
    "up to": "under",
    "at most": "under",
    "over": "over",
    "above": "over",
    "more than": "over",
    "at least": "over",
}
"""Words before a number, and on which side of it they put the amount."""

UNITS = {
    "per cent": "percent",
    "pct": "percent",
    "us dollar": "dollar",
    "usd": "dollar",
    "dollar us": "dollar",
    "euros": "euro",
    "eur": "euro",
    "gbp": "pound",
    "rouble": "ruble",
    "km": "kilometer",
    "kilometre": "kilometer",
    "m": "meter",
    "metre": "meter",
    "cm": "centimeter",
    "centimetre": "centimeter",
    "mm": "millimeter",
    "millimetre": "millimeter",
    "mi": "mile",
    "ft": "foot",
    "feet": "foot",
    "kg": "kilogram",
    "kilogramme": "kilogram",
    "g": "gram",
    "gramme": "gram",
    "t": "ton",
    "tonne": "ton",
    "l": "liter",
    "litre": "liter",
    "km2": "square kilometer",
    "square kilometre": "square kilometer",
    "sq km": "square kilometer",
    "h": "hour",
    "hr": "hour",
    "min": "minute",
    "sec": "second",
    "s": "second",
    "yr": "year",
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
}
"""One spelling for units that are written in several ways; no unit is converted into another."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number, what it counts, and "about", "over" or "under" if it was hedged."""

    value: Fraction
    unit: str = ""
    hedge: str = ""


def quantity(text: str) -> Quantity | None:
    """Read a text that is one number with at most a hedge before it and a unit of up to four words; else None."""
    found = tokens(text) if len(text) <= 120 else ()
    values = [token for token in found if isinstance(token, Fraction)]
    if len(values) != 1:
        return None
    at = found.index(values[0])
    before = [str(word) for word in found[:at] if word not in ARTICLES]
    after = [str(word) for word in found[at + 1 :] if word not in ARTICLES and word != "of"]
    currency = before.pop() if before and _unit(before[-1:]) in {"dollar", "euro", "pound", "yen", "ruble"} else ""
    before = before[:-1] if currency and before[-1:] == ["us"] else before
    hedge = HEDGES.get(" ".join(before), "" if not before else None)
    if hedge is None or len(after) > 4 or (currency and after and _unit(after) != currency):
        return None
    return Quantity(values[0], _unit([currency] if currency else after), hedge)


def _unit(words: list[str]) -> str:
    """Return a unit in one spelling and in the singular."""
    unit = " ".join(words)
    if unit in UNITS:
        return UNITS[unit]
    singular = unit[:-1] if len(unit) > 3 and unit.endswith("s") and not unit.endswith("ss") else unit
    return UNITS.get(singular, singular)


def unit_fits(right: Quantity, given: Quantity) -> bool:
    """Whether the units can be the same: equal, or left out on either side."""
    return not right.unit or not given.unit or right.unit == given.unit


def hedge_fits(right: Quantity, given: Quantity) -> bool:
    """Whether a hedge was left out, is the same, or is a mere "about"."""
    return given.hedge in ("", "about", right.hedge)
