"""Keys for those who teach, which other programs do not bring back: kept as they are here where they still hold."""

from __future__ import annotations

from dataclasses import replace

from quiz.deck.cards import folded
from quiz.deck.model import BESIDE, Card, together
from quiz.deck.teaching import NUMBER


def taught(there: Card, here: Card) -> Card:
    """Give a card that comes back the keys that only the deck has; those that its words there rule out are left out.

    Parts of an answer stay parts where there are several, a unit stands behind a number, and feedback and pins stay
    with options that are there.
    """
    parts, unit = _parts(there.answer, here), _unit(there.answer, here)
    feedback = tuple(here.told(text) for text in there.distractors)
    options = {*map(folded, (there.answer, *there.distractors))}
    return replace(
        there,
        answer=together(parts) if parts else there.answer,
        all_of=parts,
        unit=unit,
        feedback=feedback if any(feedback) else (),
        pin=tuple(text for text in here.pin if folded(text) in options),
        hint=there.hint or here.hint,
        points=there.points or here.points,
        partial=here.partial and bool(parts or there.ordered),
        difficulty=there.difficulty or here.difficulty,
    )


def _parts(answer: str, here: Card) -> tuple[str, ...]:
    """Tell the parts of an answer that had some; () where it has none any more."""
    if not here.all_of or folded(answer) == folded(here.answer):
        return here.all_of
    parts = tuple(filter(None, map(str.strip, answer.split(BESIDE.strip()))))
    return parts if len({*map(folded, parts)}) == len(parts) > 1 else ()


def _unit(answer: str, here: Card) -> str:
    """Tell the unit of an answer, if it is still a number with that behind it."""
    number = answer.strip().removesuffix(f" {here.unit}")
    return here.unit if number != answer.strip() and NUMBER.fullmatch(number) else ""


def untaught(card: Card) -> Card:
    """Leave out of a card what says nothing new where the card is: as it was exported, not as it was edited there."""
    return replace(card, hint="", points="", difficulty="")
