"""Reads the unit of measurement that stands behind a number, and what it is told for ("a barrel", "per hour")."""

from __future__ import annotations

import re
from typing import NamedTuple

from quiz.facts.unit_words import NO_SYMBOLS, SI_PREFIXES, SI_SYMBOLS, SINGLE_SYMBOLS, SYMBOLS_OF_TIME, UNITS


class Unit(NamedTuple):
    """A unit, the end of its characters, and what it multiplies the number by ("30 MUSD")."""

    name: str
    end: int
    factor: float = 1.0


def _spellings() -> dict[str, str]:
    """Every spelling of a unit; those of one or two letters keep their case."""
    found: dict[str, str] = {}
    for unit, forms in UNITS.items():
        plural = unit if unit.endswith(("s", "z")) else f"{unit}s"
        for form in (unit, plural, unit.replace(" per", "s per", 1), unit.replace(" ", "s ", 1), *forms):
            found.setdefault(form if len(form) <= 2 else form.lower(), unit)
    return found


SPELLINGS = _spellings()
SYMBOLS = {
    prefix + symbol: SI_PREFIXES[prefix] + unit
    for symbol, unit in SI_SYMBOLS.items()
    for prefix in SI_PREFIXES
    if (prefix or symbol in SINGLE_SYMBOLS or len(symbol) > 1) and prefix + symbol not in NO_SYMBOLS
} | SYMBOLS_OF_TIME
POWERS = {"2": "square ", "²": "square ", "3": "cubic ", "³": "cubic "}
_WORDS = re.compile(r"[^\W\d_][\w.%]*(?:[ \u00a0\n-][^\W\d_][\w.]*){0,3}")
_SIGN = re.compile(r"[ \u00a0-]?(?:°\s?(?:Celsius|Fahrenheit|C|F)\b|[%‰°℃℉]|[′″](?!\w)|[×x](?![\w.]|\s?[0-9])|Å(?!\w))")
_QUOTED_INCH = re.compile(r"\s?\"(?=\s(?:long|wide|tall|thick|deep|high|x)\b)")
_INCH = re.compile(r"[ -]in\b(?=\.?(?:\s*[,;:)]|\s*$|\s*\n)|\s(?:thick|wide|long|tall|deep|high|x)\b)")
_INCH_OF_FEET = re.compile(r"[ -]?in\b")
_FEET = re.compile(r"(?<![a-z])(?:ft|feet|foot)\.?,?\s[0-9.]{1,4}$")
_BRACKETED = re.compile(r"\s?(?:\((?P<a>\w{1,4})\)|\[(?P<b>\w{1,4})\]|\{(?P<c>\w{1,4})\}|<(?P<d>\w{1,4})>)")
_SYMBOL = re.compile(
    r"(?P<gap>[ \u00a0-]?)(?P<symbol>[A-Za-zµμΩ]{1,3})(?P<power>\^?[23²³](?![0-9]))?"
    r"(?P<under>(?:\s?/\s?[A-Za-zµμΩ]{1,5}\^?[23²³]?|[\s·]?[A-Za-zµμΩ]{1,3}\^?(?:[−–-]\s?[1-4]|⁻[¹²³⁴]))+)?(?!&?\w)"
)
_AGE = re.compile(r"[\s-]years?[\s-](?P<age>olds?\b|of\sage\b)", re.IGNORECASE)


def unit_behind(text: str, at: int, *, digits: bool) -> Unit | None:
    """The unit behind a number that ends at `at`; symbols stand only behind digits."""
    if age := _AGE.match(text, at):
        return Unit("age", age.end() if age["age"] == "of age" else at)
    if sign := _SIGN.match(text, at):
        written = re.sub(r"°\s?([CF])\w*", r"°\1", sign.group().strip(" \u00a0-")).replace("x", "×")
        return Unit(SPELLINGS[written], sign.end())
    spelled, symbol = _spelled(text, at, digits=digits), _symbol(text, at) if digits else None
    return symbol if symbol and (spelled is None or symbol.end > spelled.end) else spelled


def _spelled(text: str, at: int, *, digits: bool) -> Unit | None:
    glued = at < len(text) and text[at].isalpha()
    start = at if glued else at + 1
    if start > len(text) or (not glued and text[at : at + 1] not in (" ", "-", "\u00a0", "\n")):
        return _bracketed(text, at) if digits else None
    found = _WORDS.match(text, start)
    if not found:
        return _bracketed(text, at) if digits else None
    parts = list(re.finditer(r"[^\W\d_][\w.%]*", found.group()))
    for last in reversed(parts):
        end = start + last.end()
        phrase = re.sub(r"[\s\u00a0]+", " ", text[start:end])
        if phrase.endswith(".") and phrase.lower() not in SPELLINGS:
            phrase, end = phrase[:-1], end - 1
        name = SPELLINGS.get(phrase if len(phrase) <= 2 else phrase.lower())
        if name is None and "-" in phrase:
            name = SPELLINGS.get(phrase.replace("-", " ").lower())
        if (
            name
            and (len(phrase) > 2 or digits)
            and phrase not in ("in", "s", "x", "×")
            and (len(phrase) > 2 or not glued or digits)
        ):
            return Unit(name, end)
    inch = _INCH.match(text, at) or (_INCH_OF_FEET.match(text, at) if _FEET.search(text, max(0, at - 12), at) else None)
    if digits and inch:
        return Unit("inch", inch.end())
    return None


def _quoted_inch(text: str, at: int) -> Unit | None:
    found = _QUOTED_INCH.match(text, at)
    return Unit("inch", found.end()) if found else None


def _bracketed(text: str, at: int) -> Unit | None:
    if inch := _quoted_inch(text, at):
        return inch
    found = _BRACKETED.match(text, at)
    symbol = next((s for s in found.groups() if s), "") if found else ""
    name = SYMBOLS.get(symbol) or SPELLINGS.get(symbol)
    return Unit(name, found.end()) if found and name else None


def _symbol(text: str, at: int) -> Unit | None:
    found = _SYMBOL.match(text, at)
    if not found or (found["symbol"] == "s" and not found["gap"]):
        return None
    name = SYMBOLS.get(found["symbol"])
    if name is None:
        return None
    if found["power"]:
        name = POWERS[found["power"][-1]] + name
    return Unit(name + _under(found["under"] or ""), found.end())


def _under(written: str) -> str:
    """The rest of a compound of symbols: "/s" and " s−1" are " per second"."""
    below = re.search(r"[A-Za-zµμΩ]+", written)
    return f" per {SYMBOLS.get(below.group(), below.group())}" if below else ""
