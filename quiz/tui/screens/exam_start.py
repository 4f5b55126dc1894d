"""The page before an exam: what it will be, what is kept and when the clock runs; and one to be gone on with."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Key
from textual.widgets import Static

from quiz.errors import QuizError
from quiz.study.exams.attempt import Attempt
from quiz.study.exams.drawing import tags_of
from quiz.study.exams.plan import Plan
from quiz.study.exams.words import SEEDS
from quiz.study.history.exams import Kept
from quiz.study.sitting import Desk
from quiz.tui.keys import key_for, obey
from quiz.tui.messages import Begun, Left
from quiz.tui.screens.scrolling import ScrollingScreen
from quiz.tui.widgets.heading import Heading
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.widgets.planned import beside, left, planned

DIGIT = Binding.Group("type a number", compact=True)


@dataclass(frozen=True, slots=True)
class Asked:
    """A number that can be typed: how it is asked for and refused, its bounds (0 for all the pool has), its plan."""

    title: str
    wrong: str
    least: int
    most: int
    taken: Callable[[Plan, int], Plan]


ASKED = {
    "number": Asked("How many questions?", "there are not", 1, 0, Plan.of_number),
    "limit": Asked("How many minutes? 0 is no limit.", "no exam lasts", 0, 24 * 60, Plan.of_minutes),
    "mark": Asked("Which percentage of right answers passes?", "no mark is", 1, 100, Plan.of_mark),
    "seed": Asked("Which seed?", "no seed is", 0, SEEDS - 1, Plan.of_seed),
}


class ExamStartScreen(ScrollingScreen):
    """Shows a plan, lets it be changed, and begins; an exam that was left can be gone on with instead."""

    AUTO_FOCUS = ""
    CSS_PATH = "exam_start.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "begin", "begin", id="exam_start.begin"),
        Binding("enter", "go_on", "go on with it", id="exam_start.go_on"),
        Binding("g", "resume", "go on", id="exam_start.resume"),
        Binding("d", "give_up", "give it up", id="exam_start.give_up"),
        Binding("n", "other('number')", "questions", id="exam_start.number"),
        Binding("t", "other('limit')", "time", id="exam_start.limit"),
        Binding("p", "other('mark')", "pass mark", id="exam_start.mark"),
        Binding("s", "other('seed')", "seed", id="exam_start.seed"),
        Binding("slash", "tags", "tags", id="exam_start.tags"),
        *(Binding(f"{n}", f"typed({n})", "type a number", id=f"exam_start.digit.{n}", show=False, group=DIGIT)
          for n in range(10)),
        Binding("pagedown,down", "scroll(1)", "more", id="exam_start.scroll_down"),
        Binding("pageup,up", "scroll(-1)", "back up", id="exam_start.scroll_up", show=False),
        Binding("q,escape", "leave", "back", id="exam_start.leave"),
    ]  # fmt: skip

    def __init__(self, plan: Plan | None, desk: Desk, kept: Kept | None = None) -> None:
        """Offer an exam, and besides it `kept`, one that was left; there is at least one of the two."""
        super().__init__()
        self._plan, self._desk, self._kept = plan, desk, kept
        self._changing = "number"
        self.desk = VerticalScroll(id="body", can_focus=False)
        self._told = Static(id="told")

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        yield Heading("quiz")
        with self.desk:
            yield self._told
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the plan."""
        self._show()

    def _show(self) -> None:
        """Show what is offered now."""
        if self._plan:
            self._told.update(planned(self._plan, self._besides(self._plan)))
            self.query_one(Heading).tell(self._plan.title, "exam")
        elif self._kept:
            self._told.update(left(self._kept))
            self.query_one(Heading).tell(self._kept.paper.title, "exam")
        else:
            self.post_message(Left())
        self.refresh_bindings()
        self.call_after_refresh(self.refresh_bindings)

    def _besides(self, plan: Plan) -> list[Content]:
        """Return the word on an exam that was left, and on what can be typed."""
        keys = {what: key_for(self, what) for what in ("resume", "give_up", "begin")}
        kept = [beside(self._kept, plan, **keys), Content("")] if self._kept else []
        if plan.afresh:
            kept = [Content.assemble(("! ", "bold $warning"), "the exam that was left is given up as this one begins")]
        limit, mark = (key_for(self, f"other('{what}')") for what in ("limit", "mark"))
        words = f"A typed number sets the questions, behind {limit} the minutes, behind {mark} the pass mark"
        tags = f"; {key_for(self, 'tags')} chooses cards by tags." if plan.whole else "."
        return [*kept, Content.styled(words + tags, "$faint")]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what there is: the exam to come, the one that was left, or both."""
        plan, kept = self._plan, self._kept
        works = {
            "begin": plan is not None,
            "other": plan is not None,
            "typed": plan is not None,
            "tags": plan is not None and bool(plan.whole),
            "go_on": plan is None,
            "resume": plan is not None and kept is not None,
            "give_up": kept is not None,
        }
        return self.scrolls(parameters) if action == "scroll" else works.get(action, True)

    async def on_key(self, event: Key) -> None:
        """Obey keys in the order they were pressed: a number may come at a stroke."""
        await obey(self, None, event)

    def action_begin(self) -> None:
        """Begin; the clock runs from now on."""
        plan = self._plan
        if plan:
            history, clock = self._desk.history, self._desk.clock
            self._try(lambda: Attempt.begin(plan.paper(), history, clock, afresh=plan.afresh))

    def action_resume(self) -> None:
        """Go on with the exam that was left."""
        kept = self._kept
        if kept:
            self._try(lambda: Attempt.resume(kept, self._desk.history, self._desk.clock))

    def action_go_on(self) -> None:
        """Go on with the exam that was left, where there is nothing else to be done."""
        self.action_resume()

    def action_give_up(self) -> None:
        """Give up the exam that was left."""
        from quiz.tui.screens.confirm import ConfirmScreen

        lines = ["It is not marked and not offered again."]
        self.app.push_screen(ConfirmScreen("Give up the exam that was left?", lines), self._given_up)

    def _given_up(self, meant: bool | None) -> None:  # noqa: FBT001 (a callback of Textual's)
        """Give the kept exam up, if that was meant."""
        if not meant or self._kept is None:
            return
        try:
            Attempt.resume(self._kept, self._desk.history, self._desk.clock).give_up()
        except QuizError as error:
            self.notice.fail(f"not given up: {error}")
            return
        self._kept = None
        self._show()

    def _try(self, attempt: Callable[[], Attempt]) -> None:
        """Begin an attempt; if it cannot be kept, say so and stay."""
        try:
            self.post_message(Begun(attempt()))
        except QuizError as error:
            self.notice.fail(f"not begun: {error}")

    def action_other(self, what: str) -> None:
        """Take another number of questions, another time, pass mark or seed; a number typed now is that."""
        if plan := self._plan:
            others = {"number": plan.other_number, "limit": plan.other_limit, "mark": plan.other_mark}
            self._changing = what
            self._take(others[what]() if what in others else plan.of_seed(secrets.randbelow(SEEDS)))

    def action_typed(self, digit: int) -> None:
        """Ask for a number that begins with a digit."""
        from quiz.tui.screens.confirm import NumberScreen

        if plan := self._plan:
            asked = ASKED[self._changing]
            most = asked.most or len(plan.pool.pairs)
            screen = NumberScreen(asked.title, asked.wrong, most, asked.least, f"{digit}")
            self.app.push_screen(screen, self._numbered)

    def _numbered(self, number: int | None) -> None:
        """Take the number that was typed."""
        if self._plan and number is not None:
            self._take(ASKED[self._changing].taken(self._plan, number))

    def action_tags(self) -> None:
        """Ask for the tags of the cards that can be asked."""
        from quiz.tui.screens.tags import TagScreen

        if plan := self._plan:
            tags = tags_of(plan.whole)
            if tags:
                self.app.push_screen(TagScreen(tags, plan.rules.tags), self._tagged)
            else:
                self.notice.warn("no card has a tag")

    def _tagged(self, tags: tuple[str, ...] | None) -> None:
        """Take the tags that were chosen; if none of their cards can be asked, say so."""
        if self._plan is None or tags is None:
            return
        try:
            self._take(self._plan.tagged(tags))
        except QuizError as error:
            self.notice.fail(str(error))

    def _take(self, plan: Plan) -> None:
        """Show another plan."""
        self.notice.clear()
        self._plan = plan
        self._show()

    def action_leave(self) -> None:
        """Leave without an exam."""
        self.post_message(Left())
