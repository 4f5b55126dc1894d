"""Wrong days near the right one: of a crisis of September nobody takes January for the day it ended."""

from __future__ import annotations

import re
from datetime import date, timedelta

from quiz.questions.answers.date_shape import Parts, Shape
from quiz.questions.distractors.chance import Chance

APART, REACH = 3, 60
"""Days from a right day to a wrong one at the least and at most."""
STEPS = (3, 5, 8, 11, 15, 20, 26, 34, 43, 53)
"""Deciles of the days from a right day to a wrong one made up."""
LIFE = re.compile(r"\b(?:born|die)\b")
"""Births and deaths, of which people half remember the year."""
KNOWN = frozenset({(("day", 1), ("month", 1))})
"""Days on which memberships and laws begin, which in another year are the best wrong answers."""


def stands_near(shape: Shape, shown: str) -> bool:
    """Whether the wrong answers to what is shown lie near the right one: days of a year told, but of no life's ends."""
    return {*shape.varying} == {"day", "month"} and not shape.length and not LIFE.search(shown)


def is_near(shape: Shape, parts: Parts) -> bool:
    """Whether a wrong date lies near the right one, but not next to it, which nobody should be held to."""
    return APART <= abs(shape.distance(shape.parts, parts)) <= REACH


def round_day(shape: Shape) -> bool:
    """Whether the right day is one on which things begin by law, in a year that is told."""
    told = tuple(sorted((part, value) for part, value in shape.parts.items() if part in ("day", "month")))
    return "year" in shape.varying and told in KNOWN


def near_day(shape: Shape, chance: Chance, *, earlier: bool) -> Parts | None:
    """A day some days or weeks before or behind the right one; None where the year told has none."""
    days = round(chance.spread(STEPS))
    try:
        right = date(shape.parts.get("year", shape.year), shape.parts["month"], shape.parts["day"])
        found = right + timedelta(-days if earlier else days)
    except (ValueError, OverflowError):
        return None
    return {"day": found.day, "month": found.month} if found.year == right.year else None
