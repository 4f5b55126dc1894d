"""What teachers add to cards, told where a format has no place for it."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal

from quiz.deck.model import Card, Deck
from quiz.export.amounts import amount
from quiz.export.asked import Asked
from quiz.export.losses import Losses

LEFT = {
    "hint": "hints are left out",
    "feedback": "feedbacks to wrong answers are left out",
    "points": "points are left out",
    "partial": "shares for parts of an answer are left out",
    "difficulty": "difficulties are left out",
}
"""How what is left out is told, by the key of the deck."""

MOST_SHARES = 10
"""The right options that Moodle knows shares of: a tenth is the least but one."""

SHARED = frozenset({"several", "order"})
"""Forms of which platforms give credit for parts."""


def untaught(card: Card, deck: Deck, each: Asked, losses: Losses, where: str, carried: Collection[str] = ()) -> None:
    """Tell which keys of a card do not come along: `carried` are those that `where`, the program, has a place for."""
    said = {
        "hint": each.hint,
        "feedback": any(each.feedback),
        "points": each.points,
        "partial": each.partial,
        "difficulty": each.level,
    }
    for key, message in LEFT.items():
        if said[key] and key not in carried:
            losses.tell(card, deck, f"{message}: {where} has no place for them")


def weights(each: Asked) -> tuple[str, str]:
    """Return what ticking a right option earns and a wrong one takes, in percent as Moodle knows them.

    With credit for parts a wrong one takes as much as a right one earns; without, all there is.
    """
    share = f"{100 / len(each.parts):.5f}".rstrip("0").rstrip(".")
    return share, f"-{share}" if each.partial else "-100"


def unweighed(card: Card, deck: Deck, each: Asked, losses: Losses) -> None:
    """Tell what Moodle does with options of which several are to be ticked, where the card says otherwise."""
    if each.form == "several" and not each.partial:
        losses.tell(card, deck, "some of the right options earn their share: Moodle marks none by all or nothing")
    if each.form == "several" and len(each.parts) > MOST_SHARES:
        losses.tell(card, deck, f"more than {MOST_SHARES} right options: Moodle takes the nearest share that it knows")


def unnumbered(card: Card, deck: Deck, each: Asked, losses: Losses) -> None:
    """Tell of other right answers where a platform marks a question by its number alone."""
    same = {(number.value, unit) for number in each.amounts for unit in ("", number.unit)}
    others = (amount(text, "0") for text in each.also)
    if each.amount and any(other is None or (other.value, other.unit) not in same for other in others):
        losses.tell(card, deck, "other right answers are left out: the question takes a number alone")


def uncased(card: Card, deck: Deck, each: Asked, losses: Losses, where: str) -> None:
    """Tell of an answer of maths or code where case does not count in what is typed."""
    if each.form == "typed" and each.cased:
        losses.tell(card, deck, f"capitals do not count in an answer of maths or code: {where} compares without case")


def shared(each: Asked) -> tuple[str, ...]:
    """Name `partial` as a key that is carried, where the form of a question gives credit for parts."""
    return ("partial",) if each.form in SHARED else ()


def said_points(points: str) -> str:
    """Write what a question is worth; "" where the deck does not say."""
    return f"{points} point{'s' * (Decimal(points) != 1)}" if points else ""
