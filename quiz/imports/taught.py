"""Keys for those who teach, which other programs do not bring back: kept as they are here where they still hold."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Any

from quiz.deck.marks import folded
from quiz.deck.model import BESIDE, Card, together
from quiz.deck.teaching import NUMBER

KEYS = frozenset({"all_of", "unit", "feedback", "pin", "hint", "points", "partial", "difficulty"})
"""What most programs have no place for."""


def taught(there: Card, here: Card, known: AbstractSet[str] = frozenset()) -> Card:
    """Give a card that comes back the keys that only the deck has; those that its words there rule out are left out.

    Parts of an answer stay parts where there are several, a unit stands behind a number, and feedback and pins stay
    with options that are there. What is said there counts, and of the keys that are `known` there also what is not.
    """
    if known >= KEYS:
        return there
    parts = there.all_of if there.all_of or "all_of" in known else parts_of(there.answer, here)
    feedback = tuple(here.told(_was(text, there, here)) for text in there.distractors)
    options = {*map(folded, (*(parts or (there.answer,)), *there.distractors))}
    kept: dict[str, Any] = {
        "unit": _unit(there.answer, here),
        "feedback": feedback if any(feedback) else (),
        "pin": tuple(text for text in here.pin if folded(text) in options),
        "hint": here.hint,
        "points": here.points,
        "partial": here.partial and bool(parts or there.ordered),
        "difficulty": here.difficulty,
    }
    kept = {key: value for key, value in kept.items() if not getattr(there, key) and key not in known}
    return replace(there, answer=together(parts) if parts else there.answer, all_of=parts, **kept)


def _was(text: str, there: Card, here: Card) -> str:
    """Tell how a wrong answer was called here, if it is the only one that was written anew."""
    before, now = ({*map(folded, card.distractors)} for card in (here, there))
    gone = [each for each in here.distractors if folded(each) not in now]
    alone = len(gone) == len(now - before) == 1 and folded(text) not in before
    return gone[0] if alone else text


def parts_of(answer: str, here: Card) -> tuple[str, ...]:
    """Tell the parts of an answer that had some; () where it has none any more."""
    if not here.all_of or folded(answer) == folded(here.answer):
        return here.all_of
    parts = tuple(filter(None, map(str.strip, answer.split(BESIDE.strip()))))
    return parts if len({*map(folded, parts)}) == len(parts) > 1 else ()


def _unit(answer: str, here: Card) -> str:
    """Tell the unit of an answer, if it is still a number with that behind it."""
    number = answer.strip().removesuffix(f" {here.unit}")
    return here.unit if number != answer.strip() and NUMBER.fullmatch(number) else ""


def untaught(card: Card, known: AbstractSet[str]) -> Card:
    """Leave out of a card what says nothing new where the card is: as it was exported, not as it was edited there.

    That is what is not `known` of it there. The parts of an answer are what it says.
    """
    nothing = Card("")
    values: dict[str, Any] = {key: getattr(nothing, key) for key in KEYS - known - {"all_of"}}
    return replace(card, **values)
