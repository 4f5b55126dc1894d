"""Compares answers as times of day: `5:41 p.m.`, `17:41`, `noon`, `half past five in the afternoon`."""

from __future__ import annotations

import re
from typing import Literal

from quiz.deck.model import Card
from quiz.study.judging.folding import bare
from quiz.study.judging.numerals import SMALL, TENS
from quiz.study.model import Verdict
from quiz.values import dataclass

LONGEST = 50
DAY, HALF_DAY = 24 * 60, 12 * 60

NAMED = {"noon": HALF_DAY, "midday": HALF_DAY, "mid day": HALF_DAY, "midnight": 0, "mid night": 0}
PARTS = {"half": 30, "quarter": 15, "a quarter": 15}

_HALF = (
    r"(?P<half>a\.?\s?m\b\.?|p\.?\s?m\b\.?|(?:in (?:the )?)?(?:early |late )?(?:morning|afternoon|evening)"
    r"|at night|tonight)"
)
_O_CLOCK = r"(?:o clock|oclock|hours|hrs|uhr)"
DIGITS = re.compile(
    r"(?P<hour>\d{1,2})(?:\s*[:.h]\s*(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?|\s?h)?"
    rf"(?:\s*{_O_CLOCK})?\s*{_HALF}?"
)
MILITARY = re.compile(r"(?P<hour>[01]\d|2[0-4])(?P<minute>[0-5]\d)\s*(?:h|hrs|hours)?")
"""`1741`, where a time is asked."""

SPOKEN = re.compile(
    r"(?:(?P<part>half|(?:a )?quarter|[a-z]{3,6}|twenty five|\d{1,2})(?: minutes?)? "
    r"(?P<side>past|to|after|before|till) )?(?P<hour>[a-z]{3,6}|\d{1,2})"
    r"(?: (?P<more>(?:twenty|thirty|forty|fifty)(?: [a-z]{3,5})?|[a-z]{3,9}teen|ten|fifteen))?"
    rf"(?P<full> {_O_CLOCK})?(?: {_HALF})?"
)
"""`quarter past five`, `five thirty`."""

TOLD = re.compile(r"\bpast\b|\bo\W?clock\b|\bquarter to\b", re.IGNORECASE)
"""What tells a time in words from a number or a range."""

EDGES = re.compile(
    r"^(?:at|about|around|circa|ca\.?|exactly|approximately|roughly|12(?::00)?(?= (?:noon|mid)))\s+|[.\s]+$"
)


@dataclass(frozen=True, slots=True)
class Time:
    """A time of day in seconds; "sure" if it says in which half of the day, else in "digits" or "bare" hours."""

    seconds: int
    said: Literal["sure", "digits", "bare"]

    @property
    def minutes(self) -> int:
        """The minutes since midnight."""
        return self.seconds // 60


def by_clock(card: Card, right: str, given: str) -> Verdict | None:
    """Compare two times of day, where one is asked."""
    asked = clock(right) if card.kind != "quote" else None
    if asked is None or not (asked.said == "sure" or ":" in right or TOLD.search(right)):
        return None
    said = clock(given) or _military(given)
    return None if said is None else _compared(asked, said, right, given)


def clock(text: str) -> Time | None:
    """Read a time of day; None if a text is none. A bare number may be an hour."""
    if len(text) > LONGEST:
        return None
    plain = " ".join(re.sub(r"['’-]", " ", bare(text)).split())
    while plain != (shorter := EDGES.sub("", plain)):
        plain = shorter
    if plain in NAMED:
        return Time(NAMED[plain] * 60, "sure")
    match = DIGITS.fullmatch(plain)
    if match is None:
        return _spoken(plain)
    hour, minute, second = (int(match[part] or 0) for part in ("hour", "minute", "second"))
    return _time(hour, minute, match["half"], second=second, digits=bool(match["minute"]))


def _military(text: str) -> Time | None:
    """Read four digits as hour and minute; None if a text is nothing of the kind."""
    match = MILITARY.fullmatch(bare(text.strip())) if len(text) <= LONGEST else None
    return _time(int(match["hour"]), int(match["minute"]), None, digits=True) if match else None


def _spoken(plain: str) -> Time | None:
    """Read a time in words; what is merely a number in words is none."""
    match = SPOKEN.fullmatch(plain)
    if match is None or not any(match[part] for part in ("part", "more", "full", "half")):
        return None
    hour = _number(match["hour"])
    part = PARTS.get(match["part"] or "zero", _number(match["part"] or "zero"))
    more = _number(match["more"] or "zero")
    if not hour or hour > 12 or part is None or more is None:
        return None
    before = match["side"] in ("to", "before", "till")
    minutes = (hour * 60 + more + (-part if before else part)) % HALF_DAY
    return _time(minutes // 60 or 12, minutes % 60, match["half"])


def _number(words: str) -> int | None:
    """Return a number below sixty in words or digits."""
    if words.isdecimal():
        return int(words)
    ten, _, one = words.partition(" ")
    if one:
        return TENS[ten] + SMALL[one] if ten in TENS and 0 < SMALL.get(one, 0) < 10 else None
    return SMALL.get(words, TENS.get(words))


def _time(hour: int, minute: int, half: str | None, *, second: int = 0, digits: bool = False) -> Time | None:
    """Return a time of day, on the clock of twenty-four hours if it does not say in which half of the day."""
    if hour > 24 or (hour == 24 and minute):
        return None
    seconds = (hour * 60 + minute) % DAY * 60 + second
    if not half:
        return Time(seconds, "sure" if hour > 12 or (hour == 0 and digits) else "digits" if digits else "bare")
    night = "night" in half
    later = half[0] == "p" or "afternoon" in half or "evening" in half or (night and 5 < hour < 12)
    if not 0 < hour <= 12:
        return Time(seconds, "sure") if later and 12 < hour < 24 else None
    return Time(((hour % 12 + 12 * later) * 60 + minute) * 60 + second, "sure")


def _compared(asked: Time, said: Time, right: str, given: str) -> Verdict:
    """Compare two times of day."""
    apart = abs(asked.minutes - said.minutes) % (HALF_DAY if asked.said == "bare" else DAY)
    if apart == 0 and said.seconds % 60 and said.seconds != asked.seconds:
        return Verdict(right=False, close=True, reason="hour and minute are right, the second is not")
    if apart == 0 and (said.said != "bare" or asked.said != "sure" or asked.minutes == HALF_DAY):
        return Verdict(right=True, reason="" if bare(right) == bare(given) else f"{given.strip()} = {right}")
    if apart % HALF_DAY == 0 and said.said == "sure" and asked.minutes % HALF_DAY:
        return Verdict(right=False, close=True, reason=f"the wrong half of the day: it is {right}")
    if apart % HALF_DAY == 0 and said.said != "sure":
        noon = "12:00 is noon" if asked.minutes == 0 and said.said == "digits" else ""
        return Verdict(right=False, close=True, reason=noon or "a.m. or p.m. is asked too")
    if asked.minutes // 60 == said.minutes // 60:
        return Verdict(right=False, close=True, reason="the hour is right, the minutes are not")
    return Verdict(right=False, reason="that is another time")
