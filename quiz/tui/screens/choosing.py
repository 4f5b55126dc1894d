"""A screen with a question whose options are chosen by digit, by arrow keys and Enter, or with the mouse."""

from __future__ import annotations

from textual import on

from quiz.tui.screens.scrolling import ScrollingScreen
from quiz.tui.widgets.options import Options


class ChoosingScreen(ScrollingScreen):
    """What is the same of choosing while one studies and in an exam."""

    options: Options

    def action_choose(self, number: int) -> None:
        """Answer by the option of a digit."""
        raise NotImplementedError

    @on(Options.Picked)
    def _clicked(self, event: Options.Picked) -> None:
        """Answer by the option that was clicked."""
        if self.check_action("choose", (event.number + 1,)):
            self.action_choose(event.number + 1)

    def action_move(self, step: int) -> None:
        """Move the cursor among the options."""
        self.notice.clear()
        self.options.move(step)
        self.refresh_bindings()

    def action_pick(self) -> None:
        """Answer by the option under the cursor."""
        self.action_choose(self.options.cursor + 1)
