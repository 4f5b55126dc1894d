"""What was missed in an exam, one by one: the question as it was shown, the answer, the reason and the passage."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quiz.study.exams.marking import Marked, Score
from quiz.study.exams.words import points_told
from quiz.study.judging.ordering import sequence
from quiz.study.model import Grade
from quiz.study.session import Answer, Item
from quiz.tui.screens.scrolling import ScrollingScreen
from quiz.tui.widgets.heading import Heading
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.widgets.options import Options
from quiz.tui.widgets.ordering import Ordering
from quiz.tui.widgets.outcome import Outcome
from quiz.tui.widgets.passage import Passage
from quiz.tui.widgets.ticking import Ticking
from quiz.tui.words import shown


class MissedScreen(ScrollingScreen):
    """One missed question after the other."""

    AUTO_FOCUS = ""
    CSS_PATH = "exam_missed.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,right,n", "step(1)", "next", id="exam_missed.next"),
        Binding("left,p", "step(-1)", "back", id="exam_missed.previous"),
        Binding("pagedown,down", "scroll(1)", "more", id="exam_missed.scroll_down"),
        Binding("pageup,up", "scroll(-1)", "back up", id="exam_missed.scroll_up", show=False),
        Binding("enter", "finish", "back to the result", id="exam_missed.finish"),
        Binding("q,escape", "leave", "back to the result", id="exam_missed.leave"),
    ]

    def __init__(self, score: Score) -> None:
        """Show what was missed in a marked exam that missed something."""
        super().__init__()
        self._score, self._at = score, 0
        self._heading, self.desk = Heading(), VerticalScroll(id="desk", can_focus=False)
        self._prompt, self._options, self._ordering = Static(id="prompt"), Options(), Ordering()
        self._ticking = Ticking()
        self._outcome, self._passage = Outcome(), Passage()

    @property
    def current(self) -> Marked:
        """The question shown."""
        return self._score.missed[self._at]

    def compose(self) -> ComposeResult:
        """Lay out the question and what is told of it."""
        yield self._heading
        with self.desk:
            yield Vertical(self._prompt, self._options, self._ordering, self._ticking, self._outcome, id="page")
            yield self._passage
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the first one."""
        self._ordering.can_focus = self._ticking.can_focus = False
        self.watch(self.desk, "virtual_size", self.refresh_bindings, init=False)
        self._show()

    def _show(self) -> None:
        """Show the current one."""
        item, given = self.current.item, self.current.reply.given
        question = item.question
        self._prompt.update(shown(question.prompt, "bold"))
        self._options.display = question.one
        self._ordering.display = question.ordering
        self._ticking.display = question.ticking
        if question.ordering:
            self._ordering.ask(question.options)
            self._ordering.settle(item.card.ordered, sequence(given))
        elif question.ticking:
            self._ticking.ask(question.options)
            self._ticking.tell(item.card, given)
        elif question.way == "choice":
            self._options.ask(question.options)
            self._options.solve(item.card.answer, given)
        if given.strip():
            self._outcome.tell(Answer(Item(item.deck, item.card), question, given, self.current.verdict, Grade.AGAIN))
        else:
            several = question.ordering or question.ticking
            right = Content("") if several else shown(item.card.answer, "bold")
            told = Content.styled(" · right is " if right else "", "$faint")
            self._outcome.update(Content.assemble(("✗ not answered", "bold $error"), told, right))
        self._passage.tell(item.deck, item.card)
        missed = len(self._score.missed)
        points = f" · {points_told(self.current.points, item.card.worth)}" if self.current.points else ""
        words = f"question {self.current.place + 1:,}{points} · missed {self._at + 1:,} of {missed:,}"
        self._heading.tell(item.deck.title, words, (self._at + 1) / missed)
        self.desk.scroll_home(animate=False)
        self.refresh_bindings()
        self.call_after_refresh(self.refresh_bindings)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what there is."""
        last = len(self._score.missed) - 1
        if action == "step":
            return 0 <= self._at + (1 if parameters == (1,) else -1) <= last
        if action == "finish":
            return self._at == last
        if action == "scroll":
            return self.scrolls(parameters)
        return True

    def action_step(self, step: int) -> None:
        """Show the next one, or the one before."""
        self._at += step
        self._show()

    def action_finish(self) -> None:
        """Go back to the result, behind the last one."""
        self.action_leave()

    def action_leave(self) -> None:
        """Go back to the result."""
        self.dismiss()
