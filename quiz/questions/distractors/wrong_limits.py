"""What binds wrong figures besides their form: the bound told with the right one, and the figures the card shows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quiz.facts.human_nouns import person_noun
from quiz.facts.model import Figure
from quiz.facts.number_words import SCALES
from quiz.facts.unit_words import UNITS
from quiz.questions.answers.numerals import Numeral, numerals

AT_LEAST = frozenset(
    "more than|greater than|higher than|larger than|longer than|over|above|at least|no less than|no fewer than|"
    "not less than|well over|upwards of".split("|")
)
AT_MOST = frozenset(
    "less than|fewer than|lower than|smaller than|under|below|at most|up to|no more than|not more than|well under|"
    "as many as|as much as".split("|")
)
"""Bounds by which a lesser, or a greater, figure would be true as well: of more than 500 dead more than 400 are."""

SCALED = re.compile(r"[\s-]?(thousand|million|billion|trillion|bn|tn|[mk])\b", re.IGNORECASE)
UNIT = re.compile(r"[\s-]?(%|°|per ?cent\b|[a-z]+)", re.IGNORECASE)
SIGN = re.compile(r"[$£€¥₹]\s?$")
BESIDE = re.compile(
    r"\b(?:of|from|than|against)\s(?:(?:[\w.-]+\s){0,5}[\w.-]+(?:['’]s|s['’])\s)?"
    r"(?:(?:the|its|his|her|their|these|those|all|some|about|roughly|around|nearly|almost|over|perhaps|more than|"
    r"first|last|other|original|remaining|surviving|known)\s)*$",
    re.IGNORECASE,
)
"""What leads a count that another is part of, or held against: "of the 400", "of the town's 400"."""
AGAINST = re.compile(r"\bagainst\s$")
"""What leads the rival's share, whose "percent" is said once."""
OUT_OF = re.compile(r"\b(?:of|out of)\s(?:(?:the|its|his|her|their|these|those|all)\s)?$", re.IGNORECASE)
"""What leads a whole behind its part."""
NAMED = frozenset(name for unit, names in UNITS.items() for name in (unit, *names) if name.isalpha())
YOUNGEST = 12
"""Years of age from which a wrong one lies near enough to be taken for the right one of a grown person."""
TODDLER, YOUNGER, OLDER = 4, 2, 5
"""The least age of a child that does something, and the years younger and older a wrong one may be."""

COLDEST = 10
"""Degrees from which temperatures are told apart by their distance, not by their ratio."""

OLD, NEAR_OLD = 60, 1.13
"""Years of age from which readers of a life know the decade somebody died in, and how far a wrong one may lie."""
NEAR_AGE, NEAR_HEAT = 1.3, 1.4
"""Times the right one that a wrong age or temperature may reach, and the other way."""
HOUSE = re.compile(r"\b([0-9]{2,3})-(?:seat|member|strong)\b")
CLOSE = (0.35, 0.65)
"""Parts of a house that a vote taken in it is close between."""
HALF = 50.0
CARRIED = re.compile(
    r"\brun-?off\b|\bsecond round\b|\bmajority\b|^(?=.*\bvot)(?=.*\b(?:approv|back|carrie|endorse|pass|ratifi)ed?\b)",
    re.IGNORECASE | re.DOTALL,
)
"""What is carried by more than half of the votes."""
NEAR_VOTE = 1.15
"""Times the right one that a wrong count of such a vote may reach: it may not turn the vote."""


def limits(figure: Figure, answer: str, number: Numeral, shown: str) -> tuple[float | None, float | None]:
    """The values, as the answer writes its number, that wrong ones must lie above and below; None for no limit.

    A figure of the same unit that the card shows is seldom passed: of 400 men 303 fell, prices rose from 17 to 26.
    """
    low, high = [], []
    if figure.bound.lower() in AT_LEAST:
        low.append(number.value)
    if figure.bound.lower() in AT_MOST:
        high.append(number.value)
    near = _near(replace(figure, unit="age") if _of_years(number.value, shown) else figure, number)
    low += [number.value / near] if near else []
    high += [number.value * near] if near else []
    if figure.unit == "age" and TODDLER <= number.value < YOUNGEST:
        low.append(number.value - YOUNGER - 1)
        high.append(number.value + OLDER + 1)
    if figure.unit == "percent" and number.value > HALF and CARRIED.search(shown):
        low.append(HALF)
    if figure.unit == "":
        low, high = [*low, *_vote(number.value, shown)[0]], [*high, *_vote(number.value, shown)[1]]
        low += _parts_behind(shown)
    scale, kind = _scale(answer, number.end), _kind(answer, number)
    part = _part_before(shown)
    for other in numerals(shown):
        value = other.value * _scale(shown, other.end) / scale
        if (
            value != number.value
            and (_kind(shown, other) == kind or (kind == "percent" and AGAINST.search(shown[: other.start])))
            and (kind or other == part or BESIDE.search(shown[: other.start]))
        ):
            (low if value < number.value else high).append(value)
    return max(low, default=None), min(high, default=None)


def told_more_closely(figure: Figure, others: Sequence[Figure]) -> tuple[float, float]:
    """The least and the greatest value that the document tells of a thing told by a bound: "over half, 65 percent".

    `others` may measure the same; those of another unit, or further off, do not.
    """
    bound = figure.bound.lower()
    value = figure.value
    alike = [_share(other) if figure.unit == "share" else other.value for other in others if _same_unit(figure, other)]
    over = [one for one in alike if bound in AT_LEAST and value < one <= value * CLOSELY]
    under = [one for one in alike if bound in AT_MOST and value / CLOSELY <= one < value]
    return min([value, *under]), max([value, *over])


CLOSELY = 1.5
"""Times the bound that a value may reach which tells the same more closely."""


def _share(figure: Figure) -> float:
    """A share or percentage as a part of one."""
    return figure.value / FULL_PERCENT if figure.unit == "percent" else figure.value


FULL_PERCENT = 100.0


def _same_unit(figure: Figure, other: Figure) -> bool:
    """Whether two figures can tell of one thing: in the same unit, or of shares and percentages."""
    return other.unit == figure.unit or (figure.unit == "share" and other.unit == "percent")


def _vote(value: float, shown: str) -> tuple[list[float], list[float]]:
    """What keeps a count of votes near the right one, and on its side of the majority."""
    house = HOUSE.search(shown)
    whole = float(house[1]) if house else 0.0
    if not house or not CLOSE[0] * whole <= value <= CLOSE[1] * whole:
        return [], []
    low, high = value / NEAR_VOTE, value * NEAR_VOTE
    return ([max(low, whole / 2)], [high]) if value > whole / 2 else ([low], [min(high, whole / 2)])


def _parts_behind(shown: str) -> list[float]:
    """The part told behind the gap of its whole: "Of the {{}} files tested, 87 held one"."""
    before, behind = _around_gap(shown)
    first = numerals(behind)[:1] if behind and OPENED.search(before) else ()
    return [n.value for n in first if not _kind(behind, n)]


def _around_gap(shown: str) -> tuple[str, str]:
    """What a card shows before and behind its gap, or where it asks how many within the sentence; nothing of others."""
    gap = GAP.search(shown)
    return (shown[: gap.start()], shown[gap.end() :]) if gap else ("", "")


GAP = re.compile(r"\{\{[^}]*\}\}|(?<=\w )how (?:many|much)\b")
OPENED = re.compile(r"(?:^|[:.]\s)Of (?:the |all |these )?$")


def _of_years(value: float, shown: str) -> bool:
    """Whether a number without a unit is somebody's age: "a captain of {{}}"."""
    found = OF_YEARS.search(shown)
    return found is not None and YOUNGEST <= value <= OLDEST and person_noun(found[1])


OF_YEARS = re.compile(r"\ban? (?:[a-z]+ )?([a-z]+) of \{\{")
OLDEST = 100


def _near(figure: Figure, number: Numeral) -> float | None:
    """How many times the right one a wrong one may be where people know better than to take any: of ages and heat."""
    if figure.unit == "age" and number.value >= YOUNGEST:
        return NEAR_AGE if number.value < OLD else NEAR_OLD
    heat = figure.unit in ("degree Celsius", "degree Fahrenheit", "degree of temperature")
    return NEAR_HEAT if heat and number.value >= COLDEST else None


def _part_before(shown: str) -> Numeral | None:
    """The number of those that are some of the ones the card's gap asks for: "400 of the {{}} fell"."""
    before, _ = _around_gap(shown)
    told = numerals(before) if OUT_OF.search(before) else []
    return told[-1] if told else None


def _scale(text: str, end: int) -> float:
    """The factor written behind a number: a million."""
    found = SCALED.match(text, end)
    return SCALES.get(found[1].lower(), 1.0) if found else 1.0


def _kind(text: str, number: Numeral) -> str:
    """What a number counts in, for two to be held against each other: a currency, percent, a unit; "" for none."""
    if sign := SIGN.search(text[: number.start]):
        return sign.group().strip()
    scaled = SCALED.match(text, number.end)
    unit = UNIT.match(text, scaled.end() if scaled else number.end)
    word = unit[1].lower().replace(" ", "") if unit else ""
    if word in ("%", "percent"):
        return "percent"
    return word.removesuffix("s") if word.removesuffix("s") in NAMED or word in NAMED else ""
