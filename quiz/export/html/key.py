"""The key to a question: what is to be marked or written, what counts too, and where it is told."""

from __future__ import annotations

from collections.abc import Iterator

from quiz.deck.model import chain
from quiz.export.amounts import digits
from quiz.export.html.drawing import Posed
from quiz.export.html.markup import element, html
from quiz.export.html.paper import letter
from quiz.export.sources import document, place
from quiz.export.wording import clean


def entry(each: Posed, number: int) -> str:
    """Write the answer to one question of a version."""
    cells = [
        f'<span class="number">{number}.</span>',
        f'<span class="mark">{marked(each)}</span>',
        f'<div class="told">{element("p", html(answer(each), each.asked.media), "answer")}{"".join(notes(each))}</div>',
        element("span", html(where(each)), "where"),
    ]
    return f'<div class="block entry">{"".join(cells)}</div>'


def marked(each: Posed) -> str:
    """Say what stands on the paper of somebody who knows it: a letter, or the numbers in the boxes."""
    if each.asked.form == "order":
        return " ".join(str(each.asked.items.index(text) + 1) for text in each.shown)
    return letter(each.shown.index(each.right)) if each.shown else ""


def answer(each: Posed) -> str:
    """Write the answer in words."""
    return chain(each.asked.items) if each.asked.form == "order" else each.right


def notes(each: Posed) -> Iterator[str]:
    """Write what else counts, and why."""
    asked = each.asked
    if asked.form in ("typed", "number") and len(asked.right) > 1:
        yield element("p", f"or {'; '.join(html(text, asked.media) for text in asked.right[1:])}", "note")
    if asked.amount is not None and asked.amount.margin:
        yield element("p", f"give or take {digits(asked.amount.margin)} {html(asked.amount.unit)}".rstrip(), "note")
    if clean(each.card.explanation):
        yield element("p", html(each.card.explanation, asked.media), "note")


def where(each: Posed) -> str:
    """Name document and place."""
    if each.card.source is None:
        return ""
    return ", ".join(filter(None, [document(each.card, each.deck), place(each.card.source.passage)]))
