"""Reads the parts of a written date that can be told otherwise: year, month, day, season, decade, century, weekday."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from quiz.facts.date_words import MONTHS, SEASONS, SHORT_MONTHS
from quiz.facts.model import Date
from quiz.questions.answers.number_form import ordinal_digits, ordinal_words

WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
TENS = "twenties thirties forties fifties sixties seventies eighties nineties".split()
SEASON_NAMES = ("spring", "summer", "autumn", "winter")
CODES = {"SP": 0, "SU": 1, "FA": 2, "WI": 3}
PARTS_OF = {"half": 2, "third": 3, "trimester": 3, "quarter": 4, "week": 4, "weekend": 4, "decade": 10}
"""How many of each there are in what is named behind it: "the second half of 1943"."""
ORDINAL_WORDS = [ordinal_words(n) for n in range(1, 32)]
TOKEN = re.compile(
    r"(?P<decade>\d{2,4}(?=[’']?s\b))|"
    rf"(?P<tens>\b(?:{'|'.join(TENS)})\b)|"
    rf"(?P<weekday>\b(?:{'|'.join(WEEKDAYS)})\b)|"
    rf"(?P<month>\b(?:{'|'.join(MONTHS)}|(?:{'|'.join(SHORT_MONTHS)})\b))|"
    rf"(?P<season>\b(?:{'|'.join(SEASONS)})\b)|"
    r"\bQ(?P<quarter>[1-4])\b|"
    rf"(?P<ordinal>\b(?:{'|'.join(sorted(ORDINAL_WORDS, key=len, reverse=True))})\b|\b\d{{1,2}}(?:st|nd|rd|th)\b)|"
    r"(?P<number>(?<![\d,])(?:\d{1,3}(?:,\d{3})+|\d{1,6})(?![\d%]))",
    re.IGNORECASE | re.ASCII,
)
JOINT = re.compile(r"\s*[-–—‑/]\s*|,?\s+(?:to|and|or|until|till|through)\s+(?:the\s+|early\s+|late\s+)?", re.IGNORECASE)
CENTURY = re.compile(r"(?:\s+(?:and|to|or)\s+(?:the\s+)?[\w-]+)?[\s-]+(?:centur|millenni)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Slot:
    """One part of a written date: where it stands, what it is, its value, its least width, and the end it belongs to.

    `point` is 0 for a date or the beginning of a range, 1 for the end of one.
    """

    start: int
    end: int
    part: str
    text: str
    value: int
    point: int = 0
    width: int = 1

    def written(self, value: int) -> str:
        """Another value as this one is written."""
        lower, text = self.text.lower(), self.text
        if self.part == "month" and not text.isdigit():
            name = MONTHS[value - 1]
            short = "sept" if lower == "sept" and name == "september" else name[:3]
            return _cased(name if lower in MONTHS else short, text)
        if self.part in ("season", "weekday", "tens"):
            names: Sequence[str] = {"season": SEASON_NAMES, "weekday": WEEKDAYS}.get(self.part, TENS)
            return _cased("fall" if names[value] == "autumn" and "fall" in lower else names[value], text)
        if self.part == "decade":
            return f"{value * 10:0{len(text)}}"
        if text[0].isalpha():
            return _cased(ordinal_words(value), text)
        if not text.isdigit() and "," not in text:
            return ordinal_digits(value)
        if self.part == "year":
            return f"{value:,}" if "," in text else str(value)[-len(text) :] if self.short else str(value)
        return f"{value:0{max(self.width, 2 if text.startswith('0') else 1)}}"

    @property
    def short(self) -> bool:
        """Whether it is a year without its century."""
        return self.part == "year" and self.value >= 10 ** len(self.text.replace(",", ""))


def _cased(word: str, model: str) -> str:
    return word.upper() if model.isupper() and len(model) > 1 else word.capitalize() if model[0].isupper() else word


def slots_of(answer: str, date: Date) -> list[Slot]:
    """The parts of an answer in the order of its text; of a range the later ones belong to its end."""
    iso = re.fullmatch(r"(\d{4})-(\d\d)(?:-(\d\d))?", answer) if date.grain in ("day", "month") else None
    if iso:
        spans = [(*iso.span(n), part) for n, part in enumerate(("year", "month", "day"), start=1) if iso[n]]
        return [Slot(a, b, part, answer[a:b], int(answer[a:b]), width=2) for a, b, part in spans]
    found: list[Slot] = []
    tokens = list(TOKEN.finditer(answer))
    point = 0
    for at, token in enumerate(tokens):
        joined = at and JOINT.fullmatch(answer[tokens[at - 1].end() : token.start()])
        if joined and (date.end or _is_tail(token, found)):
            point = 1
        slot = _slot(answer, date, tokens, token, found)
        if slot:
            found.append(replace(slot, point=point))
    return found


def _is_tail(token: re.Match[str], found: Sequence[Slot]) -> bool:
    """Whether a number shortens a second year: the 10 of "1709/10"."""
    return bool(found and found[-1].part == "year" and token["number"] and len(token.group()) < len(found[-1].text))


def _slot(
    answer: str, date: Date, tokens: Sequence[re.Match[str]], token: re.Match[str], found: Sequence[Slot]
) -> Slot | None:
    kind, text = token.lastgroup or "", token.group(token.lastgroup or 0)
    lower, start = text.lower(), token.start(kind)
    names = {"tens": TENS, "weekday": WEEKDAYS, "season": SEASON_NAMES}
    part, value = kind, 0
    if kind == "month":
        value = MONTHS.index(lower) + 1 if lower in MONTHS else SHORT_MONTHS[lower]
    elif kind in names:
        value = names[kind].index("autumn" if lower == "fall" else lower)
    elif kind == "decade":
        value = int(text) // 10
    elif kind == "quarter":
        part, value = "nth4", int(text)
    elif kind == "ordinal":
        part, value = _ordinal(answer, tokens, token)
    elif kind == "number":
        part, value = _number(answer, date, tokens, token, found)
    return Slot(start, start + len(text), part, text, value) if part else None


def _ordinal(answer: str, tokens: Sequence[re.Match[str]], token: re.Match[str]) -> tuple[str, int]:
    """A century, the how manieth of something, or a day beside a month."""
    text = token.group().lower()
    value = int(re.sub(r"\D", "", text)) if text[0].isdigit() else ORDINAL_WORDS.index(text) + 1
    if CENTURY.match(answer, token.end()):
        return "century", value
    behind = re.match(r"[\s-]+([a-z]+)", answer[token.end() :], re.IGNORECASE)
    most = PARTS_OF.get(behind[1].lower()) if behind else None
    if most:
        return (f"nth{most}", value) if value <= most else ("", 0)
    return ("day", value) if any(t["month"] for t in tokens) else ("", 0)


def _number(
    answer: str, date: Date, tokens: Sequence[re.Match[str]], token: re.Match[str], found: Sequence[Slot]
) -> tuple[str, int]:
    """A year, a day beside a month, or a part of a date all in numbers."""
    text = token.group()
    value, digits = int(text.replace(",", "")), len(text.replace(",", ""))
    years = [slot.value for slot in found if slot.part == "year"]
    apostrophe = answer[: token.start()].endswith(("’", "'"))
    if digits >= 4:
        return "year", value
    if _is_tail(token, found) or apostrophe:
        whole = years[-1] if years else _year(date)
        return ("year", whole - whole % 10**digits + value) if whole else ("", 0)
    if any(t["month"] for t in tokens):
        return ("day", value) if digits <= 2 and 1 <= value <= 31 else ("year", value)
    if date.grain == "day":
        return _numeric(date, value, found)
    return ("year", value) if date.grain == "year" else ("", 0)


def _numeric(date: Date, value: int, found: Sequence[Slot]) -> tuple[str, int]:
    """Day and month of "31.8.1907", told apart by the value of the date."""
    told = re.match(r"-?\w{4}-(\d\d)-(\d\d)", date.value)
    met = {slot.part for slot in found}
    for part, right in (("day", told and int(told[2])), ("month", told and int(told[1]))):
        if value == right and part not in met:
            return part, value
    return "", 0


def _year(date: Date) -> int:
    told = re.match(r"-?(\d{4})", date.value)
    return int(told[1]) if told else 0


@lru_cache(4096)
def told_parts(value: str, grain: str) -> Mapping[str, int]:
    """The parts that the value of a date tells, a season, decade or century by its number."""
    number = re.match(r"-?(\d+)", value)
    if not number:
        return {}
    if grain == "century":
        return {"century": int(number[1]) + 1}
    if grain == "decade":
        decade = int(number[1])
        return {"decade": decade, "century": decade // 10 + 1, "nth10": decade % 10 + 1, "tens": decade % 10 - 2}
    found = {"year": int(number[1])}
    rest = value[number.end() :].strip("-").split("-")
    if rest[0] in CODES:
        found["season"] = CODES[rest[0]]
    elif part := re.fullmatch(r"Q([1-4])", rest[0]):
        found["nth4"] = int(part[1])
    else:
        found |= {part: int(text) for part, text in zip(("month", "day"), rest, strict=False) if text.isdigit()}
    return found


def parts_of(slots: Sequence[Slot], point: int) -> Iterator[tuple[str, int]]:
    """The parts of one end of a range, those that only the other end tells included."""
    own = {slot.part: slot.value for slot in slots if slot.point == point}
    yield from {**{slot.part: slot.value for slot in slots if slot.point != point}, **own}.items()
