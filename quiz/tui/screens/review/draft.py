"""A card as a reviewer reads it: what is asked, what is right, what is offered beside it."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from quiz.deck.model import Card
from quiz.deck.review import State
from quiz.tui.words import line, plain

SIGNS = {State.OWN: "✎", State.NEW: "○", State.CHANGED: "◐", State.DONE: "✓"}
WIDTH = 10
"""Cells of the words before values."""


def shown(card: Card, state: State) -> Content:
    """Return a card in full: its state, the question, answer, wrong answers and what else it says."""
    style = "$success" if state is State.DONE else "$faint"
    kind = f" · {line(card.kind)}" if card.kind else ""
    head = Content.assemble((f"{SIGNS[state]} {state}", style), (kind, "$faint"))
    asked = [plain(text, "bold") for text in (card.question, card.cloze) if text]
    parts = [head, *asked, Content("\n").join(_rows(card))]
    return Content("\n\n").join(parts)


def _rows(card: Card) -> Iterator[Content]:
    """Yield the values of a card, each behind what it is."""
    items = card.ordered or (card.answer,)
    yield from _listed("answer", items, "bold $success")
    yield from _listed("also right", card.accept, "$success")
    yield from _listed("wrong", card.distractors, "")
    yield from _listed("tolerance", [card.tolerance], "")
    yield from _listed("remark", [card.explanation], "")
    yield from _listed("tags", [", ".join(card.tags)], "$faint")


def _listed(name: str, values: tuple[str, ...] | list[str], style: str) -> Iterator[Content]:
    """Yield a line for each value that is there, the first behind a name."""
    for at, value in enumerate(each for each in values if each):
        yield Content.assemble((f"{'' if at else name:<{WIDTH}}  ", "$faint"), plain(value, style))
