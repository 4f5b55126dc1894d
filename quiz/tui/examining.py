"""The way through an exam: its first page, the questions, the result, and what was missed once more."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from textual.screen import Screen

from quiz.config import load
from quiz.deck.model import Deck
from quiz.study.exams.attempt import Attempt
from quiz.study.exams.marking import Score
from quiz.study.exams.paper import Rules
from quiz.study.exams.plan import Plan, planned, retaken
from quiz.study.exams.words import SEEDS
from quiz.study.history import History
from quiz.study.history.exams import Exams, Kept
from quiz.study.sitting import Clock, Desk, local_time
from quiz.tui.app import QuizApp
from quiz.tui.screens.exam import ExamScreen
from quiz.tui.screens.exam_result import ExamResultScreen
from quiz.tui.screens.exam_start import ExamStartScreen


@dataclass
class Ended:
    """What the screens leave behind: the exams that were marked, each with its file, and one that is not over.

    `unwritten` says of a result why it could not be written.
    """

    marked: list[tuple[Score, Path | None]] = field(default_factory=list)
    unwritten: list[str] = field(default_factory=list)
    left: Attempt | None = None


class ExamApp(QuizApp):
    """One learner at one exam: its first page, its questions, its result."""

    def __init__(self, plan: Plan | None, kept: Kept | None, history: History, *, clock: Clock = local_time) -> None:
        """Offer a plan, or before it `kept`, an exam that was left."""
        self._plan, self._kept = plan, kept
        self._attempts: list[Attempt] = []
        self._results: list[ExamResultScreen] = []
        super().__init__((), history, at_once=True, clock=clock, config=load())

    def _start(self) -> Screen[None]:
        """Begin with the first page."""
        return ExamStartScreen(self._plan, self.desk, self._kept)

    def _show(self, screen: Screen[None]) -> None:
        """Put a screen in place of the current one, and remember what it is about."""
        if isinstance(screen, ExamScreen):
            self._attempts.append(screen.attempt)
        if isinstance(screen, ExamResultScreen):
            self._results.append(screen)
        super()._show(screen)

    def ended(self) -> Ended:
        """Return what is to be told once the screens are gone."""
        marked = [(screen.score, screen.file) for screen in self._results]
        unwritten = [screen.unwritten for screen in self._results if screen.unwritten]
        left = next((attempt for attempt in reversed(self._attempts) if attempt.exam.running), None)
        return Ended(marked, unwritten, left)


def opening(decks: Sequence[Deck], desk: Desk) -> Screen[None]:
    """Return the first page of an exam over decks; QuizError if they have nothing to ask."""
    ids = frozenset(deck.id for deck in decks)
    plan = planned(tuple(decks), Rules(seed=secrets.randbelow(SEEDS)))
    return ExamStartScreen(plan, desk, Exams(desk.history.database).unfinished(ids))


def going(attempt: Attempt) -> Screen[None]:
    """Return the screen an exam goes on with: a question, or the result of one that was handed in before."""
    return ExamScreen(attempt) if attempt.exam.running else ExamResultScreen(attempt)


def ended(attempt: Attempt) -> Screen[None]:
    """Return the screen of an exam's result."""
    return ExamResultScreen(attempt)


def retaking(attempt: Attempt, desk: Desk) -> Screen[None]:
    """Return the first page of an exam over what was missed in one, whose result goes beside that one's."""
    from quiz.study.exams.result import placed

    paper, out = attempt.exam.paper, ""
    if paper.out:
        out = str(placed(Path(paper.out).parent, paper.rules.name, f"{desk.now.astimezone():%Y-%m-%d-%H%M%S}"))
    return ExamStartScreen(retaken(attempt.score(), secrets.randbelow(SEEDS), out), desk)


def run(plan: Plan | None, kept: Kept | None, history: History) -> Ended:
    """Hold an exam in the terminal until the learner leaves."""
    app = ExamApp(plan, kept, history)
    app.play()
    return app.ended()
