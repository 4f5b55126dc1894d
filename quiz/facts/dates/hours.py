"""Times of the day: "3 p.m.", "at noon", "that afternoon", "in the morning"."""

from __future__ import annotations

import re

from quiz.documents.model import Span
from quiz.facts.date_words import DAY_PARTS
from quiz.facts.dates.direction import LEAD, WHICH, direction, led, related
from quiz.facts.dates.timex import NARRATED, Relation, Rule, Timex, group, rule

_AT = re.compile(r"(?:\b(?:at|by|until|till|from|around|about|before|after|since)\s|\(|\n)$")
_AT_NIGHT = re.compile(r"\b(?:in|at|during|that|by)\s+(?:the\s+)?$")
_CLOCK = Relation("clock", 0, "day")


def read_part(match: re.Match[str], source: str) -> tuple[Timex, ...]:
    """A part of the day told last, or of any day; none in "Operation Dawn"."""
    before = led(match, source)
    if source[match.start("part")].isupper() and re.search(r"[\w,] $", before):
        return ()
    part = DAY_PARTS[match["part"]]
    if group(match, "which"):
        base, step = direction(match["which"])
        return related(match, Relation(base, step, "day", part=f"T{part}"), "TIME")
    bare = part == "NI" and not _AT_NIGHT.search(before)
    return (Timex(Span(*match.span()), "TIME", f"XXXX-XX-XXT{part}", relation=NARRATED if bare else None),)


def read_clock(match: re.Match[str], source: str) -> tuple[Timex, ...]:
    """A time of the clock; digits alone only where they can be nothing else."""
    if not group(match, "sure") and not _AT.search(led(match, source)):
        return ()
    hour, minute, half = int(match["hour"]), group(match, "minute") or "00", group(match, "half")[:1]
    if hour > 24 or int(minute) > 59 or (half and not 1 <= hour <= 12):
        return ()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    stop = match.start() + len(match.group().rstrip(" ,"))
    return (Timex(Span(match.start(), stop), "TIME", f"T{hour:02}:{minute}", relation=_CLOCK),)


def read_noon(match: re.Match[str], _: str) -> tuple[Timex, ...]:
    """Noon or midnight."""
    value = "T12:00" if "noon" in match.group() else "T24:00"
    return (Timex(Span(*match.span()), "TIME", value, relation=_CLOCK),)


_ZONE = r"(?: (?:[ecmpg](?:st|dt|mt|t)|gmt|utc|local time)\b)?"
_SURE = r"(?P<sure> ?hrs\b| ?hours\b|h\b| (?:gmt|utc|local time|[ecmp][sd]t)\b)?"
_PART_LEAD = rf"(?:{LEAD}{WHICH} |(?:the )?(?:early |late |mid-)|(?:early |late )?the |one |(?<=at ))?"

RULES: tuple[Rule, ...] = (
    rule(
        read_part,
        rf"{_PART_LEAD}(?P<part>{'|'.join(DAY_PARTS)})\b(?!-long)",
        "morning afternoon evening night dawn dusk midday daytime",
    ),
    rule(
        read_clock,
        rf"(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d))?(?::\d\d)? ?(?P<sure>(?P<half>[ap]\.? ?m\b\.?)){_ZONE}",
        "am pm a. p. m.",
    ),
    rule(read_clock, rf"(?P<hour>\d{{1,2}}):(?P<minute>\d\d)(?::\d\d)?{_SURE}(?![\d:%])", ":"),
    rule(read_clock, r"(?P<hour>\d{1,2})(?P<sure> o[’']clock)", "clock"),
    rule(read_noon, r"(?:12 )?(?:noon|midnight)\b", "noon midnight"),
)
