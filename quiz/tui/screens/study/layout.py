"""What a sitting is shown in: the question with its options or its line, the outcome, the passage, and one notice."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quiz.study.session import Session
from quiz.study.sitting import Sitting
from quiz.tui.screens.choosing import ChoosingScreen
from quiz.tui.widgets.answer import ClearedLine
from quiz.tui.widgets.grades import Grades
from quiz.tui.widgets.heading import Heading
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.widgets.options import Options
from quiz.tui.widgets.ordering import Ordering
from quiz.tui.widgets.outcome import Outcome
from quiz.tui.widgets.passage import Passage

PRACTICE = {"ahead": "ahead of time", "cram": "cram"}
"""Modes of a sitting that leave the schedule alone, in words."""


class StudyLayout(ChoosingScreen):
    """The widgets of a sitting, and what they say of it."""

    AUTO_FOCUS = ""

    def __init__(self, sitting: Sitting) -> None:
        """Show a sitting that has at least one question left."""
        super().__init__()
        self.sitting = sitting
        self._warned = self._flagged = False
        self.heading = Heading()
        self.desk = VerticalScroll(id="desk", can_focus=False)
        self.prompt = Static(id="prompt")
        self.options = Options()
        self.ordering = Ordering()
        self.note = Static(id="note")
        self.page = Vertical(self.prompt, self.options, self.note, id="page")
        self.line = ClearedLine()
        self.outcome = Outcome()
        self.grades = Grades()
        self.passage = Passage()

    @property
    def session(self) -> Session:
        """The sitting's session as it stands."""
        return self.sitting.session

    def compose(self) -> ComposeResult:
        """Lay out what a first question needs; see `_furnish` for the rest."""
        yield self.heading
        with self.desk:
            yield self.page
        yield KeyLine()

    def on_mount(self) -> None:
        """Ask the first question; where no card has a passage, no room is kept for one."""
        sourced = any(item.card.source or item.card.explanation for item in self.session.queue)
        self.set_class(sourced, "-sourced")
        self.watch(self.desk, "virtual_size", self.refresh_bindings, init=False)
        if self.session.question.way == "typed" or self.session.question.ordering:
            self._furnish()
        self.resume()
        self.call_after_refresh(self._furnish)

    def _furnish(self) -> None:
        """Lay out what only an answer needs: a widget costs 2 ms, and the first question should not wait for it."""
        if self.page.is_attached and not self.line.is_attached:
            if any(item.card.ordered for item in self.session.queue):
                self._lay_ordering()
            self.page.mount(self.line, before=self.note)
            self.page.mount(self.outcome, self.grades)
            self.desk.mount(self.passage)
            if not self.notice.is_attached:
                self.mount(self.notice)

    def _lay_ordering(self) -> None:
        """Lay out the items of an order, which few decks have."""
        if not self.ordering.is_attached:
            self.page.mount(self.ordering, before=self.note)

    def resume(self) -> None:
        """Show the session as it stands."""
        raise NotImplementedError

    def _settle(self) -> None:
        """Bring heading and keys in line with the session."""
        session = self.session
        done = session.finished / session.total
        self.heading.tell(session.current.deck.title, self._standing(), done)
        self.refresh_bindings()
        self.call_after_refresh(self.refresh_bindings)

    def _standing(self) -> str:
        """Return how the card is marked, why it is asked, and how far the sitting is."""
        self._flagged = self.sitting.marks.flagged
        flag = ["⚑ flagged"] if self._flagged else []
        why = [PRACTICE[self.sitting.mode]] if self.sitting.mode in PRACTICE else []
        gone = self.session.phase == "answered" and bool(self.sitting.notice)
        repeated = self.session.to_repeat - gone
        again = [f"{repeated} to repeat"] if repeated else []
        return " · ".join([*flag, *why, f"{self.session.position} of {self.session.total}", *again])

    def _note(self) -> str:
        """Return the word on where the learner stands with the current card."""
        item = self.session.current
        if item.known:
            return "being learned: asked once more"
        if item.tries:
            return "missed before in this sitting"
        return "asked for the first time" if item.new else ""

    def _say(self, words: str, style: str = "$faint") -> None:
        """Show a line of our own below the question, or none."""
        self.note.update(Content.styled(words, style) if words else Content(""))
        self.note.display = bool(words)
