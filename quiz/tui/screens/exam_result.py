"""What an exam came to: the score large, passed or failed in words, the time, and where it was weakest."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Digits, Static

from quiz.errors import QuizError
from quiz.study.exams.attempt import Attempt
from quiz.study.exams.marking import Score
from quiz.study.exams.words import reached, time_told, weak
from quiz.tui.messages import Left, Retaken
from quiz.tui.screens.scrolling import ScrollingScreen
from quiz.tui.widgets.heading import Heading
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.words import clean, plain


class ExamResultScreen(ScrollingScreen):
    """The marked exam; its result is written as the screen opens, and from here the missed ones are gone through."""

    AUTO_FOCUS = ""
    CSS_PATH = "exam_result.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,m", "missed", "missed ones", id="exam_result.missed"),
        Binding("r", "retake", "ask them again", id="exam_result.retake"),
        Binding("w", "write", "write result", id="exam_result.write"),
        Binding("pagedown,down", "scroll(1)", "more", id="exam_result.scroll_down"),
        Binding("pageup,up", "scroll(-1)", "back up", id="exam_result.scroll_up", show=False),
        Binding("q,escape", "leave", "done", id="exam_result.leave"),
    ]

    def __init__(self, attempt: Attempt) -> None:
        """Mark an exam that was handed in."""
        super().__init__()
        self.attempt = attempt
        self.score: Score = attempt.score()
        self.file: Path | None = None
        self.unwritten = ""
        self.desk = VerticalScroll(id="body", can_focus=False)
        self._where = Static(id="where")

    def compose(self) -> ComposeResult:
        """Lay out score, word and numbers."""
        score, exam = self.score, self.attempt.exam
        yield Heading("quiz")
        with self.desk:
            yield Digits(f"{score.percent} %", id="percent")
            yield Static(_verdict(score), id="verdict")
            yield Static(Content.assemble(("time      ", "$faint"), time_told(exam)))
            yield Static(Content.assemble(("questions ", "$faint"), _told(score)))
            for name, shares in (("tags", score.weak_tags()), ("sections", score.weak_sections())):
                if shares:
                    yield Static(
                        Content.assemble((f"weakest {name}, right of asked\n", "$faint"), plain(weak(shares))),
                        classes="weak",
                    )
            yield self._where
        yield KeyLine()

    def on_mount(self) -> None:
        """Name the exam, and write its result."""
        self.query_one(Heading).tell(self.attempt.exam.paper.title, "the exam is over")
        self._write()
        self.call_after_refresh(self.refresh_bindings)

    def action_write(self) -> None:
        """Write the result after all: where it was asked for, or else into this folder."""
        from quiz.study.exams.result import placed

        paper, begun = self.attempt.exam.paper, self.attempt.exam.started
        moment = f"{begun.astimezone():%Y-%m-%d-%H%M%S}" if begun else ""
        self._write(paper.out or str(placed(Path(), paper.rules.name, moment)))

    def _write(self, out: str = "") -> None:
        """Write the result, and say where, or why not."""
        try:
            self.file = self.attempt.finish(out)
            self.unwritten = ""
            self._where.update(Content.assemble(("result    ", "$faint"), plain(str(self.file))) if self.file else "")
        except QuizError as error:
            self.unwritten = clean(str(error))
            self._where.update(
                Content.assemble(("✗ the result is not written: ", "bold $error"), plain(self.unwritten))
            )
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what there is."""
        if action in ("missed", "retake"):
            return bool(self.score.missed)
        if action == "write":
            return self.file is None
        if action == "scroll":
            return self.scrolls(parameters)
        return True

    def action_missed(self) -> None:
        """Go through what was missed, one by one."""
        from quiz.tui.screens.exam_missed import MissedScreen

        self.app.push_screen(MissedScreen(self.score))

    def action_retake(self) -> None:
        """Be asked again what was missed."""
        self.post_message(Retaken(self.attempt))

    def action_leave(self) -> None:
        """Leave."""
        self.post_message(Left())


def _verdict(score: Score) -> Content:
    """Return whether the exam was passed, in a word, with the numbers behind it."""
    word = ("✓ passed", "bold $success") if score.passed else ("✗ failed", "bold $error")
    mark = score.exam.paper.rules.pass_mark
    told = f"   {reached(score)}, {score.percent} percent; the pass mark is {mark}"
    return Content.assemble(word, told)


def _told(score: Score) -> str:
    """Return how many questions were missed, and how many of them had no answer."""
    if not score.missed:
        return "none missed"
    blank = sum(not mark.reply.given.strip() for mark in score.missed)
    return f"{len(score.missed):,} missed" + (f", {blank:,} of them without an answer" if blank else "")
