"""Words for the present, the past and the future, and for the time told last: "now", "recent", "at that time"."""

from __future__ import annotations

import re

from quiz.documents.model import Span
from quiz.facts.dates.timex import NARRATED, Rule, Timex, rule

_PRONOUN = re.compile(r"\s*[,.;]|\s+(?:and|was|were|is|had|being|of)\b")
_PRESENT = (
    r"right now|now|currently|current|nowadays|at present|at the moment|presently|these days|"
    r"present[- ]day|modern[- ]day|(?<=until )the present|(?<=to )the present|(?<=to )date|the time being"
)
_AGES = (
    r"(?<=in )the (?:near |distant |recent )?(?:past|future)"
    r"(?=[.,;:)]| (?:and|or|but|was|were|had|has|have|is|when|they|he|it|to|by|with|as|for|on)\b)"
)
_JOINED = r"(?![\w’'])(?!-(?![a-z]+(?:ed|nct|nt|wn)\b))"
_PLACED = "".join(
    f"(?<={word} )|" for word in "at by during throughout from since until of in for around about".split()
).removesuffix("|")


def read_present(match: re.Match[str], _: str) -> tuple[Timex, ...]:
    """The present."""
    return (Timex(Span(*match.span()), "DATE", "PRESENT_REF"),)


def read_past_or_future(match: re.Match[str], source: str) -> tuple[Timex, ...]:
    """The past or the future; "former" and "future" before a noun are marked in histories only."""
    word = match.group()
    if word == "former" and (source[match.start()].isupper() or _PRONOUN.match(source, match.end())):
        return ()
    value = "FUTURE_REF" if "future" in word else "PAST_REF"
    return (Timex(Span(*match.span()), "DATE", value, relation=NARRATED if word in ("former", "future") else None),)


def read_time_told(match: re.Match[str], _: str) -> tuple[Timex, ...]:
    """The time or period told last, which histories mark."""
    return (Timex(Span(*match.span()), "DATE", "", relation=NARRATED),)


RULES: tuple[Rule, ...] = (
    rule(
        read_present,
        f"(?:{_PRESENT}){_JOINED}",
        "now current present moment days modern date time",
    ),
    rule(read_past_or_future, f"(?:recent|recently|lately|former|{_AGES}|the future|future){_JOINED}"),
    rule(
        read_time_told,
        rf"(?:{_PLACED})(?:(?:the same|this|that) time|(?<=at )the time|(?:the same|this|that|the) period)\b(?! of)",
        "time period",
    ),
    rule(read_time_told, r"(?<=for )(?:some|a (?:very )?(?:short|long|brief|considerable)) (?:time|while)\b", "for"),
    rule(read_time_told, r"(?:dry|wet|rainy|monsoon|harvest|growing) season\b", "season"),
)
