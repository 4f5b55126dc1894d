"""Dates told by their distance from another: "two years later", "last week", "August of that year"."""

from __future__ import annotations

import re

from quiz.documents.model import Span
from quiz.facts import date_words as w
from quiz.facts.dates import clues
from quiz.facts.dates.counts import count_of, duration, singular
from quiz.facts.dates.direction import LEAD, WHICH, WHICH_HINTS, direction, led, parted, related, weekday_number
from quiz.facts.dates.explicit import month_number
from quiz.facts.dates.timex import Relation, Rule, Timex, group, rule

_BY_EVENT = re.compile(r"\s+(?!that\b)(?!(?:the|in|on|at)\s*,)[\w“\"’']")
_LASTING = re.compile(r"\b(?:for|over)\s+$")
_SPOKEN_OF = re.compile(r"\b(?:in|for|during|over|through|throughout|of)\s+$")


def read_later(match: re.Match[str], source: str) -> tuple[Timex, ...]:
    """So many units later, earlier or ago; not so many after an event."""
    unit, words = singular(match["unit"]), group(match, "count")
    by_event = "after" in (group(match, "after"), words) or group(match, "before") == "before"
    if by_event and _BY_EVENT.match(source, match.end()):
        return ()
    number = count_of(words) if words else None
    whole = number is None or number == int(number)
    vague = number is None or unit in w.CLOCK_UNITS or (not whole and unit != "year")
    if number is not None and not whole and unit == "year":
        number, unit = 12 * number, "month"
    back = bool(group(match, "before") or group(match, "ago"))
    base = "now" if group(match, "ago") or group(match, "after") == "from now" else "told"
    count = max(int(number or 1), 1)
    return related(match, Relation(base, -count if back else count, unit, vague=vague))


def read_which(match: re.Match[str], source: str) -> tuple[Timex, ...]:
    """Last week, the following year, that same day; a length of time in "for the next year"."""
    unit, which = match["unit"], match["which"].split()
    base, step = direction(match["which"])
    if which[0] == "the" and not group(match, "lead") and which[-1] in ("past", "next", "last", "coming"):
        if which[-1] == "past" or _LASTING.search(led(match, source)):
            return (Timex(Span(*match.span()), "DURATION", duration(1.0, unit)),)
        base = "told" if which[-1] == "next" else "now"
    part, kind = parted(match)
    if unit == "night":
        unit, part, kind = "day", "TNI", "TIME"
    return related(match, Relation(base, step, unit, part=part, whole=True), kind)


def read_picked(match: re.Match[str], source: str) -> tuple[Timex, ...]:
    """Last March, next summer, this Friday, that spring."""
    base, step = direction(match["which"])
    part, kind = parted(match)
    if group(match, "season"):
        return related(match, Relation(base, step, "year", f"-{w.SEASONS[match['season']]}"), grain="season")
    if not source[match.start("month" if group(match, "month") else "weekday")].isupper():
        return ()
    if group(match, "month"):
        return related(match, Relation(base, step, "year", f"-{month_number(match['month']):02}", part), grain="month")
    return related(match, Relation(base, step, "week", str(weekday_number(match["weekday"])), part), kind)


def read_of_year(match: re.Match[str], source: str) -> tuple[Timex, ...]:
    """A day, month or season of that or the following year."""
    base, step = direction(match["which"])
    if group(match, "season"):
        pick, grain = f"-{w.SEASONS[match['season']]}", "season"
    elif source[match.start("month")].isupper():
        day = group(match, "day")
        pick, grain = f"-{month_number(match['month']):02}", "month"
        pick, grain = (f"{pick}-{int(day):02}", "day") if day else (pick, grain)
    else:
        return ()
    return related(match, Relation(base, step, "year", pick, whole=True), grain=grain)


def read_day_number(match: re.Match[str], source: str) -> tuple[Timex, ...]:
    """The 20th of the month told last, of the following one, or of that June."""
    base, step = direction(match["which"]) if group(match, "which") else ("told", 0)
    day = f"-{int(match['day']):02}"
    if not group(match, "month"):
        return related(match, Relation(base, step, "month", day), grain="day")
    if not source[match.start("month")].isupper():
        return ()
    return related(match, Relation(base, step, "year", f"-{month_number(match['month']):02}{day}"), grain="day")


def read_day_before(match: re.Match[str], source: str) -> tuple[Timex, ...]:
    """The day before or after what was told last."""
    if match["side"] != "following" and re.match(r"\s+[\w“\"]", source[match.end() : match.end() + 4]):
        return ()
    step = -1 if match["side"] in ("before", "earlier") else 1
    night = match["unit"] == "night"
    return related(match, Relation("told", step, "day" if night else match["unit"], part="TNI" if night else ""))


def read_the_unit(match: re.Match[str], source: str) -> tuple[Timex, ...]:
    """The week, month, quarter or year that is spoken of: "sales in the quarter"."""
    if not _SPOKEN_OF.search(led(match, source)):
        return ()
    if match["unit"] == "weekend":
        return related(match, Relation("near", 0, "weekend"))
    if group(match, "earlier"):
        return related(match, Relation("now", -1, "year"))
    return related(match, Relation("now", 0, match["unit"]))


def read_end(match: re.Match[str], _: str) -> tuple[Timex, ...]:
    """The unit told last by its end or its course: "later in the year", "by year's end"."""
    return related(match, Relation("told", 0, match["unit"]))


_HEDGE = f"(?P<hedge>{w.HEDGE})"
_COUNT = rf"(?P<count>{w.VAGUE}|{w.NUMBER}(?: (?:or|to) {w.NUMBER})?|an?|one|half an?)"
_SIDE = (
    r"(?:(?P<after>later|on(?=,)|afterwards?|thereafter|hence|after that|from now|down the road|after)|"
    r"(?P<before>earlier|previously|before|prior|beforehand|before that|sooner)|(?P<ago>ago))"
)
_SIDE_HINTS = "later on, after there hence from down earlier previous before prior sooner ago"
_UNIT = "(?P<unit>day|night|week|weekend|month|quarter|year|decade|century)"
_PART = rf"(?: (?:in the |at )?{w.DAY_PART})?"
_COURSE = (
    r"(?:(?:later|late|earlier|early)(?: in| on)? |"
    r"(?:the )?(?:end|beginning|start|middle|rest|remainder|latter part|close) of |most of the rest of )"
)
_NOT_TOLD = r"(?! (?:of|when|that|before|after|following|to|in which|since|\d)|[’'-])"

RULES: tuple[Rule, ...] = (
    rule(read_later, rf"{_HEDGE}{_COUNT}[ -]{w.MANY}(?:'|’)?(?: time)? {_SIDE}\b", _SIDE_HINTS, clues.UNIT),
    rule(
        read_later,
        rf"{_HEDGE}(?P<count>half an?|an?|one|a single) {w.UNIT}(?: and a half)? {_SIDE}\b",
        _SIDE_HINTS,
        clues.UNIT,
    ),
    rule(read_later, rf"{_HEDGE}{_COUNT} {w.MANY} (?P<after>on)(?=,)", "on", clues.UNIT),
    rule(read_later, rf"(?:only |just )?{w.MANY} {_SIDE}\b", _SIDE_HINTS, clues.UNIT),
    rule(
        read_which,
        rf"{LEAD}{WHICH} (?:fiscal |calendar |school |academic )?{_UNIT}\b{_PART}(?![-’'](?!s\b))",
        WHICH_HINTS,
        clues.UNIT,
    ),
    rule(
        read_picked, rf"{LEAD}{WHICH} (?:{w.MONTH}|{w.SEASON}|{w.WEEKDAY}(?!\w){_PART})(?!\w)", WHICH_HINTS, clues.NAMED
    ),
    rule(read_of_year, rf"(?:the )?{w.MODIFIER}(?:{w.MONTH}|{w.SEASON}),? (?:of )?{WHICH} year\b", "year", clues.NAMED),
    rule(read_of_year, rf"{w.MONTH} {w.DAY},? (?:of )?{WHICH} year\b", "year", clues.MONTH),
    rule(read_of_year, rf"(?:the )?{w.DAY} (?:of )?{w.MONTH},? (?:of )?{WHICH} year\b", "year", clues.MONTH),
    rule(
        read_day_number,
        rf"the {w.NUMBERED_DAY} of (?:{WHICH} (?:month|{w.MONTH})|the month)(?![\w-])",
        "month last past next following that same this",
    ),
    rule(
        read_day_number,
        rf"(?:(?<=on )|(?<=by )|(?<=until )|(?<=till ))the {w.NUMBERED_DAY}"
        r"(?! (?:of|and|or|to)\b| [a-z-]*(?:century|anniversary|floor|day|street|parallel|meridian|regiment|infantry|"
        r"division|brigade|corps|battalion|army|amendment|congress)|[’'-])\b",
        "on by until till",
    ),
    rule(
        read_day_before,
        r"the (?P<unit>day|night|week|month|year) (?P<side>before|after|following|earlier)\b",
        "the",
        clues.UNIT,
    ),
    rule(read_end, rf"{_COURSE}the (?P<unit>day|week|month|year|decade|century)\b(?! of)", "the", clues.UNIT),
    rule(read_end, r"(?P<unit>year|month|week|day|decade)(?:’s|'s|-)[ -]?end\b", "end"),
    rule(
        read_the_unit,
        rf"the (?:(?P<earlier>year-ago|year-earlier) )?(?P<unit>weekend|week|month|quarter|year|period)\b{_NOT_TOLD}",
        "week month quarter year period",
    ),
)
