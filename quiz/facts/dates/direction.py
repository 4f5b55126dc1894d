"""Where a relative date lies: the words for before and after, and what they count from."""

from __future__ import annotations

import re

from quiz.documents.model import Span
from quiz.facts.date_words import DAY_PARTS, SHORT_WEEKDAYS, WEEKDAYS
from quiz.facts.dates.timex import Relation, Timex, group

WHICH = (
    r"(?P<which>(?:this|that|the) (?:very )?same|last|past|previous|preceding|next|following|subsequent|"
    r"coming|upcoming|this(?: past| coming)?|that|same|current|the (?:next|following|previous|preceding|last|past|"
    r"coming|current|same|subsequent|ensuing|present|prior))"
)
WHICH_HINTS = "last past previous preceding next following subsequent coming this that same current ensuing prior"
STEPS = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1} | {
    "next": 1,
    "following": 1,
    "subsequent": 1,
    "coming": 1,
    "upcoming": 1,
    "ensuing": 1,
}
FROM_NOW = frozenset({"last", "next", "this", "coming", "upcoming", "current", "present", "past"})
"""Words that count from the day of writing, unless "the" makes them count from what was told."""
LEAD = (
    r"(?P<lead>(?:(?:very )?(?:early|late|later|earlier|mid|midway)(?: in| on)?[ -]|(?:the |at )?(?:end|beginning|"
    r"start|middle|rest|remainder|close|course|(?:early|later|first|second|latter) (?:half|part)|final days|"
    r"final weeks|opening) of ))?"
)


def direction(which: str) -> tuple[str, int]:
    """What a word like "the following" counts from, "now" or "told", and how many steps."""
    words = which.split()
    step = next((STEPS[word] for word in words if word in STEPS), 0)
    return "now" if words[-1] in FROM_NOW and words[0] != "the" else "told", step


def related(match: re.Match[str], relation: Relation, kind: str = "DATE", grain: str = "") -> tuple[Timex, ...]:
    """The time expression of a match, told by its relation to another."""
    stop = match.start() + len(match.group().rstrip(" ,."))
    return (Timex(Span(match.start(), stop), kind, "", grain or relation.unit, relation=relation),)


def parted(match: re.Match[str]) -> tuple[str, str]:
    """The part of the day a match names, as a value has it, and the TIMEX3 type that makes."""
    part = group(match, "part")
    return (f"T{DAY_PARTS[part]}", "TIME") if part else ("", "DATE")


def weekday_number(name: str) -> int:
    """0 for a Monday, full or abbreviated, to 6 for a Sunday."""
    key = name.rstrip(".")
    return WEEKDAYS.index(key) if key in WEEKDAYS else SHORT_WEEKDAYS[key]


def led(match: re.Match[str], source: str) -> str:
    """What stands right before a match, in lower case."""
    return source[max(0, match.start() - 16) : match.start()].lower()
