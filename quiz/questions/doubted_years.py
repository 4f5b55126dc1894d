"""Days and months whose year no date told before them bears out, or is contradicted by the story told behind them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from quiz.documents.model import BlockKind, Document, Span
from quiz.facts.dates.calendar import season_month
from quiz.facts.model import Date

NEXT, AHEAD, REACH = 3, 20, 2500
"""Dates behind one, and those among which the next with a year is looked for, and characters on either side."""
NEAR = 400
"""Characters before a date in which the year that it takes may stand with nothing else to bear it out."""
SAME = 100
"""Characters before a date of news without a day of writing in which the year must stand: others are of that day."""
BARE = 700
"""Characters behind a year told without its month in which it bears out a day or month."""
JOINED = 250
"""Characters behind a date with its year in which the next one goes on from it, whatever is told later."""
TURNED, DECEMBER = 7, 12
"""A month so many months earlier in the year than the one told before it is of the next year."""
LONG = 20
"""Years behind a story from which a bare year is a remark upon it, which the story does not go on from."""
BACK = re.compile(r"\b(?:had|since|before)\b[^.;:]*$")
"""What looks back before a date, so that it contradicts nothing."""
GONE = re.compile(r"[^.;:]{0,60}?\bhad\b")
"""What looks back behind a date: "in May 1926 he had piloted"."""
OF_NOUN = re.compile(r"(?:\b(?:the|an?|of)|[’']s)\s$")
"""What makes a year the attribute of a noun: "the 1721 treaty"."""
LOOKED_AT = 60
MONTH = re.compile(r"\d{4}-\d\d")
PART = re.compile(r"\d{4}-(?:\d\d|SP|SU|FA|WI)")
"""What tells a month, day or season of a year."""
SAID = re.compile(r"“[^“”]{0,2000}”|\"[^\"\n]{0,2000}\"")
TODAY = re.compile(
    r"\b(?:yesterday|tomorrow|tonight|last (?:night|week|month|year)|next (?:week|month|year)|this (?:week|month))\b"
)
"""What counts from the day of writing."""


def doubted_years(document: Document, dates: Sequence[Date], written: Span | None = None) -> frozenset[Span]:
    """The spans of days and months in doubt: that nothing before bears out, or before a date told with its year.

    A date is borne out by its year told right before it, or by another of that year, itself beyond doubt, that lies no
    later and with no other year told since: of 370 rightly read in sixteen war histories 310 are asked, of 34 wrongly
    read 4. "April" of 1700 is in doubt where "in June 1699" is told next, and "April" of 1452 behind "in November
    1452". Captions tell nothing of the story. What counts from the day of writing, told at `written`, is in doubt only
    behind a day or month of a year before; what is reckoned from a date in doubt is so as well.
    """
    text = document.text
    captions = [block.span for block in document.blocks if block.kind is BlockKind.caption]
    dates = [date for date in dates if not (_with_year(date) and _within(captions, date.span))]
    own = {date.span: date for date in dates}
    news = written is None and bool(TODAY.search(SAID.sub("", text)))
    doubted: set[Span] = set()
    for at, date in enumerate(dates):
        if date.derived and not doubted.isdisjoint(date.anchors):
            doubted.add(date.span)
        taken = date.anchors and not date.derived and MONTH.match(date.value) and date.value[:4] not in date.text
        if not taken:
            continue
        if written in date.anchors:
            doubted |= {date.span} if at and _long_past(text, dates[at - 1], date) else set()
            continue
        anchor = own.get(date.anchors[-1])
        borne = _told_near(text, date, SAME if news else NEAR)
        borne = borne or _borne_out(text, dates, at, doubted, SAME if news else BARE)
        if not borne or (anchor and _behind(text, date, anchor)) or _gainsaid(text, dates, at):
            doubted.add(date.span)
    return frozenset(doubted)


def _long_past(text: str, before: Date, date: Date) -> bool:
    """Whether a date read as of the year of writing goes on from a day or month of a year before, told close by."""
    told = PART.match(before.value) and before.value[:4] < date.value[:4] and _month(before) <= _month(date)
    between = text[before.span.end : date.span.start]
    return bool(told) and len(between) <= JOINED and "\n" not in between and not _looks_back(text, before)


def _within(spans: Sequence[Span], span: Span) -> bool:
    """Whether a span begins within one of others, which are in order."""
    at = bisect_right(spans, span.start, key=lambda one: one.start) - 1
    return at >= 0 and span.start < spans[at].end


def _told_near(text: str, date: Date, near: int) -> bool:
    """Whether the year that a date takes stands so near before it, or the year that went over into it."""
    before = text[max(0, date.span.start - near) : date.span.start]
    return date.value[:4] in before or str(int(date.value[:4]) - 1) in before


def _borne_out(text: str, dates: Sequence[Date], at: int, doubted: AbstractSet[Span], bare: int) -> bool:
    """Whether a date goes on from one of the same year, with no other year told since that the story stays in."""
    date, found = dates[at], False
    for i in range(at - 1, -1, -1):
        other = dates[i]
        if date.span.start - other.span.end > REACH:
            break
        if other.value[:4] != date.value[:4]:
            if not found and other.span not in doubted and _turned(other, date):
                return True
            if not found and _with_year(other) and not (_looks_back(text, other) or _remark(other, date)):
                return False
        elif other.span not in doubted and _tells(text, other, date, bare):
            found = True
            if 0 <= _month(date) - _month(other) < (TURNED if not _with_year(other) else DECEMBER + 1):
                return True
    return False


def _remark(other: Date, date: Date) -> bool:
    """Whether a bare year is that of who wrote of the story long behind it."""
    return other.grain == "year" and int(other.value[:4]) - int(date.value[:4]) >= LONG


def _turned(other: Date, date: Date) -> bool:
    """Whether the story has gone over from the last months of a year into the first of the next."""
    if not (PART.match(other.value) and MONTH.match(date.value) and other.value[:4].isdigit()):
        return False
    return int(other.value[:4]) + 1 == int(date.value[:4]) and _month(other) - _month(date) >= TURNED


def _tells(text: str, other: Date, date: Date, bare: int) -> bool:
    """Whether another date tells a month or season of the year of a date, or that very year in its own right."""
    if PART.match(other.value):
        return True
    near = _with_year(other) and not other.end and date.span.start - other.span.end <= bare
    return near and not OF_NOUN.search(text, max(0, other.span.start - LOOKED_AT), other.span.start)


def _gainsaid(text: str, dates: Sequence[Date], at: int) -> bool:
    """Whether a date behind it, told with its year, lies before one that does not go on right from its own year."""
    date, before = dates[at], dates[at - 1] if at else None
    if before and _with_year(before) and before.value[:4] == date.value[:4] and MONTH.match(before.value):
        joined = date.span.start - before.span.end <= JOINED and not before.end
        if joined and before.value[:7] <= date.value[:7]:
            return False
    near = dates[at + 1 : at + 1 + NEXT]
    told = next((other for other in dates[at + 1 : at + 1 + AHEAD] if _with_year(other)), None)
    return any(_contradicts(text, other, date) for other in (*near, *((told,) if told else ())))


def _behind(text: str, date: Date, anchor: Date) -> bool:
    """Whether a date lies before the one told ahead of it whose year it takes, though nothing looks back."""
    if anchor.span.start > date.span.start or not _dated(anchor):
        return False
    looks_back = BACK.search(text, max(0, date.span.start - LOOKED_AT), date.span.start)
    return date.value[:7] < anchor.value[:7] and not looks_back


def _contradicts(text: str, other: Date, date: Date) -> bool:
    """Whether a date told with its year lies before one told ahead of it that takes its year from another."""
    if other.span.start - date.span.end > REACH or not _dated(other):
        return False
    if BACK.search(text, max(0, other.span.start - LOOKED_AT), other.span.start):
        return False
    return other.value[:7] < date.value[:7]


def _looks_back(text: str, date: Date) -> bool:
    """Whether a date tells what had been before the story."""
    before = BACK.search(text, max(0, date.span.start - LOOKED_AT), date.span.start)
    return bool(before or GONE.match(text, date.span.end))


def _with_year(date: Date) -> bool:
    """Whether a date is told with its year."""
    return date.value[:4].isdigit() and date.value[:4] in date.text


def _dated(date: Date) -> bool:
    """Whether a date is told with its month and year."""
    return _with_year(date) and bool(MONTH.match(date.value))


def _month(date: Date) -> int:
    """The month of a date, that before the middle of a season; 0 of a year."""
    season = season_month(date.value)
    return season - 1 if season else int(date.value[5:7]) if MONTH.match(date.value) else 0
