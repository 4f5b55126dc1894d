"""What teachers add to cards, as a note's hidden field tells it, and as far as it still fits what the note shows."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from quiz.deck.marks.compose import canonical
from quiz.deck.model import POINTS
from quiz.deck.teaching import NUMBER

BRACES = re.compile(r" +\}|\} +(?=\})")
UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f]")


def fitting(told: Mapping[str, Any], answer: str, options: Iterable[str], *, partly: bool) -> dict[str, Any]:
    """Tell unit, pinned options, points and shares; `partly` says that an answer can be right in parts."""
    unit, points = str(told.get("unit", "")), str(told.get("points", ""))
    bare = answer.removesuffix(f" {unit}") if unit else answer
    offered = {plainly(text).casefold() for text in options}
    return {
        "unit": unit if bare != answer and NUMBER.fullmatch(bare) else "",
        "pin": tuple(pin for pin in map(str, told.get("pin", ())) if plainly(pin).casefold() in offered),
        "points": points if POINTS.fullmatch(points) else "",
        "partial": partly and bool(told.get("partial")),
    }


def feedback(told: Mapping[str, Any], distractors: Sequence[str], shown: Mapping[str, str]) -> tuple[str, ...]:
    """Tell the feedback to each wrong answer, () where there is none; of one that no note shows, it stays."""
    known = dict(zip(map(str, told.get("distractors", ())), map(str, told.get("feedback", ())), strict=False))
    found = []
    for text in distractors:
        was, now = known.get(text, ""), shown.get(plainly(text))
        found.append(was if now is None or plainly(was) == plainly(now) else now)
    return tuple(found) if any(found) else ()


def plainly(text: str) -> str:
    """Fold away what writing to a field changes: white space, controls, how accents and marks are written."""
    return " ".join(unicodedata.normalize("NFC", UNSEEN.sub("", canonical(text))).split())


def closed(cloze: str) -> str:
    """Fold a cloze, and away the blanks that keep braces of its own from ending a gap."""
    return BRACES.sub("}", plainly(cloze))
