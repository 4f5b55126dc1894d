"""The decks there are, and what waits in each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Resize, ScreenResume
from textual.screen import Screen
from textual.widgets import OptionList, Static

from quiz.deck.model import Deck
from quiz.study.choosing import Waiting
from quiz.study.history import History
from quiz.study.sitting import Clock, overview
from quiz.tui.messages import Chosen
from quiz.tui.widgets.heading import Heading
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.words import line

COLUMNS = 3 * 12
"""Cells of the three numbers at the right of a deck's title."""


class DeckList(OptionList):
    """The decks, to be chosen by arrow keys and Enter or with the mouse."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "select", "study", id="home.study")]


class HomeScreen(Screen[None]):
    """Every deck with its due and new cards; one key studies all that waits."""

    CSS_PATH = "home.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "study_all", "study all that waits", id="home.all"),
        Binding("q,escape", "app.quit", "quit", id="home.quit"),
    ]

    heading = getters.query_one(Heading)
    total = getters.query_one("#total", Static)
    list = getters.query_one(DeckList)

    def __init__(self, decks: Sequence[Deck], history: History, clock: Clock) -> None:
        """Show these decks, counted by this history."""
        super().__init__()
        self._decks, self._history, self._clock = tuple(decks), history, clock
        self._waiting: tuple[Waiting, ...] = ()
        self._rows: list[Content] = []
        self._marked = -1

    def compose(self) -> ComposeResult:
        """Lay out the sum of what waits and the list."""
        yield Heading("quiz")
        yield Static(id="total")
        yield DeckList(markup=False)
        yield KeyLine()

    @on(ScreenResume)
    def _count(self) -> None:
        """Count what waits, at first and after every sitting."""
        now = self._clock()
        self._waiting = overview(self._decks, self._history, now)
        self.heading.tell("quiz", f"{now:%a} {now.day} {now:%b}")
        self.total.update(self._sum())
        self._show_decks()

    @on(Resize)
    def _show_decks(self) -> None:
        """Show the decks in the width there is."""
        if not self._waiting:
            return
        chosen = self.list.highlighted or 0
        width = max(20, min(self.size.width, MOST) - 10)
        self._rows = [_row(deck, width) for deck in self._waiting]
        self._marked = -1
        self.list.set_options(self._rows)
        self.list.highlighted = chosen

    @on(OptionList.OptionHighlighted)
    def _mark(self, event: OptionList.OptionHighlighted) -> None:
        """Put a sign before the chosen deck, for those who do not see its colour."""
        for number, sign in ((self._marked, "  "), (event.option_index, "▸ ")):
            if 0 <= number < len(self._rows):
                self.list.replace_option_prompt_at_index(number, Content.assemble(sign, self._rows[number][2:]))
        self._marked = event.option_index

    def _sum(self) -> Content:
        """Return what waits in all decks, and about how long it takes."""
        due, new = (sum(len(getattr(deck, kind)) for deck in self._waiting) for kind in ("due", "new"))
        if not due + new:
            return Content.styled("nothing waits: Enter studies a deck ahead", "$faint")
        minutes = max(1, round((due + new) * self._history.pace() / 60))
        about = f"about {minutes} minute{'s' * (minutes > 1)}"
        return Content.assemble(
            (f"{due}", "bold $accent"),
            " due",
            (" · ", "$faint"),
            (f"{new}", "bold $accent"),
            " new",
            (f" · {about}", "$faint"),
        )

    @on(OptionList.OptionSelected)
    def _select(self, event: OptionList.OptionSelected) -> None:
        """Study the deck that was chosen."""
        self.post_message(Chosen((self._waiting[event.option_index].deck,)))

    def action_study_all(self) -> None:
        """Study all that waits in all decks."""
        self.post_message(Chosen(self._decks))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 (Textual's own)
        """Offer to study everything only if there is more than one deck and something waits."""
        if action == "study_all":
            return len(self._waiting) > 1 and any(deck.due or deck.new for deck in self._waiting)
        return True


MOST = 100
"""Cells the list is wide at most."""


def _row(waiting: Waiting, width: int) -> Content:
    """Return one deck: its title, and its due, new and all cards in columns."""
    room = max(8, width - COLUMNS - 2)
    title = Content(line(waiting.deck.title) or "untitled").truncate(room, ellipsis=True)
    title = title.pad_right(room - title.cell_length)
    return Content.assemble(
        "  ",
        title,
        _count(len(waiting.due), "due"),
        _count(len(waiting.new), "new"),
        _count(len(waiting.deck.cards), "cards"),
    )


def _count(number: int, word: str) -> Content:
    """Return a number with its word in a column of twelve; nothing to do is faint."""
    style = "bold $accent" if number and word != "cards" else "$faint"
    return Content.assemble((f"{number:>6,}", style), (f" {word:<5}", "$faint"))
