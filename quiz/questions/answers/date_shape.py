"""A written date as a form that others can be written in: what may vary in it, and how far a range reaches."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date as calendar_day
from datetime import timedelta

from quiz.facts.model import Date
from quiz.questions.answers.date_slots import Slot, parts_of, slots_of, told_parts

Parts = Mapping[str, int]
COARSE_FIRST = ("century", "nth10", "decade", "tens", "year", "nth2", "nth3", "nth4", "season", "month", "day")
DATED = frozenset(("century", "decade", "year"))
MONTHS_IN_YEAR = 12
COMMON_YEAR = 2001
LEAP_YEAR = 2000
LAST_CENTURY = 21
OLDEST_CENTURY_BC = 60


@dataclass(frozen=True, slots=True)
class Shape:
    """The slots of an answer, the parts they tell, those that may vary, the length of a range, and the era.

    The length counts the finest unit told; `year` stands for one that the text leaves out.
    """

    text: str
    slots: tuple[Slot, ...]
    parts: Parts
    varying: tuple[str, ...]
    length: int = 0
    before: bool = False
    year: int = COMMON_YEAR

    @classmethod
    def read(cls, answer: str, date: Date) -> Shape | None:
        """The form of an answer; None if nothing in it can be told otherwise, as in "the day after"."""
        slots = tuple(slots_of(answer, date))
        if not slots:
            return None
        parts = dict(parts_of(slots, 0))
        told = told_parts(date.value, date.grain).get("year", COMMON_YEAR)
        if "year" not in parts and parts.get("month") == 2 and parts.get("day") == 29:
            told = LEAP_YEAR
        tailed = any(slot.point for slot in slots)
        shape = cls(answer, slots, parts, _varying(parts, tailed=tailed), 0, date.value.startswith("-"), told)
        return replace(shape, length=shape.distance(parts, dict(parts_of(slots, 1)))) if tailed else shape

    @property
    def finest(self) -> str:
        """The unit a range of it is measured in."""
        own = [part for part in COARSE_FIRST if part in self.parts and not part.startswith("nth")]
        return "year" if own[-1:] == ["season"] else own[-1] if own else "year"

    def like(self, value: str, grain: str) -> Parts | None:
        """The parts of another date that this form asks for; None if it does not tell them, or of another era."""
        told = told_parts(value, grain)
        if value.startswith("-") != self.before or any(part not in told for part in self.varying):
            return None
        return {part: told[part] for part in self.varying}

    def order(self, parts: Parts) -> tuple[int, ...]:
        """A key that puts dates of this form in the order of time."""
        if not self.before:
            return tuple([parts[part] for part in self.varying])
        return tuple([-parts[part] if part in DATED else parts[part] for part in self.varying])

    def years(self, parts: Parts) -> int:
        """The year a date begins in, negative before Christ; 0 where no year, decade or century is told."""
        if "year" in parts:
            year = parts["year"]
        elif "decade" in parts:
            year = parts["decade"] * 10
        elif "century" in parts:
            year = (parts["century"] - 1) * 100 + (parts.get("nth10", 1) - 1) * 10
        else:
            return 0
        return -year if self.before else year

    def distance(self, first: Parts, last: Parts) -> int:
        """How far the end of a range lies behind its beginning, in the finest unit."""
        if self.finest == "day":
            days = [_day(p, self.year) for p in (first, last)]
            return (days[1] - days[0]).days if days[0] and days[1] else 0
        if self.finest == "month":
            years = (last.get("year", 0) - first.get("year", 0)) * MONTHS_IN_YEAR
            return years + last["month"] - first["month"]
        return last.get(self.finest, 0) - first.get(self.finest, 0)

    def ending(self, parts: Parts) -> Parts:
        """The parts of the end of a range, or of the date itself."""
        return self._end({**self.parts, **parts}, self.length) or parts

    def written(self, parts: Parts, length: int | None = None) -> str | None:
        """The answer with other parts; None if there is no such date or this form cannot say it."""
        first = {**self.parts, **parts}
        if "weekday" in first and "day" in first:
            first["weekday"] = self._weekday(first)
        last = self._end(first, self.length if length is None else length)
        if last is None or not self._possible(first):
            return None
        if last is not first and not (self._possible(last) and self._told(first, last)):
            return None
        text = self.text
        for slot in reversed(self.slots):
            value = (last if slot.point else first)[slot.part]
            if slot.short and value // 10 ** len(slot.text) != self._century_of(slot, first) // 10 ** len(slot.text):
                return None
            text = text[: slot.start] + slot.written(value) + text[slot.end :]
        return text

    def _century_of(self, slot: Slot, first: Parts) -> int:
        """The year that a shortened year leans on: the one before it in the text, or the right one."""
        leans = slot.point and any(s.part == "year" and not s.point for s in self.slots)
        return first["year"] if leans else slot.value

    def weekday(self, parts: Parts) -> int | None:
        """The weekday of a day of this form, from 0 for Monday; None if its day, month or year is not told."""
        day = _day({**self.parts, **parts}, self.year) if "year" in self.parts or self.year != COMMON_YEAR else None
        return day.weekday() if day else None

    def _weekday(self, parts: Parts) -> int:
        """The weekday of another day, by the calendar the right one was told in."""
        right, other = _day(self.parts, self.year), _day(parts, self.year)
        return (self.parts["weekday"] + (other - right).days) % 7 if right and other else parts["weekday"]

    def _end(self, first: Parts, length: int) -> Parts | None:
        """The end of a range of some length."""
        if not any(slot.point for slot in self.slots):
            return first
        if self.finest == "day":
            day = _day(first, self.year)
            try:
                end = day + timedelta(length) if day else None
            except OverflowError:
                return None
            if end is None:
                return None
            year = {"year": end.year} if "year" in first else {}
            return {**first, "day": end.day, "month": end.month, **year}
        if self.finest == "month":
            months = first.get("year", 0) * MONTHS_IN_YEAR + first["month"] - 1 + length
            year = {"year": months // MONTHS_IN_YEAR} if "year" in first else {}
            return {**first, "month": months % MONTHS_IN_YEAR + 1, **year}
        return {**first, self.finest: first.get(self.finest, 0) + length}

    def _possible(self, parts: Parts) -> bool:
        if "day" in parts and "month" in parts and _day(parts, self.year) is None:
            return False
        decade = parts.get("decade", 1)
        most = OLDEST_CENTURY_BC if self.before else LAST_CENTURY
        if not 1 <= parts.get("century", 1) <= most or decade < 0 or not 0 <= parts.get("tens", 0) < 8:
            return False
        if "decade" in self.parts and len(str(decade)) != len(str(self.parts["decade"])):
            return False
        year, right = parts.get("year", 1), self.parts.get("year", 1)
        return year > 0 and (right < 1000 or year >= 1000) and (right >= 10_000 or year < 10_000)

    def _told(self, first: Parts, last: Parts) -> bool:
        """Whether the text tells each part in which the ends of a range differ, at both ends."""
        told = {(slot.part, slot.point) for slot in self.slots}
        parts = {part for part in self.parts if first.get(part) != last.get(part)} & {"year", "month", "day"}
        if "month" in self.parts and "year" not in self.parts and last["month"] < first["month"]:
            return False
        if self.length and ("month", 0) in told and ("month", 1) in told and "month" not in parts:
            return False
        return all((part, 0) in told and (part, 1) in told for part in parts)


def _varying(parts: Parts, *, tailed: bool) -> tuple[str, ...]:
    """The parts that may be told otherwise; a weekday only where it stands without a day, no season of two years."""
    own = tuple(part for part in COARSE_FIRST if part in parts and not (part == "season" and tailed))
    return own or (("weekday",) if "weekday" in parts else ())


def _day(parts: Parts, year: int) -> calendar_day | None:
    """A day of the calendar; None if there is none such."""
    told = parts.get("year", year)
    if not 1 <= told <= 9999 or "month" not in parts or "day" not in parts or not 1 <= parts["month"] <= 12:
        return None
    possible = 1 <= parts["day"] <= monthrange(told, parts["month"])[1]
    return calendar_day(told, parts["month"], parts["day"]) if possible else None


def years_in(text: str) -> Sequence[int]:
    """The numbers of four digits in a text."""
    return [int(year) for year in re.findall(r"(?<!\d)\d{4}(?!\d)", text)]
