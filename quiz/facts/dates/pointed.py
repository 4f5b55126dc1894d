"""Places in the calendar told from the date before: "the 16th", "that June", "the following spring".

They go on a story, so more may lie between them and their anchor than of a distance, but no other month or year.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from quiz.facts.dates.calendar import Point, later, point, season_month
from quiz.facts.dates.moving import moved
from quiz.facts.dates.timex import Relation, Timex
from quiz.facts.model import Date

REACH = 1500
"""Characters that may stand between such a date and its anchor."""
NEAR, APART = 300, 600
"""Characters behind an anchor within which "that June" counts from it, and from one of its own paragraph."""
LOOKED_AT = 60
"""Characters before a date that tell whether it looks back."""
_SINCE = re.compile(r"\bsince\b[^,.;:]*$", re.IGNORECASE)
_NEXT_DOOR = 4
"""Months from a season's middle within which "the following" one may be this year's or the next."""


def is_pointed(timex: Timex) -> bool:
    """Whether an expression names a day, month or season to be found from the date told last."""
    relation = timex.relation
    named = relation and relation.base == "told" and not relation.vague and not relation.part and relation.pick
    return bool(named and timex.kind == "DATE" and timex.grain in ("day", "month", "season"))


def pointed(text: str, timex: Timex, before: Sequence[Date]) -> Date | None:
    """The date such an expression tells, given those of its paragraph and the one before; None if in doubt."""
    relation, span = timex.relation, timex.span
    anchor = next((date for date in reversed(before) if not _looks_back(text, date)), None)
    if not relation or not anchor or anchor.end or anchor.value.startswith("XXXX"):
        return None
    start = point(anchor.value)
    near = APART if anchor.span.start > text.rfind("\n\n", 0, span.start) else NEAR
    if not start or span.start - anchor.span.end > (REACH if relation.unit == "month" else near):
        return None
    if relation.unit == "month":
        value = _day(start, relation, timex.grain)
    else:
        value = _of_year(anchor, start, relation) if _in_one_year(text, before, span.start) else ""
    anchors = (*anchor.anchors[-2:], anchor.span)
    return Date(span, text[span.start : span.end], timex.grain, value, anchors=anchors, derived=True) if value else None


def _in_one_year(text: str, before: Sequence[Date], at: int) -> bool:
    """Whether all dates near enough to count from, those of the paragraph if it has any, are of one year."""
    told = [date for date in before if not _looks_back(text, date)]
    near = [date for date in told if at - date.span.end <= NEAR] or told[-1:]
    begin = text.rfind("\n\n", 0, at)
    here = [date for date in near if date.span.start > begin] or near
    return len({date.value[:5] if date.value.startswith("-") else date.value[:4] for date in here}) == 1


def _looks_back(text: str, date: Date) -> bool:
    """Whether a date only looks back, and leaves the story where it was: "a fortnight earlier", "since 1948"."""
    if date.derived:
        return date.text.rstrip().endswith(("earlier", "before", "previously"))
    return bool(_SINCE.search(text, max(0, date.span.start - LOOKED_AT), date.span.start))


def _day(start: Point, relation: Relation, grain: str) -> str:
    """A day by its number, in the month told last or the next; not one before the day told last."""
    if not start.month or grain != "day" or not relation.pick[1:].isdigit():
        return ""
    number = int(relation.pick[1:])
    if relation.count:
        month = point(later(start, relation.count, "month"))
        return str(Point(month.year, month.month, number)) if month else ""
    return str(Point(start.year, start.month, number)) if number > start.day else ""


def _of_year(anchor: Date, start: Point, relation: Relation) -> str:
    """A month, season or day of that year, or the next such."""
    if relation.count == 0 or relation.whole:
        return moved(start, relation)
    season = season_month(relation.pick)
    here = start.month or season_month(anchor.value)
    if season and (relation.pick == "-WI" or (here and -_NEXT_DOOR < here - season < 1)):
        return ""
    return moved(Point(start.year, here) if here else start, relation)
