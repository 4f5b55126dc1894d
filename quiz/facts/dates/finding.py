"""Makes the dates of a document from its time expressions: those that tell when, and are certain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quiz.documents.model import ASKED, BlockKind, Document, Span
from quiz.facts.dates.reckoning import ANCHORS, reckoned
from quiz.facts.dates.scan import lowered, tell
from quiz.facts.dates.story import Story
from quiz.facts.dates.timex import Timex
from quiz.facts.model import Date

if TYPE_CHECKING:
    from quiz.facts.reading import Reading

GRAINS = frozenset({"day", "month", "season", "year", "decade", "century"})


def of_reading(reading: Reading) -> Sequence[Date]:
    """The dates of a reading, which were found before it was parsed."""
    return reading.dates


def find_dates(document: Document) -> list[Date]:
    """Every date of the asked blocks, in the order of the text."""
    text, low = document.text, lowered(document.text)
    story = Story(low)
    found: list[Date] = []
    told: list[Date] = []
    for block in document.blocks:
        if block.kind is BlockKind.heading:
            _title(text, low, block.span, story)
        if block.kind not in ASKED:
            continue
        here = list(_in_block(text, tell(text, low, block.span, story), story, told))
        told = [date for date in here if not story.aside(date.span)]
        found += here
    return found


def _title(text: str, low: str, span: Span, story: Story) -> None:
    """Turn the story to the year of a heading that tells one."""
    before = story.told
    dates = [timex for timex in tell(text, low, span, story) if timex.kind == "DATE"]
    if len(dates) != 1 or dates[0].ends or dates[0].relation:
        story.told = before


def _in_block(text: str, timexes: Sequence[Timex], story: Story, before: Sequence[Date]) -> Iterator[Date]:
    """The dates of a block; `before` are those of the block before it, which its own may be reckoned from."""
    told = list(before)
    for timex in timexes:
        date = reckoned(text, timex, told) if timex.relation else _dated(text, timex.core or timex)
        if date and not (date.derived and story.aside(date.span)):
            yield date
            if not story.aside(date.span):
                told.append(date)


def _dated(text: str, timex: Timex) -> Date | None:
    """The date a time expression tells by itself, perhaps with the year of another."""
    if timex.grain not in GRAINS or timex.kind != "DATE":
        return None
    anchors: list[Span] = []
    told = timex.anchor
    while told and len(anchors) < ANCHORS:
        anchors.append(told.span)
        told = told.anchor
    span, passages = timex.span, tuple(sorted(anchors))
    return Date(span, text[span.start : span.end], timex.grain, timex.value, timex.end, timex.modifier, passages)
