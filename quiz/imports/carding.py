"""Cards from the parts that texts and tables give them: fit to stand in a deck, whatever the parts are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import cast

from quiz.deck.cloze import fault
from quiz.deck.fields import MARGIN
from quiz.deck.marks import exact
from quiz.deck.model import BESIDE, LEVELS, POINTS, TRUTHS, Card, Kind, chain, together
from quiz.deck.teaching import NUMBER
from quiz.imports.losses import Losses

SILENT = "cards that ask nothing, or to which nothing is the answer, left out"
FEWEST, MOST = 2, 9
KINDS = frozenset({"date", "figure", "quote"})
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Parts:
    """What a text or a table tells of a card, each part as it stands there, and the line that it stands on.

    `feedback` tells of a wrong answer why it is wrong.
    """

    answer: str = ""
    question: str = ""
    cloze: str = ""
    accept: Iterable[str] = ()
    distractors: Iterable[str] = ()
    explanation: str = ""
    tags: Iterable[str] = ()
    kind: str = ""
    tolerance: str = ""
    ordered: Sequence[str] = ()
    all_of: Sequence[str] = ()
    unit: str = ""
    feedback: Mapping[str, str] = field(default_factory=dict)
    pin: Iterable[str] = ()
    hint: str = ""
    points: str = ""
    partial: bool = False
    difficulty: str = ""
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
    all_of = () if chosen else _parts(parts.all_of, answer)
    answer = together(all_of) if all_of else answer
    right = () if chosen else _each(parts.accept, [answer])
    made = Card(
        answer=chain(items) if items else answer,
        question=question,
        cloze="" if chosen else cloze,
        id=_name(parts.name),
        kind=cast("Kind", "order" if items else "truefalse" if truth else kind if kind in KINDS else ""),
        accept=right,
        distractors=() if chosen else _each(parts.distractors, [answer, *all_of, *right]),
        explanation=clean(parts.explanation),
        tags=_each(parts.tags),
        ordered=items,
        tolerance=_margin(parts.tolerance),
        all_of=all_of,
    )
    return completed(made, parts)


def completed(made: Card, parts: Parts) -> Card:
    """Add to a card what teachers add, as far as it fits."""
    said = {_folded(text): clean(why) for text, why in parts.feedback.items()}
    feedback = tuple(said.get(_folded(text), "") for text in made.distractors)
    options = {_folded(text) for text in (*(made.all_of or (made.answer,)), *made.distractors)}
    answer, unit = _measured(made.answer, " ".join(clean(parts.unit).split()))
    level = parts.difficulty.strip().casefold()
    return replace(
        made,
        answer=answer,
        unit=unit,
        feedback=feedback if any(feedback) else (),
        pin=tuple(text for text in _each(parts.pin) if _folded(text) in options),
        hint=clean(parts.hint),
        points=parts.points if POINTS.fullmatch(parts.points) else "",
        partial=parts.partial and bool(made.all_of or made.ordered),
        difficulty=next((each for each in LEVELS if each == level), ""),
    )


def _parts(told: Sequence[str], answer: str) -> tuple[str, ...]:
    """Return the parts of an answer, as it says them by now; () where it is no list."""
    if not told:
        return ()
    same = not answer or _folded(together(told)) == _folded(answer)
    parts = tuple(" ".join(each.split()) for each in _each(told if same else answer.split(BESIDE.strip())))
    return parts if len(parts) > 1 else ()


def _measured(answer: str, unit: str) -> tuple[str, str]:
    """Return an answer that is a number with its unit, and the unit; "" for a unit of anything else."""
    bare = answer.removesuffix(unit).strip() if unit else answer
    return (f"{bare} {unit}", unit) if unit and NUMBER.fullmatch(bare) else (answer, "")


def _folded(text: str) -> str:
    """Fold away white space and, but in maths and code, case."""
    plain = " ".join(text.split())
    return plain if exact(text) else plain.casefold()


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
    seen, kept = {_folded(text) for text in out}, []
    for text in map(clean, texts):
        name = _folded(text)
        if name and name not in seen:
            seen.add(name)
            kept.append(text)
    return tuple(kept)
