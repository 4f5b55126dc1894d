"""The cards of a catalogue as a table: state, due, question, answer, tags, as many of them as there is room for."""

from __future__ import annotations

from datetime import timedelta
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from quiz.study.catalogue.catalogue import Catalogue
from quiz.study.catalogue.states import DUE, FLAGGED, SIGNS, word
from quiz.study.scheduling.schedule import interval_words
from quiz.tui.widgets.decklist import fitted
from quiz.tui.widgets.linelist import LineList
from quiz.tui.widgets.pressable import pressable
from quiz.tui.words import line, read_line

WIDE, NARROW = 90, 50
"""Cells from which on all columns are shown, and below which a state is a sign alone."""

STATE, DUE_ROOM, SIGN = 14, 9, 3
"""Cells of the columns that do not grow."""

STYLES = {"due": "bold $accent", "leech": "$error", "suspended": "$warning", "buried": "$warning"}

SEEN = 400
"""Characters of a text that a row can show at most."""


class CardTable(LineList):
    """The cards found, a line each."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "screen.open", "show", id="browse.open"),
        Binding("enter", "screen.hide", "hide", id="browse.hide"),
    ]

    def __init__(self, catalogue: Catalogue) -> None:
        """Show what a catalogue has found."""
        super().__init__()
        self._catalogue = catalogue

    @property
    def chosen(self) -> int | None:
        """The number of the card under the cursor, in the catalogue; None if nothing was found."""
        return self._catalogue.found[self.cursor] if self._catalogue.found else None

    def take(self, catalogue: Catalogue) -> None:
        """Show another catalogue from now on."""
        self._catalogue = catalogue

    def follow(self, keep: int | None = None) -> None:
        """Show what the catalogue has found now, with the cursor on a card if that is among it."""
        found = self._catalogue.found
        at = found.index(keep) if keep is not None and keep in found else 0
        self.resize(len(found), at)

    def row(self, number: int, width: int, *, chosen: bool) -> Content:
        """Return a card in columns."""
        row, shown = self._catalogue.found[number], [Content("▸ " if chosen else "  ")]
        for name, room in columns(width):
            text, style = self._cell(name, row)
            text = _fitted(text, room - 1)
            shown += [Content.styled(text, style) if style else Content(text), Content(" ")]
        return Content("").join(shown)

    def _cell(self, name: str, row: int) -> tuple[str, str]:
        """Return what a column says of a card, and its style."""
        deck, card = self._catalogue.owners[row], self._catalogue.cards[row]
        if name in ("question", "answer"):
            return read_line((card.prompt if name == "question" else card.answer)[:SEEN]), ""
        if name == "tags":
            return line(" ".join((*card.tags, *deck.tags))[:SEEN]), "$faint"
        state = self._catalogue.state(row)
        said = word(state)
        if name == "due":
            brief = self._catalogue.brief(row)
            if brief is None or said in ("suspended", "leech"):
                return "", ""
            wait = timedelta(milliseconds=brief[0] - self._catalogue.at.now)
            return "now" if state & DUE else f"in {interval_words(wait)}", ""
        flag = "⚑" if state & FLAGGED else " "
        return f"{flag}{SIGNS[said]} {said}" if name else f"{flag}{SIGNS[said]}", STYLES.get(said, "")


def _fitted(text: str, room: int) -> str:
    """Return a text in exactly so many cells; letters of English need no measuring."""
    if not text.isascii():
        return fitted(Content(text), room).plain
    return text.ljust(room) if len(text) <= room else f"{text[: room - 1]}…"


def head(width: int, column: str, *, falling: bool) -> Content:
    """Return the names of the columns, a click on which sorts by them, with a sign on the one that is sorted by."""
    parts = [Content("  ")]
    for name, room in columns(width):
        shown = f"{name} {'▾' if falling else '▴'}" if name and name == column else name
        placed = f"{' ' * (name == 'state')}{shown}"[: room - 1].ljust(room)
        parts.append(pressable(Content(placed), f"sort('{name or 'state'}')"))
    return Content("").join(parts)


def columns(width: int) -> list[tuple[str, int]]:
    """Return the columns there is room for, each with its cells; the last of them is a blank."""
    room = max(6, width - 2)
    if width < NARROW:
        question = (room - SIGN) * 3 // 5
        return [("", SIGN), ("question", question), ("answer", room - SIGN - question)]
    if width < WIDE:
        question = (room - STATE) * 3 // 5
        return [("state", STATE), ("question", question), ("answer", room - STATE - question)]
    rest = room - STATE - DUE_ROOM
    question, answer = rest * 5 // 10, rest * 3 // 10
    shares = (STATE, DUE_ROOM, question, answer, rest - question - answer)
    return list(zip(("state", "due", "question", "answer", "tags"), shares, strict=True))
