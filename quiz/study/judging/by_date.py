"""Compares answers as dates, at the precision that is asked: more precise is right, less is nearly."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from quiz.deck.model import Card
from quiz.study.judging.asked import WHEN, asks_year
from quiz.study.judging.dates import (
    ABROAD,
    FILLERS,
    MONTH_FIRST,
    MONTHS,
    When,
    agreed,
    contradicted,
    dates,
    missing,
    turned,
)
from quiz.study.judging.folding import bare
from quiz.study.judging.months import in_english
from quiz.study.judging.quantities import POINTS, Quantity, quantity
from quiz.study.judging.slips import distance
from quiz.study.judging.units import known
from quiz.study.model import Verdict

PRESENT = 2025
"""The year that "about" is reckoned from: half a year in fifty, so that no clock is needed."""

LEAST_ABOUT = 5
"""Years that "about" lets any year be off."""

ABOUT = re.compile(
    r"\s*(?:(?:some\s?time\s)?(?:about|around)|circa|ca?\.?(?=[\s\d])|approximately|roughly|[~≈])", re.IGNORECASE
)
MONTH_YEAR = re.compile(r"\s*(\d{1,2})\s*[-./]\s*['’]?(3[2-9]|[4-9]\d)\s*")
"""`9/45`, whose second number can be no day."""

FRACTION = re.compile(r"\s*(?:\d{1,4}\s*[-./]\s*\d{1,2}|\d{1,2}\.\d{1,2}\.\d)\s*")
"""Two numbers, or three as a version has them, which are a date only where one is asked."""

VERSION = re.compile(r"\s*\d{1,2}\.\d{1,2}\.\d{2}\s*")
"""A date in dots with a short year, or a version."""

AFTER_CHRIST = re.compile(r"\b(?:a\.?d|c\.?e)\b", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]{4,12}")


def by_date(card: Card, right: str, given: str) -> Verdict | None:
    """Compare two dates at the precision of the right one; of two readings of `7/8/1907` the kinder holds.

    `7.8.1907` is 7 August, but where the card's answer has the month first: there the right one has it first too.
    """
    american = MONTH_FIRST.fullmatch(card.answer) is not None
    asked = read(turned(right)) if american else read(right)
    plainly = any(when.month for when in asked) and not FRACTION.fullmatch(right)
    if not asked or not (plainly or asks_year(card, right, given)):
        return None
    other = read(turned(given))
    said, slip = read(given) | (other if american else frozenset()), ""
    if not said:
        given, slip = mended(given)
        said = dates(given) if slip else said
    if not said:
        return _amount(card, right, given)
    verdict = max((compared(one, other) for one in asked for other in said), key=_kindness)
    verdict = _era(asked, said, given) or _tolerated(card, right, asked, said) or verdict
    if slip and verdict.right:
        return replace(verdict, close=True, reason=slip)
    dated = not VERSION.fullmatch(right) or asks_year(card, right, given)
    if (
        dated
        and not verdict.right
        and other != said
        and any(compared(one, each).right for one in asked for each in other)
    ):
        return Verdict(right=False, close=True, reason="with dots the day comes first; write the month’s name")
    return verdict


def read(text: str) -> frozenset[When]:
    """Return every date that a text in any of the languages known here can mean, `9/45` too."""
    text = ABOUT.sub("", text, count=1) if ABOUT.match(text) else text
    text = text.replace(".", "") if POINTS.fullmatch(text.strip()) else text
    short = MONTH_YEAR.fullmatch(text)
    if short and 0 < int(short[1]) <= 12:
        return frozenset({When(int(short[2]), int(short[1]))})
    return dates(text) or dates(in_english(text))


def _amount(card: Card, right: str, given: str) -> Verdict | None:
    """Judge an amount where a year is asked: years are not measured."""
    said = quantity(given)
    if said is None or not said.unit:
        return None
    if not (known(said.unit) or card.kind == "date" or WHEN.search(card.prompt[:200])):
        return None
    near = any(abs(when.year) == said.value and not when.month for when in read(right))
    return Verdict(
        right=False, close=near, reason="the number is right, but a year is asked" if near else "a year is asked"
    )


def compared(asked: When, said: When) -> Verdict:
    """Compare two dates part by part."""
    short = 0 < said.year < 100 <= asked.year and asked.year % 100 == said.year
    if short and not said.month:
        return Verdict(right=False, close=True, reason="write the whole year")
    given = said
    said = replace(said, year=asked.year) if short else said
    wrong, absent, fine = contradicted(asked, said), missing(asked, said), agreed(asked, said)
    if not wrong and not absent:
        more = f"the {asked.precision} is what was asked" if asked.precision != said.precision else ""
        taken = f"{given.year:02} taken as {asked.year}" if short else ""
        return Verdict(right=True, reason=taken or more)
    if not wrong and fine:
        return Verdict(right=False, close=True, reason=f"{_listed(fine)} right, {_listed(absent)} asked too")
    if wrong and fine:
        return Verdict(right=False, close=True, reason=f"{_listed(fine)} right, {_listed(wrong)} wrong")
    return Verdict(right=False, reason=_off(asked.year, said.year) if said.year and asked.year else "another date")


def _off(asked: int, said: int) -> str:
    """Say how many years too early or too late a date is; there was no year 0."""
    years = said - asked - (asked < 0 < said) + (said < 0 < asked)
    count = "a year" if abs(years) == 1 else f"{abs(years):,} years"
    return f"{count} too {'late' if years > 0 else 'early'}"


def mended(given: str) -> tuple[str, str]:
    """Return a date with its misspelt month put right, and that in words; "" for the latter if none can be meant."""
    for match in WORD.finditer(bare(given)[:60]):
        word = match[0]
        if word in MONTHS or word in ABROAD or word in FILLERS:
            continue
        near = {MONTHS[name] for name in MONTHS if len(name) > 3 and distance(name, word, 1) == 1}
        if len(near) == 1:
            name = max((name for name in MONTHS if MONTHS[name] in near), key=len)
            return bare(given).replace(word, name), f"“{word.title()}” taken for {name.title()}"
    return given, ""


def _kindness(verdict: Verdict) -> tuple[bool, bool, int]:
    """Order of readings: right, nearly right, wrong; with as little wrong or left out as can be."""
    return verdict.right, verdict.close, -len(verdict.reason) if verdict.close else 0


def _era(asked: frozenset[When], said: frozenset[When], given: str) -> Verdict | None:
    """Judge a year before Christ that lacks the "BC"; one said to be after is another year."""
    ages = {when.year for when in asked if when.year < 0}
    if any(-when.year in ages for when in said) and not AFTER_CHRIST.search(in_english(given)):
        return Verdict(right=False, close=True, reason="the number is right, “BC” is asked too")
    return None


def _tolerated(card: Card, right: str, asked: frozenset[When], said: frozenset[When]) -> Verdict | None:
    """Judge a year by the number of years that the deck, or else an "about", lets it be off."""
    from quiz.study.judging.by_amount import tolerance

    years = [(one.year, other.year) for one in asked for other in said if one.precision == "year" and other.year]
    if not years or any(one == other for one, other in years):
        return None
    allowed = tolerance(card, Quantity(Fraction(0))) if card.tolerance else _about(right, years[0][0])
    nearer = any(
        abs(when.year - other) < abs(one - other)
        for one, other in years
        for wrong in card.distractors
        for when in dates(wrong)
    )
    if not allowed or nearer:
        return None
    if any(abs(one - other) <= allowed[0] for one, other in years):
        return Verdict(right=True, reason=f"within {allowed[1]} years: it is {right}")
    return None


def _about(right: str, year: int) -> tuple[Fraction, str] | None:
    """Return how many years "about" lets a year be off: the longer ago, the more; None if it was not said."""
    if not ABOUT.match(right):
        return None
    years = max(LEAST_ABOUT, abs(PRESENT - year) // 100)
    return Fraction(years), str(years)


def _listed(parts: tuple[str, ...]) -> str:
    """Parts of a date in a sentence: "year and month"."""
    return " and ".join(parts)
