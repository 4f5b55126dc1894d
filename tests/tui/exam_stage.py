"""An exam to show: a deck of every way of asking, clocks that are wound by hand, and the app at its first page."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from quiz.deck.model import Card, Deck
from quiz.study.exams import attempt as attempts
from quiz.study.exams.paper import Rules
from quiz.study.exams.plan import Plan, planned
from quiz.study.history import History
from quiz.study.history.exams import Exams
from quiz.tui.examining import ExamApp
from quiz.tui.screens.exam import ExamScreen
from tests.study.exams.papers import Clocks
from tests.tui.stage import BRIDGES, RIVERS, shown

TAGGED = replace(RIVERS, cards=tuple(replace(card, tags=("rivers",)) for card in RIVERS.cards))
RULES = Rules(name="Ada", seed=7, limit=timedelta(minutes=20))
MANY = Deck(
    "Many questions",
    tuple(
        Card(f"{n}", question=f"What is the number {n}?", id=f"m{n}", distractors=(f"{n + 1}", f"{n + 2}"))
        for n in range(200)
    ),
    id="many",
)


def plan_of(*decks: Deck, rules: Rules = RULES, number: int = 20, out: str = "") -> Plan:
    """Plan an exam over decks, by default over the rivers and bridges."""
    return replace(planned(decks or (TAGGED, BRIDGES), rules, number), out=out)


def staged(
    folder: Path, monkeypatch: pytest.MonkeyPatch, plan: Plan | None = None, clocks: Clocks | None = None
) -> ExamApp:
    """Make the app over a plan and a history in a folder, offering what was left there; time stands still."""
    clocks = clocks or Clocks()
    monkeypatch.setattr(attempts, "passing", clocks.stopwatch)
    monkeypatch.setattr("quiz.tui.examining.secrets.randbelow", lambda _below: 4711)
    history = History(folder / "history.db")
    return ExamApp(plan or plan_of(), Exams(history.database).unfinished(), history, clock=clocks.clock)


def question(app: ExamApp) -> ExamScreen:
    """Return the screen of the questions."""
    screen = app.screen
    assert isinstance(screen, ExamScreen)
    return screen


async def comes(pilot: Pilot[None], words: str) -> bool:
    """Wait until words stand on the screen, as a notice does after a while."""
    for _wait in range(60):
        if words in shown(pilot.app):  # type: ignore[arg-type]
            return True
        await pilot.pause(0.05)
    return False
