"""The decks in columns: title, what is due, what is new, how many are learned, and how well they stay."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from quiz.deck.model import Deck
from quiz.tui.widgets.linelist import LineList
from quiz.tui.words import line
from quiz.values import dataclass

HEADS = (("due", 7), ("new", 7), ("learned", 15), ("retention", 11))
"""The columns at the right of a title, each with its cells; where it is narrow the last ones are left out."""

LEAST = 16
"""Cells of a title at least, before a column is left out."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list: a deck, or all of them together."""

    title: str
    decks: tuple[Deck, ...]
    due: int = 0
    new: int = 0
    learned: int = 0
    cards: int = 0
    retention: float | None = None
    next_due: datetime | None = None


class DeckList(LineList):
    """The decks, to be chosen by arrow keys and Enter or with the mouse; the first row may be all of them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "screen.study", "study", id="home.study"),
    ]

    def __init__(self, rows: Sequence[Row] = ()) -> None:
        """Begin with these rows."""
        super().__init__(len(rows))
        self.shown = tuple(rows)

    @property
    def chosen(self) -> Row | None:
        """The row under the cursor; None in an empty list."""
        return self.shown[self.cursor] if self.shown else None

    def show(self, rows: Sequence[Row], *, found: bool = False) -> None:
        """Show these rows; the cursor stays with its deck, or goes to the first, of those `found` to the first deck."""
        before = self.chosen
        self.shown = tuple(rows)
        first = 1 if found and len(self.shown) > 1 else 0
        same = (at for at, row in enumerate(self.shown) if at >= first and before and row.decks == before.decks)
        self.resize(len(self.shown), next(same, first))

    def retain(self, shares: dict[str, float], together: float | None) -> None:
        """Fill in how well each deck stays, which is known a moment later than the rest."""
        self.shown = tuple(
            replace(row, retention=together if len(row.decks) != 1 else shares.get(row.decks[0].id))
            for row in self.shown
        )
        self.refresh()

    def row(self, number: int, width: int, *, chosen: bool) -> Content:
        """Return a deck's title and numbers, in columns."""
        row = self.shown[number]
        retention = "–" if row.retention is None else f"{row.retention:.0%}".replace("%", " %")
        learned = f"{row.learned:,} of {row.cards:,}" if row.cards else "no cards"
        cells = (f"{row.due:,}", f"{row.new:,}", learned, retention)
        styles = (_tone(row.due), _tone(row.new), "$faint", "$faint")
        columns = _columns(width)
        title = fitted(Content(line(row.title) or "untitled"), _room(width))
        shown = [
            Content.assemble(" ", (fitted_right(cell, room - 1), style))
            for cell, style, (_name, room) in zip(cells, styles, columns, strict=False)
        ]
        return Content.assemble("▸ " if chosen else "  ", title, *shown)


def head(width: int) -> Content:
    """Return the names of the columns, as wide as the rows below."""
    names = "".join(name.rjust(room) for name, room in _columns(width))
    return Content.styled(" " * (_room(width) + 2) + names, "$faint")


def fitted(text: Content, room: int) -> Content:
    """Return a text in exactly so many cells: cut with an ellipsis, or filled with blanks."""
    cut = text.truncate(room, ellipsis=True) if text.cell_length > room else text
    return cut.pad_right(max(0, room - cut.cell_length))


def fitted_right(text: str, room: int) -> str:
    """Return a number at the right of so many cells."""
    return text.rjust(room)


def _columns(width: int) -> tuple[tuple[str, int], ...]:
    """Return the columns there is room for."""
    number = len(HEADS)
    while number and width - 2 - sum(room for _name, room in HEADS[:number]) < LEAST:
        number -= 1
    return HEADS[:number]


def _room(width: int) -> int:
    """Return the cells of a title."""
    return max(1, width - 2 - sum(room for _name, room in _columns(width)))


def _tone(number: int) -> str:
    """Return the style of a number that waits; nothing to do is faint."""
    return "bold $accent" if number else "$faint"
