"""The line into which one types what is looked for, while the arrow keys move through what is found."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input


class FindLine(Input):
    """One line of input above a list; the screen does what its keys say: `move`, `all_decks` ..."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "to the list", id="find.submit"),
        Binding("down", "screen.move(1)", "next", id="find.down", show=False),
        Binding("up", "screen.move(-1)", "previous", id="find.up", show=False),
    ]

    DEFAULT_CSS = """
    FindLine { height: 1; background: $surface; &:focus { background: $panel; } }
    FindLine > .input--placeholder { color: $faint; }
    """

    def __init__(self, expected: str) -> None:
        """Begin empty, with a word on what is expected; the cursor does not blink, which spares slow lines."""
        super().__init__(placeholder=expected, compact=True, select_on_focus=False)
        self.cursor_blink = False

    def insert_text_at_cursor(self, text: str) -> None:
        """Write what is typed, but no `/` at the beginning: the key that leads here is pressed here too."""
        super().insert_text_at_cursor(text if self.cursor_position else text.lstrip("/"))


class CardFilter(FindLine):
    """The line of the cards: Enter shows the first of those found."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "submit", "show", id="find.submit")]
