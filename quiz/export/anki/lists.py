"""Choices and items as the lists of a field: the order they are stored in is what shows where no script runs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from types import MappingProxyType

from quiz.deck.marks import plain, signed
from quiz.deck.model import TRUTHS, Card
from quiz.deck.pinning import pinned
from quiz.export.anki.markup import SPECIAL, written

NOTHING: Mapping[str, str] = MappingProxyType({})


def offered(card: Card) -> list[str]:
    """Give the wrong answers of a clean card that can be offered beside the right one: those one sees, each once."""
    seen = {"", *(plain(text).casefold() for text in (card.answer, *card.accept, *card.all_of))}
    kept = []
    for text in card.wrong:
        if (known := plain(text).casefold()) not in seen:
            seen.add(known)
            kept.append(text)
    return kept


def choices(card: Card) -> str:
    """List the answer of a clean card and what is offered beside it, in an order of its own; "" where nothing is.

    Those that are pinned, or speak of the others ("all of the above"), stand last, marked so that no script moves them.
    Behind each stands the feedback to it, which no front shows before it was chosen.
    """
    wrong = offered(card)
    if not wrong:
        return ""
    right = card.all_of or (card.answer,)
    texts = (*right, *wrong)
    late = {text: rank for text in texts if (rank := pinned(text, texts, card.pin)) is not None}
    order = in_order(card, texts)
    if late:
        order.sort(key=lambda text: late.get(text, -1))
    marks = dict.fromkeys(right, " data-right") | {
        text: " data-right" * (text in right) + " data-last" for text in late
    }
    return listed(order, marks, explained(card))


def explained(card: Card) -> dict[str, str]:
    """Write the feedback to the wrong answers of a clean card, as it stands behind each, hidden at first."""
    pairs = zip(card.distractors, card.feedback, strict=False)
    return {text: f'<small class="why" dir="auto" hidden>{written(why)}</small>' for text, why in pairs if why}


def parts(card: Card) -> str:
    """List the parts of a clean card's answer, which Anki's browser shows with blanks between."""
    rows = [f"<li><bdi>{written(part)}</bdi></li>" for part in card.all_of]
    return "<ul>{}</ul>".format("\n".join(rows))


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


def listed(items: Sequence[str], marks: Mapping[str, str] = NOTHING, behind: Mapping[str, str] = NOTHING) -> str:
    """Write clean items as a list, each with its marks, and what is written behind it."""
    texts = "".join(items)
    write = written if SPECIAL.search(texts) or signed(texts) else str
    rows = [f"<li{marks.get(item, '')}><bdi>{write(item)}{behind.get(item, '')}</bdi></li>" for item in items]
    return f"<ol>{''.join(rows)}</ol>"
