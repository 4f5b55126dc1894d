"""Reads a history from lines of JSON that anybody may have written: each is right, or named with what is wrong."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import cast, get_args

from quiz.errors import Place, Problem, QuizError
from quiz.study.exams.exam import Event, What
from quiz.study.exams.reading import readable
from quiz.study.history.entries import Answered, Entry, Fitted, Happened, Of
from quiz.study.history.exams import Sat
from quiz.study.history.fields import MOST, Fields, LineError
from quiz.study.history.lines import FORMAT
from quiz.study.history.sense import ENDINGS
from quiz.study.model import MARKS, MODES, WAYS, Grade, Key, Mark, Mode, Review, Way

LONGEST = 64 * 2**20
"""Bytes a line may have: more than an exam of 10,000 questions."""

PROBLEMS = 20
"""Problems that are told of one file."""

NOTHING: Key = ("", "")
"""The card of an undo, which cannot be taken back itself."""

HINT = "nothing is imported; docs/history.md tells what a line holds"

Fits = Callable[[tuple[float, ...]], bool]
"""Tells whether the schedule can use weights."""


class Reader:
    """Reads the lines of one file, and collects what is wrong with them."""

    def __init__(self, path: str, lines: Iterable[bytes], fits: Fits) -> None:
        """Name the file, and its lines as bytes; one longer than `LONGEST` may be cut off behind that."""
        self._path, self._lines, self._fits = path, lines, fits
        self._seen: dict[tuple[str, int], Key] = {}
        self._problems: list[Problem] = []

    def entries(self) -> Iterator[Entry]:
        """Return what the lines say, one by one; QuizError with what is wrong, when all are read."""
        number = 0
        for number, line in enumerate(self._lines, 1):
            try:
                if entry := self._entry(number, line):
                    yield entry
            except LineError as error:
                self._problems.append(Problem(Place(self._path, number), str(error), HINT))
                if number == 1 or len(line) > LONGEST or len(self._problems) == PROBLEMS:
                    break
        if not number:
            self._problems.append(Problem(Place(self._path), "the file is empty", HINT))
        if self._problems:
            raise QuizError(self._problems)

    def _entry(self, number: int, line: bytes) -> Entry | None:
        """Read one line; None if it says nothing, being the header or blank."""
        if len(line) > LONGEST:
            raise LineError(f"the line is longer than {LONGEST // 2**20} MB")
        if number > 1 and not line.strip():
            return None
        fields = Fields.of_line(line)
        entry = self._kind(fields) if number > 1 else _header(fields)
        fields.end()
        return entry

    def _kind(self, fields: Fields) -> Entry:
        """Read a line by its type."""
        match fields.one_of("type", ("review", "event", "weights", "exam")):
            case "review":
                return self._review(fields)
            case "event":
                return self._event(fields)
            case "exam":
                return _exam(fields)
            case _:
                return self._weights(fields)

    def _review(self, fields: Fields) -> Answered:
        """Read an answer."""
        number, key, (at, clock) = fields.number("id", 0, MOST), fields.key(), fields.times()
        review = Review(
            *key,
            at,
            cast("Way", fields.one_of("way", WAYS)),
            fields.text("answer"),
            fields.truth("right"),
            Grade(fields.number("grade", 1, 4)),
            fields.number("duration", 0, MOST),
            cast("Mode", fields.one_of("mode", MODES)),
            fields.day(),
        )
        self._see("review", number, key)
        return Answered(number, review, clock)

    def _event(self, fields: Fields) -> Happened:
        """Read what was done to a card; what is taken back has to stand in a line before."""
        number, key, (at, clock), day = fields.number("id", 0, MOST), fields.key(), fields.times(), fields.day()
        what, of = fields.one_of("what", (*MARKS, "undo")), None
        if what == "undo":
            of = fields.target()
            if self._seen.get(of) != key:
                raise LineError(f"`of` names no {of[0]} of this card that stands in a line before")
        self._see("event", number, key if of is None else NOTHING)
        return Happened(number, key, cast("Mark", what), at, day, clock, of)

    def _weights(self, fields: Fields) -> Fitted:
        """Read fitted weights."""
        weights, reviews = fields.numbers("weights"), fields.number("reviews", 0, MOST)
        if weights and not self._fits(weights):
            raise LineError("`weights` are none that the schedule can use")
        return Fitted(weights, reviews, *fields.times())

    def _see(self, kind: Of, number: int, key: Key) -> None:
        """Remember whose a row is; no other of its kind may have its number."""
        if (kind, number) in self._seen:
            raise LineError(f"`id` {number} stands in a line before")
        self._seen[kind, number] = key


def _exam(fields: Fields) -> Sat:
    """Read an exam with all that happened in it."""
    at = fields.time("at")
    paper = readable(json.dumps(fields.taken("paper")))
    if paper is None:
        raise LineError("`paper` is none that an exam can be held by")
    events = tuple(_happening(part, len(paper.items)) for part in fields.objects("events"))
    found = [event.what for event in events]
    if found.count("begin") != 1 or found[0] != "begin":
        raise LineError("`events` do not begin with the one `begin`")
    if "close" in found and not set(found).intersection(ENDINGS):
        raise LineError("`events` close an exam that has not ended")
    return Sat(at, replace(paper, out=""), events)


def _happening(fields: Fields, questions: int) -> Event:
    """Read what happened in an exam of so many questions."""
    what, at = fields.one_of("what", get_args(What)), fields.time("at")
    used = timedelta(milliseconds=fields.number("used", 0, MOST))
    event = Event(cast("What", what), at, used, fields.number("place", 0, questions - 1), fields.text("given"))
    fields.end()
    return event


def _header(fields: Fields) -> Entry | None:
    """Check that the first line is that of a history we can read."""
    if fields.one_of("quiz", ("history",)) and fields.number("format", 1, MOST) > FORMAT:
        raise LineError("is of a newer version of quiz: update quiz")
    return None
