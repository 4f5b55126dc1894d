"""The last line of every screen: what the keys do now."""

from __future__ import annotations

from textual.content import Content

from quiz.tui.keys import in_use
from quiz.tui.widgets.pressable import Pressable, pressable

GAP = 3
"""Cells between two keys."""


class KeyLine(Pressable):
    """The keys that work now, each with its word; a click on one does the same."""

    DEFAULT_CSS = """
    KeyLine { dock: bottom; height: 1; padding: 0 2; color: $faint; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def on_mount(self) -> None:
        """Follow the bindings of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _screen: self.show_keys())

    def on_resize(self) -> None:
        """Show as many keys as fit now."""
        self.show_keys()

    def show_keys(self) -> None:
        """Show the keys in use; where they do not fit, the last ones are left to the help, but never the way out."""
        uses = in_use(self.screen)
        width = self.content_size.width
        while len(uses) > 1 and sum(len(use.keys) + len(use.words) + 1 + GAP for use in uses) - GAP > width:
            uses.remove(([use for use in uses if not use.lasting] or uses)[-1])
        parts = [
            pressable(Content.assemble((use.keys, "bold $foreground"), " ", use.words), use.action) for use in uses
        ]
        self.update(Content(" " * GAP).join(parts))
