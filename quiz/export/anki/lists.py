"""Choices and items as the lists of a field: the order they are stored in is what shows where no script runs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from types import MappingProxyType

from quiz.deck.model import TRUTHS, Card
from quiz.deck.pinning import pinned
from quiz.export.anki.markup import SPECIAL, escaped


def offered(card: Card) -> list[str]:
    """Give the wrong answers of a clean card that can be offered beside the right one: those one sees, each once."""
    seen, kept = {"", card.answer.casefold(), *map(str.casefold, card.accept)}, []
    for text in card.wrong:
        if (known := text.casefold()) not in seen:
            seen.add(known)
            kept.append(text)
    return kept


def choices(card: Card) -> str:
    """List the answer of a clean card and what is offered beside it, in an order of its own; "" where nothing is.

    One that speaks of the others ("all of the above") stands last, marked so that no script moves it.
    """
    wrong = offered(card)
    if not wrong:
        return ""
    right = card.answer
    texts = (right, *wrong)
    late = {text: rank for text in texts if (rank := pinned(text, texts)) is not None}
    order = in_order(card, texts)
    if late:
        order.sort(key=lambda text: late.get(text, -1))
    marks = {right: " data-right"} | {text: " data-right" * (text == right) + " data-last" for text in late}
    return listed(order, marks)


def in_order(card: Card, texts: Iterable[str]) -> list[str]:
    """Put choices in an order of the card's own: true before false, any others as good as at random."""
    if of_truths(card):
        return sorted(texts, key=lambda text: TRUTHS.index(text.casefold()))
    return drawn(card.id, texts)


def of_truths(card: Card) -> bool:
    """Whether a card's choices are true and false, which nobody shuffles."""
    return card.kind == "truefalse" and card.answer.strip().casefold() in TRUTHS


def mixed(card: Card) -> Sequence[str]:
    """Put the items of a clean order card in an order of its own, not the right one, shown where no script runs."""
    order = drawn(card.id, card.ordered)
    return order if tuple(order) != card.ordered else [*order[1:], order[0]]


def drawn(card: str, texts: Iterable[str]) -> list[str]:
    """Put texts of a card in an order as good as at random by its id, always the same."""
    return sorted(texts, key=lambda text: sha256(f"{card}/{text}".encode()).digest())


def listed(items: Sequence[str], marks: Mapping[str, str] = MappingProxyType({})) -> str:
    """Write clean items as a list, each with its marks."""
    write = escaped if SPECIAL.search("".join(items)) else str
    rows = [f"<li{marks.get(item, '')}><bdi>{write(item)}</bdi></li>" for item in items]
    return f"<ol>{''.join(rows)}</ol>"
