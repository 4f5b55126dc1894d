"""Rules on answers that can be read in two ways, so that what is wrong may be told to be right."""

from __future__ import annotations

from collections.abc import Iterator

from quiz.checking.item import Finding, Item
from quiz.deck.fields import shown
from quiz.deck.nodes import Node, Scalar, Sequence
from quiz.deck.twofold import POINTED, thousands, two_days


def days(item: Item) -> Iterator[Finding]:
    """Find a right date in numbers, with slashes or hyphens, that is two days."""
    card = item.card
    if not card.all_of and not any(two_days(text) for text in (card.answer, *card.accept) if text[:1].isdigit()):
        return
    for node, text in _rights(item):
        if days := two_days(text) if text[:1].isdigit() else None:
            message = f"`{shown(text)}` can be {days[0]} and {days[1]}, and both are right"
            yield "ambiguous-date", node, message, f"write `{days[0]}` or `{days[1]}`"


def numbers(item: Item) -> Iterator[Finding]:
    """Find a right number whose point may stand between thousands."""
    if not any("." in text for text in (item.card.answer, *item.card.accept)):
        return
    for node, text in _rights(item):
        if whole := thousands(text, item.card.distractors):
            fraction = POINTED.sub(lambda found: found[0].rstrip("0").rstrip("."), text)
            message = f"`{shown(text)}` can be `{shown(whole)}` and a fraction, and both are right"
            other = (
                f"`{shown(whole)}` or `{shown(fraction)}`" if fraction != text else f"`{shown(whole)}` if that is meant"
            )
            yield "ambiguous-number", node, message, f"write {other}"


def _rights(item: Item) -> Iterator[tuple[Node, str]]:
    """Go through the right answers as they are written, each with its place."""
    if item.card.ordered:
        return
    for key in ("answer", "accept"):
        pair = item.node.get(key)
        if pair and isinstance(pair[1], Scalar):
            yield pair[1], pair[1].text
        elif pair and isinstance(pair[1], Sequence):
            yield from ((each, each.text) for each in pair[1].items if isinstance(each, Scalar))
