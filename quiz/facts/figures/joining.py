"""Joins neighbouring quantities: ranges, feet with inches, a number with the unit of the next one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from quiz.facts.figures.numbers import number_value
from quiz.facts.figures.quantity import Quantity

# The smaller unit's part of the greater one, where the two are told together ("5 feet 2 inches").
PARTS_OF = {
    ("foot", "inch"): 1 / 12,
    ("pound", "ounce"): 1 / 16,
    ("year", "month"): 1 / 12,
    ("week", "day"): 1 / 7,
    ("day", "hour"): 1 / 24,
    ("hour", "minute"): 1 / 60,
    ("minute", "second"): 1 / 60,
    ("hour", "second"): 1 / 3600,
    ("money:dollar", "money:cent"): 1 / 100,
    ("money:USD", "money:cent"): 1 / 100,
    ("money:euro", "money:cent"): 1 / 100,
    ("money:pound", "money:penny"): 1 / 100,
    ("money:yuan", "money:mao"): 1 / 10,
    ("money:kuai", "money:mao"): 1 / 10,
}
LENT_BELOW = 1000
"""A number from here on has no scale left out."""
_TOGETHER = re.compile(r"\s|,\s|\s?,?\s?and\s")
_DASH = re.compile(r"(?:\s?[–−‑-]\s?|\s[–-]\s)[$£€¥]?")
_TO = re.compile(r"[–-]?\s(?:to|or|through)\s[$£€¥]?", re.IGNORECASE)
_YEAR = re.compile(r"(?:1[5-9]|20)[0-9]{2}")
_EITHER = re.compile(r"\sor\s", re.IGNORECASE)
_RANGING = re.compile(
    r"\b(?:rang\w+|var\w+|span\w*|tak\w+|last\w*|requir\w+|weigh\w*|measur\w+|cost\w*|anywhere|everything|anything|aged?|between|interval|scale|temperatures?)\s+(?:\w+\s)?$",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"\b(?:r[oi]se\w*|rising|f[ae]ll\w*|climb\w*|drop\w*|gain\w*|add\w*|lost|lose\w*|shed|slid\w*|slip\w*|jump\w*|up|down|"
    r"increas\w+|decreas\w+|declin\w+|gr[eo]w\w*|sank|dip\w*|edg\w+|advanc\w+|tumbl\w+|surg\w+|soar\w+|plung\w+|cut)"
    r"\s(?:about\s|by\s|nearly\s|almost\s|another\s|a\s)?$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\bbetween\s(?:the\s)?(?:ages?\sof\s)?$", re.IGNORECASE)
_COUNTED = re.compile(r"\s(?:[a-z]+\s)?(?:[a-z]+s|people|men|women|children|police)\b|-[a-z]|\s?\)")


def joined(text: str, found: Iterable[Quantity]) -> Iterator[Quantity]:
    """Quantities with those that belong together as one; ends of something dashed that is no range are left out."""
    waiting: Quantity | None = None
    for quantity in found:
        together = _together(text, waiting, quantity) if waiting else None
        if waiting and together is None:
            lent = _lent(text, waiting, quantity)
            yield from _whole(text, lent)
        waiting = together or quantity
    if waiting:
        yield from _whole(text, waiting)


def _whole(text: str, quantity: Quantity) -> Iterator[Quantity]:
    loose = quantity.after_dash or (quantity.before_dash and quantity.high is None)
    if not loose or (
        quantity.unit and not quantity.after_dash and not re.match(r"[–-][0-9]", text[quantity.end : quantity.end + 2])
    ):
        yield quantity


def _together(text: str, low: Quantity, high: Quantity) -> Quantity | None:
    between = text[low.end : high.start]
    if len(between) > 12 or low.high is not None or high.high is not None:
        return None
    ratio = PARTS_OF.get((low.unit, high.unit))
    if ratio and _TOGETHER.fullmatch(between) and high.value * ratio < 1:
        return replace(high, start=low.start, value=low.value + high.value * ratio, unit=low.unit)
    same = low.unit in ("", high.unit) or (not high.unit and (low.unit == "age" or low.unit.startswith("money:")))
    if not same or low.scale > max(high.scale, 1.0) * 1e3:
        return None
    if low.after_dash and _YEAR.fullmatch(text[max(0, low.start - 5) : low.start - 1]):
        return None
    before = text[max(0, low.start - 9) : low.start].lower()
    if not low.unit and high.unit and before.endswith("in ") and _YEAR.fullmatch(text[low.start : low.end]):
        return None
    unit = high.unit or low.unit
    value = _scaled(text, low, high)
    if between.lower() == " and " and (lead := _BETWEEN.search(text[max(0, low.start - 24) : low.start])):
        return replace(
            high,
            start=low.start - len(lead.group()),
            value=min(value, high.value),
            high=max(value, high.value),
            unit=unit,
        )
    lent = value != low.value and bool(_EITHER.fullmatch(between))
    if value >= high.value or not (lent or _is_range(text, low, high, between, before)):
        return None
    return replace(high, start=low.start, value=value, high=high.value, unit=unit, after_dash=low.after_dash)


def _scaled(text: str, low: Quantity, high: Quantity) -> float:
    """The value of the lower end, with the scale that is told only once: "3 to 5 million", "two to three hundred"."""
    scale = high.scale
    if low.words and high.words and scale == 1:
        scale = high.value / (number_value(re.split(r"[\s-]", text[high.start : high.number_end])[0]) or high.value)
    lent = low.value * scale
    return lent if low.scale == 1 < scale and low.value < LENT_BELOW and lent < high.value else low.value


def _is_range(text: str, low: Quantity, high: Quantity, between: str, before: str) -> bool:
    if _DASH.fullmatch(between):
        plain = low.value == int(low.value) and high.value == int(high.value)
        return bool(high.unit or high.scale > 1 or not plain or _COUNTED.match(text, high.end))
    if not _TO.fullmatch(between):
        return False
    if before.endswith(" by ") or (low.unit and _CHANGED.search(text[max(0, low.start - 24) : low.start])):
        return False
    if before.endswith("from "):
        return bool(_RANGING.search(text[max(0, low.start - 40) : low.start - 5]))
    if " or" in between:
        return not low.unit and (high.value - low.value == 1 or bool(high.unit))
    return True


def _lent(text: str, first: Quantity, second: Quantity) -> Quantity:
    """A bare number with the unit of the one it is listed with: "6 and 13 kg", "from 7 to 20 percent"."""
    between = text[first.end : second.start]
    if first.unit or first.words or not second.unit or second.unit == "age":
        return first
    if not re.fullmatch(
        r"\s(?:and|or|to|versus|vs\.?)\s|,\s(?:and\s|or\s)?|\s?[x×]\s?|[–-]?\s(?:to|and|or)\s", between
    ):
        return first
    if second.unit.startswith("money:") and not text[second.start].isdigit():
        return first
    return replace(first, unit=second.unit, value=first.value * (second.scale if first.scale == 1 else 1))
