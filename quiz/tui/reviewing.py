"""The application that goes through the generated cards of a deck."""

from __future__ import annotations

from textual import on

from quiz.config import Config, load
from quiz.deck.review import Review
from quiz.study.reading import ReadDocument
from quiz.tui.messages import Sought
from quiz.tui.screens.review import ReviewScreen
from quiz.tui.shell import Shell


class ReviewApp(Shell):
    """One reviewer at one terminal."""

    def __init__(
        self,
        review: Review,
        config: Config | None = None,
        read: ReadDocument | None = None,
        *,
        everything: bool = False,
    ) -> None:
        """Review a deck: the cards that wait, or `everything`; `read` reads documents."""
        super().__init__(config or Config())
        self._read = read
        self.begin(ReviewScreen(review, everything=everything))

    @on(Sought)
    def _open_document(self, event: Sought) -> None:
        """Show a card's passage in its document."""
        from quiz.tui.screens.reader import ReaderScreen

        if self._read:
            self.push_screen(ReaderScreen(self._read, event.deck, event.card))


def run(review: Review, read: ReadDocument | None = None, *, everything: bool = False) -> None:
    """Review a deck in the terminal until the reviewer leaves; QuizError where the configuration is wrong."""
    ReviewApp(review, load(), read, everything=everything).play()
