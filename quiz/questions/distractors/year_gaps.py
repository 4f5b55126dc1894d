"""How far wrong years lie from right ones in questions that people write."""

from __future__ import annotations

import re
from bisect import bisect_right

from quiz.questions.distractors.chance import Chance

# The nine deciles of the gap between a right and a wrong year in four-option questions, by era of the right one
# (OpenTriviaQA, 984 questions all of whose options are years); those of the latest era are moved by one, as three
# different years on one side cannot all be the next ones.
GAPS: tuple[tuple[float, tuple[int, ...]], ...] = (
    (1970, (1, 1, 1, 2, 2, 2, 3, 4, 6)),
    (1920, (1, 2, 2, 3, 4, 6, 10, 14, 28)),
    (1850, (2, 4, 8, 11, 16, 20, 30, 44, 79)),
    (1700, (3, 10, 14, 22, 32, 50, 66, 96, 134)),
    (float("-inf"), (10, 24, 69, 100, 100, 116, 166, 200, 300)),
)
STARTS = [start for start, _ in reversed(GAPS)]
DECILES = [deciles for _, deciles in reversed(GAPS)]
ANCIENT = 1000
"""Years before this one, and those before Christ, are half remembered by the ten or hundred where they are round."""
FEW = 500
"""Years AD fewer than this are mistaken for years nearer by: there is no room for gaps of centuries."""

TURNS = (
    (10, re.compile(r"\b(?:in|at|by|of) (?:the|a) (?:\w+ )?census\b|\bcensus of \{\{|\}\} census\b")),
    (4, re.compile(r"\b(?:(?:Winter|Summer) (?:Games|Olympics)|Olympics|Olympic Games|(?<!Rugby )World Cup)\b")),
)
"""What takes place every so many years."""
LEAST = 0.05
"""Part of the gap that is left for the first years of our era."""


def year_gap(year: int, chance: Chance) -> int:
    """A distance drawn as people spread theirs, in years; `year` is negative before Christ."""
    drawn = chance.spread(_deciles(year))
    if 0 < year < FEW:
        drawn *= max(year / FEW, LEAST)
    elif year < -ANCIENT:
        drawn *= -year / ANCIENT
    step = roundness(year)
    return max(1, round(drawn / step)) * step


def widest_gap(year: int) -> int:
    """The distance that one wrong year in ten passes."""
    return _deciles(year)[-1] * max(1, -year // ANCIENT)


def _deciles(year: int) -> tuple[int, ...]:
    return DECILES[bisect_right(STARTS, year) - 1]


def roundness(year: int) -> int:
    """The unit an old year is told in: 100, 10 or 1 years."""
    if year >= ANCIENT:
        return 1
    return 100 if year % 100 == 0 else 10 if year % 10 == 0 else 1


def turn(shown: str) -> int:
    """Every how many years what a question tells of takes place: a census every ten; 1 where nothing is known."""
    return next((years for years, told in TURNS if told.search(shown)), 1)
