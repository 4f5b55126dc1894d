"""Lengths of time: "three days", "a ten-day visit", "the past decade", "within weeks"."""

from __future__ import annotations

import re

from quiz.documents.model import Span
from quiz.facts import date_words as w
from quiz.facts.dates import clues
from quiz.facts.dates.counts import count_of, duration, singular
from quiz.facts.dates.direction import led
from quiz.facts.dates.timex import Rule, Timex, group, rule

_OVER = re.compile(r"\b(?:for|after|in|within|lasted|lasting|took|of|by|just|well|with|is|was|were|spent|nearly)\s+$")
_BARE = re.compile(
    r"\b(?:for|in|within|after|over|of|through|during|took|takes|take|lasted|by|only|just|mere|spent|spend|before|until|"
    r"to|and|or|than|between|these|those|throughout)\s+$"
)
_HALF = re.compile(r"\bhalf[ -](?:an? )?[a-z]+$|\bhalf-")


def read_length(match: re.Match[str], source: str) -> tuple[Timex, ...]:
    """So many units of time; "three quarters" only where they are of years."""
    number, unit = count_of(match["count"]), singular(match["unit"])
    if unit == "quarter" and not (group(match, "frame") or re.search("straight|consecutive|more", match.group())):
        return ()
    if unit == "second" and (number is None or source.startswith(" of", match.end())):
        return ()
    return _length(match, source, duration(number, unit))


def _length(match: re.Match[str], source: str, value: str) -> tuple[Timex, ...]:
    """A length of time, without an "over" or "under" that is a preposition."""
    start = match.start()
    over = re.match(r"(?:over|under)\s+", match.group())
    if over and (group(match, "which") or not _OVER.search(led(match, source))):
        start += over.end()
    return (Timex(Span(start, match.end()), "DURATION", value),)


def read_compound(match: re.Match[str], _: str) -> tuple[Timex, ...]:
    """A number joined to a unit: "a ten-day visit"; in words no seconds, for "twenty-second" is an ordinal."""
    if match["unit"] == "second" and not match["count"][0].isdigit():
        return ()
    return (Timex(Span(*match.span()), "DURATION", duration(count_of(match["count"]), match["unit"])),)


def read_one(match: re.Match[str], source: str) -> tuple[Timex, ...]:
    """One unit: a day, a year and a half, the past decade."""
    words, unit = match.group(), match["unit"]
    if unit in ("second", "quarter") and not re.search(r"\b(?:past|last|next)\b", words):
        return ()
    if re.match(r"[-’'](?!s\b)\w", source[match.end() : match.end() + 4]):
        return ()
    number = 1.5 if words.endswith("half") else 0.5 if _HALF.search(words) else count_of(words) or 1.0
    return _length(match, source, duration(number, unit))


def read_bare(match: re.Match[str], source: str) -> tuple[Timex, ...]:
    """Units without a number: "within days", "the final years", "in recent months"."""
    unit, bare = singular(match["unit"]), match.group() == match["unit"]
    if unit in ("second", "quarter", "night") or re.match(r"\s\d", source[match.end() : match.end() + 2]):
        return ()
    if bare and not _BARE.search(led(match, source)):
        return ()
    if "recent" in match.group():
        return (Timex(Span(*match.span()), "DATE", "PAST_REF"),)
    return (Timex(Span(*match.span()), "DURATION", duration(None, unit)),)


_WHOSE = (
    r"(?P<which>(?:the|this|that|these|those|its|his|her|their|our|another|an|a) )?(?:(?P<frame>last|past|next|first|"
    r"previous|following|coming|final|preceding|recent|same|subsequent|intervening|remaining|initial|early|opening|other|"
    r"current|entire|whole|full) )?"
)
_NO_ADJECTIVE = "|".join(
    "and or of to in the a an per each every other is was were are at on by for from with this that last next past few "
    "several many some".split()
)
_ADJECTIVE = rf"(?: (?!(?:{_NO_ADJECTIVE}|{w.COUNT_WORD})\b)[a-z]{{3,12}}| (?:or|to|and) {w.NUMBER})?"
_TAIL = r"(?: of age| old|[ -]long|[ -]old| or (?:so|more|less|longer))?"
_NOT_LATER = r"(?! (?:later|earlier|ago)\b)"
_ONE = (
    r"(?:an?|one|another|half an?|an? half|(?:a|one|the) (?:single|full|whole|entire|past|final|first)|"
    r"the (?:past|last|next)(?: half)?)"
)
_FRAME = (
    r"(?:(?:the )?(?:recent|coming|following|intervening|last|past|final|early|ensuing|previous|preceding|next|later|"
    r"many|many more|long) )?"
)
_ANY = " ".join(f"{unit}s" for unit in w.UNITS if unit not in w.PLURALS) + " " + " ".join(w.PLURALS.values())

RULES: tuple[Rule, ...] = (
    rule(
        read_length,
        rf"{w.HEDGE}{_WHOSE}{w.HEDGE}(?P<count>{w.VAGUE}|{w.NUMBER})(?:{_ADJECTIVE} |-){w.MANY}\b{_TAIL}{_NOT_LATER}",
        _ANY,
        clues.UNIT,
    ),
    rule(
        read_compound,
        rf"{w.HEDGE}(?P<count>{w.NUMBER}|several|half|multi|month-and-a-half|year-and-a-half)[ -]{w.UNIT}"
        r"(?:[- ](?:long|old))?\b(?!-(?:end|and))",
        clues.UNITS_TOLD,
        clues.UNIT,
    ),
    rule(
        read_one,
        rf"{w.HEDGE}{_ONE}[ -]{w.UNIT}(?: and a half|-long)?(?: or (?:so|more|two))?(?: of age| old)?\b{_NOT_LATER}",
        clues.UNITS_TOLD,
        clues.UNIT,
    ),
    rule(read_bare, rf"{_FRAME}{w.MANY}(?![\w’']){_NOT_LATER}", _ANY, clues.UNIT),
)
