"""Reads the numbers of a written figure with their places, and writes other values the way they are written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quiz.facts.figures import number_value
from quiz.facts.number_words import SMALL
from quiz.questions.answers.number_form import in_words

_SMALL = rf"(?:{'|'.join(sorted(SMALL, key=len, reverse=True))})\b"
_PART = rf"{_SMALL}(?:[ -]{_SMALL})*"
_DIGITS = r"\d{1,3}(?:(?:,\d{2,3})+|(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d))(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+"
_FRACTION = r"\s?[½¼¾⅓⅔⅛⅜⅝⅞]|\s\d/\d|[\s-]and[\s-](?:a|one)[\s-](?:half|third|quarter)\b"
_HUNDREDS = rf"[ -](?:hundred|thousand)\b(?:[ -](?:and )?{_PART})?"
NUMERAL = re.compile(
    rf"(?<![\w.,^])(?<![a-z][−-])(?P<digits>{_DIGITS})(?P<mixed>{_FRACTION})?(?![\d⁰¹²³⁴-⁹])|"
    rf"\b(?P<words>{_PART}(?:{_HUNDREDS}){{0,2}}|an?{_HUNDREDS}(?:{_HUNDREDS})?)(?P<mixed2>{_FRACTION})?",
    re.IGNORECASE,
)
LOOSE = re.compile(r"(?P<digits>\d+(?:\.\d+)?)(?P<mixed>(?!))?(?P<words>(?!))?(?P<mixed2>(?!))?")
PARTS = {"½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8}
PART_WORDS = {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4}
INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}")
WIDEST = 20
JOINT = re.compile(
    r"(?:[\s-]?[^\W\d]+(?: [^\W\d]+)?|%|°[CF]?)?\s?(?:[-–—−‑]|\b(?:to|and|or)\b)\s?(?:[$£€¥]|US\$)?", re.IGNORECASE
)
HUNDREDS = re.compile(r"\s(?:hundred|thousand)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in a text: its place, how it is written, its value, and the fraction written behind it."""

    start: int
    end: int
    text: str
    value: float
    fraction: float = 0.0

    @property
    def step(self) -> float:
        """The unit it is told in: 0.1 of 3.4, 100 of 1,100, 5 of 45, 50 of 250; of 50 it is 10."""
        if self.fraction:
            return 1
        if "." in self.text:
            return float(10.0 ** -len(self.text.rsplit(".", 1)[1]))
        step = 1
        while self.value and self.value % (step * 10) == 0:
            step *= 10
        return step * 5 if self.value % (step * 5) == 0 and self.value >= 3 * 5 * step else step

    def written(self, value: float) -> str | None:
        """Another value written like this one; None if it cannot be: 2.5 as a word."""
        head = self.text[: len(self.text) - len(self._tail())]
        if head[:1].isdigit() or head[:1] == ".":
            return self._digits(head, value - self.fraction) + self._tail()
        whole = value - self.fraction
        if whole != int(whole) or not 0 <= whole < 1_000_000:
            return None
        words = in_words(int(whole))
        if " and " not in head:
            words = words.replace(" and ", " ") if "hundred " in head else words
        return (words.capitalize() if head[0].isupper() else words) + self._tail()

    def _tail(self) -> str:
        found = re.search(rf"(?:{_FRACTION})$", self.text, re.IGNORECASE) if self.fraction else None
        return found.group() if found else ""

    def _digits(self, head: str, value: float) -> str:
        decimals = len(head.rsplit(".", 1)[1]) if "." in head else 0
        plain = f"{value:.{decimals}f}"
        if head.startswith("."):
            return plain.removeprefix("0")
        space = next((mark for mark in "\u00a0\u2009\u202f " if mark in head), "")
        if INDIAN.match(head):
            whole, dot, rest = plain.partition(".")
            grouped = re.sub(r"(?<=\d)(?=(?:\d\d)+$)", ",", whole[:-3]) + "," + whole[-3:] if len(whole) > 3 else whole
            return grouped + dot + rest
        if "," in head or space or (value >= (1000 if self.value < 1000 else 10_000) and not decimals):
            return f"{value:,.{decimals}f}".replace(",", space or ",")
        return plain


def numerals(text: str) -> Sequence[Numeral]:
    """The numbers of a text in order, those of units (m2, CO2) and powers left out where others stand."""
    found = [n for m in NUMERAL.finditer(text) if (n := _numeral(m))]
    return found or [n for m in LOOSE.finditer(text) if (n := _numeral(m))]


def _numeral(match: re.Match[str]) -> Numeral | None:
    head, mixed = match["digits"] or match["words"], match["mixed"] or match["mixed2"] or ""
    value = number_value(re.sub(r"[\s\u00a0\u2009\u202f]", "", head) if match["digits"] else head.replace("-", " "))
    if value is None and head.startswith("."):
        value = float(head)
    return None if value is None else Numeral(*match.span(), match.group(), value + _part(mixed), _part(mixed))


def _part(mixed: str) -> float:
    """The value of the fraction behind a number."""
    mark = mixed.strip()
    if mark in PARTS:
        return PARTS[mark]
    if found := re.fullmatch(r"(\d)/([1-9])", mark):
        return int(found[1]) / int(found[2])
    return next((value for word, value in PART_WORDS.items() if mark.lower().endswith(word)), 0.0)


def ends_of(answer: str, found: Sequence[Numeral]) -> tuple[Numeral, Numeral] | None:
    """The two ends of a range: of "three to four hundred" three and four; None if the answer is none."""
    if len(found) < len(("low", "high")):
        return None
    low, high = found[0], found[1]
    between = answer[low.end : high.start]
    spanned = re.search(r"\bbetween\b", answer[: low.start], re.IGNORECASE)
    if not JOINT.fullmatch(between) or ("and" in between.split() and not spanned):
        return None
    scale = HUNDREDS.search(high.text)
    if scale and not HUNDREDS.search(low.text) and low.value * WIDEST < high.value:
        factor = 100 if "hundred" in scale.group().lower() else 1000
        end = high.end - len(scale.group())
        high = Numeral(high.start, end, high.text[: scale.start()], high.value / factor)
    return (low, high) if low.value < high.value else None
