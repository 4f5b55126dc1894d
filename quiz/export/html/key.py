"""The key to a question: what is to be marked or written, what counts too, and where it is told."""

from __future__ import annotations

from collections.abc import Iterator

from quiz.deck.model import BESIDE, THEN
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
        f'<div class="told">{element("p", html(answer(each), each.asked), "answer")}{"".join(notes(each))}</div>',
        element("span", html(where(each)), "where"),
    ]
    return f'<div class="block entry">{"".join(cells)}</div>'


def marked(each: Posed) -> str:
    """Say what stands on the paper of somebody who knows it: a letter, or the numbers in the boxes."""
    if each.asked.form == "order":
        return " ".join(str(each.asked.items.index(text) + 1) for text in each.shown)
    return ", ".join(letter(at) for at, text in enumerate(each.shown) if text in each.rights)


def answer(each: Posed) -> str:
    """Write the answer in words."""
    if each.asked.parts:
        return BESIDE.join(each.asked.parts)
    return THEN.join(each.asked.items) if each.asked.form == "order" else each.right


def notes(each: Posed) -> Iterator[str]:
    """Write what else counts, and why."""
    asked = each.asked
    if asked.form in ("typed", "number") and asked.also:
        yield element("p", f"or {'; '.join(html(text, asked) for text in asked.also)}", "note")
    if asked.amount is not None and asked.amount.margin:
        yield element("p", f"give or take {digits(asked.amount.margin)} {html(asked.amount.unit)}".rstrip(), "note")
    yield element("p", credit(each), "note")
    for at, text in enumerate(each.shown):
        if asked.why(text):
            yield element("p", f"{letter(at)}: {html(asked.why(text), asked)}", "note")
    if clean(each.card.explanation):
        yield element("p", html(each.card.explanation, asked), "note")


def credit(each: Posed) -> str:
    """Say how points are given, where a part of the answer is worth its share."""
    if not each.asked.partial:
        return ""
    if each.asked.form == "order":
        return "Each item in its place is worth its share of the points."
    return "Each part that is right is worth its share of the points, and each wrong one takes one away."


def where(each: Posed) -> str:
    """Name document and place."""
    if each.card.source is None:
        return ""
    return ", ".join(filter(None, [document(each.card, each.deck), place(each.card.source.passage)]))
