"""What a sitting is shown in: the question with its options or its line, the outcome, the passage, and one notice."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quiz.study.asking import Question
from quiz.study.session import Session
from quiz.study.sitting import Sitting
from quiz.tui.screens.choosing import ChoosingScreen
from quiz.tui.widgets.answer import ClearedLine
from quiz.tui.widgets.grades import Grades
from quiz.tui.widgets.heading import Heading
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.widgets.options import Options, Several
from quiz.tui.widgets.ordering import Ordering
from quiz.tui.widgets.outcome import Outcome
from quiz.tui.widgets.passage import Passage
from quiz.tui.words import TICK_ALL

if TYPE_CHECKING:
    from quiz.tui.widgets.ticking import Ticking

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
        question = self.session.question
        if question.way == "typed" or question.ordering or question.ticking:
            self._furnish()
        self.resume()
        self.call_after_refresh(self._furnish)

    def _furnish(self) -> None:
        """Lay out what only an answer needs: a widget costs 2 ms, and the first question should not wait for it."""
        if self.page.is_attached and not self.line.is_attached:
            if any(item.card.ordered for item in self.session.queue):
                self._lay(self.ordering)
            if any(item.card.all_of and item.card.distractors for item in self.session.queue):
                self._lay(self.ticking)
            self.page.mount(self.line, before=self.note)
            self.page.mount(self.outcome, self.grades)
            self.desk.mount(self.passage)
            if not self.notice.is_attached:
                self.mount(self.notice)

    def _lay(self, several: Several) -> None:
        """Lay out options of which several are picked, which few decks have."""
        if not several.is_attached:
            self.page.mount(several, before=self.note)

    @cached_property
    def ticking(self) -> Ticking:
        """Options to be ticked; made on use, which spares the first question of most decks what it imports."""
        from quiz.tui.widgets.ticking import Ticking

        return Ticking()

    def _several(self, question: Question) -> Several | None:
        """Return what a question is answered by if several of its options are to be picked."""
        return self.ordering if question.ordering else self.ticking if question.ticking else None

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
        """Return the word on where the learner stands with the current card, and on what is not to be seen of it."""
        item = self.session.current
        how = [TICK_ALL] if self.session.question.ticking else []
        if item.known:
            stands = "being learned: asked once more"
        elif item.tries:
            stands = "missed before in this sitting"
        else:
            stands = "asked for the first time" if item.new else ""
        return " · ".join(filter(None, [*how, stands]))

    def _say(self, words: str | Content, style: str = "$faint") -> None:
        """Show a line of our own below the question, or none."""
        self.note.update(Content.styled(words, style) if isinstance(words, str) else words)
        self.note.display = bool(words)
