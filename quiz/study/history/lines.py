"""The history as lines of JSON, to carry to another computer and to read with other programs: docs/history.md."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any

from quiz.study.exams.exam import Event
from quiz.study.exams.snapshot import packed
from quiz.study.history.database import milliseconds, moment
from quiz.study.history.entries import Answered, Entry, Fitted, Happened
from quiz.study.history.exams import Sat
from quiz.study.model import Day
from quiz.study.scheduling.days import date_of

FORMAT = 1
HEADER = {"quiz": "history", "format": FORMAT}


def dumped(entries: Iterable[Entry]) -> Iterator[str]:
    """Write entries as lines, a header before them."""
    yield json.dumps(HEADER)
    for entry in entries:
        yield json.dumps(_written(entry), ensure_ascii=isinstance(entry, Sat))  # a paper may hold what UTF-8 cannot


def _written(entry: Entry) -> dict[str, Any]:
    """Return an entry as the object of a line."""
    match entry:
        case Answered():
            return _answered(entry)
        case Happened():
            return _happened(entry)
        case Fitted():
            line = {"type": "weights", **_times(entry.at, entry.clock)}
            return line | {"reviews": entry.reviews, "weights": list(entry.weights)}
        case Sat():
            events = [_event(event) for event in entry.events]
            return {"type": "exam", "at": _time(entry.at), "paper": json.loads(packed(entry.paper)), "events": events}


def _answered(entry: Answered) -> dict[str, Any]:
    review = entry.review
    return {
        "type": "review",
        "id": entry.number,
        "deck": review.deck,
        "card": review.card,
        **_times(review.at, entry.clock),
        "day": _date(review.day),
        "mode": review.mode,
        "way": review.way,
        "answer": review.answer,
        "right": review.right,
        "grade": int(review.grade),
        "duration": review.duration,
    }


def _happened(entry: Happened) -> dict[str, Any]:
    return {
        "type": "event",
        "id": entry.number,
        "deck": entry.key[0],
        "card": entry.key[1],
        **_times(entry.at, entry.clock),
        "day": _date(entry.day),
        "what": entry.what,
        **({"of": {entry.of[0]: entry.of[1]}} if entry.of else {}),
    }


def _event(event: Event) -> dict[str, Any]:
    """Return what happened in an exam."""
    used = event.used // timedelta(milliseconds=1)
    return {"what": event.what, "at": _time(event.at), "used": used, "place": event.place, "given": event.given}


def _times(at: datetime, clock: int) -> dict[str, str]:
    """Return when something happened, and the history's clock where that shows another time."""
    shown = {"at": _time(at)}
    return shown if milliseconds(at) == clock else shown | {"clock": _time(moment(clock))}


def _time(at: datetime) -> str:
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _date(day: Day) -> str:
    return date_of(day).date().isoformat()
