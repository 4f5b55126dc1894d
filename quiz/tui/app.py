"""The application: which screen comes after which. What they show, they know themselves."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import App
from textual.binding import Binding, BindingType
from textual.events import Ready
from textual.screen import Screen

from quiz.deck.model import Deck
from quiz.study.history import History
from quiz.study.model import Way
from quiz.study.sitting import Clock, Sitting, local_time, overview
from quiz.tui.messages import Chosen, Left, More, Over
from quiz.tui.screens.study import StudyScreen
from quiz.tui.themes import DARK, LIGHT, preferred


class QuizApp(App[None]):
    """One learner at one terminal: home, a sitting, its summary."""

    TITLE = "quiz"
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 (Textual declares it without ClassVar)
        (0, "-narrow"),
        (110, "-wide"),
    ]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "help", "help", id="app.help"),
        Binding("f2", "theme", "dark or light", id="app.theme", show=False),
        Binding("ctrl+c,ctrl+q", "quit", "quit at once", id="app.quit", show=False),
    ]

    def __init__(
        self,
        decks: Sequence[Deck],
        history: History,
        *,
        way: Way | None = None,
        at_once: bool = False,
        clock: Clock = local_time,
    ) -> None:
        """Study these decks; `at_once` begins with a question instead of the list of decks."""
        super().__init__()
        self._decks, self._history, self._way, self._clock = tuple(decks), history, way, clock
        self._home = not at_once and len(self._decks) != 1
        self._studied = self._decks
        self._started = self._start()
        self.css_path = self._started.css_path  # Textual does not read the sheet of a default screen by itself
        for theme in (DARK, LIGHT):
            self.register_theme(theme)
        self.theme = preferred() if preferred() in self.available_themes else DARK.name

    def play(self) -> None:
        """Show the screens until the learner leaves; raises what nobody caught, once the terminal is as before."""
        self.run()
        if self._exception:
            raise self._exception

    def _fatal_error(self) -> None:
        """Leave at an exception, for `play` to raise: Textual's own would print pages of frames and end in success."""
        self._close_messages_no_wait()

    @on(Ready)
    def _collect_garbage(self) -> None:
        """Collect garbage from now on: who starts us may switch it off until the first screen stands (8 % sooner)."""
        gc.enable()

    def get_default_screen(self) -> Screen[None]:
        """Return the screen that the app begins with."""
        return self._started

    def _start(self) -> Screen[None]:
        """Begin with the list of decks, or with the first question."""
        if self._home:
            from quiz.tui.screens.home import HomeScreen

            return HomeScreen(self._decks, self._history, self._clock)
        return self._first(Sitting.over(self._decks, self._history, self._clock, self._way))

    def _first(self, sitting: Sitting) -> Screen[None]:
        """Return the screen a sitting begins with: a question, or the word that none waits."""
        return StudyScreen(sitting) if sitting.session.queue else self._summary(sitting)

    def _summary(self, sitting: Sitting) -> Screen[None]:
        """Return the screen that sums up a sitting."""
        from quiz.tui.screens.summary import SummaryScreen

        now = self._clock()
        return SummaryScreen(sitting, overview(self._studied, self._history, now), now)

    @on(Chosen)
    def _begin(self, event: Chosen) -> None:
        """Study the decks chosen at home."""
        self._studied = event.decks
        sitting = Sitting.over(self._studied, self._history, self._clock, self._way)
        self.push_screen(self._first(sitting))

    @on(Over)
    def _sum_up(self, event: Over) -> None:
        """Show what a sitting came to; one that was left before any answer needs no summary."""
        if event.sitting.session.answers:
            self._show(self._summary(event.sitting))
        else:
            self._leave()

    @on(More)
    def _go_on(self, event: More) -> None:
        """Study on: what still waits, else cards that do not wait yet."""
        sitting = Sitting.over(self._studied, self._history, self._clock, self._way)
        if not sitting.session.queue:
            sitting = event.sitting.ahead(self._studied)
        self._show(self._first(sitting))

    def _show(self, screen: Screen[None]) -> None:
        """Put a screen in place of the current one; the first of all stays below, Textual cannot do without it."""
        if len(self.screen_stack) == 1:
            self.push_screen(screen)
        else:
            self.switch_screen(screen)

    @on(Left)
    def _leave(self) -> None:
        """Go back home, or out, if the sitting did not begin at home."""
        if self._home:
            self.pop_screen()
        else:
            self.exit()

    def action_help(self) -> None:
        """Show the keys of this screen."""
        from quiz.tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.screen))

    def action_theme(self) -> None:
        """Change between dark and light."""
        self.theme = LIGHT.name if self.current_theme.dark else DARK.name


def run(
    decks: Sequence[Deck],
    history: Path | None = None,
    way: Way | None = None,
    *,
    at_once: bool = False,
) -> None:
    """Study decks in the terminal until the learner leaves.

    One deck, or `at_once`, begins with its first question, several begin with the list of them. `history` is the
    file of answers, by default in the platform's data folder; `way` forces how cards are asked. QuizError if
    there is nothing to study or the history cannot be used, be it in the middle of a sitting.
    """
    kept = History(history)
    try:
        QuizApp(decks, kept, way=way, at_once=at_once).play()
    finally:
        kept.close()
