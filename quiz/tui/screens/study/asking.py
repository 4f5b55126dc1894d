"""The question and, in its place, what became of the answer: one screen, updated, so that nothing jumps."""

from __future__ import annotations

from time import monotonic

from textual import on
from textual.content import Content
from textual.widgets import Input

from quiz.study.judging.ordering import handed, sequence
from quiz.study.model import Grade
from quiz.tui.keys import key_for
from quiz.tui.messages import Over
from quiz.tui.screens.study.layout import StudyLayout
from quiz.tui.widgets.options import Several
from quiz.tui.words import shown

BOUNCE = 0.35
"""Seconds in which a digit pressed again is taken for the same stroke; a double click has half a second."""


class AskingScreen(StudyLayout):
    """A sitting as far as it is asked and answered: what became of the answer is told in the question's place."""

    _chosen = (0, 0.0)

    def ask(self) -> None:
        """Show the current question, or leave when there is none."""
        if self.session.phase == "over":
            self.post_message(Over(self.sitting))
            return
        question = self.session.question
        self._warned = False
        self.notice.clear()
        self.prompt.update(shown(question.prompt, "bold"))
        several = self._several(question)
        self.options.display = question.one
        self._hide_several()
        self.line.display = question.way == "typed"
        self.passage.forget()
        self.outcome.display = self.grades.display = False
        self._say(self._note())
        if several:
            self._lay(several)
            several.display = True
            several.ask(question.options)
        elif question.way == "choice":
            self.options.ask(question.options)
        if question.way == "typed":
            self.line.ask(question.expected)
        else:
            self.set_focus(several)
        self.desk.scroll_home(animate=False)
        self._settle()

    def _hide_several(self) -> None:
        """Hide the options of which several were picked."""
        for several in self.page.query(Several):
            several.display = False

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
        elif answer.question.ticking:
            self.ticking.tell(item.card, answer.given)
        elif answer.question.way == "choice":
            self.options.solve(item.card.answer, answer.given)
        self.outcome.tell(answer)
        self.grades.propose(self.sitting.intervals(), answer.grade)
        self._show_answer()
        self.notice.clear()
        self._tell_leech(self.sitting.notice)

    def _show_answer(self) -> None:
        """Show the outcome with the passage, and bring it into view."""
        item = self.session.current
        self.outcome.display = self.grades.display = True
        self.passage.tell(item.deck, item.card)
        self._settle()
        self.call_after_refresh(self.grades.scroll_visible, animate=False, top=False)

    def resume(self) -> None:
        """Show the session as it stands, whatever its phase: after a step was taken back, or the deck edited."""
        self.ask()
        if self.session.phase == "revealed":
            self._show_revealed()
        elif self.session.phase == "answered":
            self.tell()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell whether a key means something now."""
        phase = self.session.phase
        way = self.session.question.way if phase != "over" else ""
        choosing = phase == "asking" and self.session.question.one
        if action == "choose":
            return choosing and parameters <= (len(self.session.question.options),)
        works = {
            "give_up": phase == "asking" and way == "choice",
            "move": choosing,
            "pick": choosing and self.options.cursor >= 0,
            "unpicked": choosing and self.options.cursor < 0,
            "reveal": phase == "asking" and way == "reveal",
            "hint": phase == "asking" and bool(self.session.current.card.hint),
            "grade": phase in ("revealed", "answered"),
            "next": phase in ("revealed", "answered"),
            "scroll": self.scrolls(parameters),
        }
        return works.get(action, True)

    def action_choose(self, number: int) -> None:
        """Answer by the option of a digit."""
        self._chosen = (number, monotonic())
        self._answer(self.options.options[number - 1])

    def action_unpicked(self) -> None:
        """Say that nothing is chosen yet."""
        self.notice.warn(f"choose by a digit, or by arrow keys; {key_for(self, 'give_up')} if you don't know")

    def action_give_up(self) -> None:
        """Answer that one does not know."""
        self._answer("")

    def action_hint(self) -> None:
        """Show the hint of the card."""
        self._say(Content.assemble(("hint: ", "$faint"), shown(self.session.current.card.hint, "$faint")))

    @on(Several.Done)
    def _picked(self, event: Several.Done) -> None:
        """Answer by the order the items were put in, or by what was ticked."""
        self._answer(handed(event.items))

    @on(Several.Incomplete)
    def _incomplete(self, event: Several.Incomplete) -> None:
        """Say what is missing."""
        if self.session.question.ticking:
            unknown = key_for(self, "give_up")
            self.notice.warn(
                f"tick all that are right, by digits or by arrow keys and space; {unknown} if you don't know"
            )
            return
        number = len(self.ordering.options)
        self.notice.warn(f"{event.left} of {number} items have no place yet: press their digits, the earliest first")

    @on(Several.Changed)
    def _picking(self) -> None:
        """Forget what was said of the order, or the ticks, as they were."""
        self.notice.clear()

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
        """Keep the line in view while it is written; what was said of its being empty holds no longer."""
        self.refresh_bindings()
        if not self.line.value:
            return
        self.line.scroll_visible(animate=False)
        if self._warned:
            self._warned = False
            self._say(self._note())

    def _answer(self, given: str) -> None:
        """Answer the question; it is kept before anything is shown."""
        if self.kept(lambda: self.sitting.reply(given)):
            self.tell()

    def action_reveal(self) -> None:
        """Show the answer of a card that the learner grades."""
        self.sitting.reveal()
        self._show_revealed()

    def _show_revealed(self) -> None:
        """Show the answer with the grades to choose from."""
        self._furnish()
        self._say("")
        self.set_focus(None)
        self.options.display = self.line.display = False
        self._hide_several()
        self.outcome.reveal(self.session.current.card)
        self.grades.ask(self.sitting.intervals(), Grade.GOOD)
        self._show_answer()

    def action_grade(self, number: int) -> None:
        """Grade a revealed card and go on; an answer that was judged is graded otherwise, and still to be seen.

        The digit that chose an option is no grade if it comes twice at a stroke.
        """
        chosen, at = self._chosen
        if number == chosen and monotonic() - at < BOUNCE:
            return
        if self.session.phase == "answered":
            self._regrade(Grade(number))
        elif self.kept(lambda: self.sitting.grade(Grade(number))):
            told = self.sitting.notice
            self.ask()
            self._tell_leech(f"the last card is {told}" if told else "")

    def _regrade(self, grade: Grade) -> None:
        """Take the learner's word on the answer just given."""
        self._chosen = (0, 0.0)
        if self.session.last and self.session.last.grade != grade and self.kept(lambda: self.sitting.regrade(grade)):
            self.tell()

    def _tell_leech(self, words: str) -> None:
        """Tell that a card was suspended because it is forgotten again and again."""
        if words:
            self.notice.warn(f"leech, {words}")

    def action_next(self) -> None:
        """Go on to the next question; a card that the learner grades was known, if nothing else is said."""
        if self.session.phase == "revealed":
            self.action_grade(Grade.GOOD)
            return
        self.sitting.next()
        self.ask()

    def action_stop(self) -> None:
        """Stop here; every answer is kept already."""
        self.post_message(Over(self.sitting))
