"""Reads the quantities of a text one by one: number, scale, unit or currency, and what they are told for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quiz.facts.figures.beside import is_age, is_pronoun, kind_of_unit, scale_behind, told_for
from quiz.facts.figures.identifiers import identifiers, names
from quiz.facts.figures.money import currency_before, currency_behind
from quiz.facts.figures.numbers import NUMBER, match_value
from quiz.facts.figures.quantity import Quantity
from quiz.facts.figures.units import Unit, unit_behind
from quiz.facts.unit_words import UNITS

_MINUS = re.compile(r"(?:^|[\s(\[{=~<>∼≈,:])[−–-]$|\bminus\s$", re.IGNORECASE)
_SPREAD = re.compile(r"\s?(?:±|\+/[-−–])\s?[0-9]+(?:\.[0-9]+)?")
_GLUED = re.compile(
    r"-(?:[0-9A-Z]|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b)|[’']s\b|[./:][0-9]|(?:st|nd|rd|th)\b|[^\W_]|,[0-9]|\^|/[a-z]"
)
_DASH_BEHIND = re.compile(r"\s?[–-]\s?[$£€]?[0-9]|[–-]\sto\s")
_SHILLINGS = re.compile(r"\s(?P<shillings>[0-9]{1,2})s\b\.?(?:\s(?P<pence>[0-9]{1,2})d\b)?(?<!\.)")
"""The shillings and pence behind pounds: "£2 10s 6d"."""
_DASHES = frozenset("-–−‑")
_NO_START = frozenset("_.,§#/:$£€¥\\^")
"""What a quantity may not follow without a blank."""
MANY = 1e4
"""A number from here on is money where the word behind it may be ("20,000 marks")."""


def quantities(text: str, begin: int, end: int) -> Iterator[Quantity]:
    """Every quantity between two offsets, in order; identifiers are none."""
    barred = identifiers(text, begin, end)
    at, place = begin, 0
    for match in NUMBER.finditer(text, begin, end):
        if match.start() < at:
            continue
        while place < len(barred) and barred[place][1] <= match.start():
            place += 1
        if place < len(barred) and barred[place][0] < match.end():
            continue
        found = _quantity(text, match, begin, at)
        if found and found.end <= end:
            at = found.end
            yield found


def _quantity(text: str, match: re.Match[str], begin: int, free: int) -> Quantity | None:
    """The quantity of a number; `free` is where the one before it ends, `begin` where its block does."""
    value = match_value(match)
    started = None if value is None else _started(text, match, value, begin, free)
    if started is None:
        return None
    spread = _SPREAD.match(text, match.end())
    scale, at = scale_behind(text, spread.end() if spread else match.end(), money=bool(started.unit))
    found = replace(started, end=at, number_end=at, value=started.value * scale, scale=scale)
    unit = None if started.unit else _unit(text, at, found)
    if unit:
        found = replace(found, end=unit.end, unit=unit.name, value=found.value * unit.factor)
    if started.unit == "money:GBP" and (lesser := _SHILLINGS.match(text, at)):
        parts = int(lesser["shillings"]) / 20 + int(lesser["pence"] or 0) / 240
        found = replace(found, end=lesser.end(), value=found.value + parts)
    found = replace(found, before_dash=bool(_DASH_BEHIND.match(text, found.end)))
    return None if _is_none(text, match, found) else _with_rate(text, found)


def _started(text: str, match: re.Match[str], value: float, begin: int, free: int) -> Quantity | None:
    """The number with the currency and the sign before it; None where it goes on something else."""
    start, words = match.start(), bool(match["words"] or match["scaled"])
    money = currency_before(text, start)
    if money and money.start >= free:
        start, value = money.start, value * money.factor
    else:
        money = None
    lead = text[max(begin, start - 8) : start]
    unit = money.unit if money else ""
    minus = None if re.search(r"\bor\sminus\s$", text[max(begin, start - 10) : start]) else _MINUS.search(lead)
    if minus and (not words or minus[0].lower().startswith("minus")):
        start -= len(minus[0].lstrip(" ([{=~<>∼≈,:\n\t\u00a0"))
        return Quantity(start, start, start, -value, unit, words=words)
    if lead and (lead[-1].isalnum() or lead[-1] in _NO_START):
        return None
    if match["words"] and match[0][0].isupper() and re.search(r"[\w,][ \u00a0\n]+$", lead):
        return None  # a name, as in "the Six Day War"
    return Quantity(start, start, start, value, unit, after_dash=lead[-1:] in _DASHES, words=words)


def _unit(text: str, at: int, found: Quantity) -> Unit | None:
    many = found.scale >= 1e3 or found.value >= MANY
    return currency_behind(text, at, many=many) or unit_behind(text, at, digits=not found.words)


def _is_none(text: str, match: re.Match[str], found: Quantity) -> bool:
    """Whether what follows or precedes a number shows that it is no quantity."""
    if not found.unit and not found.before_dash and _GLUED.match(text, found.end):
        return True
    if found.unit or found.scale != 1:
        return False
    if match[0].lower() in ("one", "zero"):
        return is_pronoun(text, found)
    return match[0].isdigit() and names(text, found.start, found.end)


def _with_rate(text: str, found: Quantity) -> Quantity:
    """The quantity with what it is told for, its unit narrowed by the words beside it."""
    if not found.unit:
        aged = found.scale == 1 and not found.after_dash and is_age(text, found)
        return replace(found, unit="age") if aged else found
    unit = kind_of_unit(text, found.unit, found.start, found.end)
    if unit in ("age", "multiple"):
        return replace(found, unit=unit)
    per, end = told_for(text, found.end, unit)
    if f"{unit} per {per}" in UNITS:
        return replace(found, unit=f"{unit} per {per}", end=end)
    return replace(found, unit=unit, per=per, end=end)
