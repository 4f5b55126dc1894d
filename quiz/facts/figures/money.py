"""Reads the currency that stands before or behind a number."""

from __future__ import annotations

import re
from typing import NamedTuple

from quiz.facts.figures.currencies import (
    ADJECTIVES,
    CODES,
    COMMON,
    GLUED,
    IRREGULAR,
    LOWER_CODES,
    MASS_CUES,
    MONEY_CUES,
    NAMES,
    SIGNS,
    SPACED_SIGNS,
    WORDS,
)
from quiz.facts.figures.numbers import either
from quiz.facts.figures.units import Unit

_BY_NAME = {name.lower(): code for code, name in NAMES.items()}
_WORD_OF = {form: IRREGULAR.get(word, word) for word in WORDS for form in (word, f"{word}s", f"{word}es")}
_BARE_SIGNS = {sign: code for sign, code in SIGNS.items() if not (sign[0].isascii() and sign[0].isalpha())}
_CODE = either([*CODES, *LOWER_CODES])
_BEFORE = re.compile(
    rf"(?<![^\W_])(?:(?P<sign>{either(SIGNS)})|(?P<spaced>{either(SPACED_SIGNS)})\s?\$|"
    rf"(?P<millions>M(?=[A-Z]))?(?P<code>{_CODE})|(?P<word>dollars?|sen))\s?$"
)
_SIGN_BEHIND = re.compile(rf"[ \u00a0]?(?P<sign>{either(_BARE_SIGNS)})(?![^\W_])(?!\s?[0-9])")
_CODE_BEHIND = re.compile(rf"[ \u00a0]?(?P<millions>M(?=[A-Z]))?(?P<code>{_CODE})(?!\w)")
_NAMED = re.compile(
    r"[\s-](?P<country>(?:(?:new|hong|south|saudi|costa|sri|north|u\.\s?s\.)\s)?[^\W\d_]+\.?(?:[^\W\d_]\.)?[\s-])?"
    r"(?P<word>[^\W\d_]+)(?P<more>\ssterling)?(?![\w])",
    re.IGNORECASE,
)
NEARBY = 60


class Before(NamedTuple):
    """A currency before a number: its unit, where it starts, and what it multiplies ("MUSD 30")."""

    unit: str
    start: int
    factor: float = 1.0


def currency_before(text: str, at: int) -> Before | None:
    """The currency whose sign, code or word ends just before a number."""
    found = _BEFORE.search(text, max(0, at - 8), at)
    if found is None:
        return None
    if found["sign"]:
        return Before(f"money:{SIGNS[found['sign']]}", found.start())
    if found["spaced"]:
        return Before(f"money:{SPACED_SIGNS[found['spaced']]}", found.start())
    if found["code"]:
        code = LOWER_CODES.get(found["code"], found["code"])
        return Before(f"money:{code}", found.start(), 1e6 if found["millions"] else 1.0)
    return Before(f"money:{found['word'].removesuffix('s')}", found.start())


def currency_behind(text: str, at: int, *, many: bool) -> Unit | None:
    """The currency named behind a number; `many` where a scale such as "million" tells that it is money."""
    if sign := _SIGN_BEHIND.match(text, at):
        return Unit(f"money:{SIGNS[sign['sign']]}", sign.end())
    if code := _CODE_BEHIND.match(text, at):
        return Unit(f"money:{LOWER_CODES.get(code['code'], code['code'])}", code.end(), 1e6 if code["millions"] else 1)
    if text[at : at + 1] in GLUED and text[at - 1 : at].isdigit() and not text[at + 1 : at + 2].isalnum():
        return Unit(f"money:{GLUED[text[at]]}", at + 1)
    named = _NAMED.match(text, at)
    word = _WORD_OF.get(named["word"].lower()) if named else None
    if named is None or (word is None and named["country"]):
        return _first_word(text, at, many=many)
    country = re.sub(r"[\s-]+", " ", (named["country"] or "").lower()).strip()
    if word is None or (country and country.split()[-1].strip(".") not in ADJECTIVES and country != "u.s."):
        return _first_word(text, at, many=many)
    if not country:
        return _first_word(text, at, many=many)
    name = f"{country} {word}"
    if re.fullmatch(r"(?:u\. ?s\.?|us|american) dollar", name):
        name = "united states dollar"
    return Unit(f"money:{_BY_NAME.get(name, name)}", named.end("word"))


def _first_word(text: str, at: int, *, many: bool) -> Unit | None:
    found = re.compile(r"[\s-]([^\W\d_]+)(?:\s(sterling)\b)?(?!\w)").match(text, at)
    word = _WORD_OF.get(found[1].lower()) if found else None
    if found is None or word is None:
        return None
    if word in COMMON and not many and (found[1].lower() in COMMON or not MONEY_CUES.search(_sentence(text, at))):
        return None
    if word == "pound" and not found[2] and not many and _weighs(text, at, found.end()):
        return None
    return Unit(f"money:{word}" if not found[2] else "money:GBP", found.end())


def _weighs(text: str, at: int, end: int) -> bool:
    """Whether a pound is one of mass: unless the words around it speak of money."""
    if re.match(r"\sof\s", text[end : end + 4]) or text[at : at + 1] == "-":
        return True
    around = f"{_sentence(text, at)} {text[end : end + NEARBY // 2].partition('. ')[0]}"
    return bool(MASS_CUES.search(around)) or not MONEY_CUES.search(around)


def _sentence(text: str, at: int) -> str:
    """What of the sentence stands near before a place."""
    return text[max(0, at - NEARBY) : at].rpartition(". ")[2]
