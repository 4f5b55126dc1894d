"""One of the hardest cards as it is: question, answer, passage, and what makes it hard."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from quiz.study.statistics.cards import Hard
from quiz.study.statistics.meaning import long_time, percent
from quiz.tui.widgets.heading import Heading
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.widgets.passage import Passage
from quiz.tui.words import shown


class CardScreen(Screen[None]):
    """A card to be read, not asked."""

    AUTO_FOCUS = ""
    CSS_PATH = "card.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,pagedown", "scroll(1)", "more", id="card.scroll_down", show=False),
        Binding("up,pageup", "scroll(-1)", "back up", id="card.scroll_up", show=False),
        Binding("q,escape,enter", "leave", "back", id="card.leave"),
    ]

    def __init__(self, hard: Hard) -> None:
        """Show this card."""
        super().__init__()
        self._hard = hard

    def compose(self) -> ComposeResult:
        """Lay out the card."""
        card = self._hard.card
        yield Heading()
        with VerticalScroll(id="desk", can_focus=False):
            yield Static(shown(card.prompt), id="prompt")
            yield Static(Content.assemble(("answer   ", "$faint"), shown(card.answer, "bold")), id="right")
            yield Passage()
            yield Static(Content.styled(self._facts(), "$faint"), id="facts")
        yield KeyLine()

    def on_mount(self) -> None:
        """Name the deck and show the passage."""
        self.query_one(Heading).tell(self._hard.deck.title, "one of the hardest")
        self.query_one(Passage).tell(self._hard.deck, self._hard.card)

    def _facts(self) -> str:
        """Return what the history tells of the card."""
        memory, count = self._hard.memory, self._hard.count
        return (
            f"forgotten {_often(memory.lapses)}, missed on {count.missed} of the last 30 days\n"
            f"known {percent(count.reviews.share)} of the {_often(count.reviews.reviews)} it came again\n"
            f"{count.answers} answers, {long_time(count.milliseconds / 1000)} in all\n"
            f"difficulty {memory.difficulty:.1f} of 10"
        )

    def action_scroll(self, step: int) -> None:
        """Show more of a long card."""
        desk = self.query_one(VerticalScroll)
        desk.scroll_relative(y=step * max(1, desk.size.height - 2), animate=False, immediate=True)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss()


def _often(number: int) -> str:
    """Return how often, in words."""
    return f"{number} time{'s' * (number != 1)}"
