"""Dates that count from the day of writing or lie nearest to it: "yesterday", "on Monday", "the third quarter"."""

from __future__ import annotations

import re
from dataclasses import replace

from quiz.documents.model import Span
from quiz.facts import date_words as w
from quiz.facts.dates.direction import WHICH, direction, led, parted, related, weekday_number
from quiz.facts.dates.explicit import ordinal
from quiz.facts.dates.timex import Relation, Rule, Timex, group, rule

_WITHIN = re.compile(
    r"\b(?:in|during|by|until|till|since|throughout|over|of|for|through|before|after|spent|that|this|and|into|between)\s+$"
)
_EVENT = re.compile(
    r"\s(?:counter-?)?(?:offensives?|campaigns?|quarters|break|holidays?|vacation|invasion|session|recess|meeting|months|"
    r"semester|term|training|elections?|attacks?|fighting|games|olympics|uprising|conference|season|harvests?|collection|"
    r"schedule)\b",
    re.IGNORECASE,
)
_NO_SEASON = re.compile(r"\s+(?:of|to|from|into|water)\b")
_DAY_STEPS = {"yesterday": -1, "tomorrow": 1, "last night": -1}


def read_day_word(match: re.Match[str], _: str) -> tuple[Timex, ...]:
    """Yesterday, today, tomorrow, tonight."""
    word = re.sub(r"\s+", " ", match["word"])
    part, kind = parted(match)
    if word in ("tonight", "overnight", "last night"):
        part, kind = "TNI", "TIME"
    return related(
        match, Relation("today" if word == "today" else "now", _DAY_STEPS.get(word, 0), "day", part=part), kind
    )


def read_weekday(match: re.Match[str], source: str) -> tuple[Timex, ...]:
    """A weekday by itself; its abbreviations only with a full stop."""
    name = match["weekday"]
    if not source[match.start("weekday")].isupper() or (name not in w.WEEKDAYS and not name.endswith(".")):
        return ()
    part, kind = parted(match)
    return related(match, Relation("near", 0, "week", str(weekday_number(name)), part), kind)


def read_quarter(match: re.Match[str], _: str) -> tuple[Timex, ...]:
    """A quarter or half of a year, calendar or fiscal."""
    number = group(match, "digit") or str(ordinal(group(match, "nth")) or 4)
    pick = f"-{'H' if group(match, 'half') else 'Q'}{number}"
    if group(match, "year"):
        return (Timex(Span(*match.span()), "DATE", match["year"] + pick),)
    if group(match, "which"):
        _base, step = direction(match["which"])
        return related(match, Relation("now", step, "year", pick), grain="quarter")
    return related(match, Relation("near", 0, "quarter", pick))


def read_season(match: re.Match[str], source: str) -> tuple[Timex, ...]:
    """A season by itself, where it is no verb and no well; as the attribute of an event without its article."""
    season, start = match["season"], match.start("season")
    after = source[match.end() : match.end() + 24]
    event = bool(_EVENT.match(after) or (source[start].isupper() and re.match(r"\s[A-Z]", after)))
    if season in ("spring", "fall") and not event:
        placed = group(match, "lead") and _WITHIN.search(led(match, source))
        if not placed or _NO_SEASON.match(after):
            return ()
    found = related(match, Relation("near", 0, "year", f"-{w.SEASONS[season]}"), grain="season")[0]
    bare = event and group(match, "lead") in ("the ", "")
    return (replace(found, span=Span(start, match.end())) if bare else found,)


_EARLY = r"(?:(?:early|late|mid|earlier|later)[ -](?:in |on )?)?"
_PART = rf"(?: (?:in the |at )?{w.DAY_PART})?"
_NTH = r"(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th|final)"
_OF_YEAR = rf"(?: (?:of|in) {WHICH} (?:fiscal )?year| (?:of )?(?:fiscal )?(?:year )?{w.YEAR})?"
_SEASON_LEAD = (
    r"(?P<lead>(?:later in |early in |late in )?(?:the )?(?:early |late |mid-?|middle of |end of )?(?<=[ -])|"
    r"(?:early|late|mid)[ -])?"
)

RULES: tuple[Rule, ...] = (
    rule(
        read_day_word,
        rf"{_EARLY}(?P<word>yesterday|today|tomorrow|tonight|overnight|last night){_PART}(?!\w)",
        "yesterday today tomorrow night",
    ),
    rule(read_weekday, rf"{_EARLY}{w.WEEKDAY}(?!\w){_PART}(?!\w)", "day mon tue wed thu fri sat sun"),
    rule(
        read_quarter,
        rf"(?:the )?(?:fiscal )?{_NTH}[ -](?:fiscal )?(?:quarter|(?P<half>half)){_OF_YEAR}\b(?!-)",
        "quarter half",
    ),
    rule(read_quarter, rf"q(?P<digit>[1-4])(?: (?:of )?(?:fiscal )?{w.YEAR})?\b", "q1 q2 q3 q4"),
    rule(read_season, rf"{_SEASON_LEAD}{w.SEASON}(?![\w’'])", " ".join(w.SEASONS)),
)
