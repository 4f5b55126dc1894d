"""Every key of the screen below, read from its bindings."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from quiz.tui.keys import all_uses
from quiz.tui.widgets.keyline import KeyLine

WIDTH = 18
"""Cells of the column of keys."""


class HelpScreen(ModalScreen[None]):
    """The keys of one screen, whether they work at this moment or not."""

    CSS_PATH = "help.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter,question_mark,f1", "leave", "back", id="help.leave"),
        Binding("pagedown,down", "scroll(1)", "more", id="help.down", show=False),
        Binding("pageup,up", "scroll(-1)", "back up", id="help.up", show=False),
    ]

    def __init__(self, below: Screen[object]) -> None:
        """Explain the keys of the screen below."""
        super().__init__()
        self._below = below

    def compose(self) -> ComposeResult:
        """List the keys."""
        with VerticalScroll(can_focus=False):
            yield Static(Content.styled("keys", "bold"))
            yield Static(Content("\n").join(self._rows()), id="rows")
            yield Static(
                Content.styled("Every answer is kept the moment it is given: stop whenever you like.", "$faint")
            )
        yield KeyLine()

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss()

    def action_scroll(self, pages: int) -> None:
        """Show more."""
        self.query_one(VerticalScroll).scroll_relative(y=pages * 8, animate=False)

    def _rows(self) -> list[Content]:
        """Return a row for each thing that keys do."""
        return [Content.assemble((keys.ljust(WIDTH), "bold"), words) for keys, words in all_uses(self._below)]
