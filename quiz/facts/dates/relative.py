"""Dates that stand in relation to another: "two years later", "last week", "that same month", "on Monday"."""

from __future__ import annotations

import re

from quiz.documents.model import Span
from quiz.facts import date_words as w
from quiz.facts.dates.counts import count_of, duration, singular
from quiz.facts.dates.explicit import month_number, ordinal
from quiz.facts.dates.timex import Relation, Rule, Timex, group, rule

_WHICH = (
    r"(?P<which>(?:this|that|the) (?:very )?same|the very same|last|past|previous|preceding|next|following|subsequent|coming|"
    r"upcoming|this(?: past| coming)?|that|same|current|the (?:next|following|previous|preceding|last|past|coming|current|"
    r"same|subsequent|ensuing|present|prior))"
)
_STEPS = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1, "next": 1, "following": 1} | {
    "subsequent": 1,
    "coming": 1,
    "upcoming": 1,
    "ensuing": 1,
}
_NOW = frozenset({"last", "next", "this", "coming", "upcoming", "current", "present", "past"})
_LEAD = (
    r"(?P<lead>(?:(?:very )?(?:early|late|later|earlier|mid|midway)(?: in| on)?[ -]|(?:the |at )?(?:end|beginning|start|middle|rest|remainder|"
    r"close|course|(?:early|later|first|second|latter) (?:half|part)|final days|final weeks|opening) of ))?"
)
_UNIT = "(?P<unit>day|night|week|weekend|month|quarter|year|decade|century)"
_PART = rf"(?: (?:in the |at )?{w.DAY_PART})"
_PART_OF = r"(?:(?P<early>early|late|mid|earlier|later)[ -](?:in |on )?)?"
_HEDGE = r"(?P<hedge>" + w.HEDGE + ")"
_COUNT = rf"(?P<count>{w.VAGUE}|{w.NUMBER}(?: (?:or|to) {w.NUMBER})?|an?|one|half an?)"
_MANY = w.UNITS_.replace("units", "unit")
_AFTER = r"(?P<after>later|afterwards?|thereafter|hence|after that|from now|down the road|after)"
_BEFORE = r"(?P<before>earlier|previously|before|prior|beforehand|before that|sooner)"
_AGO = r"(?P<ago>ago)"
_LATER = "later after there hence from down earlier previous before prior sooner ago"


_WITHIN = re.compile(
    r"\b(?:in|during|by|until|till|since|throughout|over|of|for|through|before|after|spent|that|this|and|into|between)\s+$", re.IGNORECASE
)
_SEASONAL = re.compile(
    r"\s(?:counter-?)?(?:offensives?|campaigns?|quarters|break|holidays?|vacation|invasion|session|recess|meeting|months|semester|term|"
    r"training|elections?|attacks?|fighting|games|olympics|uprising|conference|season|harvests?|collection|schedule)\b",
    re.IGNORECASE,
)


def _timex(match: re.Match[str], relation: Relation, kind: str = "DATE", grain: str = "") -> tuple[Timex, ...]:
    stop = match.start() + len(match.group().rstrip(" ,."))
    return (Timex(Span(match.start(), stop), kind, "", grain or relation.unit, relation=relation),)


def _lead(match: re.Match[str], source: str) -> str:
    return source[max(0, match.start() - 16) : match.start()].lower()


def _parted(match: re.Match[str]) -> tuple[str, str]:
    """The part of the day a match names, as a value has it, and the TIMEX3 type that makes."""
    part = group(match, "part")
    return (f"T{w.DAY_PARTS[part]}", "TIME") if part else ("", "DATE")


def read_later(match: re.Match[str], source: str) -> tuple[Timex, ...]:
    """So many units later, earlier or ago."""
    unit = singular(match["unit"])
    words = group(match, "count")
    if group(match, "after") == "after" or group(match, "before") == "before":
        following = source[match.end() : match.end() + 30]
        if re.match(r"\s+(?!that\b|,)[\w“\"’']", following) and not re.match(r"\s+(?:the|in|on|at)\s*,", following):
            return ()
    number = count_of(words) if words else None
    half = number is not None and number != int(number)
    back = bool(group(match, "before") or group(match, "ago"))
    base = "now" if group(match, "ago") or group(match, "after") == "from now" else "told"
    vague = number is None or (half and unit != "year")
    count = int((number or 1) * (12 if half and unit == "year" else 1))
    unit = "month" if half and unit == "year" else unit
    if unit in w.CLOCK_UNITS:
        vague = True
    return _timex(match, Relation(base, -count if back else (count or 1), unit, vague=vague))


def read_which(match: re.Match[str], source: str) -> tuple[Timex, ...]:
    """Last week, the following year, that same day."""
    which = match["which"].split()
    step = next((_STEPS[word] for word in which if word in _STEPS), 0)
    unit = match["unit"]
    if which[0] == "the" and step and not group(match, "lead") and (which[-1] == "past" or (which[-1] in ("next", "last", "coming") and _lasting(match, source))):
        return (Timex(Span(*match.span()), "DURATION", duration(1.0, unit)),)
    plain = which[-1] in _NOW and (which[0] != "the" or which[-1] != "next")
    part, kind = _parted(match)
    if unit == "night":
        unit, part, kind = "day", "TNI", "TIME"
    return _timex(match, Relation("now" if plain else "told", step, unit, part=part, whole=True), kind)


def _lasting(match: re.Match[str], source: str) -> bool:
    """Whether it is told how long something lasted: "for the next year"."""
    return bool(re.search(r"\b(?:for|over)\s+$", source[max(0, match.start() - 8) : match.start()], re.IGNORECASE))


def read_picked(match: re.Match[str], source: str) -> tuple[Timex, ...]:
    """Last March, next summer, this Friday, that spring."""
    which = match["which"].split()
    step = next((_STEPS[word] for word in which if word in _STEPS), 0)
    base = "now" if which[-1] in _NOW and which[0] != "the" else "told"
    part, kind = _parted(match)
    if group(match, "month"):
        if not source[match.start("month")].isupper():
            return ()
        return _timex(match, Relation(base, step, "year", f"-{month_number(match['month']):02}", part), grain="month")
    if group(match, "season"):
        return _timex(match, Relation(base, step, "year", f"-{w.SEASONS[match['season']]}"), grain="season")
    if not source[match.start("weekday")].isupper():
        return ()
    return _timex(match, Relation(base, step, "week", str(weekday_number(match["weekday"])), part), kind)


def read_of_year(match: re.Match[str], source: str) -> tuple[Timex, ...]:
    """A day, month or season of that or the following year."""
    step = next((_STEPS[word] for word in match["which"].split() if word in _STEPS), 0)
    base = "now" if match["which"].split()[-1] in _NOW and match["which"][:3] != "the" else "told"
    if group(match, "season"):
        return _timex(match, Relation(base, step, "year", f"-{w.SEASONS[match['season']]}", whole=True), grain="season")
    if not source[match.start("month")].isupper():
        return ()
    pick = f"-{month_number(match['month']):02}" + (f"-{int(match['day']):02}" if group(match, "day") else "")
    return _timex(match, Relation(base, step, "year", pick, whole=True), grain="day" if group(match, "day") else "month")


def weekday_number(name: str) -> int:
    """0 for a Monday, full or abbreviated, to 6 for a Sunday."""
    key = name.rstrip(".")
    return w.WEEKDAYS.index(key) if key in w.WEEKDAYS else w.SHORT_WEEKDAYS[key]


def read_day_word(match: re.Match[str], _: str) -> tuple[Timex, ...]:
    """Yesterday, today, tomorrow, tonight."""
    word = match["word"]
    step = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    part, kind = _parted(match)
    if word in ("tonight", "overnight", "last night"):
        part, kind, step = "TNI", "TIME", -1 if word == "last night" else 0
    return _timex(match, Relation("today" if word == "today" else "now", step, "day", part=part), kind)


def read_weekday(match: re.Match[str], source: str) -> tuple[Timex, ...]:
    """A weekday by itself; its abbreviations only with a full stop."""
    name = match["weekday"]
    if not source[match.start("weekday")].isupper() or (name not in w.WEEKDAYS and not name.endswith(".")):
        return ()
    part, kind = _parted(match)
    return _timex(match, Relation("near", 0, "week", str(weekday_number(name)), part), kind)


def read_quarter(match: re.Match[str], _: str) -> tuple[Timex, ...]:
    """A quarter or half of a year, calendar or fiscal."""
    number = group(match, "digit") or str(ordinal(group(match, "nth")) or 4)
    letter = "H" if group(match, "half") else "Q"
    year = group(match, "year")
    if year:
        year = ("20" if int(year) < 50 else "19") + year if len(year) == 2 else year
        return (Timex(Span(*match.span()), "DATE", f"{year}-{letter}{number}"),)
    which = group(match, "which")
    if which:
        step = next((_STEPS[word] for word in which.split() if word in _STEPS), 0)
        return _timex(match, Relation("now", step, "year", f"-{letter}{number}"), grain="quarter")
    return _timex(match, Relation("near", 0, "quarter", f"-{letter}{number}"))


def read_season(match: re.Match[str], source: str) -> tuple[Timex, ...]:
    """A season by itself, where it is no verb and no well; as the attribute of an event without its article."""
    season, start = match["season"], match.start("season")
    before = source[max(0, match.start() - 16) : match.start()]
    after = source[match.end() : match.end() + 24]
    event = bool(_SEASONAL.match(after) or (source[start].isupper() and re.match(r"\s[A-Z]", after)))
    if season in ("spring", "fall") and not event:
        placed = group(match, "lead") and _WITHIN.search(before)
        if not placed or re.match(r"\s+(?:of|to|from|into|water)\b", after):
            return ()
    begin = start if event and group(match, "lead") in ("the ", "") else match.start()
    return (
        Timex(Span(begin, match.end()), "DATE", "", "season", relation=Relation("near", 0, "year", f"-{w.SEASONS[season]}")),
    )


def read_day_number(match: re.Match[str], _: str) -> tuple[Timex, ...]:
    """The 20th of the month told last."""
    return _timex(match, Relation("told", 0, "month", f"-{int(match['day']):02}"), grain="day")


def read_day_before(match: re.Match[str], source: str) -> tuple[Timex, ...]:
    """The day before or after what was told last."""
    if re.match(r"\s+[\w“\"]", source[match.end() : match.end() + 4]) and group(match, "side") != "following":
        return ()
    step = -1 if match["side"] in ("before", "earlier") else 1
    unit = match["unit"]
    part = "TNI" if unit == "night" else ""
    return _timex(match, Relation("told", step, "day" if unit == "night" else unit, part=part))


def read_part(match: re.Match[str], source: str) -> tuple[Timex, ...]:
    """A part of the day told last, or of any day: "that afternoon", "in the morning"; no "Operation Dawn"."""
    if source[match.start("part")].isupper() and re.search(r"[\w,] $", source[max(0, match.start() - 2) : match.start()]):
        return ()
    part = w.DAY_PARTS[match["part"]]
    which = group(match, "which").split()
    if which:
        step = next((_STEPS[word] for word in which if word in _STEPS), 0)
        base = "now" if which[-1] in _NOW and which[0] != "the" else "told"
        return _timex(match, Relation(base, step, "day", part=f"T{part}"), "TIME")
    bare = part == "NI" and not re.search(r"\b(?:in|at|during|that|by)\s+(?:the\s+)?$", _lead(match, source))
    relation = Relation("narrated", 0, "") if bare else None
    return (Timex(Span(*match.span()), "TIME", f"XXXX-XX-XXT{part}", relation=relation),)


def read_the_unit(match: re.Match[str], source: str) -> tuple[Timex, ...]:
    """The week, month, quarter or year that is spoken of: "sales in the quarter"."""
    if not re.search(r"\b(?:in|for|during|over|through|throughout|of)\s+$", source[max(0, match.start() - 12) : match.start()], re.IGNORECASE):
        return ()
    if match["unit"] == "weekend":
        return _timex(match, Relation("near", 0, "weekend"))
    if group(match, "earlier"):
        return _timex(match, Relation("now", -1, "year"))
    return _timex(match, Relation("now", 0, match["unit"]))


def read_end(match: re.Match[str], _: str) -> tuple[Timex, ...]:
    """The unit told last by its end or its course: "later in the year", "by year's end"."""
    return _timex(match, Relation("told", 0, match["unit"]))


RULES: tuple[Rule, ...] = (
    rule(read_later, rf"{_HEDGE}{_COUNT}[ -]{_MANY}(?:'|’)?(?: time)? (?:{_AFTER}|{_BEFORE}|{_AGO})\b", _LATER),
    rule(read_later, rf"{_HEDGE}(?P<count>half an?|an?|one|a single) {w.UNIT}(?: and a half)? (?:{_AFTER}|{_BEFORE}|{_AGO})\b", _LATER),
    rule(read_later, rf"(?:only |just )?{_MANY} (?:{_AFTER}|{_BEFORE}|{_AGO})\b", _LATER),
    rule(read_which, rf"{_LEAD}{_WHICH} {_UNIT}(?! \d)\b{_PART}?(?![-’'](?!s\b))", "last past previous preceding next following subsequent coming this that same current ensuing present prior"),
    rule(read_picked, rf"{_LEAD}{_WHICH} (?:{w.MONTH}|{w.SEASON}|{w.WEEKDAY}(?!\w){_PART}?)(?!\w)", "last past previous next following coming this that same"),
    rule(read_of_year, rf"(?:the )?{w.MODIFIER}(?:{w.MONTH}|{w.SEASON}),? (?:of )?{_WHICH} year\b", "year"),
    rule(read_of_year, rf"{w.MONTH} {w.DAY},? (?:of )?{_WHICH} year\b", "year"),
    rule(read_of_year, rf"(?:the )?{w.DAY} (?:of )?{w.MONTH},? (?:of )?{_WHICH} year\b", "year"),
    rule(read_day_word, rf"{_PART_OF}(?P<word>yesterday|today|tomorrow|tonight|overnight|last night)(?:’s|'s)?(?<!s){_PART}?(?!\w)", "yesterday today tomorrow night"),
    rule(read_weekday, rf"{_PART_OF}{w.WEEKDAY}(?!\w){_PART}?(?!\w)", "day mon tue wed thu fri sat sun"),
    rule(read_quarter, rf"(?:the )?(?:fiscal )?(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th|final)[ -](?:fiscal )?(?:quarter|(?P<half>half))(?: (?:of|in) {_WHICH} (?:fiscal )?year| (?:of )?(?:fiscal )?(?:year )?{w.YEAR})?\b(?!-)", "quarter half"),
    rule(read_quarter, rf"q(?P<digit>[1-4])(?: (?:of )?(?:fiscal )?{w.YEAR})?\b", "q1 q2 q3 q4"),
    rule(read_season, rf"(?P<lead>(?:later in |early in |late in )?(?:the )?(?:early |late |mid-?|middle of |end of )?(?<=[ -])|(?:early|late|mid)[ -])?{w.SEASON}(?![\w’'])", "spring summer autumn fall winter"),
    rule(read_day_number, r"(?<=on )(?:the )(?P<day>[12]?\d|3[01])(?:st|nd|rd|th)(?! [a-z-]*(?:century|anniversary|floor|day|street|parallel))\b", "on"),
    rule(read_day_before, r"(?:the )(?P<unit>day|night|week|month|year) (?P<side>before|after|following|earlier)\b", "day night week month year"),
    rule(read_part, rf"(?:{_LEAD}{_WHICH} |(?:the )?(?:early |late |mid-)|(?:early |late )?(?:in )?the |(?<=in )the |one |(?<=at ))?(?P<part>{'|'.join(w.DAY_PARTS)})\b(?!-long)", "morning afternoon evening night dawn dusk midday daytime"),
    rule(read_end, r"(?P<lead>(?:later|late|earlier|early)(?: in| on)? |(?:the )?(?:end|beginning|start|middle|rest|remainder|latter part|close) of |most of the rest of )the (?P<unit>day|week|month|year|decade|century)\b(?! of)", "the"),
    rule(read_the_unit, r"the (?:(?P<earlier>year-ago|year-earlier) )?(?P<unit>weekend|week|month|quarter|year|period)\b(?! (?:of|when|that|before|after|following|to|in which|since|\d)|[’'-])", "the"),
    rule(read_end, r"(?P<unit>year|month|week|day|decade)(?:’s|'s|-)[ -]?end\b", "end"),
)
