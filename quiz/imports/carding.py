"""Cards from the parts that texts and tables give them: fit to stand in a deck, whatever the parts are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import cast

from quiz.deck.cloze import fault
from quiz.deck.fields import MARGIN
from quiz.deck.model import TRUTHS, Card, Kind, chain
from quiz.imports.losses import Losses

SILENT = "cards that ask nothing, or to which nothing is the answer, left out"
FEWEST, MOST = 2, 9
KINDS = frozenset({"date", "figure", "quote"})
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Parts:
    """What a text or a table tells of a card, each part as it stands there, and the line that it stands on."""

    answer: str = ""
    question: str = ""
    cloze: str = ""
    accept: Iterable[str] = ()
    distractors: Iterable[str] = ()
    explanation: str = ""
    hint: str = ""
    tags: Iterable[str] = ()
    kind: str = ""
    tolerance: str = ""
    ordered: Sequence[str] = ()
    name: str = ""
    line: int | None = None


def card(losses: Losses, parts: Parts) -> Card | None:
    """Make a card of its parts; None, and a loss counted, where it asks or answers nothing."""
    question, answer, cloze = clean(parts.question), clean(parts.answer), clean(parts.cloze)
    if cloze and fault(cloze):
        question, cloze = question or cloze, ""
    if not (question or cloze) or not (answer or cloze or parts.ordered):
        losses.add(SILENT, line=parts.line)
        return None
    kind, items = parts.kind, _each(parts.ordered)
    if kind == "order" and not (FEWEST <= len(items) <= MOST and len(items) == len(parts.ordered)):
        kind, answer, items = "", answer or chain(parts.ordered), ()
    truth = kind == "truefalse" and answer.casefold() in TRUTHS
    chosen = truth or items
    right = () if chosen else _each(parts.accept, [answer])
    return Card(
        answer=chain(items) if items else answer,
        question=question,
        cloze="" if chosen else cloze,
        id=_name(parts.name),
        kind=cast("Kind", "order" if items else "truefalse" if truth else kind if kind in KINDS else ""),
        accept=right,
        distractors=() if chosen else _each(parts.distractors, [answer, *right]),
        explanation=clean(parts.explanation),
        hint=clean(parts.hint),
        tags=_each(parts.tags),
        ordered=items,
        tolerance=_margin(parts.tolerance),
    )


def _name(text: str) -> str:
    """Return an id; "" of what is none."""
    return text if re.fullmatch(r"[^\s]{1,64}", text) and text.isprintable() else ""


def _margin(text: str) -> str:
    """Return a tolerance; "" of what is none."""
    return text if (found := MARGIN.fullmatch(text)) and found[1].strip("0.") else ""


def clean(text: str) -> str:
    """Take away what no deck can hold, and the space around a text."""
    return CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def _each(texts: Iterable[str], out: Iterable[str] = ()) -> tuple[str, ...]:
    """Return texts that say something, each once in whatever case, those that are `out` left out."""
    seen, kept = {" ".join(text.split()).casefold() for text in out}, []
    for text in map(clean, texts):
        name = " ".join(text.split()).casefold()
        if name and name not in seen:
            seen.add(name)
            kept.append(text)
    return tuple(kept)
