"""Every other right way to write a figure: digits or words, scale or noughts, sign or name, unit in full or short."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from quiz.facts.model import Figure
from quiz.facts.number_words import SCALES
from quiz.facts.unit_words import UNITS
from quiz.questions.answers.number_form import in_words, ordinal_digits, ordinal_words
from quiz.questions.answers.numerals import Numeral, ends_of, numerals
from quiz.questions.asking.counted import PLURALS

MONEY = {"$": "dollars", "£": "pounds", "€": "euros", "¥": "yen", "₹": "rupees", "₩": "won", "₽": "rubles"}
MULTIPLES = {2.0: ["twofold"], 3.0: ["threefold"], 4.0: ["fourfold"], 0.5: ["by half"]}
SCALE = re.compile(r"\s?(?P<word>thousand|million|billion|trillion|bn|[mk])\b", re.IGNORECASE)
UNSCALED = re.compile(r"(?:hundred|thousand|million|billion|trillion|dozen)", re.IGNORECASE)
RATE = re.compile(r"(?:\s(?:an?|per)\s[a-z ]{1,20}|\s?/\s?[a-z]{1,20})$", re.IGNORECASE)
LONGEST_WORDS = 100
SHORT = 3
"""Letters of an abbreviated unit at most: "8 yr" is written, "eight yr" is not."""
VULGAR = {0.5: "½", 0.25: "¼", 0.75: "¾"}


def figure_forms(figure: Figure, answer: str) -> Iterator[str]:
    """The likeliest first; doubles and the answer itself among them."""
    core = answer.removeprefix(figure.bound).strip() if figure.bound else answer
    if figure.bound:
        yield core
    found = numerals(core)
    if figure.unit in ("ordinal", "multiple"):
        yield from _special(figure)
    elif figure.unit == "share":
        yield from _share(figure, core, found)
    elif found and (ends := ends_of(core, found)):
        yield from _range(core, ends)
    elif found:
        yield from _number(figure, core, found[0], alone=len(found) == 1)
    else:
        yield from _article(core)


def _article(core: str) -> Iterator[str]:
    """Noughts for "half a million", "a dozen"."""
    found = re.match(r"(?P<half>half )?an?\s(?P<word>million|billion|trillion|dozen)\b", core, re.IGNORECASE)
    if not found:
        return
    factor = 12.0 if found["word"].lower() == "dozen" else SCALES[found["word"].lower()]
    yield f"{factor / 2 if found['half'] else factor:,.0f}{core[found.end() :]}"
    if not found["half"]:
        yield from (f"{one} {found['word'].lower()}{core[found.end() :]}" for one in ("one", "1"))


def _special(figure: Figure) -> Iterator[str]:
    if figure.unit == "ordinal":
        rank = int(figure.value)
        yield ordinal_digits(rank)
        if 0 < rank < 100:
            yield ordinal_words(rank)
    else:
        yield from MULTIPLES.get(figure.value, [])


def _share(figure: Figure, core: str, found: Sequence[Numeral]) -> Iterator[str]:
    """Hyphens and spaces, digits, odds in digits and words, and whole percentages."""
    if re.search(r"\s(?:in|of|out of)\s", core):
        joints = (" in ", " out of ")
        if len(found) == 2 and re.fullmatch(r"\s(?:in|out of)\s", core[found[0].end : found[1].start]):
            digits = [f"{n.value:.0f}" for n in found]
            words = [
                in_words(int(n.value)) if n.value < LONGEST_WORDS else d for n, d in zip(found, digits, strict=True)
            ]
            yield from (joint.join(pair) for pair in (digits, words) for joint in joints)
        else:
            return
    elif re.search(r"[a-z]", core):
        yield core.replace("-", " ") if "-" in core else re.sub(r"(?<!\ba) ", "-", core)
        if core in ("half", "a half", "one half"):
            yield from ("half", "one half", "a half", "1/2")
        elif found_one := re.match(r"(?:a|one)\b", core):
            yield ("one" if found_one.group() == "a" else "a") + core[found_one.end() :].replace("-", " ")
        part = Fraction(figure.value).limit_denominator(20)
        yield f"{part}" if abs(float(part) - figure.value) < 1e-6 else ""
    if (percent := round(figure.value * 100, 6)) == int(percent):
        yield from (f"{percent:.0f}%", f"{percent:.0f} percent")


def _range(core: str, ends: tuple[Numeral, Numeral]) -> Iterator[str]:
    """The two ends joined in other ways: "between 40 and 60 metres" is 40–60 metres."""
    low, high = ends
    between, behind = core[low.end : high.start], core[high.end :]
    if re.search(r"[^\W\d]", between.replace(" to ", "").replace(" and ", "").replace(" or ", "")):
        return
    sign = re.search(r"[$£€¥]\s?$", core[: high.start])
    sign_text = sign.group() if sign else ""
    for joint in ("–", "-", " to ") if low.text[0].isdigit() and high.text[0].isdigit() else (" to ",):
        yield f"{sign_text}{low.text}{joint}{sign_text}{high.text}{behind}"
    yield f"between {sign_text}{low.text} and {sign_text}{high.text}{behind}"


def _number(figure: Figure, core: str, number: Numeral, *, alone: bool) -> Iterator[str]:
    """The number, the unit and both in other spellings."""
    spellings = [number.text, *(spelling for spelling in _spellings(number) if spelling)]
    head, behind = core[: number.start], core[number.end :]
    units = [behind, *_units(figure, core, number)] if alone else [behind]
    if figure.unit in ("article", "amendment", "age", ""):
        yield from (s for s in spellings if not UNSCALED.match(behind.strip()))
    for unit in units:
        for spelling in spellings:
            sign = head and not head.strip()[-1:].isalpha()
            if sign and spelling[:1].isalpha():
                continue
            short = unit != behind and len(unit.strip()) <= SHORT and not unit.startswith(" per")
            glued = unit[:1].isalpha() or unit.startswith(("%", "°"))
            if spelling[:1].isalpha() and (short or glued):
                continue
            yield f"{head}{spelling}{unit}"
    yield from _scaled(figure, head, number, behind)
    yield from _money(figure, core, number)
    if figure.unit == "age":
        yield from (f"{number.text} years", f"{number.text} years old")


def _spellings(number: Numeral) -> Iterator[str]:
    """Digits for words, words for small numbers in digits, without separators, a fraction as a decimal."""
    whole = number.value == int(number.value)
    if number.fraction:
        yield f"{number.value:g}" if round(number.value, 2) == number.value else ""
        if (mark := VULGAR.get(number.fraction)) and number.value >= 1:
            yield f"{int(number.value)}{mark}"
            yield f"{int(number.value)} {number.fraction.as_integer_ratio()[0]}/{number.fraction.as_integer_ratio()[1]}"
    elif not whole:
        return
    elif number.text[0].isalpha():
        yield from (f"{number.value:,.0f}", f"{number.value:.0f}")
    elif "." not in number.text:
        yield f"{number.value:.0f}" if not number.text.isdigit() else ""
        yield f"{number.value:,.0f}" if number.value >= 10_000 else ""
        yield in_words(int(number.value)) if 0 < number.value < LONGEST_WORDS else ""


def _units(figure: Figure, core: str, number: Numeral) -> Iterator[str]:
    """What may stand behind the number for the unit written there."""
    behind = core[number.end :]
    if figure.unit == "percent" and re.fullmatch(r"\s?(?:%|per ?cent)", behind):
        yield from ("%", " percent", " per cent")
    spellings = UNITS.get(figure.unit, ())
    name = behind.strip(" -").lower()
    degrees = figure.unit.replace("degree", "degrees", 1)
    plural = PLURALS.get(figure.unit, degrees if degrees != figure.unit else _plural(figure.unit))
    if figure.unit in ("percent", "") or not name or name not in {s.lower() for s in (figure.unit, plural, *spellings)}:
        return
    kept = [s for s in spellings if ("tonne" in s) == ("tonne" in name) and not (name == "pounds" and "lb" in s)]
    if number.value != 1 and ("tonne" in plural) == ("tonne" in name):
        yield f" {plural}"
    yield from (f" {s}" for s in kept if (s.endswith("s") or len(s) <= 4) == (number.value != 1) or len(s) <= 4)


def _plural(unit: str) -> str:
    return unit if unit.endswith("s") else f"{unit}s"


def _scaled(figure: Figure, head: str, number: Numeral, behind: str) -> Iterator[str]:
    """Noughts for a scale: 3.4 billion is 3,400,000,000."""
    scale = SCALE.match(behind)
    factor = SCALES.get(scale["word"].lower()) if scale else None
    if not scale or not factor or number.text[0].isalpha():
        return
    value, rest = number.value * factor, behind[scale.end() :]
    meant = re.search(r"[$£€¥]\s?$", head) or abs(figure.value - value) < 1e-6 * value
    if len(scale["word"]) == 1 and not meant:
        return
    if abs(value - round(value)) < 1e-3:
        yield f"{head}{round(value):,}{rest}"
    full = {"bn": "billion", "m": "million", "k": "thousand"}.get(scale["word"].lower())
    if full:
        yield f"{head}{number.text} {full}{rest}"


def _money(figure: Figure, core: str, number: Numeral) -> Iterator[str]:
    """The name of a currency for its sign: $3.4 billion is 3.4 billion dollars; the sum alone for a rate."""
    if not figure.unit.startswith("money:"):
        return
    rate = RATE.search(core)
    if rate and re.search(r"\d", core[: rate.start()]):
        yield core[: rate.start()]
        return
    sign = re.match(r"(?:US)?([$£€¥₹₩₽])\s?(?=[\d.])", core)
    if sign and not number.text[0].isalpha():
        for form in (core, *_scaled(figure, core[: number.start], number, core[number.end :])):
            yield f"{form[sign.end() :]} {MONEY[sign[1]]}"
        if core.startswith("US"):
            yield core.removeprefix("US")
