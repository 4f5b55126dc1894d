"""The document a card comes from, opened at its passage; it is read while the screen stands already."""

from __future__ import annotations

from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Static

from quiz.deck.model import Card, Deck
from quiz.study.reading import ReadDocument, opened, section_of
from quiz.study.source import document, is_address, named_document
from quiz.tui.widgets.document import DocumentView, Found, found
from quiz.tui.widgets.heading import Heading
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.widgets.notice import Notice
from quiz.tui.words import line

SLOW = 0.3
"""Seconds after which one is told that the document is still being read."""


class ReaderScreen(Screen[None]):
    """One document; a missing or changed one is told of, and what the deck keeps of it shown."""

    AUTO_FOCUS = ""
    CSS_PATH = "reader.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "scroll(1)", "line down", id="reader.down", show=False),
        Binding("up,k", "scroll(-1)", "line up", id="reader.up", show=False),
        Binding("pagedown,space", "page(1)", "more", id="reader.page_down"),
        Binding("pageup", "page(-1)", "back up", id="reader.page_up", show=False),
        Binding("n", "section(1)", "next section", id="reader.next_section"),
        Binding("p", "section(-1)", "previous section", id="reader.previous_section", show=False),
        Binding("s", "passage", "the passage", id="reader.passage"),
        Binding("home,g", "edge(0)", "beginning", id="reader.home", show=False),
        Binding("end,G", "edge(1)", "end", id="reader.end", show=False),
        Binding("escape,q,enter", "leave", "back to the card", id="reader.leave"),
    ]

    def __init__(self, read: ReadDocument, deck: Deck, card: Card) -> None:
        """Open the document of a card."""
        super().__init__()
        self._read, self._deck, self._card = read, deck, card
        self.heading = Heading(document(deck, card))
        self.waiting = Static(id="waiting")
        self.view = DocumentView()
        self.notice = Notice()

    def compose(self) -> ComposeResult:
        """Lay out the document's place."""
        yield self.heading
        yield self.waiting
        yield self.view
        yield self.notice
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin to read."""
        self.waiting.display = False
        self.set_timer(SLOW, self._still_reading)
        self.watch(self.view, "scroll_y", self._tell_place, init=False)
        self._open()

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _open(self) -> None:
        """Read the document, beside the screen; one that is not there is replaced by what the deck keeps of it."""
        reading, problem = opened(self._read, self._deck, self._card)
        self.app.call_from_thread(self._show, found(reading, self._card), problem)

    def _still_reading(self) -> None:
        """Say that a large document takes its time."""
        if not self.view.shown.reading.paragraphs:
            self.waiting.update("reading the document …")
            self.waiting.display = True

    def _show(self, shown: Found, problem: str) -> None:
        """Show the document at the card's passage, and what is wrong with it, unless one has left meanwhile."""
        if not self.is_attached:
            return
        self.waiting.display = False
        self.view.show(shown)
        if problem and is_address(named_document(self._deck, self._card)):
            self.notice.tell(f"{problem}: shown is what the deck keeps of it")
        elif problem:
            self.notice.fail(f"{problem}: shown is what the deck keeps of it")
        elif not shown.there:
            self.notice.warn("the document has changed: the passage stands there no longer; this is where it was")
        self.call_after_refresh(self.view.to_passage)
        self.call_after_refresh(self._tell_place)

    def _tell_place(self) -> None:
        """Say in the first line which section is seen, and how far it is."""
        reading = self.view.shown.reading
        if reading.paragraphs:
            section = section_of(reading, self.view.here) or self.view.first_heading
            self.heading.tell(document(self._deck, self._card), _shortened(section), self.view.part)
            self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what moves something."""
        view = self.view
        if action in ("page", "scroll"):
            return view.scroll_y < view.max_scroll_y if parameters == (1,) else view.scroll_y > 0
        if action == "section":
            return view.max_scroll_y > 0 and any(each.heading for each in view.shown.reading.paragraphs)
        if action in ("passage", "edge"):
            return view.max_scroll_y > 0
        return True

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self.view.scroll_relative(y=lines, animate=False, immediate=True)

    def action_page(self, pages: int) -> None:
        """Scroll by pages, a line of the last one kept."""
        self.view.scroll_relative(y=pages * max(1, self.view.size.height - 1), animate=False, immediate=True)

    def action_section(self, step: int) -> None:
        """Go to another section."""
        self.view.to_heading(step)

    def action_passage(self) -> None:
        """Go back to the card's passage."""
        self.view.to_passage()

    def action_edge(self, end: int) -> None:
        """Go to the beginning, or the end."""
        self.view.scroll_to(y=end * self.view.max_scroll_y, animate=False, immediate=True)

    def action_leave(self) -> None:
        """Go back to the card."""
        self.dismiss()


def _shortened(section: str, most: int = 36) -> str:
    """Return a section's name for the first line."""
    words = line(section)
    cut = words if len(words) <= most else f"{words[: most - 1].rstrip()}…"
    return f"§ {cut}" if cut else ""
