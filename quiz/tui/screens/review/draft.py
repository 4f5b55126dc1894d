"""A card as a reviewer reads it: what is asked, what is right, what is offered beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest

from textual.content import Content

from quiz.deck.model import Card
from quiz.deck.review import State
from quiz.tui.words import clozed, line, plain
from quiz.tui.words import shown as looking

SIGNS = {State.OWN: "✎", State.NEW: "○", State.CHANGED: "◐", State.DONE: "✓"}
WIDTH = 10
"""Cells of the words before values."""

Show = Callable[[str, str], Content]
"""Shows a text in a style."""


def shown(card: Card, state: State) -> Content:
    """Return a card in full: its state, the question, answer, wrong answers and what else it says."""
    style = "$success" if state is State.DONE else "$faint"
    kind = f" · {line(card.kind)}" if card.kind else ""
    stale = " · the document no longer says this" if card.stale else ""
    head = Content.assemble((f"{SIGNS[state]} {state}", style), (kind, "$faint"), (stale, "$warning"))
    asked = [looking(card.question, "bold")] if card.question else []
    asked += [clozed(card.cloze, "bold")] if card.cloze else []
    parts = [head, *asked, Content("\n").join(_rows(card))]
    return Content("\n\n").join(parts)


def _rows(card: Card) -> Iterator[Content]:
    """Yield the values of a card, each behind what it is."""
    items = card.ordered or card.all_of or (card.answer,)
    yield from _listed("answer", items, "bold $success")
    yield from _listed("also right", card.accept, "$success")
    yield from _wrong(card)
    yield from _listed("pinned", card.pin, "")
    yield from _listed("tolerance", [card.tolerance], "")
    yield from _listed("hint", [card.hint], "")
    yield from _listed("points", [_points(card)], "")
    yield from _listed("difficulty", [card.difficulty], "")
    yield from _listed("remark", [card.explanation], "")
    yield from _listed("tags", [", ".join(card.tags)], "$faint", plain)


def _points(card: Card) -> str:
    """Say what a card is worth in an exam, where it says so."""
    parts = ", each part its share" if card.partial else ""
    return f"{card.points or 1}{parts}" if card.points or parts else ""


def _wrong(card: Card) -> Iterator[Content]:
    """Yield a line for each wrong answer, with the feedback to it."""
    for row, why in zip_longest(_listed("wrong", card.distractors, ""), card.feedback, fillvalue=""):
        yield Content.assemble(row, "  " if why else "", looking(str(why), "$faint"))


def _listed(name: str, values: Sequence[str], style: str, show: Show = looking) -> Iterator[Content]:
    """Yield a line for each value that is there, the first behind a name; further lines of a value stand below it."""
    for at, value in enumerate(each for each in values if each):
        lines = show(value.strip("\n"), style).split("\n", allow_blank=True)
        told = Content("\n" + " " * (WIDTH + 2)).join(lines)
        yield Content.assemble((f"{'' if at else name:<{WIDTH}}  ", "$faint"), told)
