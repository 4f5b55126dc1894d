"""All cards of some decks: filtered as one types, sorted, looked at, and marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.events import ScreenResume
from textual.timer import Timer
from textual.widgets import Input

from quiz.deck.model import Card, Deck
from quiz.study.catalogue.catalogue import COLUMNS
from quiz.study.catalogue.hints import FILTERS, unknown
from quiz.study.catalogue.marking import DONE, Marking, marks, moment, opened
from quiz.study.catalogue.query import parse
from quiz.study.catalogue.states import FLAGGED, LEECH, NEW, SUSPENDED
from quiz.study.model import Mark
from quiz.study.sitting import Desk
from quiz.tui.messages import Crammed, Edit, Left
from quiz.tui.screens.noticing import NoticingScreen
from quiz.tui.widgets.cardpane import CardPane
from quiz.tui.widgets.cardtable import CardTable, head
from quiz.tui.widgets.findline import CardFilter
from quiz.tui.widgets.heading import Heading
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.widgets.linelist import SHORT, LineList
from quiz.tui.widgets.pressable import Pressable

EXPECTED = "words, tag:, kind:, deck:, is:due …"

SELDOM = 12
"""Slices of texts folded until what was found among them is shown, if the screen is full already."""


class BrowseScreen(NoticingScreen):
    """The cards in a table, with a line to filter them that has the keys at first; Enter and `/` change places."""

    CSS_PATH = "browse.tcss"
    FILTERS = FILTERS
    VERTICAL_BREAKPOINTS = SHORT
    AUTO_FOCUS = "FindLine"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "filter", "filter", id="browse.filter"),
        Binding("z", "mark('suspend')", "suspend", id="browse.suspend"),
        Binding("z", "mark('resume')", "resume", id="browse.resume"),
        Binding("c", "cram", "cram", id="browse.cram"),
        Binding("escape", "back", "back", id="browse.back"),
        Binding("u", "undo", "undo", id="browse.undo"),
        Binding("e", "edit", "edit", id="browse.edit"),
        Binding("f", "mark('flag')", "flag", id="browse.flag"),
        Binding("f", "mark('unflag')", "unflag", id="browse.unflag"),
        Binding("r", "mark('reset')", "reset", id="browse.reset"),
        Binding("o", "sort", "sort", id="browse.sort"),
        Binding("O", "turn", "turn the order around", id="browse.turn", show=False),
        Binding("space", "scroll(1)", "more of the card", id="browse.scroll_down", show=False),
        Binding("shift+space", "scroll(-1)", "back up the card", id="browse.scroll_up", show=False),
        Binding("q", "leave", "leave", id="browse.leave", show=False),
    ]

    heading = getters.query_one(Heading)
    line = getters.query_one(CardFilter)
    head = getters.query_one("#head", Pressable)
    table = getters.query_one(CardTable)
    pane = getters.query_one(CardPane)

    def __init__(self, decks: Sequence[Deck], desk: Desk) -> None:
        """Show the cards of these decks."""
        super().__init__()
        self._desk, self._decks = desk, tuple(decks)
        self.catalogue = opened(self._decks, desk)
        self._seen = False
        self._marking = Marking(desk)
        self._folding: Timer | None = None
        self._slices = 0

    def compose(self) -> ComposeResult:
        """Lay out the line to filter, the table, and room for one card."""
        yield Heading("cards")
        yield CardFilter(EXPECTED)
        yield self.notice
        with Vertical(id="body"):
            with Vertical(id="cards"):
                yield Pressable(id="head")
                yield CardTable(self.catalogue)
            yield CardPane(self._desk)
        yield KeyLine()

    def on_mount(self) -> None:
        """Show all cards; what a search needs is made ready meanwhile, a few milliseconds at a time."""
        self.table.follow()
        self._count()
        self._folding = self.set_interval(0.02, self._fold)

    def _fold(self) -> None:
        """Make some more cards ready to be searched."""
        shown, done = self.table.rows, self.catalogue.ready()
        if done and self._folding:
            self._folding.stop()
        self._slices += 1
        few = shown < self.table.size.height or not self._slices % SELDOM
        if len(self.catalogue.found) != shown and (done or few):
            self._show(self.table.chosen)

    @on(ScreenResume)
    def _stand(self) -> None:
        """Take how the cards stand now, when one comes back from studying some."""
        if self._seen:
            self.catalogue.stand(marks(self._decks, self._desk), moment(self._desk))
            self.table.refresh()
            self._look()
        self._seen = True

    def reread(self, deck: Deck) -> None:
        """Show a deck as it was changed, with the same cards found as far as they are there."""
        kept = self.table.chosen
        self._decks = tuple(deck if known.id == deck.id else known for known in self._decks)
        before, key = self.catalogue, self.catalogue.key(kept) if kept is not None else None
        self.catalogue = opened(self._decks, self._desk)
        self.catalogue.sort(before.column, falling=before.falling)
        self.catalogue.search(parse(self.line.value))
        self.table.take(self.catalogue)
        row = next((row for row in self.catalogue.found if self.catalogue.key(row) == key), None)
        self._show(row)

    @on(Input.Changed)
    def _filter(self, event: Input.Changed) -> None:
        """Show the cards that have what is typed."""
        self.catalogue.search(parse(event.value))
        self._show()

    def _show(self, keep: int | None = None) -> None:
        """Show what was found."""
        self.table.follow(keep)
        self._count()

    def _count(self) -> None:
        """Say how many were found, and name the columns."""
        found, number = len(self.catalogue.found), len(self.catalogue.cards)
        told = f"{found:,} of {number:,} cards" if found != number else f"{number:,} cards"
        if column := self.catalogue.column:
            told += f" by {column}{', falling' * self.catalogue.falling}"
        title = self._decks[0].title if len(self._decks) == 1 else f"{len(self._decks):,} decks"
        self.heading.tell(title, told)
        self._name_columns()

    @on(LineList.Resized)
    def _name_columns(self) -> None:
        """Name the columns, each of which a click sorts by."""
        width = self.table.scrollable_content_region.width
        if not width:
            return
        self.head.update(head(width, self.catalogue.column, falling=self.catalogue.falling), layout=False)

    @on(LineList.Moved)
    def _look(self) -> None:
        """Follow the cursor: show its card, if one is looked at, and offer what can be done with it."""
        self.notice.clear()
        row = self.table.chosen
        if self.has_class("-open") and row is not None:
            memory = self._desk.history.memory(self.catalogue.key(row))
            self.pane.tell(*self._card(row), memory, self.catalogue.state(row))
        elif row is None:
            self.remove_class("-open")
            if self.catalogue.folded:
                self._tell_nothing()
        self.refresh_bindings()

    def _tell_nothing(self) -> None:
        """Say why no card is listed."""
        told = unknown(parse(self.line.value))
        if told:
            self.notice.warn(told)
        else:
            self.notice.tell("nothing found: esc shows all" if self.catalogue.cards else "there are no cards")

    @on(LineList.Clicked)
    def action_open(self) -> None:
        """Show the card under the cursor as it will be asked; a click once more hides it."""
        self.table.focus()
        if self.table.chosen is not None:
            self.toggle_class("-open")
            self._look()

    def action_hide(self) -> None:
        """Show the list alone, with the keys: on a small screen it was hidden, and had lost them."""
        self.remove_class("-open")
        if self.focused is None:
            self.call_after_refresh(self.table.focus)
        self.refresh_bindings()

    @on(Input.Submitted)
    def _found(self) -> None:
        """Go on in the table, with the first card shown."""
        self.table.focus()
        if not self.has_class("-open"):
            self.action_open()

    def action_move(self, step: int) -> None:
        """Move the cursor while one types."""
        self.table.action_move(step)

    def action_filter(self) -> None:
        """Type what is looked for."""
        self.line.focus()

    def action_scroll(self, pages: int) -> None:
        """Show more of the card."""
        self.pane.scroll_relative(y=pages * max(1, self.pane.size.height - 2), animate=False)

    def action_back(self) -> None:
        """Take back one thing: the card shown, the filter, or the screen."""
        if self.has_class("-open"):
            self.action_hide()
        elif self.line.value:
            self.line.value = ""
        else:
            self.action_leave()

    def action_leave(self) -> None:
        """Leave."""
        self.post_message(Left())

    def action_sort(self, column: str = "") -> None:
        """Sort by a column, or by the next one; by the same again, the other way round."""
        now, names = self.catalogue.column, ["", *COLUMNS]
        wanted = column or names[(names.index(now) + 1) % len(names)]
        kept = self.table.chosen
        self.catalogue.sort(wanted, falling=bool(column) and column == now and not self.catalogue.falling)
        self._show(kept)
        self.notice.tell(f"by {wanted}" if wanted else "as in the decks")

    def action_turn(self) -> None:
        """Sort the other way round."""
        kept = self.table.chosen
        self.catalogue.sort(self.catalogue.column, falling=not self.catalogue.falling)
        self._show(kept)

    def action_mark(self, mark: Mark) -> None:
        """Mark the card under the cursor; that it is to be new again has to be meant, as a second key shows."""
        row = self.table.chosen
        if row is None:
            return
        if self.notice.meant(mark) and self.kept(lambda: self._marking.mark(self.catalogue, row, mark)):
            self.table.refresh()
            self._look()
            self.notice.tell(f"{DONE[mark]} · u takes it back")

    def action_undo(self) -> None:
        """Take back the last mark."""
        undone: list[Mark | None] = []
        if self.kept(lambda: undone.append(self._marking.undo(self.catalogue))):
            self.table.refresh()
            self._look()
            self.notice.tell(f"taken back: {undone[0]}")

    def action_edit(self) -> None:
        """Change the card in its deck's file."""
        if (row := self.table.chosen) is not None:
            self.post_message(Edit(*self._card(row)))

    def action_cram(self) -> None:
        """Practise the cards that are shown."""
        self.post_message(Crammed(tuple(map(self._card, self.catalogue.found))))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell whether a key means something for the card under the cursor."""
        row = self.table.chosen if self.is_mounted else None
        if action in ("mark", "edit", "cram", "open") and row is None:
            return False
        if action == "mark" and row is not None:
            state = self.catalogue.state(row)
            held, flagged = bool(state & (SUSPENDED | LEECH)), bool(state & FLAGGED)
            works = {"suspend": not held, "resume": held, "flag": not flagged, "unflag": flagged}
            return works.get(str(parameters[0]), not state & NEW)
        if action == "open":
            return not self.has_class("-open")
        if action == "hide":
            return self.has_class("-open")
        works = {"undo": self._marking.undoable, "scroll": self.has_class("-open")}
        works["filter"] = self.is_mounted and not self.line.has_focus
        return works.get(action, True)

    def _card(self, row: int) -> tuple[Deck, Card]:
        """Return the card of a row, with its deck."""
        return self.catalogue.owners[row], self.catalogue.cards[row]
