"""Cards from the parts that texts and tables give them: fit to stand in a deck, whatever the parts are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import cast

from quiz.deck.cloze import fault
from quiz.deck.fields import MARGIN
from quiz.deck.model import TRUTHS, Card, Kind, chain
from quiz.imports.losses import Losses

SILENT = "cards that ask nothing, or to which nothing is the answer, left out"
FEWEST, MOST = 2, 9
KINDS = frozenset({"date", "figure", "quote"})
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def card(
    losses: Losses,
    *,
    answer: str = "",
    question: str = "",
    cloze: str = "",
    accept: Iterable[str] = (),
    distractors: Iterable[str] = (),
    explanation: str = "",
    tags: Iterable[str] = (),
    kind: str = "",
    tolerance: str = "",
    ordered: Sequence[str] = (),
    name: str = "",
    line: int | None = None,
) -> Card | None:
    """Make a card; None, and a loss counted, where it asks or answers nothing."""
    question, answer, cloze = clean(question), clean(answer), clean(cloze)
    if cloze and fault(cloze):
        question, cloze = question or cloze, ""
    if not (question or cloze) or not (answer or cloze or ordered):
        losses.add(SILENT, line=line)
        return None
    items = _each(ordered)
    if kind == "order" and not (FEWEST <= len(items) <= MOST and len(items) == len(ordered)):
        kind, answer, items = "", answer or chain(ordered), ()
    truth = kind == "truefalse" and answer.casefold() in TRUTHS
    right = () if truth or items else _each(accept, [answer])
    wrong = () if truth or items else _each(distractors, [answer, *right])
    return Card(
        answer=chain(items) if items else answer,
        question=question,
        cloze="" if truth or items else cloze,
        id=name if re.fullmatch(r"[^\s]{1,64}", name) and name.isprintable() else "",
        kind=cast("Kind", "order" if items else "truefalse" if truth else kind if kind in KINDS else ""),
        accept=right,
        distractors=wrong,
        explanation=clean(explanation),
        tags=_each(tags),
        ordered=items,
        tolerance=tolerance if tolerance and (found := MARGIN.fullmatch(tolerance)) and found[1].strip("0.") else "",
    )


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
