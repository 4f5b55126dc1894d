"""Time expressions as annotators of corpora mark and write them, which is wider than what makes a fact."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from quiz.documents.model import Span
from quiz.facts.date_words import UNITS
from quiz.facts.dates.counts import duration
from quiz.facts.dates.news import is_news
from quiz.facts.dates.scan import lowered, tell
from quiz.facts.dates.story import Story
from quiz.facts.dates.timex import Timex

_OF_DATE = re.compile(r"\s(?:of|in)\s(?:the\s)?$")
_PARTIAL = re.compile(r"(?:the\s)?(?:first|last|final|early|opening|closing|latter)\b")
_OF_NOUNS = re.compile(
    r"\sof\s(?:the\s|this\s|its\s|his\s|their\s)?(?:(?!(?:and|or|in|on|at|to|for|from|with|by|the|a|his|their|which|that)\b)[a-z-]+\b\s?){1,4}(?=[\s,.;:)])",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\b(?:about|around|approximately|roughly)\s$")
_CLOCK = re.compile(r"T\d\d:\d\d")


def marked(text: str, blocks: list[Span], reference_date: str | None) -> list[Timex]:
    """Every time expression of a text; the day of writing counts only where the text is news."""
    low = lowered(text)
    written = date.fromisoformat(reference_date[:10]) if reference_date else None
    news = written if written and is_news(low, written) else None
    story = Story(low, news)
    told = [end for block in blocks for timex in tell(text, low, block, story) for end in timex.ends or (timex,)]
    joined = _joined(low, told)
    if news:
        return [timex for timex in joined if not (timex.relation and timex.relation.base == "narrated")]
    return [_with_its_noun(text, timex) for timex in joined]


def timex3(value: str) -> str | None:
    """A value as TIMEX3 writes it: "BC" for the minus of years before Christ."""
    return (f"BC{value[1:]}" if value.startswith("-") else value) or None


def _joined(low: str, timexes: list[Timex]) -> list[Timex]:
    """The expressions with those as one that make one: "3 p.m. Friday", "the first ten months of 1915"."""
    found: list[Timex] = []
    for timex in timexes:
        wider = _about(low, timex)
        whole = _whole(low, found[-1], wider) if found else None
        if whole:
            found[-1] = whole
        else:
            found.append(wider)
    return found


def _about(low: str, timex: Timex) -> Timex:
    lead = _ABOUT.search(low, max(0, timex.span.start - 16), timex.span.start)
    if lead and timex.kind == "DATE" and timex.grain in ("year", "month", "day") and not timex.relation:
        return replace(timex, span=Span(lead.start(), timex.span.end))
    return timex


def _whole(low: str, first: Timex, second: Timex) -> Timex | None:
    between = low[first.span.end : second.span.start]
    span = Span(first.span.start, second.span.end)
    if len(between) > 9 or second.kind not in ("DATE", "TIME"):
        return None
    words = low[first.span.start : first.span.end]
    if _OF_DATE.fullmatch(between) and _PARTIAL.match(words) and second.grain:
        if first.kind == "DURATION":
            return replace(first, span=span)
        if first.relation and first.relation.unit in UNITS:
            return replace(first, span=span, kind="DURATION", value=duration(1.0, first.relation.unit))
    if re.fullmatch(r",?\s", between) and second.grain in ("day", "week") and _CLOCK.match(first.value[10:]):
        return replace(first, span=span, value=second.value[:10] + first.value[10:16])
    if re.fullmatch(r",?\s", between) and first.grain in ("day", "week") and _CLOCK.match(second.value[10:]):
        return replace(second, span=span, value=first.value[:10] + second.value[10:16])
    return None


def _with_its_noun(text: str, timex: Timex) -> Timex:
    """A length of time with what it was a time of, which annotators of histories mark: "a week of intense fighting"."""
    noun = _OF_NOUNS.match(text, timex.span.end) if timex.kind == "DURATION" else None
    return (
        replace(
            timex, span=Span(timex.span.start, timex.span.start + len(text[timex.span.start : noun.end()].rstrip()))
        )
        if noun
        else timex
    )
