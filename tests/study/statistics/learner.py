"""Histories to count: of answers made up, and of a learner who studied for months."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from quiz.config import StudyConfig
from quiz.deck.model import Card, Deck, Kind, Passage, Source
from quiz.study.history import History
from quiz.study.history.counts import Answered
from quiz.study.model import Grade, Review
from quiz.study.scheduling.days import day_of
from quiz.study.scheduling.schedule import Schedule
from quiz.study.statistics.report import Report, reckoned
from quiz.study.statistics.tally import tally

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
TODAY = day_of(NOW)
STUDY = StudyConfig()


def answered(*days: tuple[int, str, Grade] | tuple[int, str, Grade, bool]) -> list[Answered]:
    """Answers from a day (0 is today), a card and a grade each; a fourth part tells whether it moved the schedule."""
    return [
        (number, "d", card, TODAY + day, int(grade), 1000, int(not rest or rest[0]))
        for number, (day, card, grade, *rest) in enumerate(days, start=1)
    ]


def told(answers: Iterable[Answered], decks: tuple[Deck, ...] = ()) -> Report:
    """The report of answers alone."""
    return reckoned(decks, tally(answers, TODAY, STUDY), {}, {}, NOW, STUDY)


def library(cards: int = 60) -> Deck:
    """A deck of dates, figures and quotations over two sections."""
    kinds: tuple[Kind, ...] = ("date", "figure", "quote")
    return Deck(
        "Rivers",
        tuple(
            Card(
                str(1800 + n),
                question=f"In what year was bridge number {n} opened?",
                id=f"c{n}",
                kind=kinds[n % 3],
                tags=("even",) * (n % 2 == 0),
                source=Source(Passage("It was opened then.", line=n, section="War" if n < cards // 3 else "Peace")),
            )
            for n in range(cards)
        ),
        id="rivers",
        source="rivers.md",
        tags=("rivers",),
    )


def months(path: Path, deck: Deck, days: int = 120, end: datetime = NOW) -> History:
    """A history of someone who studied almost every day and is bad at figures, the same every time."""
    chance, schedule, history, begun = Random(7), Schedule(), History(path), 0
    history.database.write("pragma synchronous = off")
    for back in reversed(range(days)):
        if chance.random() < 0.15 and back:
            continue
        at = end - timedelta(days=back)
        due = [card for card in deck.cards[:begun] if _due(history, deck, card, at)]
        for card in (*due, *deck.cards[begun : begun + 2]):
            for _ in range(3):
                known = chance.random() < (0.6 if card.kind == "figure" else 0.93)
                grade = Grade.GOOD if known else Grade.AGAIN
                at += timedelta(seconds=chance.randrange(4, 20))
                took = chance.randrange(2000, 90_000)
                history.record(
                    Review(deck.id, card.id, at, "typed", "x", known, grade, took, "study", day_of(at)), schedule.after
                )
                if known:
                    break
        begun += 2
    return history


def _due(history: History, deck: Deck, card: Card, at: datetime) -> bool:
    memory = history.memory((deck.id, card.id))
    return memory is not None and memory.due < at + timedelta(hours=12)
