"""What a date leaves untold: the year of the date told last, or how far it stands from the day of writing."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import date

from quiz.documents.model import Span
from quiz.facts.date_words import MONTHS, SEASONS
from quiz.facts.dates.calendar import Point, of_day, point, season_month, year_after
from quiz.facts.dates.moving import moved, untold
from quiz.facts.dates.nearest import near_part, near_weekday, near_weekend, near_year, nearest_year
from quiz.facts.dates.tense import PAST, SAID, WROTE, is_ahead, is_past_term
from quiz.facts.dates.timex import Relation, Timex

_LINKED = re.compile(
    r"\s?(?:[-–—‑]|,?\s(?:and|or|to|until|till|through)|to|until)\s?(?:the |in |on )?(?:early |mid-?|late )?$"
)
_ASIDE = re.compile(r"\([^()]{0,400}\)|“[^“”]{0,2000}”|\"[^\"\n]{0,2000}\"")
_DETERMINER = re.compile(r"\b(?:the|a|an|this|that|his|her|its|their|whose|[a-z]+[’']s)\s+$")
_AWAY = re.compile(
    r"\b(?:since|as in|than in|like in)\s+$|"
    rf"\bhad(?!\s(?:his|her|its|their|the|an?)\b)(?:\s(?:been|never|not|already|also|just|long|once|\w+ly))*\s\w+"
    rf"(?:\s(?!{PAST}\b)[^\s.;:]+){{0,8}}\s$|\b(?:would|will)\s[^.;:]{{0,50}}$|"
    r"\b(?:hopes|wants|expects|aims|intends|promises|pledges|due|(?:hope|want|plan|expect|aim|promise)s? to)\s"
    r"[^.;:]{0,50}$|[,(]\s?(?:[a-z]+ly\s)?(?:born|built|founded|constructed|erected|completed)"
    r"(?:\s(?:on|at|in|by|near|of|for)\s[^.;:,()]{0,40})?\sin\s$"
)
_OF_A_NOUN = re.compile(r"\b([a-z]+)\sof\s$")
"""What makes a year the attribute of a noun, not a time told: "the treaty of 1721"."""
_TIMES = frozenset(
    "year years month months week weeks day days end beginning start middle part half rest course most close "
    "vacation vacations holiday holidays christmas term session season".split()
) | {*SEASONS, *MONTHS}
_OF = re.compile(r"\bof\s(?:the\s)?$")
"""What makes a year before an attribute: "the peace of the previous year"."""
_EARLY, _APART = 4, 8
"""A month as early as this, told after one so many months later in the year, is of the next year."""
_JOINED = 12
"""Characters between a date and the same told more closely."""
_REACH = 160
"""Characters behind a month within which a year told may be its own."""
_LOOKS_BACK = re.compile(r"[^.;:]{0,60}?\bhad\b(?!\s(?:his|her|its|their|the|an?)\b)")
"""What stands behind a date at the head of what happened before the story: "in May 1926 he had flown"."""
_BESIDE = re.compile(r",?\s(?:on\s|in\s)?(?:the\s)?$")
"""What joins a date to the same told by its distance: "six weeks later, on 17 February"."""
_CHRISTMAS = re.compile(r"\b(?:christmas|advent|new year[’']s eve)\b[^.;]{0,30}$")
"""What puts a year told behind it into its last month."""
_ENDED = re.compile(r"[.!?]\s")
_LATE = 8
"""From this month on a winter is the one that ends in the next year."""
_TOLD_GRAINS = frozenset({"day", "month", "season", "year", "quarter", "week", ""})


@dataclass(frozen=True, slots=True)
class Told:
    """A date told in narration, which others refer to."""

    at: Point
    timex: Timex


def _year_of(timex: Timex) -> int:
    """The year of an expression, 0 if it tells none."""
    at = point(timex.value)
    return at.year if at else 0


class Story:
    """Reads the time expressions of a text in order and keeps the date told last.

    In a narrative a date without a year takes the year of the one told last, in news the one nearest to `written`,
    the day the text was written, which the tense chooses. News that tells no year (`yearless`) leaves it untold.
    """

    def __init__(self, text: str, written: date | None = None, *, yearless: bool = False) -> None:
        """Begin the story of a text in lower case; without a day of writing it is a narrative, unless yearless news."""
        self.text = text
        self.written = written
        self.yearless = yearless
        self.told: Told | None = None
        self._doubted = False
        self.month = 0
        self.last: Timex | None = None
        self._asides: list[Span] = []
        self._left: tuple[Told, int] | None = None

    def enter(self, start: int, end: int) -> None:
        """Turn to a block of the text, and from what the block before looked back to to the story itself."""
        if self._left:
            self.told, self.month = self._left
            self._left = None
        self._asides = [Span(*found.span()) for found in _ASIDE.finditer(self.text, start, end)]

    def read(self, timex: Timex, following: Timex | None) -> Timex:
        """The expression with its value, as far as it can be told; "" if it cannot."""
        read = self._valued(timex, following)
        at = point(read.value)
        self.last = read
        if at and self._narrated(read):
            self._look_back(at, read)
            month = at.month or season_month(read.value) or self._christmas(read)
            if month or not self.told or self.told.at.year != at.year:
                self.month = month
            self.told = Told(at, read)
            self._doubted = False
        elif at and self.told and at.year > self.told.at.year and not self.aside(read.span):
            self._doubted |= self._named_by(read)
        return read

    def _look_back(self, at: Point, timex: Timex) -> None:
        """Keep the date told last where the one read opens what had happened before, until the story goes on."""
        told = self.told
        if self._left and at.year >= self._left[0].at.year:
            self._left = None
        elif told and at.year < told.at.year and not self._left and _LOOKS_BACK.match(self.text, timex.span.end):
            self._left = told, self.month

    def _christmas(self, timex: Timex) -> int:
        """The month of "the Christmas holidays of 1890"; 0 of any other date."""
        end = timex.span.start
        return 12 if timex.grain == "year" and _CHRISTMAS.search(self.text, max(0, end - 60), end) else 0

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
                return str(Point(year_after(at.year, -int(month > at.month > 0)))), following
        if beside := self._told_beside(timex, month):
            return beside, self.last
        if self.written and month:
            return f"{self._nearest_year(timex, self.written):04}", None
        if not self.told or self.yearless or self._doubted:
            return "", None
        if year := self._turned_to(timex, following, month):
            return str(Point(year)), following
        return str(Point(year_after(self.told.at.year, self._turned(month)))), self._teller()

    def _told_beside(self, timex: Timex, month: int) -> str:
        """The year of the date right before, of which this is the same told more closely; "" where none is."""
        last = self.last
        at = point(last.value) if last and last.relation and last.relation.base == "told" and month else None
        if not last or not at or not at.month or abs(at.month - month) > 1:
            return ""
        between = self.text[last.span.end : timex.span.start]
        return str(Point(at.year)) if len(between) <= _JOINED and _BESIDE.fullmatch(between) else ""

    def _nearest_year(self, timex: Timex, written: date) -> int:
        """The year of a day or month of news."""
        if is_past_term(self.text, timex.span.start):
            return nearest_year(timex.value, written)
        return near_year(timex.value, written, ahead=self._ahead(timex))

    def _teller(self) -> Timex | None:
        """The expression that tells the year of the date told last."""
        told = self.told.timex if self.told else None
        while told and told.anchor and _year_of(told.anchor) == _year_of(told):
            told = told.anchor
        return told

    def _turned(self, month: int) -> int:
        """1 where a month early in the year is told after one of a year's last months."""
        return int(1 <= month <= _EARLY and self.month - month >= _APART)

    def _turned_to(self, timex: Timex, following: Timex | None, month: int) -> int:
        """The year told next in a sentence if the story has turned to it: "November 1452 ... 6 April, 29 May 1453"."""
        at = point(following.value) if following and not following.relation else None
        if not following or not at or not self.told or at.year - self.told.at.year != 1:
            return 0
        between = self.text[timex.span.end : min(following.span.start, timex.span.end + _REACH)]
        near = following.span.start - timex.span.end < _REACH and not _ENDED.search(between)
        return at.year if near and 0 < month <= at.month and month < self.month else 0

    def _linked(self, timex: Timex, following: Timex) -> bool:
        between = self.text[timex.span.end : following.span.start]
        return len(between) <= 14 and bool(_LINKED.match(between))

    def _named(self, timex: Timex, following: Timex) -> bool:
        """Whether a season belongs to an event with a year: "the Spring Offensive of 1918"."""
        between = self.text[timex.span.end : min(following.span.start, timex.span.end + 40)]
        return timex.grain == "season" and bool(re.fullmatch(r"\s[a-z]+\s(?:of\s|in\s|\()(?:early |late )?", between))

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
            start = timex.span.start
            said = timex.relation.unit == "year" and SAID.search(self.text, max(0, start - 100), start)
            back = timex.relation.count < 0 and _OF.search(self.text, max(0, start - 9), start)
            return bool(back or said) or (timex.relation.base == "near" and timex.grain == "season")
        before = self.text[max(0, timex.span.start - 60) : timex.span.start]
        if _AWAY.search(before) or WROTE.search(self.text, max(0, timex.span.start - 120), timex.span.start):
            return True
        return self._named_by(timex)

    def _named_by(self, timex: Timex) -> bool:
        """Whether something is called by a year: "the fire of 1671"; of one later than the story it may go on."""
        before = self.text[max(0, timex.span.start - 60) : timex.span.start]
        noun = _OF_A_NOUN.search(before)
        return timex.grain == "year" and bool(_DETERMINER.search(before) or (noun and noun[1] not in _TIMES))

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
            return timex.valued(untold(relation))
        value = moved(start, relation)
        if self.written and "XX" in value:
            return timex.valued(moved(of_day(self.written), relation))
        return timex.valued(value, anchor)

    def _base(self, relation: Relation) -> tuple[Point | None, Timex | None]:
        if self.written and (relation.base != "told" or not self.told):
            return of_day(self.written), None
        return (self.told.at, self.told.timex) if self.told and not self._doubted else (None, None)

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
        """A weekday, season or quarter without its year."""
        beside = following and (self._linked(timex, following) or self._named(timex, following))
        if following and beside and relation.unit == "year" and (at := point(following.value)):
            return timex.valued(f"{Point(at.year)}{relation.pick}", following)
        if not self.written:
            return self._nearest_told(timex, relation)
        ahead = self._ahead(timex)
        if relation.unit == "weekend":
            return timex.valued(near_weekend(self.written, ahead=ahead))
        if relation.unit == "week":
            return timex.valued(near_weekday(int(relation.pick), self.written, ahead=ahead) + relation.part)
        return timex.valued(near_part(relation.pick, self.written, ahead=ahead))

    def _nearest_told(self, timex: Timex, relation: Relation) -> Timex:
        """The first such after the date told last; a winter told after summer ends in the next year."""
        told = self.told
        if not told:
            return timex.valued(untold(relation))
        if relation.unit in ("week", "weekend"):
            start = told.at.date()
            if not start:
                return timex.valued(untold(relation))
            near = near_weekend(start, ahead=True) if relation.unit == "weekend" else ""
            return timex.valued(near or near_weekday(int(relation.pick), start, ahead=True) + relation.part, told.timex)
        turned = relation.pick == "-WI" and (season_month(told.timex.value) or told.at.month) >= _LATE
        return timex.valued(f"{Point(year_after(told.at.year, int(turned)))}{relation.pick}", told.timex)

    def _ahead(self, timex: Timex) -> bool:
        return is_ahead(self.text, timex.span.start, timex.span.end)
