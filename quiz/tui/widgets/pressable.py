"""Words that do something when they are clicked, without the looks of a link."""

from __future__ import annotations

from textual.content import Content
from textual.events import Click
from textual.style import Style
from textual.widgets import Static

DOES = "does"
"""The key under which words carry their action; Textual's own, `@click`, would draw them as links."""


def pressable(words: Content, action: str) -> Content:
    """Make words carry an action of the screen."""
    return words.stylize(Style.from_meta({DOES: action}))


class Pressable(Static):
    """Shows words that carry actions, and does what is clicked."""

    async def on_click(self, event: Click) -> None:
        """Do what the clicked words carry."""
        action = event.style.meta.get(DOES)
        if action:
            await self.app.run_action(action, self.screen)
