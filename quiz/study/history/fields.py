"""The fields of one line of JSON that anybody may have written: each is taken once, and is what it should be."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any, cast

from quiz.study.history.database import milliseconds, storable
from quiz.study.history.entries import Of
from quiz.study.model import Key
from quiz.study.scheduling.days import EPOCH

MOST = 2**53
"""The largest number that every reader of JSON takes for what it is."""

WEIGHTS = 64
"""Weights there may be: more than any version of FSRS has."""

SHOWN = 40
"""Characters that are shown of a name nobody knows."""

EARLIEST, LATEST = datetime(1970, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)


class LineError(Exception):
    """What is wrong with a line."""


class Fields:
    """The fields of one line, each of which is to be taken once."""

    def __init__(self, found: object) -> None:
        """Take what was read from JSON; LineError if it is no object."""
        if not isinstance(found, dict):
            raise LineError("is not an object of JSON")
        self._found: dict[str, Any] = dict(found)

    @classmethod
    def of_line(cls, line: bytes) -> Fields:
        """Read a line; LineError if it is no object of JSON."""
        try:
            found = json.loads(line)
        except (ValueError, RecursionError):
            raise LineError("is not a line of JSON") from None
        return cls(found)

    def end(self) -> None:
        """Refuse what nobody took."""
        if self._found:
            raise LineError(f"the key `{next(iter(self._found))[:SHOWN]}` is not known")

    def taken(self, name: str) -> Any:
        """Take a field; it has to be there."""
        if name not in self._found:
            raise LineError(f"`{name}` is missing")
        return self._found.pop(name)

    def text(self, name: str) -> str:
        """Take a text."""
        value = self.taken(name)
        if not isinstance(value, str):
            raise LineError(f"`{name}` is not a text")
        return storable(value)

    def key(self) -> Key:
        """Take the identity of a card."""
        deck, card = self.text("deck"), self.text("card")
        if not deck or not card:
            raise LineError("`deck` or `card` is empty")
        return deck, card

    def one_of(self, name: str, words: Iterable[str]) -> str:
        """Take one of some words."""
        value, words = self.taken(name), tuple(words)
        if value not in words:
            raise LineError(f"`{name}` is none of {', '.join(words)}")
        return str(value)

    def truth(self, name: str) -> bool:
        """Take true or false."""
        value = self.taken(name)
        if not isinstance(value, bool):
            raise LineError(f"`{name}` is neither true nor false")
        return value

    def number(self, name: str, least: int, most: int) -> int:
        """Take a whole number within bounds."""
        return _number(name, self.taken(name), least, most)

    def numbers(self, name: str) -> tuple[float, ...]:
        """Take a list of numbers."""
        value = self.taken(name)
        if not isinstance(value, list) or len(value) > WEIGHTS or not all(map(_finite, value)):
            raise LineError(f"`{name}` is not a list of at most {WEIGHTS} numbers")
        return tuple(map(float, value))

    def objects(self, name: str) -> list[Fields]:
        """Take a list of objects, each as fields of its own."""
        value = self.taken(name)
        if not isinstance(value, list):
            raise LineError(f"`{name}` is not a list")
        return list(map(Fields, value))

    def times(self) -> tuple[datetime, int]:
        """Take when something happened, and the history's clock, which shows the same if nothing else is given."""
        at = self.time("at")
        return at, milliseconds(self.time("clock") if "clock" in self._found else at)

    def day(self) -> int:
        """Take the number of a day."""
        try:
            return date.fromisoformat(self.text("day")).toordinal() - EPOCH
        except ValueError:
            raise LineError("`day` is no date: 2026-11-22") from None

    def target(self) -> tuple[Of, int]:
        """Take what an undo takes back."""
        value = self.taken("of")
        if not isinstance(value, dict) or len(value) != 1 or not value.keys() <= {"review", "event"}:
            raise LineError('`of` is not {"review": NUMBER} or {"event": NUMBER}')
        ((kind, number),) = value.items()
        return cast("Of", kind), _number("of", number, 0, MOST)

    def time(self, name: str) -> datetime:
        """Take a time, as UTC and to the millisecond."""
        try:
            at = datetime.fromisoformat(self.text(name))
            if at.tzinfo and EARLIEST <= at < LATEST:
                at = at.astimezone(UTC)
                return at.replace(microsecond=at.microsecond // 1000 * 1000)
        except (ValueError, OverflowError):
            pass
        raise LineError(f"`{name}` is no time from 1970 to 2200, such as 2026-11-22T09:30:00.000Z")


def _number(name: str, value: Any, least: int, most: int) -> int:
    """Return a whole number that is within bounds."""
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise LineError(f"`{name}` is no whole number from {least} to {most}")
    return value


def _finite(value: Any) -> bool:
    """Whether a value is a number one can reckon with."""
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < MOST and math.isfinite(value)
