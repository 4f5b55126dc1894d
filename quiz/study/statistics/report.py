"""All statistics of some decks as one value, reckoned from what the history holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from quiz.config import StudyConfig
from quiz.deck.model import Deck
from quiz.study.model import Day, Key, Marks, Memory
from quiz.study.scheduling.days import day_of
from quiz.study.statistics import groups
from quiz.study.statistics.cards import AHEAD, Forecast, Hard, States, forecast, hardest, states
from quiz.study.statistics.days import Spent, Streak, Week, spent, streak, weeks
from quiz.study.statistics.groups import Group
from quiz.study.statistics.proportion import NONE, Rate
from quiz.study.statistics.tally import DayCount, Tally, tally

if TYPE_CHECKING:
    from quiz.study.history import History


@dataclass(frozen=True, slots=True)
class Retention:
    """The share of reviews that were known: of all, of the last 30 days, of young and mature cards, and by week.

    A card is mature here if it had been away for the mature interval when it was asked.
    """

    goal: float
    all: Rate
    lately: Rate
    young: Rate
    mature: Rate
    weeks: tuple[Week, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything there is to tell of some decks on a day; `removed` counts answered cards no longer in them."""

    today: Day
    decks: int
    answers: int
    days: Mapping[Day, DayCount]
    streak: Streak
    spent: Spent
    retention: Retention
    forecast: Forecast
    cards: States
    removed: int
    hardest: tuple[Hard, ...]
    kinds: tuple[Group, ...]
    tags: tuple[Group, ...]
    sections: tuple[Group, ...]


def report(decks: Sequence[Deck], history: History, now: datetime, study: StudyConfig | None = None) -> Report:
    """Reckon the statistics of some decks from a history; `now` is the time in the learner's time zone."""
    from quiz.study.history import counts

    study, ids = study or StudyConfig(), [deck.id for deck in decks]
    answers = counts.answers(history.database, ids)
    counted = tally(answers, day_of(now, study.day_begins), study, counts.resets(history.database))
    return reckoned(decks, counted, history.memories(ids), history.marks(ids), now, study)


def reckoned(
    decks: Sequence[Deck],
    counted: Tally,
    memories: Mapping[Key, Memory],
    marks: Mapping[Key, Marks],
    now: datetime,
    study: StudyConfig,
) -> Report:
    """Put together what follows from the counted answers, the memories and the marks."""
    today, keys = day_of(now, study.day_begins), [(deck.id, card.id) for deck in decks for card in deck.cards]
    return Report(
        today,
        len(decks),
        counted.answers,
        counted.days,
        streak(counted.days, today),
        spent(counted, today),
        _retention(counted, today, study.retention),
        forecast(keys, memories, marks, now, study),
        states(keys, memories, marks, study.mature),
        len(counted.cards.keys() - set(keys)),
        hardest(decks, memories, counted.cards),
        *(groups.groups(decks, counted.cards, names) for names in (groups.kinds, groups.tags, groups.sections)),
    )


def _retention(counted: Tally, today: Day, goal: float) -> Retention:
    """Return the shares of reviews known."""
    young = sum((day.young for day in counted.days.values()), NONE)
    mature = sum((day.mature for day in counted.days.values()), NONE)
    return Retention(goal, young + mature, counted.of_late(today), young, mature, weeks(counted.days))


__all__ = ["AHEAD", "Report", "Retention", "reckoned", "report"]
