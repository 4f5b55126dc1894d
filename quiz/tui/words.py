"""The one way that text of decks and documents reaches the screen: as Content, so that nothing in it is markup."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from textual.content import Content

from quiz.deck.marks import HELD, signed
from quiz.deck.references import spoken
from quiz.study.printable import LONGEST, MISSING, clean, line, more, read_line, safe

if TYPE_CHECKING:
    from quiz.deck.marks.runs import Run
    from quiz.deck.model import Card

__all__ = ["LONGEST", "TICK_ALL", "clean", "clozed", "line", "plain", "read_line", "right", "safe", "shown"]

TICK_ALL = "tick all that are right"
"""What is to be done with options of which several may be right."""


def shown(text: str, style: str = "") -> Content:
    """Make text of a card safe to show, with its marks as a look: what is strong in a bold text is underlined."""
    if not signed(text):
        return plain(text, style)
    from quiz.deck.marks.runs import lettered, runs

    parts = [_looking(safe(lettered(run)), run, style) for run in runs(spoken(text[:LONGEST]))]
    return Content.assemble(*parts, plain(more(text), style))


def clozed(cloze: str, style: str = "") -> Content:
    """Show a cloze as `shown` does a text, its gaps in their braces wherever marks begin and end."""
    if not signed(cloze):
        return plain(cloze, style)
    from quiz.deck.cloze import MARKED
    from quiz.deck.marks.runs import lettered, runs

    around = MARKED.split(spoken(cloze[:LONGEST]).replace(HELD, MISSING))
    inside, found = iter(around[1::2]), list[Content]()
    for run in runs(HELD.join(around[::2])):
        look, (first, *rest) = _look(run, style), lettered(run).split(HELD)
        found.append(Content.styled(safe(first), look))
        for text in rest:
            found += [Content.styled("{{", look), shown(next(inside), look), Content.styled("}}" + safe(text), look)]
    return Content.assemble(*found, plain(more(cloze), style))


def right(card: Card, style: str) -> Content:
    """Show the answer of a card; several lines of it, and the items of an order, begin on a new line."""
    if not card.ordered:
        return Content.assemble("\n" * ("\n" in card.answer.strip()), shown(card.answer.strip("\n"), style))
    items = (Content.assemble((f"{at}. ", style), shown(item, style)) for at, item in enumerate(card.ordered, start=1))
    return Content.assemble("\n", Content("\n").join(items))


def _looking(text: str, run: Run, style: str) -> Content:
    """Give a stretch of text the look of its marks, on top of a style."""
    look = _look(run, style)
    return Content.styled(text, look) if look else Content(text)


def _look(run: Run, style: str) -> str:
    """Return the style of a stretch of text with marks."""
    strong = ("bold underline" if "bold" in style else "bold") if run.strong else ""
    code = _code(style) if run.sort in ("code", "block") else ""
    return " ".join(filter(None, (style, strong, "italic" if run.emphasis else "", code)))


def plain(text: str, style: str = "") -> Content:
    """Make text safe to show, in one style; markup in it stays as it is written."""
    return Content.styled(clean(text), style) if style else Content(clean(text))


def _code(style: str) -> str:
    """Return the look of code in a text of a style, whose own colour stays; without colours it is reversed."""
    if "NO_COLOR" in os.environ:
        return "reverse"
    return "" if "$" in style else "$accent not bold"
