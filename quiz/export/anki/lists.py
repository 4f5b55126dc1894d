"""Choices and items as the lists of a field: the order they are stored in is what shows where no script runs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256

from quiz.deck.model import TRUTHS, Card
from quiz.deck.pinning import pinned
from quiz.export.anki.markup import clean, html


def offered(card: Card) -> list[str]:
    """Give the wrong answers that can be offered beside the right one, cleaned: those one sees, each once."""
    seen, kept = {clean(text).casefold() for text in (card.answer, *card.accept, "")}, []
    for text in map(clean, card.wrong):
        if (known := text.casefold()) not in seen:
            seen.add(known)
            kept.append(text)
    return kept


def choices(card: Card) -> str:
    """List the answer and what is offered beside it, in an order of the card's own; "" where there is no choice.

    One that speaks of the others ("all of the above") stands last, marked so that no script moves it.
    """
    wrong = offered(card)
    if not wrong:
        return ""
    right = clean(card.answer)
    texts = (right, *wrong)
    late = {text: rank for text in texts if (rank := pinned(text, texts)) is not None}
    order = sorted(texts, key=lambda text: (late.get(text, -1), own(card, text)))
    return listed(order, lambda text: " data-right" * (text == right) + " data-last" * (text in late))


def own(card: Card, text: str) -> bytes:
    """Tell where a choice stands by itself: true before false, anything else as good as at random."""
    return bytes([TRUTHS.index(text.casefold())]) if of_truths(card) else drawn(card, text)


def of_truths(card: Card) -> bool:
    """Whether a card's choices are true and false, which nobody shuffles."""
    return card.kind == "truefalse" and card.answer.strip().casefold() in TRUTHS


def mixed(card: Card) -> Sequence[str]:
    """Put the items of an order card in an order of the card's own, not the right one, shown where no script runs."""
    order = sorted(card.ordered, key=lambda text: drawn(card, clean(text)))
    return order if tuple(order) != card.ordered else [*order[1:], order[0]]


def drawn(card: Card, text: str) -> bytes:
    """Return bytes as good as random for a clean text of a card, always the same."""
    return sha256(f"{card.id}/{text}".encode()).digest()


def listed(items: Iterable[str], marks: Callable[[str], str] = lambda _item: "") -> str:
    """Write items as a list, each with its marks."""
    return "<ol>" + "".join(f"<li{marks(item)}><bdi>{html(item)}</bdi></li>" for item in items) + "</ol>"
