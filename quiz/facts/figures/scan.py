"""Reads the quantities of a text one by one: number, scale, unit or currency, and what they are told for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quiz.facts.figures.identifiers import identifiers, names
from quiz.facts.figures.money import currency_before, currency_behind
from quiz.facts.figures.numbers import NUMBER, match_value
from quiz.facts.figures.units import Unit, unit_behind
from quiz.facts.number_words import SCALES
from quiz.facts.unit_words import UNITS


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity: its characters, value, unit, what it is `per`, and what the text beside it tells.

    `number_end` is where the number itself ends, `scale` what "million" multiplied it by. `after_dash` and
    `before_dash` mark the ends of something joined by a dash, which are quantities only together.
    """

    start: int
    end: int
    number_end: int
    value: float
    unit: str = ""
    per: str = ""
    scale: float = 1.0
    high: float | None = None
    after_dash: bool = False
    before_dash: bool = False
    words: bool = False


SCALE = re.compile(
    r"[\s-]?(?P<word>hundred|thousand|million|billion|trillion|quadrillion|lakh|crore|dozen|bn|bln|mln|mn|tln|tn)s?\b"
    r"(?!\s+of\s+(?:times|years))|(?P<letter>[kKmMbBtT]|bn|Bn|mn|tn)\b",
    re.IGNORECASE,
)
_LETTER_COUNTS = re.compile(r"[kKMB](?=\s+(?:[a-z]+\s)?(?:[a-z]+s|people|dollars)\b)")
PER = re.compile(
    r"(?:(?:\s+|-)(?P<link>per|a|an|each|every)(?:\s+|-)|\s?/\s?)(?P<what>(?:square |cubic )?[^\W\d_]{1,20})\b"
    r"(?!\s(?:earlier|later|ago|before|after|old|apart|away|on)\b)"
)
TOLD_FOR = frozenset(
    """
    share barrel head person capita piece pop game seat ticket unit vote bottle copy student pupil household family
    dose plate dozen bushel gallon liter litre ton tonne ounce pound kilo kilogram gram hour day week month year night
    minute second quarter season decade annum acre hectare mile kilometer kilometre meter metre foot inch word page line
    customer passenger user member employee worker child adult vehicle car room hr kg km l kWh MWh lb oz s min sec yr
    """.split()
)
_MINUS = re.compile(r"(?:^|[\s(\[{=~<>∼≈,:])[−–-]$|\bminus\s$", re.IGNORECASE)
_NOT_ONE_BEHIND = re.compile(
    r"\s*(?:[^\w\s-]|$)|\s+(?:of|another|says|said|told|is|was|are|were|can|could|would|should|may|might|must|will|has|had|have|who|that|"
    r"which|does|did|to|in|or|and|by|at|on|for|with|from|as|but|if|than|then|he|she|it|we|they|you|i|side|thing|way|day|"
    r"reason|hand|another|may|not|such|so|where|when|off|up|out|over|time)\b|-(?:sided|way|time|off|of-a-kind|on-one)\b",
    re.IGNORECASE,
)
_NOT_ONE_BEFORE = re.compile(
    r"\b(?:no|any|every|each|this|that|the|which|some|another|first|next|good|new|old|big|only|day|at|loved|anyone|"
    r"[a-z]+er|[a-z]+est)[\s-]$|[-’']$",
    re.IGNORECASE,
)
_SPREAD = re.compile(r"\s?(?:±|\+/[-−–])\s?[0-9]+(?:\.[0-9]+)?")
_COMPARED = re.compile(r"\s(?:as|the|its|that|their|his|her|what|more|less|[a-z]+er)\b")
REACH = 40
"""Characters before a number that tell what it is."""
OLDEST = 115
_AGED = re.compile(r"\bage[sd]?\s(?:of\s|about\s|over\s|under\s|between\s)?$", re.IGNORECASE)
_NAMED_AGE = re.compile(r"[A-Z][\w’'-]+\s[A-Z][\w’'-]+,\s$")
_AGE_BEHIND = re.compile(r",\s(?!(?:and|or)\s[0-9])[a-z]")
_WARM = re.compile(
    r"\b(?:temperatures?|heat\w*|warm\w*|cool\w*|cold|hot|boil\w*|freez\w*|fever|thermometer)\b", re.IGNORECASE
)
_GLUED = re.compile(r"-(?:[0-9A-Z])|[’']s\b|[./:][0-9]|(?:st|nd|rd|th)\b|[^\W_]|,[0-9]|\^|/[a-z]")


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
    value, start, number_end = match_value(match), match.start(), match.end()
    if spread := _SPREAD.match(text, number_end):
        number_end = spread.end()
    if value is None:
        return None
    digits = bool(match["digits"] or match["ratio"])
    money = currency_before(text, start) if digits or match["words"] else None
    if money and money.start < free:
        money = None
    if money:
        start, value = money.start, value * money.factor
    lead = text[max(begin, start - 8) : start]
    minus = _MINUS.search(lead) if digits else re.search(r"\bminus\s$", lead)
    if minus:
        start, value = start - len(minus.group().lstrip(" ([{=~<>∼≈,:\n\t")), -value
    elif lead and (lead[-1].isalnum() or lead[-1] in "_.,§#/:$£€¥\\^"):
        return None
    after_dash = not minus and lead[-1:] in ("-", "–", "−", "‑") and lead != ""
    if match["words"] and _is_name(text, match, lead):
        return None
    scale, scale_end = _scale(text, number_end, money=bool(money))
    unit = None if money else _unit(text, scale_end, digits=digits, many=scale >= 1e3 or value >= 1e4)
    if money or unit:
        number_end = scale_end
    end = unit.end if unit else scale_end
    name = money.unit if money else (unit.name if unit else "")
    return _checked(
        text,
        match,
        Quantity(
            start,
            end,
            scale_end,
            value * scale * (unit.factor if unit else 1.0),
            name,
            scale=scale,
            after_dash=after_dash,
            words=not digits,
        ),
    )


def _checked(text: str, match: re.Match[str], found: Quantity) -> Quantity | None:
    """The quantity with what it is told for, or None where what follows or precedes shows that it is none."""
    bare = not found.unit and found.scale == 1
    behind = text[found.end : found.end + 4]
    before_dash = bool(re.match(r"\s?[–-]\s?[$£€]?[0-9]", behind)) or bool(
        re.match(r"[–-]\sto\s", text[found.end : found.end + 5])
    )
    if not found.unit and not before_dash and _GLUED.match(behind):
        return None
    if bare and match.group().lower() in ("one", "zero") and _is_pronoun(text, found):
        return None
    if bare and match["digits"] and match.group().isdigit() and names(text, found.start, found.end):
        return None
    unit, end, per = found.unit, found.end, ""
    if unit == "times" and _COMPARED.match(text, end):
        unit = "multiple"
    if unit and unit not in ("age", "multiple"):
        per, end = _per(text, end, unit)
    if f"{unit} per {per}" in UNITS:
        unit, per = f"{unit} per {per}", ""
    if bare and not found.after_dash and _is_age(text, found):
        unit = "age"
    if unit == "degree" and _WARM.search(text, max(0, found.start - REACH), found.start):
        unit = "degree of temperature"
    return Quantity(
        found.start,
        end,
        found.number_end,
        found.value,
        unit,
        per,
        found.scale,
        None,
        found.after_dash,
        before_dash,
        found.words,
    )


def _is_age(text: str, found: Quantity) -> bool:
    """Whether a bare number is someone's age: "aged 42", "Ida Brandt, 42, won"."""
    lead = text[max(0, found.start - REACH) : found.start]
    if _AGED.search(lead):
        return True
    named = not found.words and found.value == int(found.value) and OLDEST >= found.value >= 1
    return named and bool(_NAMED_AGE.search(lead)) and bool(_AGE_BEHIND.match(text, found.end))


def _is_name(text: str, match: re.Match[str], lead: str) -> bool:
    """Whether a number in words is part of a name, as in "the Six Day War"."""
    del text
    return match.group()[0].isupper() and bool(re.search(r"[\w,][ \u00a0\n]+$", lead))


def _is_pronoun(text: str, found: Quantity) -> bool:
    """Whether "one" stands for a person or thing, or for "a"."""
    if text[found.start : found.end].lower() == "zero":
        return bool(re.match(r"[\s-](?:sum|tolerance|hour)\b", text[found.end : found.end + 12]))
    lead = text[max(0, found.start - 12) : found.start]
    return bool(_NOT_ONE_BEHIND.match(text, found.end) or _NOT_ONE_BEFORE.search(lead))


def _scale(text: str, at: int, *, money: bool) -> tuple[float, int]:
    """What "million" and its kind multiply a number by, and where they end."""
    found = SCALE.match(text, at)
    if not found:
        return 1.0, at
    if found["word"]:
        return SCALES[found["word"].lower()], found.end()
    counts = money or _LETTER_COUNTS.match(text, at) or currency_behind(text, found.end(), many=True)
    return (SCALES[found["letter"].lower()], found.end()) if counts else (1.0, at)


def _unit(text: str, at: int, *, digits: bool, many: bool) -> Unit | None:
    return currency_behind(text, at, many=many) or unit_behind(text, at, digits=digits)


def _per(text: str, at: int, unit: str) -> tuple[str, int]:
    """What a quantity is told for, and where that ends: ("barrel", ...) of "$80 a barrel"."""
    found = PER.match(text, at)
    if not found:
        return "", at
    what = found["what"]
    singular = what if what in TOLD_FOR else what.lower().removesuffix("s")
    known = singular in TOLD_FOR or (found["link"] == "per" and not what[0].isupper())
    if not known or (found["link"] in ("a", "an") and singular == "second" and unit == "percent"):
        return "", at
    return singular, at if found["link"] in ("each", "every") else found.end()
