"""What becomes of the messages of an exam's screens."""

from __future__ import annotations

from textual import on
from textual.screen import ModalScreen

from quiz.config import Config
from quiz.errors import QuizError
from quiz.study.desk import Desk
from quiz.tui.messages import Begun, Examined, Handed, Retaken, Stopped
from quiz.tui.shell import Shell


class ExamRoutes(Shell):
    """The way from one screen of an exam to the next."""

    def __init__(self, desk: Desk, config: Config) -> None:
        """Hold the screens of a desk, looking as it is configured."""
        super().__init__(config)
        self.desk = desk

    @on(Examined)
    def _examine(self, event: Examined) -> None:
        """Offer an exam over some decks, or the one over them that was left."""
        from quiz.tui.examining import opening

        try:
            self.push_screen(opening(event.decks, self.desk))
        except QuizError as error:
            self.complain(f"no exam: {error}")

    @on(Begun)
    def _sit(self, event: Begun) -> None:
        """Show an exam's questions, or its result if it was handed in before."""
        from quiz.tui.examining import going

        self._show(going(event.attempt))

    @on(Handed)
    def _mark(self, event: Handed) -> None:
        """Show what an exam came to, whatever lies over its questions."""
        from quiz.tui.examining import ended

        while isinstance(self.screen, ModalScreen):
            self.pop_screen()
        self._show(ended(event.attempt))

    @on(Retaken)
    def _retake(self, event: Retaken) -> None:
        """Offer an exam over what was missed in one."""
        from quiz.tui.examining import retaking

        self._show(retaking(event.attempt, self.desk))

    @on(Stopped)
    def _stop(self) -> None:
        """Leave an exam that can be gone on with."""
        self._leave()
