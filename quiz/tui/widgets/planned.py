"""What is said before an exam: what it will be, how far one is that was left, and what holds for any."""

from __future__ import annotations

from textual.content import Content

from quiz.study.exams.exam import Exam
from quiz.study.exams.plan import Plan
from quiz.study.exams.words import counted, lasted, progress
from quiz.study.history.exams import Kept
from quiz.tui.widgets.strip import LEGEND
from quiz.tui.words import plain

WIDTH = 14
"""Cells of the column of names."""


def planned(plan: Plan, besides: list[Content]) -> Content:
    """Return what an exam will be, and words of the screen `besides`."""
    rules = plan.rules
    rows = [
        ("questions", f"{plan.size:,} of {len(plan.pool.pairs):,}{', those missed before' if rules.retry else ''}"),
        ("time", lasted(rules.limit) if rules.limit else "no limit"),
        ("pass mark", f"{rules.pass_mark} %"),
        ("seed", f"{rules.seed}"),
        *([("tags", ", ".join(rules.tags))] if rules.tags else []),
        *([("kinds", ", ".join(rules.kinds))] if rules.kinds else []),
        *([("name", rules.name)] if rules.name else []),
        *([("result", plan.out)] if plan.out else []),
    ]
    told = [
        "Nothing is said of an answer until you hand in; until then each can be changed.",
        "Every answer is kept the moment it is given: an exam that was left, even by a crash, can be gone on with. "
        + ("The clock stands still meanwhile." if rules.limit else ""),
        "The schedule of your cards stays as it is.",
        LEGEND,
    ]
    notices = [Content.assemble(("! ", "bold $warning"), plain(notice)) for notice in plan.notices]
    parts = [_table(rows), notices, besides, _said(told)]
    return Content("\n\n").join([Content("\n").join(part) for part in parts if part])


def beside(kept: Kept, plan: Plan, resume: str, give_up: str, begin: str) -> Content:
    """Return the word on an exam that was left, with the keys that go on with it, give it up, or begin the new one."""
    exam = Exam.of(kept.paper, kept.events)
    answered = len(exam.replies) - len(exam.open)
    over = ", handed in but its result not written" if exam.ending else ""
    changed = " as it was, though its deck has changed since" if plan.changed(kept.paper) else ""
    words = (
        f"left: {counted(len(exam.replies))}, {answered:,} answered{over}: {resume} goes on{changed}, {give_up} gives "
        f"it up; {begin} begins the new one of {plan.size:,}, seed {plan.rules.seed}"
    )
    return Content.assemble(("! ", "bold $warning"), (words, "bold"))


def left(kept: Kept) -> Content:
    """Return how far an exam is that was left."""
    exam = Exam.of(kept.paper, kept.events)
    begun = exam.started.astimezone() if exam.started else None
    over = bool(exam.ending)
    rows = [
        ("begun", f"{begun:%a} {begun.day} {begun:%b}, {begun:%H:%M}" if begun else ""),
        ("so far", "handed in, the result is not written yet" if over else progress(exam)),
        ("seed", f"{kept.paper.rules.seed}"),
        *([("name", kept.paper.rules.name)] if kept.paper.rules.name else []),
        *([("result", kept.paper.out)] if kept.paper.out else []),
    ]
    parts = [
        _said([f"This exam of {counted(len(exam.replies))} was left before its end."]),
        _table(rows),
        _said(["It goes on where it was, with every answer and flag; the time away is not counted."]),
    ]
    return Content("\n\n").join([Content("\n").join(part) for part in parts])


def _table(rows: list[tuple[str, str]]) -> list[Content]:
    """Return names with their values, in columns."""
    return [Content.assemble((name.ljust(WIDTH), "$faint"), plain(value, "bold")) for name, value in rows]


def _said(lines: list[str]) -> list[Content]:
    """Return lines in the words of the program."""
    return [Content(line.strip()) for line in lines]
