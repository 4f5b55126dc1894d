"""A question of an exam, without a word on the answer: it can be changed, flagged and jumped from until handed in."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.events import Key

from quiz.study.exams.attempt import Attempt
from quiz.study.exams.exam import Exam
from quiz.study.exams.words import clock, standing, worth_told
from quiz.study.judging.ordering import handed
from quiz.tui.keys import obey
from quiz.tui.messages import Handed, Stopped
from quiz.tui.screens.choosing import ChoosingScreen
from quiz.tui.widgets.heading import Heading
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.widgets.options import Several
from quiz.tui.widgets.sheet import Sheet
from quiz.tui.widgets.strip import Strip

ANSWER = Binding.Group("answer", compact=True)


class ExamScreen(ChoosingScreen):
    """An exam: each step is kept before it is shown; posts `Handed` at its end, `Stopped` when it is left."""

    AUTO_FOCUS = ""
    CSS_PATH = "exam.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(f"{n}", f"choose({n})", "answer", id=f"exam.choose.{n}", group=ANSWER) for n in range(1, 5)),
        Binding("down", "move(1)", "next option", id="exam.down", show=False),
        Binding("up", "move(-1)", "previous option", id="exam.up", show=False),
        Binding("enter", "pick", "take it", id="exam.pick", show=False),
        Binding("enter", "onward", "on", id="exam.onward", show=False),
        Binding("0,backspace,delete", "clear", "no answer", id="exam.clear", show=False),
        Binding("right,n,tab", "step(1)", "next", id="exam.next"),
        Binding("left,p,shift+tab", "step(-1)", "back", id="exam.previous", show=False),
        Binding("left,p,shift+tab", "back", "back", id="exam.back"),
        Binding("f,f4", "flag", "flag", id="exam.flag"),
        Binding("g,f6", "jump", "go to", id="exam.jump"),
        Binding("o,f7", "next_open", "next open", id="exam.open", show=False),
        Binding("F,f8", "next_flagged", "next flagged", id="exam.flagged", show=False),
        Binding("home", "go(0)", "first question", id="exam.first", show=False),
        Binding("end", "go(-1)", "last question", id="exam.last", show=False),
        Binding("pagedown", "scroll(1)", "more", id="exam.scroll_down"),
        Binding("pageup", "scroll(-1)", "back up", id="exam.scroll_up", show=False),
        Binding("h,f9", "hand_in", "hand in", id="exam.hand_in"),
        Binding("q,escape", "stop", "leave", id="exam.stop"),
    ]

    def __init__(self, attempt: Attempt) -> None:
        """Show an exam that is running."""
        super().__init__()
        self.attempt = attempt
        self.heading = Heading()
        self.strip = Strip()
        self.desk = VerticalScroll(id="desk", can_focus=False)
        self.sheet = Sheet()
        self.options = self.sheet.choices

    @property
    def exam(self) -> Exam:
        """The exam as it stands."""
        return self.attempt.exam

    def compose(self) -> ComposeResult:
        """Lay out the strip and the question."""
        yield self.heading
        yield Vertical(self.strip, id="top")
        with self.desk:
            yield self.sheet
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the question the exam stands at, and let the clock run."""
        self.watch(self.desk, "virtual_size", self.refresh_bindings, init=False)
        self.ask()
        self.set_interval(1, self.tick)

    def on_resize(self) -> None:
        """Fit the strip to the room there is."""
        self._settle()

    async def on_key(self, event: Key) -> None:
        """Obey keys in the order they were pressed, and write those that were pressed before the line was there."""
        await obey(self, self.sheet.line, event)

    def ask(self) -> None:
        """Show the question the exam stands at, with the answer it has so far."""
        self.notice.clear()
        worth = worth_told(self.exam.item.card) if self.exam.paper.weighed else ""
        self.sheet.show(self.exam.item, self.exam.reply, worth)
        self.desk.scroll_home(animate=False)
        self._settle()

    def tick(self) -> None:
        """Let a second go by, and leave when time is up."""
        if self.exam.running:
            before = self.exam
            if self.tried(self._second) and self.exam is not before:
                self.notice.settle()
            if self.exam.ending:
                self.post_message(Handed(self.attempt))
            self._head()

    def _second(self) -> None:
        """Keep what is being typed, and tell of the time what is to be told."""
        if self.sheet.typed is not None:
            self.attempt.draft(self.sheet.typed)
        if told := self.attempt.tick(self.sheet.typed):
            self.notice.warn(told)

    def _settled(self) -> None:
        """Take what stands in the line, or in its places, for the answer."""
        typed = self.sheet.typed
        if typed is not None:
            self.attempt.reply(typed if typed.strip() else "")
        elif self.exam.item.question.way == "choice" and not self.exam.item.question.one:
            self.attempt.reply(self.exam.reply.given)

    def _head(self) -> None:
        """Show the place, and the time: what is left, or without a limit what was used."""
        exam = self.exam
        left = self.attempt.left
        time = f"{clock(left)} left" if left is not None else f"{clock(self.attempt.used)} used"
        parts = [f"{exam.place + 1:,} of {len(exam.replies):,}", f"{len(exam.open):,} open"]
        parts += [f"{len(exam.flagged):,} flagged"] if exam.flagged else []
        self.heading.tell(exam.paper.title, " · ".join([*parts, time]))

    def _settle(self) -> None:
        """Bring heading, strip, note and keys in line with the exam."""
        self._head()
        width, height = self.app.size
        self.strip.tell(self.exam, 3 if height < 30 else 8, min(72, width - 8))
        self.sheet.flag(flagged=self.exam.reply.flagged)
        self.refresh_bindings()
        self.call_after_refresh(self.refresh_bindings)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell whether a key means something now."""
        exam, question = self.exam, self.exam.item.question
        choosing = question.one
        picked = choosing and self.sheet.choices.cursor >= 0
        new = picked and question.options[self.sheet.choices.cursor] != exam.reply.given
        last = len(exam.replies) - 1
        if action == "choose":
            return choosing and parameters <= (len(question.options),)
        works = {
            "move": choosing,
            "pick": new,
            "onward": not new,
            "clear": question.way == "choice" and bool(exam.reply.given),
            "step": exam.place < last if parameters == (1,) else 0 < exam.place < last,
            "back": 0 < exam.place == last,
            "next_open": bool(set(exam.open) - {exam.place}),
            "next_flagged": bool(set(exam.flagged) - {exam.place}),
            "jump": last > 0,
            "scroll": self.scrolls(parameters),
        }
        return exam.running and works.get(action, True)

    def action_choose(self, number: int) -> None:
        """Answer by the option of a digit; it can be changed."""
        option = self.sheet.choices.options[number - 1]
        if self.kept(lambda: self.attempt.reply(option)):
            self.sheet.choices.choose(option)
            self._settle()

    def action_clear(self) -> None:
        """Take the answer back."""
        if self.kept(lambda: self.attempt.reply("")):
            self.ask()

    @on(Several.Changed)
    def _placed(self, event: Several.Changed) -> None:
        """Keep the places of items, or the ticks, as they are given."""
        given = handed(event.items)
        whole = self.exam.item.question.ordering and len(event.items) == self.exam.item.parts
        if self.kept(lambda: self.attempt.reply(given) if whole else self.attempt.draft(given)):
            self._settle()

    def action_onward(self) -> None:
        """Show the next question; behind the last one, offer to hand in."""
        if self.exam.place + 1 < len(self.exam.replies):
            self.action_go(self.exam.place + 1)
        else:
            self.action_hand_in()

    def action_step(self, step: int) -> None:
        """Show the next question, or the one before."""
        self.action_go(self.exam.place + step)

    def action_back(self) -> None:
        """Show the question before the last one: only there the key that does so has a place in the last line."""
        self.action_step(-1)

    def action_go(self, place: int) -> None:
        """Show a question; -1 is the last one."""
        wanted = len(self.exam.replies) - 1 if place == -1 else place
        self._move(lambda: self.attempt.go(wanted))

    def action_next_open(self) -> None:
        """Show the next question without an answer."""
        self._move(lambda: self.attempt.next_of(self.exam.open))

    def action_next_flagged(self) -> None:
        """Show the next flagged question."""
        self._move(lambda: self.attempt.next_of(self.exam.flagged))

    def action_jump(self) -> None:
        """Ask for the number of a question, and show it."""
        from quiz.tui.screens.confirm import NumberScreen

        screen = NumberScreen("Go to which question?", "there is no question", len(self.exam.replies))
        self.app.push_screen(screen, self._jumped)

    def _jumped(self, number: int | None) -> None:
        """Show the question whose number was typed."""
        if number:
            self.action_go(number - 1)

    def action_flag(self) -> None:
        """Flag the question, or take its flag off."""
        if self.kept(self.attempt.flag):
            self._settle()

    def action_hand_in(self) -> None:
        """Ask whether to hand in, and name what is open and flagged."""
        from quiz.tui.screens.confirm import ConfirmScreen

        if self.tried(self._settled):
            self._settle()
            lines = [*standing(self.exam), "After this nothing can be changed."]
            self.app.push_screen(ConfirmScreen("Hand in the exam?", lines), self._handed)

    def _handed(self, meant: bool | None) -> None:  # noqa: FBT001 (a callback of Textual's)
        """Hand in, if that was meant."""
        if meant and self.exam.running and self.kept(self.attempt.hand_in):
            self.post_message(Handed(self.attempt))

    def action_stop(self) -> None:
        """Ask whether to leave the exam for now."""
        from quiz.tui.screens.confirm import ConfirmScreen

        if self.tried(self._settled):
            lines = ["Every answer is kept, and the clock stands still until you go on.", "It is not handed in."]
            self.app.push_screen(ConfirmScreen("Leave the exam for now?", lines), self._stopped)

    def _stopped(self, meant: bool | None) -> None:  # noqa: FBT001 (a callback of Textual's)
        """Leave, if that was meant."""
        if meant:
            self.post_message(Stopped(self.attempt))

    def _move(self, step: Callable[[], None]) -> None:
        """Take what is written for the answer, then show another question."""
        if self.tried(self._settled) and self.kept(step):
            self.ask()
