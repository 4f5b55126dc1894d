"""What teachers add to cards, as a note's hidden field tells it, and as far as it still fits what the note shows."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from quiz.deck.marks.compose import canonical
from quiz.deck.model import POINTS, Card
from quiz.deck.teaching import NUMBER

TOLD = ("accept", "distractors", "feedback", "tolerance", "unit", "pin", "hint", "points", "difficulty")
"""Keys that an export writes into the hidden field of every card that has them."""

BRACES = re.compile(r" +\}|\} +(?=\})")
UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f]")


def fitting(told: Mapping[str, Any], answer: str, options: Iterable[str], *, partly: bool) -> dict[str, Any]:
    """Tell unit, pinned options, points and shares; `partly` says that an answer can be right in parts."""
    unit, points = str(told.get("unit", "")), str(told.get("points", ""))
    bare = answer.removesuffix(f" {unit}") if unit else answer
    offered = {plainly(text).casefold(): text for text in options}
    pins = (plainly(str(pin)).casefold() for pin in told.get("pin", ()))
    return {
        "unit": unit if bare != answer and NUMBER.fullmatch(bare) else "",
        "pin": tuple(offered[pin] for pin in pins if pin in offered),
        "points": points if POINTS.fullmatch(points) else "",
        "partial": partly and bool(told.get("partial")),
    }


def feedback(told: Mapping[str, Any], distractors: Sequence[str], shown: Mapping[str, str]) -> tuple[str, ...]:
    """Tell the feedback to each wrong answer, () where there is none; of one that no note shows, it stays.

    A single one that was written anew, without feedback, keeps what it had.
    """
    known = _known(told)
    away, new = _changed(told, distractors, shown)
    found = []
    for text in distractors:
        was, now = known.get(text, ""), shown.get(plainly(text))
        kept = now is None or plainly(was) == plainly(now)
        found.append(known[away[0]] if len(away) == len(new) == 1 and text in new else was if kept else now or "")
    return tuple(found) if any(found) else ()


def unsaid(told: Mapping[str, Any], distractors: Sequence[str], shown: Mapping[str, str]) -> list[str]:
    """Tell the feedback that is left out, as several wrong answers were written anew: nobody knows which is which."""
    away, new = _changed(told, distractors, shown)
    return [_known(told)[text] for text in away] if new and not len(away) == len(new) == 1 else []


def _changed(
    told: Mapping[str, Any], distractors: Sequence[str], shown: Mapping[str, str]
) -> tuple[list[str], list[str]]:
    """Tell which wrong answers with feedback are gone, and which are new and have none."""
    known = _known(told)
    there, here = {*map(plainly, distractors)}, {*map(plainly, known)}
    away = [text for text, why in known.items() if why and plainly(text) not in there]
    return away, [text for text in distractors if plainly(text) not in here and not shown.get(plainly(text))]


def _known(told: Mapping[str, Any]) -> dict[str, str]:
    """Tell the feedback to each wrong answer as it was exported."""
    return dict(zip(map(str, told.get("distractors", ())), map(str, told.get("feedback", ())), strict=False))


def plainly(text: str) -> str:
    """Fold away what writing to a field changes: white space, controls, how accents and marks are written."""
    return " ".join(unicodedata.normalize("NFC", UNSEEN.sub("", canonical(text))).split())


def closed(cloze: str) -> str:
    """Fold a cloze, and away the blanks that keep braces of its own from ending a gap."""
    return BRACES.sub("}", plainly(cloze))


def unedited(told: Mapping[str, Any], card: Card) -> frozenset[str]:
    """Tell which keys of a card say what a note's hidden field tells, which no edit in Anki changes."""
    now = {key: getattr(card, key) for key in TOLD}
    now = {key: list(value) if isinstance(value, tuple) else value for key, value in now.items()}
    same = {key for key, value in now.items() if value == told.get(key, [] if isinstance(value, list) else "")}
    return frozenset(same - (set() if "feedback" in same else {"distractors"}))
