"""A time expression as a rule reads it, and the rules' own form."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from quiz.documents.model import Span
from quiz.facts.dates.clues import Clue


@dataclass(frozen=True, slots=True)
class Relation:
    """How far and in which unit an expression stands from another date.

    `base` is "told" (the date told last: "two days later"), "now" (the reference date: "yesterday") or "near" (the
    nearest one the tense allows: "on Monday"), "today" (the reference date, without one the present), "clock" (a time
    of the day of the date beside it) or "narrated" (see `NARRATED`). `pick` names what is meant within the unit: a
    month `-03`, a season `-SU`, a weekday `0` to `6`, a quarter `-Q3`, a day `-20`. `part` is appended: `TMO` for a
    morning. Of a vague count (`days later`) only the direction is told.
    """

    base: str
    count: int
    unit: str
    pick: str = ""
    part: str = ""
    vague: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression: its TIMEX3 type, and grain and value as `Date` has them, `XXXX` for a year that is not told.

    `relation` tells the value where it depends on another date. `ends` are the two ends of a range; `core` is the
    expression as a `Date` has it where that differs: without the weekday or the part of the day before it. `anchor` is
    the one that told the year or the start of the reckoning.
    """

    span: Span
    kind: str
    value: str
    grain: str = ""
    end: str = ""
    modifier: str = ""
    relation: Relation | None = None
    ends: tuple[Timex, ...] = ()
    core: Timex | None = None
    anchor: Timex | None = None

    def valued(self, value: str, anchor: Timex | None = None) -> Timex:
        """The same with another value, taken from an anchor."""
        return replace(self, value=value, anchor=anchor)


NARRATED = Relation("narrated", 0, "")
"""Of what only annotators of histories take for a time expression: "former", "at that time"."""
Reader = Callable[[re.Match[str], str], tuple[Timex, ...]]
"""Reads a match in the text in lower case; the second argument is the text as it is written."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, the words of which a text must hold one for it to match, and what is read from a match.

    `read` returns nothing if the match is no time expression after all. Where every match holds a clue, it is looked
    for only where one is near.
    """

    pattern: re.Pattern[str]
    hints: tuple[str, ...]
    read: Reader
    clue: Clue | None = None


START = r"(?<![\w$£€¥§#./−-])"
_BLANK = re.compile(r"(?P<behind>\(\?<[=!][^()]*\))|(?P<set>\[ -\])|(?P<maybe> \?)| ")


def rule(read: Reader, pattern: str, hints: str = "", clue: Clue | None = None, start: str = START) -> Rule:
    """A rule from a pattern in lower case in which a blank stands for white space, and the words it needs one of.

    A low line in a hint stands for a blank. One with a clue begins as `START` has it.
    """
    words = tuple(hint.replace("_", " ") for hint in hints.split())
    return Rule(re.compile(start + _BLANK.sub(_white, pattern), re.ASCII), words, read, clue)


def _white(blank: re.Match[str]) -> str:
    """White space as a pattern has it: one character where the length is fixed."""
    if blank["behind"]:
        return blank["behind"].replace(" ", r"\s")
    return r"[\s-]" if blank["set"] else r"\s?" if blank["maybe"] else r"\s+"


def group(match: re.Match[str], name: str) -> str:
    """A named group of a match, "" where the pattern has none or it took no part."""
    return match.groupdict().get(name) or ""
