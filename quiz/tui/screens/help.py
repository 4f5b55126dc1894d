"""Every key of the screen below, read from its bindings: first those that work where one came from."""

from __future__ import annotations

from collections.abc import Sequence
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
"""Cells of the column of keys, at least."""

ROOM = 56
"""Cells of both columns, on a terminal of 80."""


KEPT = "Every answer is kept the moment it is given: stop whenever you like."


class HelpScreen(ModalScreen[None]):
    """The keys of one screen: those that work at this moment, then the others."""

    CSS_PATH = "help.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown,down", "scroll(1)", "more", id="help.down"),
        Binding("pageup,up", "scroll(-1)", "back up", id="help.up", show=False),
        Binding("escape,q,enter,question_mark,f1", "leave", "back", id="help.leave"),
    ]

    def __init__(self, below: Screen[object]) -> None:
        """Explain the keys of the screen below."""
        super().__init__()
        self._now, self._other = all_uses(below)
        self._kept: str = getattr(below, "KEPT", KEPT)
        self._filters: Sequence[tuple[str, str]] = getattr(below, "FILTERS", ())

    def compose(self) -> ComposeResult:
        """List the keys."""
        with VerticalScroll(can_focus=False):
            if self._filters:
                yield Static(Content.styled("to filter by", "bold"))
                yield Static(_listed(self._filters), classes="filters")
            yield Static(Content.styled("keys", "bold"))
            yield Static(_listed(self._now), classes="rows")
            if self._other:
                yield Static(Content.styled("at other times", "bold"))
                yield Static(_listed(self._other), classes="rows")
            yield Static(Content.styled(self._kept, "$faint"))
        yield KeyLine()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer more as long as there is."""
        if action == "scroll" and parameters == (1,) and self.is_mounted:
            desk = self.query_one(VerticalScroll)
            return desk.scroll_y < desk.max_scroll_y
        return True

    def on_mount(self) -> None:
        """Bring the keys in line with what is seen."""
        desk = self.query_one(VerticalScroll)
        self.watch(desk, "virtual_size", self.refresh_bindings, init=False)
        self.watch(desk, "scroll_y", self.refresh_bindings, init=False)
        self.call_after_refresh(self.refresh_bindings)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss()

    def action_scroll(self, pages: int) -> None:
        """Show more."""
        self.query_one(VerticalScroll).scroll_relative(y=pages * 8, animate=False)


def _listed(uses: Sequence[tuple[str, str]]) -> Content:
    """Return a row for each thing there is to know, words below words."""
    width = max(WIDTH, *(len(keys) + 2 for keys, _words in uses))
    return Content("\n").join(_row(keys, words, width) for keys, words in uses)


def _row(keys: str, words: str, width: int) -> Content:
    """Return one row, whose further lines stand below its words."""
    first, *more = Content(words).wrap(ROOM - width) or [Content("")]
    lines = [
        Content.assemble((keys.ljust(width), "bold"), first),
        *(Content.assemble(" " * width, line) for line in more),
    ]
    return Content("\n").join(lines)
