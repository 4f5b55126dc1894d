"""What recurs, and the unit of a rate: "every year", "each Monday", "weekly", "twice a day", "per month"."""

from __future__ import annotations

import re

from quiz.documents.model import Span
from quiz.facts import date_words as w
from quiz.facts.dates.counts import count_of, duration, singular
from quiz.facts.dates.direction import weekday_number
from quiz.facts.dates.explicit import month_number
from quiz.facts.dates.timex import Rule, Timex, group, rule

_ADVERBS = {
    "daily": "XXXX-XX-XX",
    "everyday": "XXXX-XX-XX",
    "nightly": "XXXX-XX-XXTNI",
    "hourly": "XXXX-XX-XXTXX",
    "weekly": "XXXX-WXX",
    "monthly": "XXXX-XX",
    "quarterly": "XXXX-QX",
    "annual": "XXXX",
    "annually": "XXXX",
    "yearly": "XXXX",
    "biweekly": "P2W",
    "bimonthly": "P2M",
    "biannual": "P6M",
    "biannually": "P6M",
}


def _set(match: re.Match[str], value: str) -> tuple[Timex, ...]:
    return (Timex(Span(*match.span()), "SET", value),)


def read_every(match: re.Match[str], _: str) -> tuple[Timex, ...]:
    """Every day, each Monday, every two weeks."""
    if group(match, "weekday"):
        return _set(match, f"XXXX-WXX-{weekday_number(match['weekday']) + 1}")
    if group(match, "month"):
        return _set(match, f"XXXX-{month_number(match['month']):02}")
    if group(match, "season"):
        return _set(match, f"XXXX-{w.SEASONS[match['season']]}")
    if group(match, "part"):
        return _set(match, f"XXXX-XX-XXT{w.DAY_PARTS[match['part']]}")
    number = 2.0 if re.search(r"\bother\b", match.group()) else count_of(group(match, "count") or "one")
    return _set(match, duration(number, singular(match["unit"])))


def read_rate(match: re.Match[str], _: str) -> tuple[Timex, ...]:
    """The unit a rate is told for."""
    return _set(match, duration(1.0, {"annum": "year"}.get(match["unit"], match["unit"])))


def read_adverb(match: re.Match[str], source: str) -> tuple[Timex, ...]:
    """Daily, annually; not in a name such as "the New Weekly"."""
    named = source[match.start()].isupper() and source[match.start() - 1 : match.start()] == " "
    return () if named else _set(match, _ADVERBS[match["adverb"]])


def read_weekdays(match: re.Match[str], source: str) -> tuple[Timex, ...]:
    """A weekday in the plural."""
    if not source[match.start()].isupper():
        return ()
    return _set(match, f"XXXX-WXX-{weekday_number(match['weekday']) + 1}")


_TIMES = r"(?:(?:once|twice|three times|four times) )?(?:every|each) (?:other |single )?"
_COUNT = rf"(?:(?P<count>{w.NUMBER}|few|couple of) )?"
_ANY_UNIT = f"(?P<unit>{'|'.join(w.UNITS)}|{w.PLURAL})"

RULES: tuple[Rule, ...] = (
    rule(
        read_every,
        rf"{_TIMES}{_COUNT}(?:{_ANY_UNIT}|{w.WEEKDAY}|{w.MONTH}|{w.SEASON}|{w.DAY_PART})\b",
        "every each",
    ),
    rule(read_rate, r"per (?P<unit>second|minute|hour|day|night|week|month|quarter|year|annum)\b", "per"),
    rule(read_rate, r"(?P<unit>hour|day|week|month|year)\b", "/", start=r"(?<=\d/)"),
    rule(read_adverb, rf"(?P<adverb>{'|'.join(_ADVERBS)})(?![\w-])", "ly annual everyday"),
    rule(read_weekdays, rf"(?P<weekday>{'|'.join(w.WEEKDAYS)})s(?![\w-])", "days"),
)
