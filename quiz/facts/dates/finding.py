"""Makes the dates of a document from its time expressions: those that tell when, and are certain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from quiz.documents.model import ASKED, BlockKind, Document, Span
from quiz.facts.dates.clock import GRAIN, of_clock
from quiz.facts.dates.news import is_news
from quiz.facts.dates.published import Published, from_publication, has_yearless_dateline, publication
from quiz.facts.dates.reckoning import ANCHORS, reckoned
from quiz.facts.dates.scan import lowered, tell
from quiz.facts.dates.story import Story
from quiz.facts.dates.timex import Timex
from quiz.facts.model import Date

if TYPE_CHECKING:
    from quiz.facts.reading import Reading

_HABIT = re.compile(
    r"\b(?:on average|usually|typically|normally|traditionally|(?:each|every) (?:year|spring|summer|autumn|winter))\b"
    r"[^.!?]*$"
)
"""What stands before a day or month of no one year."""
_BEFORE = 100
"""Characters before a date in which that is looked for."""
CENTURY_UNTOLD = re.compile(r"ties\b|(?<!\d)\d0s\b", re.IGNORECASE)
"""A decade told without its century."""
YEAR = re.compile(r"\d{4}(?!\d)")
RECENT = 0.8
"""Share of the years of a text that lie in the last two centuries where one need not tell the century."""
GRAINS = frozenset({"day", "month", "season", "year", "decade", "century"})


def of_reading(reading: Reading) -> Sequence[Date]:
    """The dates of a reading, which were found before it was parsed."""
    return reading.dates


def find_dates(document: Document) -> list[Date]:
    """Every date of the asked blocks, in the order of the text."""
    text, low = document.text, lowered(document.text)
    published = publication(document, low)
    day = published.day if published else None
    yearless = not published and has_yearless_dateline(document, low) and is_news(low, date.max)
    story = Story(low, day if day and is_news(low, day) else None, yearless=yearless)
    found: list[Date] = []
    told: list[Date] = []
    for block in document.blocks:
        if block.kind is BlockKind.heading:
            _title(text, low, block.span, story)
        if block.kind not in ASKED:
            continue
        before = story.told, story.month
        here = list(_in_block(text, tell(text, low, block.span, story), story, told, published))
        if block.kind is BlockKind.caption:
            found += here
            story.told, story.month = before
            continue
        told = [date for date in here if date.grain != GRAIN and not story.aside(date.span)]
        found += here
    return [date for date in found if not CENTURY_UNTOLD.search(date.text) or date.grain != "decade" or _recent(found)]


def _recent(found: Sequence[Date]) -> bool:
    """Whether a text tells years, and nearly all of the twentieth century or this one: its "sixties" are the 1960s."""
    years = [date.value[:4] for date in found if YEAR.match(date.value)]
    return len(years) > 0 and sum(year >= "1900" for year in years) >= RECENT * len(years)


def _title(text: str, low: str, span: Span, story: Story) -> None:
    """Turn the story to the year of a heading that tells one."""
    before = story.told
    dates = [timex for timex in tell(text, low, span, story) if timex.kind == "DATE"]
    if len(dates) != 1 or dates[0].ends or dates[0].relation:
        story.told = before


def _in_block(
    text: str, timexes: Sequence[Timex], story: Story, before: Sequence[Date], published: Published | None
) -> Iterator[Date]:
    """The dates of a block; `before` are those of the block before it, which its own may be reckoned from."""
    told = list(before)
    for timex in timexes:
        if time := of_clock(text, timex):
            yield time
            continue
        date = _related(text, timex, story, told, published) if timex.relation else _dated(text, timex.core or timex)
        if date and not (date.derived and story.aside(date.span)):
            yield date if date.derived or timex.anchor or not story.written else _in_news(date, published)
            if not story.aside(date.span):
                told.append(date)


def _related(text: str, timex: Timex, story: Story, told: Sequence[Date], published: Published | None) -> Date | None:
    """The date of an expression that counts from one told before, or from the day of writing."""
    weekday = timex.relation and timex.relation.base == "near"
    if published and not (weekday and told and not story.written):
        found = from_publication(text, story.text, timex, published)
        if found:
            return found
    return reckoned(text, timex, told)


def _in_news(date: Date, published: Published | None) -> Date:
    """A date that takes its year from the day of writing, with the passage that tells that."""
    told = published and date.value[:4] not in date.text
    return replace(date, anchors=published.anchors) if published and told else date


def _dated(text: str, timex: Timex) -> Date | None:
    """The date a time expression tells by itself, perhaps with the year of another."""
    if timex.grain not in GRAINS or timex.kind != "DATE":
        return None
    anchors: list[Span] = []
    told = timex.anchor
    while told and len(anchors) < ANCHORS:
        anchors.append(told.span)
        told = told.anchor
    span, value, passages = timex.span, timex.value, tuple(sorted(anchors))
    words = text[span.start : span.end]
    recurs = _HABIT.search(text[max(0, span.start - _BEFORE) : span.start])
    if recurs and timex.grain in ("day", "month") and value[:4] not in words:
        value, passages = f"XXXX{value[4:]}", ()
    return Date(span, words, timex.grain, value, timex.end, timex.modifier, passages)
