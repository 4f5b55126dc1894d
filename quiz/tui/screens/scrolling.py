"""A screen whose middle part scrolls, by the page, where there is more than has room."""

from __future__ import annotations

from textual.containers import VerticalScroll

from quiz.tui.screens.noticing import NoticingScreen


class ScrollingScreen(NoticingScreen):
    """Scrolls its `desk` by the action `scroll`."""

    desk: VerticalScroll

    def scrolls(self, parameters: tuple[object, ...]) -> bool:
        """Whether there is more to be shown below; upwards one may always go where there is more than has room."""
        return self.desk.max_scroll_y > 0 and (self.desk.scroll_y < self.desk.max_scroll_y or parameters == (-1,))

    def action_scroll(self, pages: int) -> None:
        """Show more, two lines of the last page kept."""
        self.desk.scroll_relative(y=pages * max(1, self.desk.size.height - 2), animate=False, immediate=True)
        self.call_after_refresh(self.refresh_bindings)
