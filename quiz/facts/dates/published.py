"""The day a document was published, as its byline, dateline or front matter tells it; dates that count from it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from quiz.documents.model import ASKED, BlockKind, Document, Span
from quiz.facts.dates.calendar import Point, point, season_month
from quiz.facts.dates.moving import moved
from quiz.facts.dates.nearest import near_weekday
from quiz.facts.dates.scan import tell
from quiz.facts.dates.story import Story
from quiz.facts.dates.tense import is_ahead
from quiz.facts.dates.timex import Timex
from quiz.facts.model import Date

BLOCKS, LONGEST = 24, 300
"""Blocks before the text that are looked at, and characters of each."""
NEAR = 4
"""Months from the middle of a season within which "next" or "last" may mean this one or another."""
FARTHEST = 5
"""Units that may lie between a date and the day of writing: people tell more of them roundly."""
_NOT_FIRST = re.compile(r"\b(?:updated|revised|corrected|modified|next|accessed|retrieved|until|accepted|received)\b")
_PUBLISHED = re.compile(r"\W*(?:first )?(?:published|posted|issued|printed|filed)\b")
_LINE = re.compile(
    r"\W*(?:[a-z]+day,? )?(?:\d{1,2} )?[a-z]{3,9}\.? (?:\d{1,2}(?:st|nd|rd|th)?,? )?(?:1[89]|20)\d\d\b\s*(?:[|·•]|$)"
)
"""How a line tells when a text was published: "Posted on 9 May 2017 by Ann", "March 14th 2025 | 7 min read"."""
STANDFIRSTS = 2
"""Blocks that may stand as body below a headline, before the line that tells when a text was published."""
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)[^.\n]{0,60}?(?<!\d)(?:\d{4}\s?[-–]\s?)?((?:1[89]|20)\d\d)(?!\d)|"
    r"(?<!\d)((?:1[89]|20)\d\d)\. all rights reserved"
)
_FROM_NOW = re.compile(r"\b(?:last|next|this|past|coming|upcoming|current|ago|yesterday|tomorrow)\b", re.IGNORECASE)
_GRAINS = {"day": "day", "weekend": "", "week": "day", "month": "month", "year": "year"}
_FINE = {"day": 2, "month": 1, "year": 0, "season": 0}


@dataclass(frozen=True, slots=True)
class Published:
    """When a document was published, and where it says so, unless only its front matter does."""

    at: Point
    span: Span | None = None

    @property
    def day(self) -> date | None:
        """The day in the calendar, if it is told."""
        return self.at.date()

    @property
    def anchors(self) -> tuple[Span, ...]:
        """The passage that tells it, as a date has it."""
        return (self.span,) if self.span else ()


def publication(document: Document, low: str) -> Published | None:
    """When a document says it was published; its text is given in lower case too."""
    noted = point(document.meta.get("date", ""))
    found = Published(noted) if noted else None
    for timex in _before_the_text(document, low):
        at = point(timex.value) or _in_year_of_copyright(low, timex)
        if at and (found is None or at == found.at or _told(at) > _told(found.at)):
            found = Published(at, timex.span)
    return found


def has_yearless_dateline(document: Document, low: str) -> bool:
    """Whether the lines before the text tell the day of writing but no year: "PORT ELDER, May 12 (Coast Wire)"."""
    return any(timex.value.startswith("XXXX-") and timex.grain == "day" for timex in _before_the_text(document, low))


def _told(at: Point) -> int:
    """How much of a day is told."""
    return bool(at.month) + bool(at.day)


def _before_the_text(document: Document, low: str) -> list[Timex]:
    """The dates in the lines before the text that may tell when it was published."""
    found: list[Timex] = []
    bodies = 0
    for block in document.blocks[:BLOCKS]:
        span = Span(block.span.start, min(block.span.end, block.span.start + LONGEST))
        bodies += block.kind is BlockKind.body
        if bodies >= STANDFIRSTS or (bodies and block.span.end > span.end):
            break
        published = _PUBLISHED.match(low, span.start, span.end)
        if block.kind in (*ASKED, BlockKind.heading, BlockKind.table) and not (
            published and block.kind is BlockKind.caption
        ):
            continue
        if bodies and not (published or _LINE.match(low, span.start, span.end)):
            continue
        found += [
            timex.core or timex
            for timex in tell(document.text, low, span, Story(low))
            if timex.kind == "DATE"
            and not (timex.relation or timex.ends)
            and not _NOT_FIRST.search(low, max(span.start, timex.span.start - 30), timex.span.start)
            and (timex.grain in ("day", "month") or len(low[span.start : span.end].split()) == 1)
        ]
    return found


def _in_year_of_copyright(low: str, timex: Timex) -> Point | None:
    """A day without its year, in the year of the one copyright line."""
    if timex.grain != "day":
        return None
    years = {found[1] or found[2] for found in _COPYRIGHT.finditer(low)}
    return point(timex.value.replace("XXXX", years.pop())) if len(years) == 1 else None


def from_publication(text: str, low: str, timex: Timex, published: Published) -> Date | None:
    """The date of an expression that counts from the day of writing: "next spring", "on Tuesday"; None if in doubt."""
    relation, span, day = timex.relation, timex.span, published.day
    if not relation or timex.kind != "DATE" or relation.vague or relation.part:
        return None
    if relation.base == "near" and relation.unit == "week":
        if not day or (relation.pick and text[span.start - 4 : span.start].lower() == "the "):
            return None
        value = near_weekday(int(relation.pick), day, ahead=is_ahead(low, span.start, span.end))
        return _date(text, span, "day", value, published)
    if relation.base != "now" or abs(relation.count) > FARTHEST or not _FROM_NOW.search(text, span.start, span.end):
        return None
    grain = _grain(timex)
    ahead = season_month(relation.pick) - published.at.month
    if grain == "season" and relation.count and (0 <= ahead * relation.count <= NEAR or not ahead):
        return None
    if not grain or _FINE[grain] > _told(published.at) or (relation.pick and not published.at.month):
        return None
    value = moved(published.at, relation)
    if "X" in value or "W" in value:
        return None
    return _date(text, span, grain, value, published)


def _grain(timex: Timex) -> str:
    """The grain of a date that counts from the day of writing; "" of one that is none of the calendar's."""
    relation = timex.relation
    if not relation:
        return ""
    if relation.pick:
        named = relation.unit == "year" and not relation.pick.startswith(("-Q", "-H"))
        month = "season" if season_month(relation.pick) else "day" if relation.pick.count("-") > 1 else "month"
        return (month if named else "") or ("day" if relation.unit == "week" else "")
    return _GRAINS.get(relation.unit, "") if relation.unit != "week" else ""


def _date(text: str, span: Span, grain: str, value: str, published: Published) -> Date:
    return Date(span, text[span.start : span.end], grain, value, anchors=published.anchors, derived=True)
