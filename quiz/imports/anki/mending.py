"""Cards of our own notes that somebody's edit, or another program, left in no state to stand in a deck: made fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, get_args

from quiz.deck.cards import ID_LENGTH
from quiz.deck.cloze import fault
from quiz.deck.comparisons import FEWEST, MOST
from quiz.deck.fields import MARGIN
from quiz.deck.marks import forms
from quiz.deck.model import TRUTHS, Card, Kind


def mended(card: Card) -> tuple[Card | None, list[str]]:
    """Make a card fit to stand in a deck, and tell what was left out of it; None where nothing is asked or answered."""
    card, changes, faults = filled(card), dict[str, Any](), list[str]()
    for key, value, told in _faults(card):
        changes[key] = value
        faults.append(told)
    made = replace(card, **changes)
    right = {form for text in (made.answer, *made.accept, *made.all_of) for form in forms(text)}
    if wrong := [text for text in made.distractors if not right.isdisjoint(forms(text))]:
        made = wrong_only(made, [text for text in made.distractors if text not in wrong])
        faults.append(f"the answer “{wrong[0]}” stood among its wrong answers, and is left out there")
    if not (made.question.strip() or made.cloze.strip()) or not made.answer.strip():
        return None, ["it asks nothing, or nothing is the answer; left out"]
    return made, faults


def filled(card: Card) -> Card:
    """Leave out of a card's lists what says nothing."""
    lists: dict[str, Any] = {key: tuple(filter(str.strip, getattr(card, key))) for key in ("accept", "tags", "ordered")}
    return wrong_only(replace(card, **lists), [*filter(str.strip, card.distractors)])


def wrong_only(card: Card, kept: Sequence[str]) -> Card:
    """Keep these of a card's wrong answers, each with the feedback to it."""
    said = dict(zip(card.distractors, card.feedback, strict=False))
    feedback = tuple(said.get(text, "") for text in kept)
    return replace(card, distractors=tuple(kept), feedback=feedback if any(feedback) else ())


def sound(name: str) -> bool:
    """Whether a deck or a card may be called so."""
    return 0 < len(name) <= ID_LENGTH and name.isprintable() and not any(map(str.isspace, name))


def _faults(card: Card) -> Iterator[tuple[str, Any, str]]:
    """Tell which key of a card cannot stand, what does in its place, and what is to be told of it."""
    items = [" ".join(item.split()).casefold() for item in card.ordered]
    fits = FEWEST <= len({*items}) == len(items) <= MOST
    if card.ordered and not fits:
        yield "ordered", (), f"its items are not {FEWEST} to {MOST} different ones, and stand as one text"
    elif card.ordered and not card.question.strip():
        fits = False
        yield "ordered", (), "no question asks for the order of its items, and they stand as one text"
    kind = "order" if items and fits else card.kind
    if kind not in get_args(Kind):
        yield "kind", "", f"its kind “{kind[:40]}” is unknown, and left out"
    elif (kind == "order" and not (items and fits)) or (kind == "truefalse" and not _true_or_false(card)):
        yield "kind", "", f"what it asks is not of its kind “{kind}”, which is left out"
    elif kind != card.kind:
        yield "kind", kind, "it names no kind, and is taken for an order card"
    margin = MARGIN.fullmatch(card.tolerance)
    if card.tolerance and not (margin and margin[1].strip("0.")):
        yield "tolerance", "", f"its tolerance “{card.tolerance[:40]}” is no number above 0, and left out"
    if card.cloze and (told := fault(card.cloze)):
        yield "cloze", "", f"its cloze is left out, for {told[0]}"


def _true_or_false(card: Card) -> bool:
    return card.answer.strip().casefold() in TRUTHS and bool(card.question.strip())
