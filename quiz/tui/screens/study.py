"""The question and, in its place, the feedback: one screen, updated, so that nothing jumps."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Static

from quiz.errors import QuizError
from quiz.study.model import Grade
from quiz.study.ordering import handed, sequence
from quiz.study.session import Session
from quiz.study.sitting import Sitting
from quiz.tui.messages import Over
from quiz.tui.widgets.answer import AnswerLine
from quiz.tui.widgets.grades import Grades
from quiz.tui.widgets.heading import Heading
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.widgets.options import Options
from quiz.tui.widgets.ordering import Ordering
from quiz.tui.widgets.outcome import Outcome
from quiz.tui.widgets.passage import Passage
from quiz.tui.words import clean, plain

ANSWER = Binding.Group("answer", compact=True)
GRADE = Binding.Group("grade", compact=True)


class StudyScreen(Screen[None]):
    """A sitting: asks, shows what became of the answer, goes on, and posts `Over` when it is over or stopped."""

    AUTO_FOCUS = ""
    CSS_PATH = "study.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(f"{n}", f"choose({n})", "answer", id=f"study.choose.{n}", group=ANSWER) for n in range(1, 5)),
        Binding("down", "move(1)", "next option", id="study.down", show=False),
        Binding("up", "move(-1)", "previous option", id="study.up", show=False),
        Binding("enter", "pick", "take it", id="study.pick"),
        Binding("0", "give_up", "don't know", id="study.give_up"),
        Binding("enter,space", "reveal", "show the answer", id="study.reveal"),
        *(Binding(f"{g.value}", f"grade({g.value})", "grade", id=f"study.grade.{g.word}", group=GRADE) for g in Grade),
        Binding("enter,space", "next", "next", id="study.next"),
        Binding("pagedown", "scroll(1)", "more", id="study.scroll_down"),
        Binding("pageup", "scroll(-1)", "back up", id="study.scroll_up", show=False),
        Binding("q,escape", "stop", "stop", id="study.stop"),
    ]

    def __init__(self, sitting: Sitting) -> None:
        """Show a sitting that has at least one question left."""
        super().__init__()
        self.sitting = sitting
        self._warned = False
        self.heading = Heading()
        self.desk = VerticalScroll(id="desk", can_focus=False)
        self.prompt = Static(id="prompt")
        self.options = Options()
        self.ordering = Ordering()
        self.note = Static(id="note")
        self.page = Vertical(self.prompt, self.options, self.note, id="page")
        self.line = AnswerLine()
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
        self.ask()
        self.call_after_refresh(self._furnish)

    def _furnish(self) -> None:
        """Lay out what only an answer needs: a widget costs 2 ms, and the first question should not wait for it."""
        if self.page.is_attached and not self.line.is_attached:
            if any(item.card.ordered for item in self.session.queue):
                self.page.mount(self.ordering, before=self.note)
            self.page.mount(self.line, before=self.note)
            self.page.mount(self.outcome, self.grades)
            self.desk.mount(self.passage)

    def ask(self) -> None:
        """Show the current question, or leave when there is none."""
        if self.session.phase == "over":
            self.post_message(Over(self.sitting))
            return
        question = self.session.question
        self._warned = False
        self.prompt.update(plain(question.prompt))
        self.options.display = question.way == "choice" and not question.ordering
        self.ordering.display = question.ordering
        self.line.display = question.way == "typed"
        self.passage.forget()
        self.outcome.display = self.grades.display = False
        self._say(self._note())
        if question.ordering:
            self.ordering.ask(question.options)
        elif question.way == "choice":
            self.options.ask(question.options)
        if question.way == "typed":
            self.line.ask(question.expected)
        else:
            self.set_focus(self.ordering if question.ordering else None)
        self.desk.scroll_home(animate=False)
        self._settle()

    def tell(self) -> None:
        """Show what became of the answer, and the passage it comes from."""
        answer = self.session.last
        item = self.session.current
        if answer is None:
            return
        self._furnish()
        self.set_focus(None)
        self._say("")
        self.line.display = False
        if answer.question.ordering:
            self.ordering.settle(item.card.ordered, sequence(answer.given))
        elif answer.question.way == "choice":
            self.options.solve(item.card.answer, answer.given)
        self.outcome.tell(answer)
        self._show_answer()

    def _show_answer(self) -> None:
        """Show the outcome with the passage, and bring it into view."""
        item = self.session.current
        self.outcome.display = True
        self.passage.tell(item.deck, item.card)
        self._settle()
        self.call_after_refresh(self.outcome.scroll_visible, animate=False, top=False)

    def _settle(self) -> None:
        """Bring heading and keys in line with the session."""
        session = self.session
        done = session.finished / session.total
        self.heading.tell(session.current.deck.title, f"{session.position} of {session.total}", done)
        self.refresh_bindings()
        self.call_after_refresh(self.refresh_bindings)

    def _note(self) -> str:
        """Return the word on where the learner stands with the current card."""
        item = self.session.current
        if item.tries:
            return "missed before in this sitting"
        return "asked for the first time" if item.new else ""

    def _say(self, words: str, style: str = "$faint") -> None:
        """Show a line of our own below the question, or none."""
        self.note.update(Content.styled(words, style) if words else Content(""))
        self.note.display = bool(words)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell whether a key means something now."""
        phase = self.session.phase
        way = self.session.question.way if phase != "over" else ""
        choosing = phase == "asking" and way == "choice" and not self.session.question.ordering
        if action == "choose":
            return choosing and parameters <= (len(self.session.question.options),)
        works = {
            "give_up": phase == "asking" and way == "choice",
            "move": choosing,
            "pick": choosing and self.options.cursor >= 0,
            "reveal": phase == "asking" and way == "reveal",
            "grade": phase == "revealed",
            "next": phase == "answered",
            "scroll": self.desk.max_scroll_y > 0
            and (self.desk.scroll_y < self.desk.max_scroll_y or parameters == (-1,)),
        }
        return works.get(action, True)

    def action_choose(self, number: int) -> None:
        """Answer by the option of a digit."""
        self._answer(self.options.options[number - 1])

    @on(Options.Picked)
    def _clicked(self, event: Options.Picked) -> None:
        """Answer by the option that was clicked."""
        if self.check_action("choose", (event.number + 1,)):
            self.action_choose(event.number + 1)

    def action_move(self, step: int) -> None:
        """Move the cursor among the options."""
        self.options.move(step)
        self.refresh_bindings()

    def action_pick(self) -> None:
        """Answer by the option under the cursor."""
        self._answer(self.options.options[self.options.cursor])

    def action_give_up(self) -> None:
        """Answer that one does not know."""
        self._answer("")

    @on(Ordering.Done)
    def _arranged(self, event: Ordering.Done) -> None:
        """Answer by the order the items were put in."""
        self._answer(handed(event.items))

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        """Answer by what was typed; an empty line has to be meant, as a second Enter shows."""
        if event.value.strip() or self._warned:
            self._answer(event.value)
            return
        self._warned = True
        self._say("nothing typed yet: enter once more if you don't know", "$warning")

    @on(Input.Changed)
    def _typing(self) -> None:
        """Keep the line in view while it is written."""
        if self.line.value:
            self.line.scroll_visible(animate=False)

    def _answer(self, given: str) -> None:
        """Answer the question; it is kept before anything is shown."""
        if self._kept(lambda: self.sitting.reply(given)):
            self.tell()

    def _kept(self, step: Callable[[], None]) -> bool:
        """Take a step that writes to the history; if that fails, say so and stay, to be tried again."""
        try:
            step()
        except QuizError as error:
            self.notify(clean(str(error)), title="Not kept: try again", severity="error", timeout=15, markup=False)
            return False
        return True

    def action_reveal(self) -> None:
        """Show the answer of a card that the learner grades."""
        self._furnish()
        self.sitting.reveal()
        self._say("")
        self.outcome.reveal(self.session.current.card)
        self.grades.tell(self.sitting.intervals())
        self.grades.display = True
        self._show_answer()

    def action_grade(self, number: int) -> None:
        """Grade the card and go on."""
        if self._kept(lambda: self.sitting.grade(Grade(number))):
            self.ask()

    def action_next(self) -> None:
        """Go on to the next question."""
        self.sitting.next()
        self.ask()

    def action_scroll(self, pages: int) -> None:
        """Show more of a long question."""
        self.desk.scroll_relative(y=pages * max(1, self.desk.size.height - 2), animate=False, immediate=True)
        self.call_after_refresh(self.refresh_bindings)

    def action_stop(self) -> None:
        """Stop here; every answer is kept already."""
        self.post_message(Over(self.sitting))
