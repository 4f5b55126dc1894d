"""How the learner is getting on: one page at a time, reckoned in the background."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.message import Message
from textual.screen import Screen
from textual.widgets import OptionList, Static

from quiz.deck.model import Deck
from quiz.errors import QuizError
from quiz.study.history import History
from quiz.study.sitting import Desk
from quiz.study.statistics.drawing import tables
from quiz.study.statistics.drawing.lines import Line, Role
from quiz.study.statistics.drawing.pages import HARDEST, PAGES, drawn, hardest_head
from quiz.study.statistics.meaning import meanings
from quiz.study.statistics.report import Report, report
from quiz.tui.widgets.heading import Heading
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.widgets.pressable import Pressable, pressable
from quiz.tui.words import clean

PAGE = Binding.Group("page", compact=True)

STYLES: dict[Role, str] = {"faint": "$faint", "bold": "bold", "accent": "$accent", "good": "$success", "bad": "$error"}

WIDEST = 112
"""Cells of a page at most: two for each week of a year."""


class HardList(OptionList):
    """The hardest cards, to be looked at by Enter or with the mouse."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "select", "show the card", id="statistics.card")]


class StatisticsScreen(Screen[None]):
    """Days, retention, forecast, hardest cards and what is known worst, a page each."""

    AUTO_FOCUS = ""
    CSS_PATH = "statistics.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(f"{n}", f"page({n})", "page", id=f"statistics.page.{n}", group=PAGE)
          for n in range(1, len(PAGES) + 1)),
        Binding("right,tab", "turn(1)", "next page", id="statistics.next"),
        Binding("left,shift+tab", "turn(-1)", "page before", id="statistics.previous", show=False),
        Binding("down,pagedown", "scroll(1)", "more", id="statistics.scroll_down"),
        Binding("up,pageup", "scroll(-1)", "back up", id="statistics.scroll_up", show=False),
        Binding("q,escape", "leave", "back", id="statistics.leave"),
    ]  # fmt: skip

    heading = getters.query_one(Heading)
    tabs = getters.query_one("#tabs", Pressable)
    body = getters.query_one("#body", VerticalScroll)
    page = getters.query_one("#page", Static)
    hard = getters.query_one(HardList)

    @dataclass
    class Reckoned(Message):
        """The statistics are there, or the word why they are not."""

        report: Report | None
        failure: str = ""

    def __init__(self, decks: Sequence[Deck], desk: Desk) -> None:
        """Show the statistics of these decks."""
        super().__init__()
        self._decks, self._desk = tuple(decks), desk
        self._report: Report | None = None
        self._at = 0
        self._rows: list[Content] = []
        self._marked = -1

    def compose(self) -> ComposeResult:
        """Lay out the names of the pages, the page, and the list that one of them has."""
        yield Heading("statistics")
        yield Pressable(id="tabs")
        with VerticalScroll(id="body", can_focus=False):
            yield Static(Content.styled("reckoning …", "$faint"), id="page")
        yield HardList(markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin to reckon."""
        one = len(self._decks) == 1
        self.heading.tell("statistics", self._decks[0].title if one else f"{len(self._decks)} decks")
        self.hard.display = False
        self.watch(self.body, "virtual_size", self.refresh_bindings, init=False)
        self._show_tabs()
        self._reckon()

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _reckon(self) -> None:
        """Reckon beside the screen, with a connection of its own, since SQLite's belong to the thread they began in."""
        try:
            with contextlib.closing(History(self._desk.history.path)) as history:
                found = report(self._decks, history, self._desk.now, self._desk.study)
        except QuizError as error:
            self.post_message(self.Reckoned(None, str(error)))
        else:
            self.post_message(self.Reckoned(found))

    @on(Reckoned)
    def _take(self, event: Reckoned) -> None:
        """Show what was reckoned."""
        self._report = event.report
        if event.report is None:
            self.page.update(Content(clean(event.failure)))
        self._show_page()

    @on(Resize)
    def _show_page(self) -> None:
        """Draw the page in the width there is."""
        found = self._report
        if found is None:
            return
        hardest = PAGES[self._at] is HARDEST and bool(found.hardest)
        width = max(20, min(self.size.width - 8, WIDEST))
        if hardest:
            self.page.update(joined(hardest_head(found, meanings(found), width - 3)))
            self._list(found, width - 3)
        else:
            self.page.update(joined(drawn(PAGES[self._at], found, width)))
        self.set_class(hardest, "-hardest")
        self.hard.display = hardest
        self.set_focus(self.hard if hardest else None)
        self.refresh_bindings()
        self.call_after_refresh(self.refresh_bindings)

    def _list(self, found: Report, width: int) -> None:
        """List the hardest cards; the chosen one keeps its place."""
        chosen = self.hard.highlighted or 0
        self._rows = [Content.assemble("  ", content(tables.hard(hard, width))) for hard in found.hardest]
        self._marked = -1
        self.hard.set_options(self._rows)
        self.hard.highlighted = chosen

    @on(OptionList.OptionHighlighted)
    def _mark(self, event: OptionList.OptionHighlighted) -> None:
        """Put a sign before the chosen card, for those who do not see its colour."""
        for number, sign in ((self._marked, "  "), (event.option_index, "▸ ")):
            if 0 <= number < len(self._rows):
                self.hard.replace_option_prompt_at_index(number, Content.assemble(sign, self._rows[number][2:]))
        self._marked = event.option_index

    @on(OptionList.OptionSelected)
    def _show_card(self, event: OptionList.OptionSelected) -> None:
        """Show the card that was chosen."""
        from quiz.tui.screens.statistics.card import CardScreen

        if self._report:
            self.app.push_screen(CardScreen(self._report.hardest[event.option_index]))

    def _show_tabs(self) -> None:
        """Name the pages, each to be clicked; the one shown has a sign and a line under its name."""
        parts = []
        for at, page in enumerate(PAGES):
            here = at == self._at
            name = Content.styled(page.name, "bold underline" if here else "$faint")
            words = Content.assemble("▸ " if here else "  ", (f"{at + 1} ", "$accent"), name)
            parts.append(pressable(words, f"page({at + 1})"))
        self.tabs.update(Content(" ").join(parts))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to scroll only where there is more."""
        if action == "scroll":
            body = self.body
            down = body.scroll_y < body.max_scroll_y
            return body.max_scroll_y > 0 and not self.hard.display and (down or parameters == (-1,))
        return True

    def action_page(self, number: int) -> None:
        """Show a page."""
        self._at = number - 1
        self._show_tabs()
        self.body.scroll_home(animate=False)
        self._show_page()

    def action_turn(self, step: int) -> None:
        """Show the next page, or the one before."""
        self.action_page((self._at + step) % len(PAGES) + 1)

    def action_scroll(self, step: int) -> None:
        """Show more of the page."""
        self.body.scroll_relative(y=step * max(1, self.body.size.height - 2), animate=False, immediate=True)
        self.call_after_refresh(self.refresh_bindings)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss()


def content(line: Line) -> Content:
    """Make a drawn line fit for the screen."""
    return Content.assemble(*((words, STYLES.get(role, "")) for words, role in line))


def joined(lines: Sequence[Line]) -> Content:
    """Make drawn lines one text."""
    return Content("\n").join([content(line) for line in lines])
