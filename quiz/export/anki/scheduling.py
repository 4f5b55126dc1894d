"""What was learnt here as Anki keeps it: the state of a card, its memory in FSRS, and a row for every answer."""

from __future__ import annotations

import json
from collections.abc import Iterator

from quiz.export.anki.filing import Filed, Taken
from quiz.export.learnt import Given, Learnt

DAY = 86_400

CREATED_DAY = 10_957
"""The day, counted from 1970, that due dates of the package are counted from: 2000-01-01."""

CREATED = CREATED_DAY * DAY + 4 * 3600
"""The moment of it; at four in the morning UTC and with an offset of 0 Anki counts days as we do."""

TYPES = {"new": 0, "learning": 1, "review": 2, "relearning": 3}
KINDS = {"new": 0, "learning": 0, "review": 1, "relearning": 2}
"""What Anki calls the phase of a card, and the kind of an answer by the phase it was given in."""

SUSPENDED, NEW, LEARNING, REVIEW, DAY_LEARNING = -1, 0, 1, 2, 3  # queues
EASE = 2500  # of the older scheduler, which begins with it where FSRS is off
RED = 1  # Anki's first flag

State = tuple[int, int, int, int, int, int, int, int, int, str]
"""Type, queue, due, interval, ease, answers, lapses, steps left, flag and data of a card, in the order of its table."""


def state(note: Filed, *, own: bool = True) -> State:
    """Tell the state of a note's card: new at its position, or as it was learnt, which its `own` one was alone."""
    learnt = note.learnt
    if learnt is None or not own:
        return (TYPES["new"], NEW, note.due, 0, 0, 0, 0, 0, 0, "")
    flag = RED if learnt.flagged else 0
    if not learnt.given:
        return (TYPES["new"], SUSPENDED if learnt.suspended else NEW, note.due, 0, 0, 0, 0, 0, flag, "")
    queue, due = queued(learnt)
    interval = max(1, round(learnt.given[-1].wait / DAY)) if learnt.phase == "review" else 0
    if learnt.phase == "relearning":
        interval = max(1, round(learnt.stability))
    return (
        TYPES[learnt.phase],
        SUSPENDED if learnt.suspended else queue,
        due,
        interval,
        EASE,
        len(learnt.given),
        learnt.lapses,
        learnt.steps * 1001 if learnt.phase != "review" else 0,
        flag,
        memory(learnt, note.due),
    )


def queued(learnt: Learnt) -> tuple[int, int]:
    """Tell in which queue a card waits and until when: a moment within a day, or a day."""
    day = learnt.day - CREATED_DAY
    if learnt.phase == "review":
        return REVIEW, day
    return (DAY_LEARNING, day) if learnt.given[-1].wait >= DAY else (LEARNING, learnt.due)


def memory(learnt: Learnt, position: int) -> str:
    """Write the memory as FSRS in Anki keeps it, and the position the card had while it was new."""
    said = {
        "pos": position,
        "s": round(learnt.stability, 4),
        "d": round(learnt.difficulty, 3),
        "dr": learnt.retention,
        "lrt": learnt.given[-1].at // 1000,
    }
    return json.dumps(said, separators=(",", ":"))


def answers(note: Filed, taken: Taken) -> Iterator[tuple[int, ...]]:
    """Write the answers to a note's card as rows, each with an id of its own: the millisecond it was given in."""
    before = 0
    for given in note.learnt.given if note.learnt else ():
        interval = waited(given)
        kind = KINDS[given.phase]
        # Anki keeps the difficulty where the ease was: from 100 to 1100, and none while a card is learned.
        factor = round((given.difficulty - 1) / 9 * 1000) + 100 if kind else 0
        yield (taken.free(given.at), note.id, -1, given.grade, interval, before, factor, given.duration, kind)
        before = interval


def waited(given: Given) -> int:
    """Tell how long a card was put off by an answer: days, or less than a day in seconds below zero."""
    return given.wait // DAY if given.wait >= DAY else -given.wait
