"""A screen with a line for notices, and the one way of taking a step that has to be kept."""

from __future__ import annotations

from collections.abc import Callable

from textual.screen import Screen

from quiz.errors import QuizError
from quiz.tui.widgets.notice import Notice


class NoticingScreen(Screen[None]):
    """Says in its line for notices what could not be done; the line is laid out with the first notice."""

    def __init__(self) -> None:
        """Begin without a notice."""
        super().__init__()
        self.notice = Notice(self)

    def tried(self, step: Callable[[], object]) -> bool:
        """Take a step that may write to the history; if that fails, say so and stay, to be tried again."""
        try:
            step()
        except QuizError as error:
            self.notice.refuse(str(error))
            return False
        return True

    def kept(self, step: Callable[[], object]) -> bool:
        """Take a step that writes to the history; once that works, nothing is said any more of what did not."""
        done = self.tried(step)
        if done:
            self.notice.settle()
        return done
