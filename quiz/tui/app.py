"""The application: which screen comes after which. What they show, they know themselves."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.events import Ready
from textual.screen import Screen

from quiz.config import Config, load
from quiz.deck.model import Deck
from quiz.errors import Problem, QuizError
from quiz.study.history import History
from quiz.study.model import Way
from quiz.study.sitting import Clock, Desk, Sitting, local_time
from quiz.tui.exam_routes import ExamRoutes
from quiz.tui.messages import (
    Browsed,
    Chosen,
    Crammed,
    Edit,
    Edited,
    More,
    Over,
    Rereading,
    Resumed,
    Sought,
    Statistics,
)

if TYPE_CHECKING:
    from quiz.study.reading import ReadDocument


class QuizApp(ExamRoutes):
    """One learner at one terminal: home, a sitting, its summary."""

    def __init__(
        self,
        decks: Sequence[Deck],
        history: History,
        *,
        way: Way | None = None,
        at_once: bool = False,
        browse: bool = False,
        clock: Clock = local_time,
        config: Config | None = None,
        read: ReadDocument | None = None,
    ) -> None:
        """Study these decks; `at_once` begins with a question, `browse` with all cards, `read` reads documents."""
        config = config or Config()
        super().__init__(Desk(history, clock, config.study), config)
        self._decks, self._way, self._read = tuple(decks), way, read
        self._home = not at_once
        self._browse = browse
        self._studied = self._decks
        self._edited: dict[str, Deck] = {}
        self.left: Sequence[Problem] = ()
        self.begin(self._start())

    @on(Ready)
    def _tell_left(self) -> None:
        """Tell which decks were left out because they have errors."""
        if self.left:
            number = len({problem.place.path for problem in self.left})
            words = f"{number} deck{'s are' if number > 1 else ' is'} left out"
            self.warn(f"{words}: {self.left[0]}")

    @property
    def decks(self) -> Sequence[Deck]:
        """The decks that can be studied."""
        return self._decks

    @property
    def home(self) -> Screen[None] | None:
        """The screen one comes back to; none where one began with a question."""
        return self._started if self._home else None

    def _start(self) -> Screen[None]:
        """Begin with the list of decks, with their cards, or with the first question."""
        if self._browse:
            return self._browser(self._decks)
        if self._home:
            from quiz.tui.screens.home import HomeScreen

            return HomeScreen(self._decks, self.desk)
        return self._first(Sitting.over(self._decks, self.desk, self._way))

    def _browser(self, decks: Sequence[Deck]) -> Screen[None]:
        """Return the screen of all cards of some decks."""
        from quiz.tui.screens.browse import BrowseScreen

        return BrowseScreen(decks, self.desk)

    def _first(self, sitting: Sitting) -> Screen[None]:
        """Return the screen a sitting begins with: a question, or the word that none waits."""
        if not sitting.session.queue:
            return self._summary(sitting)
        from quiz.tui.screens.study import StudyScreen

        return StudyScreen(sitting)

    def _summary(self, sitting: Sitting) -> Screen[None]:
        """Return the screen that sums up a sitting."""
        from quiz.tui.screens.summary import SummaryScreen

        return SummaryScreen(sitting, self.desk.overview(self._studied), self.desk.now)

    @on(Chosen)
    def _begin(self, event: Chosen) -> None:
        """Study the decks chosen at home: what waits in them, else cards that do not wait yet."""
        self._studied = self._as_edited(event.decks)
        sitting = Sitting.over(self._studied, self.desk, self._way)
        self.push_screen(self._first(self._ahead(sitting)))

    @on(Crammed)
    def _cram(self, event: Crammed) -> None:
        """Practise the cards chosen."""
        self._studied = tuple({deck.id: deck for deck, _card in event.cards}.values())
        self.push_screen(self._first(Sitting.cram(event.cards, self.desk, self._way)))

    @on(Browsed)
    def _see_cards(self, event: Browsed) -> None:
        """Show the cards of the decks chosen."""
        self.push_screen(self._browser(event.decks))

    @on(Edit)
    def _edit(self, event: Edit) -> None:
        """Open a card in the learner's editor, and take its deck as it is after that."""
        from quiz.tui.editing import edit_card

        if edited := edit_card(self, event.deck, event.card):
            self._take_edited(Edited(edited))

    @on(Over)
    def _sum_up(self, event: Over) -> None:
        """Show what a sitting came to; one that was left before any answer needs no summary."""
        if event.sitting.session.answers or (event.sitting.undoable and not event.sitting.session.queue):
            self._show(self._summary(event.sitting))
        else:
            self._leave()

    @on(More)
    def _go_on(self) -> None:
        """Study on: what still waits, else cards that do not wait yet."""
        sitting = Sitting.over(self._studied, self.desk, self._way)
        self._show(self._first(self._ahead(sitting)))

    def _ahead(self, sitting: Sitting) -> Sitting:
        """Return a sitting that has something to ask as it is, else one over cards that do not wait yet."""
        return sitting if sitting.session.queue else sitting.ahead(self._studied)

    @on(Resumed)
    def _resume(self, event: Resumed) -> None:
        """Go back into a sitting whose last step is taken back; a history that cannot be written is told of."""
        what = event.sitting.latest
        try:
            event.sitting.undo()
        except QuizError as error:
            self.complain(f"not taken back, try again: {error}")
            return
        from quiz.tui.screens.study import StudyScreen

        screen = StudyScreen(event.sitting)
        self._show(screen)
        screen.call_after_refresh(screen.tell_undone, what)

    @on(Sought)
    def _open_document(self, event: Sought) -> None:
        """Show a card's passage in its document."""
        from quiz.tui.screens.reader import ReaderScreen

        if self._read:
            self.push_screen(ReaderScreen(self._read, event.deck, event.card))

    @on(Edited)
    def _take_edited(self, event: Edited) -> None:
        """Take a deck that its learner edited in place of the one there was."""
        self._edited[event.deck.path or event.deck.id] = event.deck
        self._decks, self._studied = self._as_edited(self._decks), self._as_edited(self._studied)
        for screen in self.screen_stack:
            if isinstance(screen, Rereading):
                screen.reread(event.deck)

    def _as_edited(self, decks: Sequence[Deck]) -> tuple[Deck, ...]:
        """Return decks as they are since their learner edited them."""
        return tuple(self._edited.get(deck.path or deck.id, deck) for deck in decks)

    @on(Statistics)
    def _show_statistics(self) -> None:
        """Show how the learner is getting on with all the decks."""
        from quiz.tui.screens.statistics.statistics import StatisticsScreen

        self.push_screen(StatisticsScreen(self._decks, self.desk))


def run(
    decks: Sequence[Deck],
    history: Path | None = None,
    way: Way | None = None,
    *,
    at_once: bool = False,
    browse: bool = False,
    read: ReadDocument | None = None,
    left: Sequence[Problem] = (),
) -> None:
    """Study decks in the terminal until the learner leaves.

    It begins with the list of them, `at_once` with a first question, `browse` with all cards. `history` is the file
    of answers, by default in the platform's data folder; `way` forces how cards are asked, `read` reads the documents
    they come from; of what is `left` out the learner is told. QuizError if there is nothing to study or the history
    cannot be used, be it in the middle of a sitting.
    """
    config = load()
    kept = History(history)
    try:
        app = QuizApp(decks, kept, way=way, at_once=at_once, browse=browse, config=config, read=read)
        app.left = left
        app.play()
    finally:
        kept.close()
