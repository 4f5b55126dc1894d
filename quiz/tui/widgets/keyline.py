"""The last line of every screen: what the keys do now."""

from __future__ import annotations

from textual.content import Content

from quiz.tui.keys import in_use
from quiz.tui.widgets.pressable import Pressable, pressable


class KeyLine(Pressable):
    """The keys that work now, each with its word; a click on one does the same."""

    DEFAULT_CSS = """
    KeyLine { dock: bottom; height: 1; padding: 0 2; color: $faint; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def on_mount(self) -> None:
        """Follow the bindings of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _screen: self.show_keys())

    def show_keys(self) -> None:
        """Show the keys in use."""
        parts: list[Content] = []
        for use in in_use(self.screen):
            words = Content.assemble((use.keys, "bold $foreground"), " ", use.words)
            parts.append(pressable(words, use.action))
        self.update(Content("   ").join(parts))
