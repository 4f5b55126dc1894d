"""Lengths of time, what recurs, times of the clock and words for the present: "for three days", "every year", "now"."""

from __future__ import annotations

import re

from quiz.documents.model import Span
from quiz.facts import date_words as w
from quiz.facts.dates.counts import count_of, duration, singular
from quiz.facts.dates.relative import weekday_number
from quiz.facts.dates.timex import Relation, Rule, Timex, group, rule

_HEDGE = w.HEDGE
_OVER = re.compile(r"\b(?:for|after|in|within|lasted|lasting|took|of|by|just|well|with|is|was|were|spent|nearly)\s+$", re.IGNORECASE)
_BARE = re.compile(
    r"\b(?:for|in|within|after|over|of|through|during|took|takes|take|lasted|by|only|just|mere|spent|spend|before|until|to|and|"
    r"or|than|between|these|those|throughout)\s+$",
    re.IGNORECASE,
)
_AT = re.compile(r"(?:\b(?:at|by|until|till|from|around|about|before|after|since)\s|\(|\n)$", re.IGNORECASE)
_SPAN = (
    r"(?P<which>(?:the|this|that|these|those|its|his|her|their|our|another|an|a) )?(?:(?P<frame>last|past|next|first|previous|"
    r"following|coming|final|preceding|recent|same|subsequent|intervening|remaining|initial|early|opening|other|current|entire|whole|full) )?"
)
_ADJECTIVE = r"(?: (?!(?:and|or|of|to|in|the|a|an|per|each|every|other|is|was|were|are|at|on|by|for|from|with|this|that|last|next|past)\b)[a-z]{3,12}| (?:or|to|and) " + w.NUMBER + r")?"
_MANY = w.UNITS_.replace("units", "unit")
_TAIL = r"(?: of age| old|[ -]long|[ -]old| or (?:so|more|less|longer))?"
_ANY = "seconds minutes hours days nights weeks fortnights months quarters years decades centuries weekends"


def _duration(match: re.Match[str], value: str) -> tuple[Timex, ...]:
    return (Timex(Span(*match.span()), "DURATION", value),)


def read_length(match: re.Match[str], source: str) -> tuple[Timex, ...]:
    """So many units of time."""
    number = count_of(match["count"])
    if number is not None and number > 9999:
        return ()
    after = source[match.end() : match.end() + 12]
    if match["unit"] == "quarters" and not group(match, "frame") and not re.search("straight|consecutive|more", match.group()):
        return ()
    if match["unit"] == "seconds" and (number is None or re.match(r"\s+of\b", after)):
        return ()
    return _length(match, source, duration(number, singular(match["unit"])))


def _length(match: re.Match[str], source: str, value: str) -> tuple[Timex, ...]:
    """A length of time, without an "over" or "under" that is a preposition."""
    start = match.start()
    over = re.match(r"(?:over|under)\s+", match.group())
    if over and (match["which"] or not _OVER.search(source[max(0, start - 10) : start])):
        start += over.end()
    return (Timex(Span(start, match.end()), "DURATION", value),)


def read_compound(match: re.Match[str], _: str) -> tuple[Timex, ...]:
    """A number joined to a unit by a hyphen: "a ten-day visit"."""
    return _duration(match, duration(count_of(match["count"]), match["unit"]))


def read_one(match: re.Match[str], source: str) -> tuple[Timex, ...]:
    """One unit: a day, a year and a half, the past decade."""
    unit = match["unit"]
    if unit in ("second", "quarter") and not re.search(r"\b(?:past|last|next)\b", match.group()):
        return ()
    after = source[match.end() : match.end() + 14]
    if re.match(r"[-’'](?!s\b)\w|\s+(?:earlier|later|ago)\b", after):
        return ()
    words = match.group()
    number = 0.5 if re.search(r"\bhalf (?:an? )?[a-z]+$|half-", words) else count_of(words)
    if re.search(r"and a half$", words):
        number = 1.5
    return _length(match, source, duration(number or 1.0, unit))


def read_bare(match: re.Match[str], source: str) -> tuple[Timex, ...]:
    """Units without a number: "within days", "for years"."""
    unit = singular(match["unit"])
    if unit in ("second", "quarter", "night"):
        return ()
    framed = not re.match(match["unit"], match.group())
    if not framed and not _BARE.search(source[max(0, match.start() - 12) : match.start()]):
        return ()
    if re.match(r"\s\d", source[match.end() : match.end() + 2]):
        return ()
    recent = re.match(r"(?:the )?recent", match.group())
    return (Timex(Span(*match.span()), "DATE", "PAST_REF"),) if recent else _duration(match, duration(None, unit))


_EVERY = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX", "quarter": "XXXX-QX"}
_ADVERBS = {
    "daily": "XXXX-XX-XX",
    "nightly": "XXXX-XX-XXTNI",
    "hourly": "XXXX-XX-XXTXX",
    "weekly": "XXXX-WXX",
    "monthly": "XXXX-XX",
    "quarterly": "XXXX-QX",
    "annual": "XXXX",
    "annually": "XXXX",
    "yearly": "XXXX",
    "everyday": "XXXX-XX-XX",
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
        from quiz.facts.dates.explicit import month_number  # noqa: PLC0415

        return _set(match, f"XXXX-{month_number(match['month']):02}")
    if group(match, "season"):
        return _set(match, f"XXXX-{w.SEASONS[match['season']]}")
    if group(match, "part"):
        return _set(match, f"XXXX-XX-XXT{w.DAY_PARTS[match['part']]}")
    number = 2.0 if " other " in f" {match.group()} " else count_of(group(match, "count") or "a")
    unit = singular(match["unit"])
    return _set(match, duration(number, unit))


def read_rate(match: re.Match[str], _: str) -> tuple[Timex, ...]:
    """Per day, a year: the unit a rate is told for."""
    return _set(match, duration(1.0, {"annum": "year"}.get(match["unit"], match["unit"])))


def read_recurring(match: re.Match[str], source: str) -> tuple[Timex, ...]:
    """Daily, annually, Mondays."""
    if group(match, "weekday"):
        if not source[match.start("weekday")].isupper():
            return ()
        return _set(match, f"XXXX-WXX-{weekday_number(match['weekday']) + 1}")
    if source[match.start() + 1 : match.start() + 2].isalpha() and source[match.start()].isupper() and source[match.start() - 1 : match.start()] == " ":
        return ()
    return _set(match, _ADVERBS[match["adverb"]])


def read_clock(match: re.Match[str], source: str) -> tuple[Timex, ...]:
    """A time of the clock; digits alone only where they can be nothing else."""
    if not group(match, "sure") and not _AT.search(source[max(0, match.start() - 12) : match.start()]):
        return ()
    hour, minute = int(match["hour"]), group(match, "minute") or "00"
    half = group(match, "half")[:1]
    if hour > 24 or int(minute) > 59 or (half in ("a", "p") and not 1 <= hour <= 12):
        return ()
    if half == "p" and hour < 12:
        hour += 12
    if half == "a" and hour == 12:
        hour = 0
    stop = match.start() + len(match.group().rstrip(" ,"))
    return (Timex(Span(match.start(), stop), "TIME", f"T{hour:02}:{minute}", relation=Relation("clock", 0, "day")),)


def read_noon(match: re.Match[str], _: str) -> tuple[Timex, ...]:
    """Noon or midnight."""
    value = "T12:00" if "noon" in match.group() else "T24:00"
    return (Timex(Span(*match.span()), "TIME", value, relation=Relation("clock", 0, "day")),)


_PRESENT = (
    r"right now|by now|now|currently|nowadays|at present|at the moment|presently|these days|present[- ]day|modern[- ]day|"
    r"(?<=until )the present|(?<=to )the present"
)


def read_reference(match: re.Match[str], source: str) -> tuple[Timex, ...]:
    """Words for the present, the past and the future."""
    word = re.sub(r"\s+", " ", match.group())
    start = match.start()
    if word == "by now":
        start, word = start + 3, "now"
    if word == "former" and (re.match(r"\s*[,.;]|\s+(?:and|was|were|is|had|being|of)\b", source[match.end() : match.end() + 7]) or source[start].isupper()):
        return ()
    value = "PAST_REF"
    if "future" in word or word == "upcoming":
        value = "FUTURE_REF"
    elif re.match(r"(?:right |by )?now|current|present|modern|nowadays|at |these|date|today|the present|the time being", word):
        value = "PRESENT_REF"
    narrative = word in ("former", "formerly", "future", "the day")
    return (Timex(Span(start, match.end()), "DATE", value, relation=Relation("narrated", 0, "") if narrative else None),)


def read_the_time(match: re.Match[str], _: str) -> tuple[Timex, ...]:
    """The time or period told last."""
    return (Timex(Span(*match.span()), "DATE", "", relation=Relation("narrated", 0, "")),)


_ZONE = r"(?: (?:[ecmpg](?:st|dt|mt|t)|gmt|utc|local time)\b)?"
RULES: tuple[Rule, ...] = (
    rule(read_length, rf"{_HEDGE}{_SPAN}(?P<hedge>{_HEDGE})(?P<count>{w.VAGUE}|{w.NUMBER})(?:{_ADJECTIVE} |-){_MANY}\b{_TAIL}(?! (?:later|earlier|ago)\b)", _ANY),
    rule(read_compound, rf"{_HEDGE}(?P<count>{w.NUMBER}|several|half|multi|(?:a )?{w.UNIT.replace('?P<unit>', '?:')}[ -]and[ -]a[ -]half)[ -]{w.UNIT}(?:[- ](?:long|old))?\b(?!-(?:end|and))", ""),
    rule(read_one, rf"{_HEDGE}(?P<which>this )?(?:an?|one|another|half an?|an? half|(?:a|one|the) (?:single|full|whole|entire|past|final|first)|the (?:past|last|next)|the (?:past|last|next) half)[ -]{w.UNIT}(?: and a half|-long)?(?: or (?:so|more|two))?(?: of age| old)?\b"),
    rule(read_bare, rf"(?:(?:the )?(?:recent|coming|following|intervening|last|past|final|early|ensuing|previous|preceding|next|later|many|many more|long) )?{_MANY}(?![\w’']| (?:later|earlier|ago)\b)", _ANY),
    rule(read_every, rf"(?:every|each|(?:once|twice|three times|four times) (?:every|each)) (?:other |single |(?P<count>{w.NUMBER}|few|couple of) )?(?:(?P<unit>{'|'.join(w.UNITS)}|{_MANY.split('>', 1)[1][:-1]})|{w.WEEKDAY}|{w.MONTH}|{w.SEASON}|{w.DAY_PART})\b", "every each"),
    rule(read_rate, r"(?:per|/) ?(?P<unit>second|minute|hour|day|night|week|month|quarter|year|annum)\b", "per /"),
    rule(read_recurring, rf"(?:(?P<adverb>{'|'.join(_ADVERBS)})|(?P<weekday>{'|'.join(w.WEEKDAYS)})s)(?![\w-])", "ly annual days everyday"),
    rule(read_clock, rf"(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d))?(?::\d\d)? ?(?P<sure>(?P<half>[ap]\.? ?m\b\.?)){_ZONE}", "am pm a. p. m."),
    rule(read_clock, rf"(?P<hour>\d{{1,2}}):(?P<minute>\d\d)(?::\d\d)?(?P<sure> ?hrs\b| ?hours\b|h\b| (?:gmt|utc|local time|[ecmp][sd]t)\b)?(?![\d:%])", ":"),
    rule(read_clock, rf"(?P<hour>\d{{1,2}})(?P<sure> o[’']clock)", "clock"),
    rule(read_noon, r"(?:12 )?(?:noon|midnight)\b", "noon midnight"),
    rule(read_reference, rf"(?:{_PRESENT}|current|recent|recently|lately|former|(?<=in )the (?:near |distant |recent )?(?:past|future)(?=[.,;:)]| (?:and|or|but|was|were|had|has|have|is|when|they|he|it|to|by|with|as|for|on)\b)|the future|future|(?<=to )date|the time being)(?![\w’'])(?!-(?![a-z]+(?:ed|nct|nt|wn)\b))"),
    rule(read_the_time, r"(?:(?<=at )|(?<=by )|(?<=during )|(?<=throughout )|(?<=from )|(?<=since )|(?<=until )|(?<=of )|(?<=in )|(?<=for )|(?<=around )|(?<=about ))(?:(?:the same|this|that) time|(?<=at )the time|(?:the same|this|that|the) period)\b(?! of)|(?<=for )(?:some|a (?:very )?(?:short|long|brief|considerable)) (?:time|while)\b|(?:dry|wet|rainy|monsoon|harvest|growing) season\b", "time period season while"),
    rule(read_rate, r"(?P<unit>day|week|month|year|hour)\b", "/", start=r"(?<=\d/)"),
)
