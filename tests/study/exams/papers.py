"""Papers to hold exams over in tests, and clocks that are wound by hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from quiz.deck.model import Card, Deck, Passage, Source, chain
from quiz.study.exams.attempt import Attempt
from quiz.study.exams.drawing import draw, pool_of
from quiz.study.exams.paper import Paper, Rules
from quiz.study.history import History

MORNING = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
ITEMS = ("Nile", "Danube", "Thames")


def rivers(number: int = 6) -> Deck:
    """Make a deck of so many cards: by options, typed, and one order."""
    cards = [
        Card(
            f"Right {n}",
            question=f"Question {n}?",
            id=f"r{n}",
            kind="figure" if n % 3 == 0 else "",
            distractors=("Wrong 1", "Wrong 2", "Wrong 3") if n % 2 else (),
            tags=("even",) if n % 2 == 0 else ("odd",),
            source=Source(Passage(f"Passage {n}.", line=n, section=f"Section {n % 2}")),
        )
        for n in range(1, number)
    ]
    order = Card(chain(ITEMS), question="In order, the longest first.", id="order", kind="order", ordered=ITEMS)
    return Deck("Rivers", (*cards, order), id="rivers", tags=("water",), path="decks/rivers.yaml")


def paper_of(rules: Rules = Rules(name="Ada", seed=7), number: int = 6) -> Paper:  # noqa: B008 (it is frozen)
    """Draw a paper of all cards of the rivers."""
    return draw(pool_of([rivers(number)], rules), rules)


def right_answers(paper: Paper, wrong: Iterable[int] = ()) -> list[str]:
    """Return the answers to a paper, right but at some places."""
    return [
        "no" if place in set(wrong) else "\n".join(item.card.ordered) if item.question.ordering else item.card.answer
        for place, item in enumerate(paper.items)
    ]


@dataclass
class Clocks:
    """A clock and a stopwatch that stand still until they are wound."""

    now: datetime = MORNING
    seconds: float = field(default=100.0)

    def clock(self) -> datetime:
        """Tell the time."""
        return self.now

    def stopwatch(self) -> float:
        """Tell the seconds."""
        return self.seconds

    def wind(self, seconds: float) -> None:
        """Let time go by."""
        self.now += timedelta(seconds=seconds)
        self.seconds += seconds


def begun(folder: Path, clocks: Clocks, paper: Paper | None = None) -> Attempt:
    """Begin an exam with a history in a folder."""
    return Attempt.begin(paper or paper_of(), History(folder / "history.db"), clocks.clock, clocks.stopwatch)
