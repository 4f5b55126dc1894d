"""Wrong times of day: of the document first, else some minutes or hours off, written as the right one is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quiz.facts.model import Date
from quiz.questions.distractors.chance import Chance

WANTED = 3
DAY, HALF = 24 * 60, 12 * 60
FACE = re.compile(r"(\d{1,2})([:.]\d\d)?")
MINUTES = (7, 11, 17, 23, 29, 38, 46, 57, 72)
"""How far off a time told to the minute may be; a rounder one keeps its roundness."""


def wrong_times(date: Date, answer: str, others: Sequence[Date], chance: Chance, shown: str = "") -> list[str]:
    """Three other times in the form of the answer, in order; times of the document near it come first."""
    right = _minutes(date.value)
    told = {_minutes(other.value) for other in others if other.grain == date.grain}
    near = sorted(told - {right}, key=lambda minute: (abs(minute - right), minute))
    found: dict[int, str] = {}
    for minute in (*near[:WANTED], *_off(answer, right, chance)):
        text = _written(answer, right, minute)
        if len(found) < WANTED and text and text not in shown and text not in found.values():
            found[minute] = text
    return [found[minute] for minute in sorted(found)]


def _minutes(value: str) -> int:
    """The minutes since midnight of a value such as `T17:12`."""
    return 60 * int(value[1:3]) + int(value[4:6])


def _off(answer: str, right: int, chance: Chance) -> Iterator[int]:
    """Times so far from the right one as its roundness has it."""
    face = FACE.search(answer)
    step = 60 if face is None or not face[2] else 15 if right % 15 == 0 else 5 if right % 5 == 0 else 1
    for _ in range(8 * WANTED):
        far = chance.pick(MINUTES) if step == 1 else step * (1 + chance.below(4))
        yield (right + (far if chance.below(2) else -far)) % DAY


def _written(answer: str, right: int, minute: int) -> str:
    """Another time as the right one is written; "" where it lies in the other half of the day, or is told rounder."""
    face = FACE.search(answer)
    halves = re.search(r"[ap]\.? ?m\b|clock", answer, re.IGNORECASE) is not None
    if face is None or minute // HALF != right // HALF or (not face[2] and minute % 60):
        return ""
    hour = (minute // 60 - 1) % 12 + 1 if halves else minute // 60
    told = f"{hour:0{len(face[1]) if face[1].startswith('0') else 1}}"
    return answer[: face.start()] + told + (f"{face[2][0]}{minute % 60:02}" if face[2] else "") + answer[face.end() :]
