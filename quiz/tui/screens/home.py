"""The decks there are, what waits in each, and how one stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key, ScreenResume
from textual.widgets import Static

from quiz.deck.model import Deck
from quiz.study.scheduling.choosing import Standing, Waiting, waiting
from quiz.study.scheduling.cramming import unsuspended
from quiz.study.sitting import Desk
from quiz.study.statistics.glance import Glance, glance, learned
from quiz.tui.keys import obey
from quiz.tui.messages import Browsed, Chosen, Crammed, Examined, Statistics
from quiz.tui.screens.noticing import NoticingScreen
from quiz.tui.widgets.decklist import DeckList, Row, head
from quiz.tui.widgets.heading import Heading
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.widgets.linelist import SHORT, LineList
from quiz.tui.widgets.overview import ahead, spread, standing, summed

if TYPE_CHECKING:
    from textual.widgets import Input

    from quiz.tui.widgets.findline import FindLine


MOST = 100
"""Cells the page is wide at most."""


class HomeScreen(NoticingScreen):
    """Every deck with its due and new cards; Enter studies what the cursor is on, at first all that waits.

    The first row is all decks together and the cursor begins there, so that Enter alone studies all that is due, and
    nothing but Enter and the arrow keys has to be known to study one deck.
    """

    CSS_PATH = "home.tcss"
    VERTICAL_BREAKPOINTS = SHORT
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "study_all", "study all that waits", id="home.all", show=False),
        Binding("s", "study", "study this deck", id="home.deck", show=False),
        Binding("c", "cram", "cram", id="home.cram"),
        Binding("x", "examine", "exam", id="home.exam"),
        Binding("b", "browse", "browse", id="home.browse"),
        Binding("t", "statistics", "statistics", id="home.statistics"),
        Binding("slash", "search", "find", id="home.search"),
        Binding("q", "app.quit", "quit", id="home.quit"),
        Binding("escape", "all_decks", "all decks", id="home.all_decks"),
    ]

    heading = getters.query_one(Heading)
    total = getters.query_one("#total", Static)
    head = getters.query_one("#head", Static)
    list = getters.query_one(DeckList)
    standing_line = getters.query_one("#standing", Static)

    def __init__(self, decks: Sequence[Deck], desk: Desk) -> None:
        """Show these decks, counted by the learner's history."""
        super().__init__()
        self._decks, self._desk = tuple(decks), desk
        self._standing, self._pace = Standing(), 0.0
        self._rows: tuple[Row, ...] = ()
        self._glance: Glance | None = None
        self._wanted, self._width = "", 0
        self._find: FindLine | None = None
        self._seen = False

    def compose(self) -> ComposeResult:
        """Lay out what waits, counted before so that the first picture is whole, and room for how one stands."""
        self._count()
        self._width = max(1, min(self.app.size.width, MOST) - 9)
        yield Heading("quiz", self._date())
        with Vertical(id="page"):
            yield Static(self._sum(), id="total")
            yield Static(head(self._width), id="head")
            yield DeckList(self._found())
            yield Static(id="standing")
        yield KeyLine()

    @on(ScreenResume)
    def _return(self) -> None:
        """Count anew after every sitting; how one stands is told once what waits is on the screen."""
        if self._seen:
            self._count()
            self.heading.tell("quiz", self._date())
            self._list()
        self._seen = True
        self.call_after_refresh(self._look)

    def _count(self) -> None:
        """Count what waits."""
        now, study = self._desk.now, self._desk.study
        self._standing, self._pace = self._desk.standing(self._decks), self._desk.history.pace()
        each = (waiting(deck, self._standing, now, study) for deck in self._decks)
        self._rows = tuple(_row(deck, self._standing) for deck in each)

    def _look(self) -> None:
        """Reckon how one stands, and tell it."""
        self._glance = glance(self._desk.history, self._decks, self._standing, self._desk.now, self._desk.study)
        self._tell()

    @on(LineList.Resized)
    def _fit(self, event: LineList.Resized) -> None:
        """Keep what belongs around the list as wide as it."""
        if event.width != self._width:
            self._width = event.width
            self._tell()

    def _tell(self) -> None:
        """Show what belongs around the list."""
        self.head.update(head(self._width), layout=False)
        self.total.update(self._sum(), layout=False)
        if self._glance:
            self.list.retain(dict(self._glance.by_deck), self._glance.retention)
            self.standing_line.update(standing(self._glance, self._desk.study.retention, self._width - 2), layout=False)

    def _date(self) -> str:
        """Return the date, shortly."""
        now = self._desk.now
        return f"{now:%a} {now.day} {now:%b}"

    def _sum(self) -> Content:
        """Return what waits in the decks that are listed and, of all decks, what comes in the next days."""
        if self._rows and not self._found():
            return Content.styled("no deck has that in its title", "$faint")
        whole = self._glance is not None and not self._wanted.strip()
        forecast = ahead(self._glance.coming, self._desk.now) if self._glance and whole else Content("")
        left = summed(self._found()[:1], self._pace, self._desk.now, new_cards=self._desk.study.new_a_day > 0)
        return spread(left, forecast, self._width - 2)

    def _found(self) -> tuple[Row, ...]:
        """Return the decks whose title has what is looked for, below a row of all of them."""
        found = self._rows
        if self._wanted.strip():
            from quiz.study.catalogue.folding import folded

            words = folded(self._wanted).split()
            found = tuple(row for row in self._rows if all(word in folded(row.title) for word in words))
        return (self._together(found), *found) if len(found) > 1 else found

    def _together(self, rows: Sequence[Row]) -> Row:
        """Return the row of several decks, with no more new cards than are wanted a day."""
        decks = tuple(deck for row in rows for deck in row.decks)
        due, new, done, cards = (sum(getattr(row, name) for row in rows) for name in ("due", "new", "learned", "cards"))
        new = min(new, self._standing.left(self._desk.study))
        soonest = min((row.next_due for row in rows if row.next_due), default=None)
        return Row(f"All {len(decks):,} decks", decks, due, new, done, cards, next_due=soonest)

    def _list(self, *, found: bool = False) -> None:
        """List the decks there are, or that were just `found`: then the first of them is chosen, not all together."""
        self.list.show(self._found(), found=found)
        self._tell()
        self.refresh_bindings()

    def reread(self, deck: Deck) -> None:
        """Take a deck as it was changed; it is counted when this screen is seen again."""
        self._decks = tuple(deck if known.id == deck.id else known for known in self._decks)

    def action_study(self) -> None:
        """Study what waits in the decks under the cursor."""
        if row := self.list.chosen:
            self.post_message(Chosen(row.decks))

    def action_study_all(self) -> None:
        """Study all that waits in all decks."""
        self.post_message(Chosen(self._decks))

    def action_cram(self) -> None:
        """Practise the decks under the cursor."""
        if (row := self.list.chosen) and (cards := unsuspended(row.decks, self._standing)):
            self.post_message(Crammed(tuple(cards)))

    def action_examine(self) -> None:
        """Take an exam of the decks under the cursor."""
        if row := self.list.chosen:
            self.post_message(Examined(row.decks))

    def action_browse(self) -> None:
        """See the cards of the decks under the cursor."""
        if row := self.list.chosen:
            self.post_message(Browsed(row.decks))

    def action_statistics(self) -> None:
        """See the statistics."""
        self.post_message(Statistics())

    async def on_key(self, event: Key) -> None:
        """Obey keys in the order they were pressed, and write those that were pressed before the line was there."""
        await obey(self, self._find, event)

    def action_search(self) -> None:
        """Look for decks by their title."""
        line = self._line()
        line.display = True
        self.set_focus(line)  # at once, so that no key typed ahead goes elsewhere
        self.refresh_bindings()

    def _line(self) -> FindLine:
        """Return the line to type into, laid out and loaded at its first use."""
        from quiz.tui.widgets.findline import FindLine

        if self._find is None:
            self._find = FindLine("part of a title")
            self.query_one("#page").mount(self._find, before=self.head)
        return self._find

    def on_input_changed(self, event: Input.Changed) -> None:
        """List the decks whose title has what is typed."""
        self._wanted = event.value
        self._list(found=bool(self._wanted.strip()))

    def on_input_submitted(self) -> None:
        """Go on in the list."""
        self.list.focus()

    def action_all_decks(self) -> None:
        """List all decks again."""
        line = self._line()
        line.value, line.display = "", False
        self.list.focus()

    def action_move(self, step: int) -> None:
        """Move the cursor while a title is looked for."""
        self.list.action_move(step)

    @on(LineList.Clicked)
    def _clicked(self) -> None:
        """Study the decks that were clicked."""
        self.action_study()

    @on(LineList.Moved)
    def _moved(self) -> None:
        """Offer what is possible with the row under the cursor."""
        self.notice.clear()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 (Textual's own)
        """Offer only what there is to do: decks without cards can only be looked at."""
        if action in ("study", "cram", "examine", "browse"):
            row = self.list.chosen if self.is_mounted else None
            return row is not None and bool(row.cards)
        line = self._find
        works = {"all_decks": line is not None and line.display, "search": line is None or not line.has_focus}
        return works.get(action, True)


def _row(waiting: Waiting, standing: Standing) -> Row:
    """Return one deck's row."""
    deck = waiting.deck
    due, new = len(waiting.due), len(waiting.new)
    return Row(deck.title, (deck,), due, new, learned(deck, standing), len(deck.cards), next_due=waiting.next_due)
