"""What a date leaves untold: the year of the date told last, or how far it stands from the day of writing."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import date, timedelta

from quiz.documents.model import Span
from quiz.facts.dates.calendar import Point, clipped, later, of_day, point, quarter_of, season_month, week_of, weekday_near
from quiz.facts.dates.tense import is_ahead
from quiz.facts.dates.timex import Relation, Timex

_LINKED = re.compile(r"\s?(?:[-–—‑]|,?\s(?:and|or|to|until|till|through)|to|until)\s?(?:the |in |on )?(?:early |mid-?|late )?$")
_ASIDE = re.compile(r"\([^()]{0,400}\)|“[^“”]{0,2000}”|\"[^\"\n]{0,2000}\"")
_DETERMINER = re.compile(r"\b(?:the|a|an|this|that|his|her|its|their|whose|[a-z]+[’']s)\s+$")
_AWAY = re.compile(
    r"\b(?:since|as in|than in|like in)\s+$|\b(?:had|would|will)\s[^.;:]{0,50}$"
)
_EARLY, _APART = 4, 8
"""A month as early as this, told after one so many months later in the year, is of the next year."""
_TOLD_GRAINS = frozenset({"day", "month", "season", "year", "quarter", "week", ""})


@dataclass(frozen=True, slots=True)
class Told:
    """A date told in narration, which others refer to."""

    at: Point
    timex: Timex


class Story:
    """Reads the time expressions of a text in order and keeps the date told last.

    In a narrative a date without a year takes the year of the one told last, in news the one nearest to `written`,
    the day the text was written, which the tense chooses.
    """

    def __init__(self, text: str, written: date | None = None) -> None:
        """Begin the story of a text in lower case; without a day of writing it is a narrative."""
        self.text = text
        self.written = written
        self.told: Told | None = None
        self.month = 0
        self.last: Timex | None = None
        self._asides: list[Span] = []

    def enter(self, start: int, end: int) -> None:
        """Turn to a block of the text."""
        self._asides = [Span(*found.span()) for found in _ASIDE.finditer(self.text, start, end)]

    def read(self, timex: Timex, following: Timex | None) -> Timex:
        """The expression with its value, as far as it can be told; "" if it cannot."""
        read = self._valued(timex, following)
        at = point(read.value)
        self.last = read
        if at and self._narrated(read):
            month = at.month or season_month(read.value)
            if month or not self.told or self.told.at.year != at.year:
                self.month = month
            self.told = Told(at, read)
        return read

    def _valued(self, timex: Timex, following: Timex | None) -> Timex:
        if timex.relation:
            return self._related(timex, timex.relation, following)
        if timex.ends:
            ends = tuple(self._valued(end, timex.ends[1] if end is timex.ends[0] else None) for end in timex.ends)
            if timex.value.startswith("XXXX"):
                return replace(timex, value=ends[0].value, end=ends[1].value, ends=ends, anchor=ends[0].anchor)
            return replace(timex, ends=ends)
        if not timex.value.startswith("XXXX-") or timex.kind == "SET":
            return timex
        year, anchor = self._year(timex, following)
        if not year:
            return timex
        core = timex.core and replace(timex.core, value=timex.core.value.replace("XXXX", year), anchor=anchor)
        return replace(timex, value=timex.value.replace("XXXX", year), core=core, anchor=anchor)

    def _year(self, timex: Timex, following: Timex | None) -> tuple[str, Timex | None]:
        """The year of a date that tells none, and the date that tells it."""
        if timex.value.startswith("XXXX-XX"):
            return "", None
        month = int(timex.value[5:7]) if timex.value[5:7].isdigit() else 0
        if following and self._linked(timex, following):
            at = point(following.value)
            if at and not following.value.startswith("XXXX"):
                year = Point(at.year - 1) if at.month and month > at.month else Point(at.year)
                return str(year), following
        if self.written:
            return str(Point(self._near_year(timex, month))), None
        if not self.told:
            return "", None
        return str(Point(self.told.at.year + self._turned(month))), self.told.timex

    def _turned(self, month: int) -> int:
        """1 where a month early in the year is told after one of a year's last months."""
        return int(1 <= month <= _EARLY and self.month - month >= _APART)

    def _linked(self, timex: Timex, following: Timex) -> bool:
        between = self.text[timex.span.end : following.span.start]
        return len(between) <= 14 and bool(_LINKED.match(between))

    def _named(self, timex: Timex, following: Timex) -> bool:
        """Whether a season belongs to an event with a year: "the Spring Offensive of 1918"."""
        between = self.text[timex.span.end : min(following.span.start, timex.span.end + 40)]
        return timex.grain == "season" and bool(re.fullmatch(r"\s[a-z]+\s(?:of\s|in\s|\()(?:early |late )?", between))

    def _near_year(self, timex: Timex, month: int) -> int:
        written = self.written
        assert written is not None
        day = int(timex.value[8:10]) if timex.value[8:10].isdigit() else 0
        here, there = (written.month, written.day if day else 0), (month, day)
        if is_ahead(self.text, timex.span.start, timex.span.end):
            return written.year + (there < here)
        if there > here and self.text[timex.span.start - 6 : timex.span.start].startswith("until"):
            return written.year
        return written.year - (there > here)

    def _narrated(self, timex: Timex) -> bool:
        """Whether it moves the story on: neither in an aside nor the attribute of a noun."""
        if timex.kind not in ("DATE", "TIME") or timex.grain not in _TOLD_GRAINS:
            return False
        return not self.aside(timex.span) and not self._attribute(timex)

    def aside(self, span: Span) -> bool:
        """Whether a stretch begins in a parenthesis or a quotation of the block entered last."""
        at = bisect_right(self._asides, span.start, key=lambda aside: aside.start) - 1
        return at >= 0 and span.start < self._asides[at].end

    def _attribute(self, timex: Timex) -> bool:
        """Whether a date belongs to a noun or is looked back or ahead to: "the 1921 treaty", "as in 1614"."""
        if timex.relation:
            return timex.relation.base == "near" and timex.grain == "season"
        before = self.text[max(0, timex.span.start - 60) : timex.span.start]
        if _AWAY.search(before):
            return True
        return timex.grain == "year" and bool(_DETERMINER.search(before))

    def _related(self, timex: Timex, relation: Relation, following: Timex | None) -> Timex:
        if relation.base == "narrated":
            return timex
        if relation.base == "clock":
            return timex.valued(self._day_of_clock(following, timex) + timex.value)
        if relation.vague:
            return timex.valued("PAST_REF" if relation.count < 0 else "FUTURE_REF")
        if relation.base == "near":
            return self._nearest(timex, relation, following)
        if relation.base == "today" and not self.written:
            return timex.valued("PRESENT_REF")
        start, anchor = self._base(relation)
        if start is None:
            return timex.valued(_untold(relation))
        return timex.valued(_moved(start, relation), anchor)

    def _base(self, relation: Relation) -> tuple[Point | None, Timex | None]:
        if self.written and (relation.base != "told" or not self.told):
            return of_day(self.written), None
        return (self.told.at, self.told.timex) if self.told else (None, None)

    def _day_of_clock(self, following: Timex | None, timex: Timex) -> str:
        if following and 0 <= following.span.start - timex.span.end <= 24 and following.grain in ("day", "week"):
            if not following.relation and point(following.value):
                return following.value[:10]
            if following.relation and self.written:
                return self._related(following, following.relation, None).value[:10]
        last = self.last
        if last and last.grain in ("day", "week") and timex.span.start - last.span.end <= (60 if self.written else 5):
            return last.value[:10]
        if self.written:
            return str(of_day(self.written))
        return str(self.told.at) if self.told and self.told.at.day else "XXXX-XX-XX"

    def _nearest(self, timex: Timex, relation: Relation, following: Timex | None) -> Timex:
        ahead = is_ahead(self.text, timex.span.start, timex.span.end) if self.written else True
        if relation.unit == "weekend":
            start = self.written or (self.told.at.date() if self.told else None)
            back = -1 if start and not ahead and start.weekday() < 5 else 0
            return timex.valued(_moved(of_day(start), Relation("now", back, "weekend")) if start else "XXXX-WXX-WE")
        if relation.unit == "week":
            return timex.valued(self._weekday(int(relation.pick), ahead=ahead) + relation.part)
        if following and (at := point(following.value)) and (self._linked(timex, following) or self._named(timex, following)):
            return timex.valued(f"{Point(at.year)}{relation.pick}", following)
        if not self.written:
            told = self.told
            if not told:
                return timex.valued(f"XXXX{relation.pick}")
            turned = relation.pick == "-WI" and (season_month(told.timex.value) or told.at.month) >= 8
            return timex.valued(f"{Point(told.at.year + turned)}{relation.pick}", told.timex)
        written = of_day(self.written)
        year = written.year
        if relation.pick[1] in "QH":
            reached = (written.month + 2) // 3 if relation.pick[1] == "Q" else (written.month + 5) // 6
            begun = int(relation.pick[2]) <= reached
            year += (1 if not begun and False else 0) if ahead else -(not begun)
            return timex.valued(f"{year:04}{relation.pick}")
        month = season_month(relation.pick)
        year += (month < written.month - 2) if ahead else -(month > written.month + 1)
        return timex.valued(f"{year:04}{relation.pick}")

    def _weekday(self, weekday: int, *, ahead: bool) -> str:
        start = self.written
        if not start:
            start = self.told.at.date() if self.told else None
        if not start:
            return f"XXXX-WXX-{weekday + 1}"
        return weekday_near(start, weekday, 1 if ahead else -1).isoformat()


def _untold(relation: Relation) -> str:
    """The value of a relation to a date that is not known."""
    shape = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX"}.get(relation.unit, "XXXX")
    return shape + (relation.pick if relation.unit == "year" else "") + relation.part


def _moved(start: Point, relation: Relation) -> str:
    """The value a relation has from a point; with `XX` for what the point leaves open."""
    if relation.unit == "week" and relation.pick:
        return _weekday_of_week(start, relation)
    if relation.unit == "year" and relation.pick:
        return _picked(start, relation)
    if relation.unit == "month" and relation.pick:
        return f"{Point(start.year, start.month)}{relation.pick}" if start.month else ""
    if relation.unit == "weekend":
        week = later(start, relation.count * 7, "day")
        at = point(week)
        day = at.date() if at else None
        return f"{week_of(day)}-WE" if day else _open(start, "weekend")
    if relation.unit in ("decade", "century") and relation.whole:
        at = point(later(start, relation.count, relation.unit))
        return clipped(at, relation.unit) if at else ""
    return (later(start, relation.count, relation.unit) or _open(start, relation.unit)) + relation.part


def _open(start: Point, unit: str) -> str:
    year = str(Point(start.year))
    known = year + (f"-{start.month:02}" if start.month else "-XX")
    return {"day": f"{known}-XX", "night": f"{known}-XX", "week": f"{year}-WXX", "month": f"{year}-XX"}.get(unit, year)


def _weekday_of_week(start: Point, relation: Relation) -> str:
    day = start.date()
    weekday = int(relation.pick)
    if not day:
        return f"XXXX-WXX-{weekday + 1}{relation.part}"
    if relation.count < 0:
        found = weekday_near(day - timedelta(days=1), weekday, -1)
    elif relation.count > 0:
        found = weekday_near(day + timedelta(days=1), weekday, 1)
    else:
        found = day + timedelta(days=weekday - day.weekday())
    return found.isoformat() + relation.part


def _picked(start: Point, relation: Relation) -> str:
    """A month, season or quarter of the year before, of or after: of "last" and "next" the nearest such."""
    year = start.year
    pick = relation.pick
    if pick[1] in "QH":
        return f"{Point(later_year(year, relation.count))}{pick}"
    month = season_month(pick) or int(pick[1:3])
    if relation.count and start.month and not relation.whole:
        gone, here = month < start.month, month == start.month
        year += (0 if gone else -1) if relation.count < 0 else (1 if gone or here else 0)
        return f"{Point(year)}{pick}"
    return f"{Point(later_year(year, relation.count))}{pick}"


def later_year(year: int, count: int) -> int:
    """The year `count` years on."""
    found = point(later(Point(year), count, "year"))
    return found.year if found else year


__all__ = ["Story", "Told", "quarter_of"]
