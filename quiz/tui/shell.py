"""What holds the screens, whatever they show: the way in and out, help, palette, themes, keys."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import os
import signal
from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import App
from textual.binding import Binding, BindingType
from textual.command import Provider
from textual.events import AppBlur, Load, Ready
from textual.filter import LineFilter
from textual.screen import Screen
from textual.theme import Theme

from quiz.config import Config, place_of
from quiz.deck.model import Deck
from quiz.errors import QuizError
from quiz.tui.messages import Left
from quiz.tui.screens.noticing import NoticingScreen
from quiz.tui.themes import NAMES, beginning, following, missing, ours
from quiz.tui.words import clean


def commands() -> type[Provider]:
    """Import what the palette offers; Textual calls this when it is opened."""
    from quiz.tui.palette import Commands

    return Commands


class Shell(App[None]):
    """One learner at one terminal, with a first screen that stays below all others."""

    TITLE = "quiz"
    COMMANDS = {commands}  # noqa: RUF012 (Textual's own declaration)
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 (Textual declares it without ClassVar)
        (0, "-narrow"),
        (110, "-wide"),
    ]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "help", "help", id="app.help"),
        Binding("f2", "theme", "next theme", id="app.theme", show=False),
        Binding("ctrl+p", "command_palette", "all commands", id="app.commands", show=False),
        Binding("ctrl+c,ctrl+q", "quit", "quit at once", id="app.quit", show=False),
    ]

    def __init__(self, config: Config) -> None:
        """Hold screens that look as it is configured."""
        self._dressed: Theme | None = None
        self._exposed = False
        self._ended = 0
        super().__init__()
        self.config = config
        self._started: Screen[None] = Screen()
        self._home = False

    @property
    def decks(self) -> Sequence[Deck]:
        """The decks that can be studied."""
        return ()

    @property
    def home(self) -> Screen[None] | None:
        """The screen one comes back to; none where one began elsewhere."""
        return None

    def begin(self, screen: Screen[None]) -> None:
        """Take the first screen, then what it looks like and what keys do."""
        self._started = screen
        self.css_path = screen.css_path  # Textual does not read the sheet of a default screen by itself
        for theme in ours():
            self.register_theme(theme)
        self.theme = beginning(self.config.screen.theme, colours=not self.no_color)
        self._dressed = self.current_theme
        self.stylesheet.set_variables(self.get_css_variables())
        if self.config.keys:
            from quiz.tui.keymap import keymap

            self.set_keymap(keymap(self.config.keys, place_of))

    def play(self) -> None:
        """Show the screens until the learner leaves; raises what nobody caught, once the terminal is as before."""
        self.run()
        if self._exception:
            raise self._exception
        if self._ended:
            raise SystemExit(128 + self._ended)

    def _fatal_error(self) -> None:
        """Leave at an exception, for `play` to raise: Textual's own would print pages of frames and end in success."""
        self._close_messages_no_wait()

    @on(Load)
    def _heed_signals(self) -> None:
        """Leave as at any other time when the system ends us, so that the terminal is as it was before."""
        if not self.is_headless:
            for name in ("SIGTERM", "SIGHUP"):
                with contextlib.suppress(NotImplementedError, AttributeError):
                    number = getattr(signal, name)
                    asyncio.get_running_loop().add_signal_handler(number, self._end, number)

    def _end(self, number: int) -> None:
        """Leave because of a signal."""
        self._ended = number
        self.exit()

    @on(Ready)
    def _collect_garbage(self) -> None:
        """Collect garbage from now on: who starts us may switch it off until the first screen stands (8 % sooner).

        What is there by then stays to the end: to search 100,000 cards for garbage takes a third of a second.
        """
        if not gc.isenabled():
            gc.freeze()
            gc.enable()

    @on(AppBlur)
    def _keep_focus(self, event: AppBlur) -> None:
        """Leave the keys where they are: a page in a browser tells at first that it has no focus."""
        event.prevent_default()

    def get_default_screen(self) -> Screen[None]:
        """Return the screen that the app begins with."""
        return self._started

    def _show(self, screen: Screen[None]) -> None:
        """Put a screen in place of the current one; the first of all stays below, Textual cannot do without it."""
        if len(self.screen_stack) == 1:
            self.push_screen(screen)
        else:
            self.switch_screen(screen)

    @on(Left)
    def _leave(self) -> None:
        """Go back where one came from, or out, if the sitting did not begin at home."""
        if self._home and len(self.screen_stack) > 1:
            self.pop_screen()
        else:
            self.exit()

    def warn(self, words: str) -> None:
        """Say what has to be seen in the line that the screen has for notices, which covers nothing."""
        if isinstance(self.screen, NoticingScreen):
            self.screen.notice.warn(words)
        else:
            self.notify(clean(words), severity="warning", timeout=15, markup=False)

    def complain(self, words: str) -> None:
        """Say what could not be done in the line that the screen has for notices, which covers nothing."""
        if isinstance(self.screen, NoticingScreen):
            self.screen.notice.fail(words)
        else:
            self.notify(clean(words), severity="error", timeout=15, markup=False)

    async def _check_bindings(self, key: str, priority: bool = False) -> bool:  # noqa: FBT001, FBT002 (Textual's own)
        """Do what a key is bound to; what quits at once does so over a question too, which takes all other keys."""
        if await super()._check_bindings(key, priority):
            return True
        bindings = self.screen._binding_chain[-1][1]  # noqa: SLF001 (only working keys are public)
        quits = not priority and any(each.id == "app.quit" for each in bindings.key_to_bindings.get(key, ()))
        if quits:
            await self.action_quit()
        return quits

    def action_help(self) -> None:
        """Show the keys of this screen."""
        from quiz.tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.screen))

    def action_theme(self) -> None:
        """Show the next of our themes."""
        self.take_theme(following(self.theme))

    def take_theme(self, name: str) -> None:
        """Show a theme, and keep it in the configuration for the next time; where that fails, say so."""
        if self.no_color:
            self.notify("NO_COLOR is set: no theme is shown", timeout=4, markup=False)
            return
        from quiz.tui.keeping import keep_theme

        self.theme = name
        self.clear_notifications()
        try:
            keep_theme(name)
        except QuizError as error:
            words = clean(f"only until you leave: {error}")
            self.notify(words, title=name, severity="warning", timeout=15, markup=False)
        else:
            first = clean(os.environ.get("TEXTUAL_THEME", ""))
            later = f"kept, but TEXTUAL_THEME={first} comes first" if first else "kept for the next time"
            self.notify(f"{name}: {later}", timeout=4, markup=False)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what lines go through on their way to the terminal: where no colour is wanted, none gets there."""
        if not self.no_color:
            return super().get_line_filters()
        from quiz.tui.colourless import COLOURLESS

        return (COLOURLESS,)

    def get_css_variables(self) -> dict[str, str]:
        """Return the colours of the theme; none before there is one: Textual asks for those of its own first."""
        return super().get_css_variables() if self._dressed else {}

    def refresh_css(self, animate: bool = True) -> None:  # noqa: FBT001, FBT002 (Textual's signature)
        """Take the colours of another theme; those of the first are in the sheets, which take long to be read."""
        if self._dressed is self.current_theme and not self._exposed:
            self.stylesheet.update(self, animate=animate)
        else:
            super().refresh_css(animate=animate)
        self._exposed = True

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return the colours that our style sheets name, for themes that are not ours."""
        return missing(self.current_theme) if self.current_theme.name not in NAMES else {}

    def action_command_palette(self) -> None:
        """Offer all that can be done now, to be searched."""
        from quiz.tui.palette import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(placeholder="type what you want to do"))
