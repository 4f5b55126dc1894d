"""The whole report of a real history, and its numbers as docs/statistics.md has them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from quiz.deck.model import Card, Deck
from quiz.study.history import History
from quiz.study.model import Grade
from quiz.study.scheduling.days import date_of
from quiz.study.session import Item
from quiz.study.sitting import Desk, Sitting
from quiz.study.statistics.meaning import NAMES
from quiz.study.statistics.numbers import numbers
from quiz.study.statistics.proportion import Rate
from quiz.study.statistics.report import Report, report
from tests.study.statistics.learner import NOW, TODAY, library, months

PAGE = Path(__file__).parents[3] / "docs" / "statistics.md"


@pytest.fixture(scope="module")
def learned(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """The report of months of study."""
    history = months(tmp_path_factory.mktemp("learned") / "history.db", library())
    try:
        return report([library()], history, NOW)
    finally:
        history.close()


def test_what_the_learner_does_is_found_out(learned: Report) -> None:
    said = numbers(learned)["meaning"]
    assert said["kinds"].startswith("You forget figures ")
    assert said["retention"]
    assert learned.kinds[0].name == "figures"
    assert all(hard.card.kind == "figure" for hard in learned.hardest[:3])
    assert learned.streak.current > 0


def test_the_parts_agree(learned: Report) -> None:
    kept = learned.retention
    assert kept.young + kept.mature == kept.all
    assert kept.mature.reviews
    assert sum((week.rate for week in kept.weeks), Rate()) == kept.all
    assert sum((group.rate for group in learned.kinds), Rate()) == kept.all
    assert sum((group.rate for group in learned.sections), Rate()) == kept.all
    assert {group.name: group.rate for group in learned.tags}["rivers"] == kept.all
    assert sum(day.answers for day in learned.days.values()) == learned.answers
    assert learned.cards.total == len(library().cards)
    coming = learned.forecast
    assert coming.overdue + sum(coming.days) + coming.later == learned.cards.total - learned.cards.new


def test_numbers_are_json_and_the_same_again(learned: Report) -> None:
    assert json.loads(json.dumps(numbers(learned), allow_nan=False)) == numbers(learned)


def dotted(found: Any, name: str = "") -> Iterator[str]:
    """Name every value of nested numbers as the page does."""
    if isinstance(found, dict):
        for key, value in found.items():
            yield from dotted(value, f"{name}.{key}" if name else key)
    elif isinstance(found, list):
        for item in found:
            yield from dotted(item, f"{name}[]")
    else:
        yield name


def test_the_page_names_every_number_and_no_other(learned: Report) -> None:
    named = re.findall(r"^\| `([a-z_.\[\]]+)` \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(named) == len(set(named))
    assert set(named) == set(dotted(numbers(learned)))
    assert {f"meaning.{name}" for name in NAMES} <= set(named)


def test_cards_that_left_their_deck_keep_their_answers(tmp_path: Path) -> None:
    deck = library()
    history = months(tmp_path / "history.db", deck, days=20)
    whole = report([deck], history, NOW)
    fewer = report([replace(deck, cards=deck.cards[5:])], history, NOW)
    assert (whole.removed, fewer.removed) == (0, 5)
    assert (fewer.answers, fewer.days, fewer.retention) == (whole.answers, whole.days, whole.retention)
    assert fewer.cards.total == whole.cards.total - 5


def test_another_deck_has_its_own_statistics(tmp_path: Path) -> None:
    history = months(tmp_path / "history.db", library(), days=5)
    other = report([Deck("Other", (Card("a", question="b?", id="x"),), id="other")], history, NOW)
    assert (other.answers, other.cards.new, other.removed) == (0, 1, 0)


@pytest.mark.parametrize("hours", [-11, 0, 14])
def test_a_day_is_the_learners_from_four_to_four(tmp_path: Path, hours: int) -> None:
    """Answers a minute before four and at four stand on two days, in any time zone and whatever it is later."""
    zone = timezone(timedelta(hours=hours))
    clock = [datetime(2026, 11, 20, 3, 59, tzinfo=zone)]
    deck = Deck("D", (Card("yes", question="Is it?", id="a"), Card("yes", question="Is it so?", id="b")), id="d")
    history = History(tmp_path / "history.db")
    sitting = Sitting([Item(deck, card) for card in deck.cards], Desk(history, lambda: clock[0]))
    sitting.reply("yes")
    sitting.next()
    clock[0] += timedelta(minutes=1)
    sitting.reply("no")
    found = report([deck], history, clock[0])
    assert [f"{date_of(day):%d}" for day in found.days] == ["19", "20"]
    assert [day.known for day in found.days.values()] == [1, 0]
    assert found.streak.current == 2
    moved = report([deck], history, clock[0].astimezone(timezone(timedelta(hours=hours - 3))))
    assert moved.days == found.days
    assert found.spent.total == 60  # from asking to answering, a minute at most


def test_what_is_undone_or_made_new_does_not_count(tmp_path: Path) -> None:
    clock = [NOW - timedelta(days=3)]
    deck = Deck("D", (Card("yes", question="Is it?", id="a"),), id="d")
    history = History(tmp_path / "history.db")
    for grade in (Grade.EASY, Grade.GOOD):
        sitting = Sitting([Item(deck, deck.cards[0], new=False)], Desk(history, lambda: clock[0]))
        sitting.reply("yes")
        sitting.regrade(grade)
        clock[0] += timedelta(days=1)
    assert report([deck], history, NOW).retention.all == Rate(1, 1)
    assert report([deck], history, NOW).answers == 2
    sitting = Sitting([Item(deck, deck.cards[0], new=False)], Desk(history, lambda: clock[0]))
    sitting.mark("reset")
    sitting.undo()
    sitting.reply("yes")
    assert report([deck], history, NOW).retention.all == Rate(2, 2)
    sitting.undo()
    assert report([deck], history, NOW).retention.all == Rate(1, 1)
    sitting.mark("reset")
    again = Sitting([Item(deck, deck.cards[0])], Desk(history, lambda: clock[0]))
    again.reply("yes")
    found = report([deck], history, NOW)
    assert (found.retention.all, found.answers, found.cards.learning) == (Rate(1, 1), 3, 1)
    assert found.days[TODAY - 1].answers == 1
