"""The first line of every screen: where one is, and how far."""

from __future__ import annotations

from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

from quiz.tui.words import line

BAR = 14
"""Cells of the bar of progress."""


class Heading(Widget):
    """A title at the left, and at the right a word on progress with a bar."""

    DEFAULT_CSS = "Heading { dock: top; height: 1; margin-bottom: 2; padding: 0 2; }"

    def __init__(self, title: str = "", words: str = "") -> None:
        """Begin with a title, and words at the right."""
        super().__init__()
        self._title, self._words, self._done = title, words, None

    _done: float | None

    def tell(self, title: str, words: str, done: float | None = None) -> None:
        """Show a title, words at the right and, if given, the part that is done, from 0 to 1."""
        self._title, self._words, self._done = title, words, done
        self.refresh()

    def render(self) -> RenderResult:
        """Fit title, words and bar into the width there is; the title gives way."""
        right = Content.styled(self._words, "$faint")
        if self._done is not None:
            right = Content.assemble(right, "   ", _bar(self._done))
        width = self.content_size.width
        title = Content.styled(line(self._title), "bold")
        room = max(1, width - right.cell_length - 2)
        if title.cell_length > room:
            title = title.truncate(room, ellipsis=True)
        gap = max(1, width - title.cell_length - right.cell_length)
        return Content.assemble(title, " " * gap, right)


def _bar(done: float) -> Content:
    """Return the bar of progress, in half cells."""
    halves = round(done * BAR * 2)
    full, half = divmod(halves, 2)
    return Content.assemble(("━" * full + "╸" * half, "$accent"), ("─" * (BAR - full - half), "$rule"))
