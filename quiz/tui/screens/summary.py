"""What a sitting came to: how many were known, which were missed, and when the next are due."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quiz.study.scheduling.choosing import Waiting, ahead
from quiz.study.session import Item, Summary
from quiz.study.sitting import Sitting
from quiz.study.telling import nothing, put_away
from quiz.tui.keys import key_for
from quiz.tui.messages import Left, More, Resumed
from quiz.tui.screens.noticing import NoticingScreen
from quiz.tui.widgets.heading import Heading
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.words import read_line

SHOWN = 50
"""Missed cards listed at most."""


class SummaryScreen(NoticingScreen):
    """The end of a sitting, or the word that nothing waits; from here one goes on or leaves."""

    AUTO_FOCUS = ""
    CSS_PATH = "summary.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "more", "study more", id="summary.more"),
        Binding("u,ctrl+z", "undo", "undo", id="summary.undo"),
        Binding("pagedown,down", "scroll", "more", id="summary.scroll_down"),
        Binding("enter,q,escape", "leave", "done", id="summary.leave"),
    ]

    body = getters.query_one("#body", VerticalScroll)

    def __init__(self, sitting: Sitting, waiting: Sequence[Waiting], now: datetime) -> None:
        """Sum up a sitting; `waiting` is what waits in its decks at this moment."""
        super().__init__()
        self._sitting, self._waiting, self._now = sitting, tuple(waiting), now
        self._away = Static()

    def compose(self) -> ComposeResult:
        """Lay out the numbers and the missed cards."""
        summary = self._sitting.session.summary()
        yield Heading("quiz")
        with VerticalScroll(id="body", can_focus=False):
            yield Static(self._result(summary), id="result")
            if summary.missed:
                yield Static(Content.styled("✗ missed", "bold $error"), id="missed")
            for item in summary.missed[:SHOWN]:
                yield Static(_missed(item), classes="missed")
            if len(summary.missed) > SHOWN:
                yield Static(Content(f"and {len(summary.missed) - SHOWN} more"), classes="missed")
            yield self._away
            yield Static(self._coming(), id="coming")
        yield KeyLine()

    def on_mount(self) -> None:
        """Name what was studied."""
        titles = [waiting.deck.title for waiting in self._waiting]
        title = titles[0] if len(titles) == 1 else f"{len(titles)} decks"
        words = "nothing waits" if not self._sitting.session.answers else "done for now"
        self.query_one(Heading).tell(title, words)
        away = put_away(self._sitting.marked)
        self._away.display = bool(away)
        self._away.update(Content(f"{away} ({key_for(self, 'undo')} takes the last step back)"))
        self.call_after_refresh(self.refresh_bindings)

    def _result(self, summary: Summary) -> Content:
        """Return the numbers of the sitting."""
        if not summary.cards:
            study = self._sitting.desk.study
            return Content("No card was answered." if self._sitting.undoable else nothing(self._waiting, study))
        minutes = round(self._sitting.elapsed() / timedelta(minutes=1))
        missed = len(summary.missed)
        parts = [
            Content.assemble((f"✓ {summary.right}", "bold $success"), " known"),
            Content.assemble((f"✗ {missed}", "bold $error" if missed else "bold"), " missed"),
            *([Content(f"{summary.new} new")] if summary.new else []),
            Content(f"{minutes} min by the clock" if minutes else "under a minute"),
        ]
        share = f"{summary.right} of {summary.cards} known at the first try"
        return Content.assemble((share, "bold"), "\n\n", Content("     ").join(parts))

    def _coming(self) -> Content:
        """Return the word on what waits now, or when the next card is due."""
        due = sum(len(waiting.due) for waiting in self._waiting)
        new = sum(len(waiting.new) for waiting in self._waiting)
        if due + new:
            return Content.styled(f"still waiting: {due} due, {new} new", "$faint")
        nexts = [waiting.next_due for waiting in self._waiting if waiting.next_due]
        return Content.styled(f"next due {_until(min(nexts) - self._now)}" if nexts else "", "$faint")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 (Textual's own)
        """Offer only what there is."""
        if action == "more":
            return any(waiting.due or waiting.new for waiting in self._waiting) or bool(ahead(self._waiting))
        if action == "undo":
            return self._sitting.undoable
        if action == "scroll":
            return self.body.scroll_y < self.body.max_scroll_y
        return True

    def action_more(self) -> None:
        """Go on with what still waits, or with cards that do not wait yet."""
        self.post_message(More(self._sitting))

    def action_undo(self) -> None:
        """Take the last answer or mark back, and go on there."""
        self.post_message(Resumed(self._sitting))

    def action_scroll(self) -> None:
        """Show more of the missed cards."""
        self.body.scroll_page_down(animate=False)
        self.call_after_refresh(self.refresh_bindings)

    def action_leave(self) -> None:
        """Leave."""
        self.post_message(Left())


def _missed(item: Item) -> Content:
    """Return a missed card: its question, shortened, and the answer below it."""
    prompt = Content(read_line(item.card.prompt)).truncate(200, ellipsis=True)
    answer = Content.styled(read_line(item.card.answer), "bold").truncate(200, ellipsis=True)
    return Content.assemble(prompt, "\n", answer)


def _until(interval: timedelta) -> str:
    """Return how long from now, in words."""
    minutes = max(1, round(interval / timedelta(minutes=1)))
    for unit, length in (("day", 1440), ("hour", 60), ("minute", 1)):
        if minutes >= length:
            number = round(minutes / length)
            return f"in {number} {unit}{'s' * (number > 1)}"
    return "now"
