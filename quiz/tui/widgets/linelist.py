"""A list of any length with a cursor, drawn line by line: only what is seen is made, so 100,000 rows cost nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

SHORT = [(0, "-short"), (14, "-tall")]
"""Lines a screen with a list needs to show what belongs around it: below that, the list has them all."""


class LineList(ScrollView, can_focus=True, inherit_bindings=False):
    """Rows of one line each; a subclass draws them by `row`, and says by `resize` how many there are."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"linelist--cursor"}
    DEFAULT_CSS = """
    LineList {
        height: 1fr; background: $background; overflow-x: hidden; scrollbar-size-vertical: 1;
        scrollbar-gutter: stable; text-wrap: nowrap; text-overflow: clip;
    }
    LineList > .linelist--cursor { background: $panel; text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "next", id="list.down", show=False),
        Binding("up,k", "move(-1)", "previous", id="list.up", show=False),
        Binding("pagedown,ctrl+d", "page(1)", "a page on", id="list.page_down", show=False),
        Binding("pageup,ctrl+u", "page(-1)", "a page back", id="list.page_up", show=False),
        Binding("home,g", "edge(-1)", "first", id="list.first", show=False),
        Binding("end,G", "edge(1)", "last", id="list.last", show=False),
    ]

    cursor: reactive[int] = reactive(0)

    @dataclass(eq=False, repr=False)
    class Moved(Message):
        """The cursor stands on another row, or on other contents of it."""

        row: int

    @dataclass(eq=False, repr=False)
    class Clicked(Message):
        """A row was clicked; the cursor is there already."""

        row: int

    @dataclass(eq=False, repr=False)
    class Resized(Message):
        """The list is so many cells wide now."""

        width: int

    def __init__(self, rows: int = 0) -> None:
        """Begin with so many rows."""
        super().__init__()
        self.auto_links = False
        self.rows = rows
        self.virtual_size = Size(0, rows)

    def row(self, number: int, width: int, *, chosen: bool) -> Content:
        """Return what a row shows in a width; `chosen` is the one with the cursor, to be told by a sign."""
        raise NotImplementedError

    def resize(self, rows: int, cursor: int = 0) -> None:
        """Show so many rows, all of which may have changed, with the cursor on one of them."""
        self.rows = rows
        self.virtual_size = Size(self.scrollable_content_region.width, rows)
        self.set_reactive(LineList.cursor, max(0, min(cursor, rows - 1)))
        self.refresh()
        self._follow()
        self.post_message(self.Moved(self.cursor))

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a row."""
        return max(0, min(cursor, self.rows - 1))

    def watch_cursor(self, before: int, now: int) -> None:
        """Draw the cursor where it is, and keep it in view."""
        self.refresh_line(before)
        self.refresh_line(now)
        self._follow()
        self.post_message(self.Moved(self.cursor))

    def _follow(self) -> None:
        """Scroll as little as brings the cursor into view."""
        height, top = self.size.height, round(self.scroll_y)
        if height and not top <= self.cursor < top + height:
            to = self.cursor if self.cursor < top else self.cursor - height + 1
            self.scroll_to(y=to, animate=False, immediate=True, force=True)

    def on_resize(self) -> None:
        """Keep to the new width, and the cursor in view."""
        width = self.scrollable_content_region.width
        self.virtual_size = Size(width, self.rows)
        self._follow()
        self.post_message(self.Resized(width))

    def render_line(self, y: int) -> Strip:
        """Draw one line of what is seen."""
        number, width = y + round(self.scroll_y), self.scrollable_content_region.width
        chosen = number == self.cursor
        style = self.get_visual_style("linelist--cursor") if chosen else self.visual_style
        if number >= self.rows:
            return Strip.blank(width, self.rich_style)
        content = self.row(number, width, chosen=chosen)
        return Visual.to_strips(self, content, width, 1, style, apply_selection=False, pad=True)[0]

    def on_click(self, event: Click) -> None:
        """Put the cursor on the row that was clicked; a double click is one."""
        if event.chain > 1:
            return
        number = event.y + round(self.scroll_y)
        if 0 <= number < self.rows:
            self.cursor = number
            self.post_message(self.Clicked(number))

    def action_move(self, step: int) -> None:
        """Move the cursor by a row."""
        self.cursor += step

    def action_page(self, pages: int) -> None:
        """Move the cursor by a page."""
        self.cursor += pages * max(1, self.size.height - 1)

    def action_edge(self, side: int) -> None:
        """Move the cursor to the first row or the last."""
        self.cursor = self.rows - 1 if side > 0 else 0
