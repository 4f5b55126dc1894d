"""Dates and numbers that are written in one way and can be read in two: `03/04/1920`, `1.230`."""

from __future__ import annotations

import re
from collections.abc import Iterable

MONTHS = "January February March April May June July August September October November December".split()

DAY = re.compile(r"\s*(\d{1,2})(?:/(\d{1,2})/(\d{2}|\d{4})|-(\d{1,2})-(\d{4}))\s*", re.ASCII)
"""A day in numbers, whose year stands last."""

POINTED = re.compile(r"(?<![\d.,])([1-9]\d{0,2})\.(\d{3})(?![\d.,])", re.ASCII)
"""A number with three digits behind its one point."""

WHOLE = re.compile(r"(?<![\d.,])\d{3,6}(?![\d.,])", re.ASCII)

LONGEST = 80
"""Characters beyond which a text is no number with a unit."""


def two_days(text: str) -> tuple[str, str] | None:
    """Write out the two days that slashes or hyphens leave open, day first and month first; None if there is one."""
    match = DAY.fullmatch(text) if len(text) <= LONGEST else None
    if not match:
        return None
    first, second, year = int(match[1]), int(match[2] or match[4]), match[3] or match[5]
    if first == second or not (0 < first <= len(MONTHS) and 0 < second <= len(MONTHS)):
        return None
    return f"{first} {MONTHS[second - 1]} {year}", f"{second} {MONTHS[first - 1]} {year}"


def thousands(text: str, others: Iterable[str] = ()) -> str:
    """Write a number without the point that may stand between its thousands, `1230 km`; "" where it hardly can.

    It may where the number ends in a nought, which fractions rarely do (`1.230`, not `3.142`), or where one of the
    other options is a whole number of that size.
    """
    found = POINTED.search(text) if len(text) <= LONGEST else None
    if not found:
        return ""
    value = int(found[1] + found[2])
    sizes = (int(number) for other in others if len(other) <= LONGEST for number in WHOLE.findall(other))
    if not found[2].endswith("0") and not any(value <= 10 * size <= 100 * value for size in sizes):
        return ""
    return f"{text[: found.start()]}{value}{text[found.end() :]}"
