"""How one stands at a glance, over histories written by hand."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.config import StudyConfig
from quiz.study.history import History
from quiz.study.model import Grade, Marks, Memory, Mode, Review
from quiz.study.scheduling.choosing import Standing
from quiz.study.scheduling.days import day_of
from quiz.study.scheduling.schedule import Schedule
from quiz.study.statistics.cards import states
from quiz.study.statistics.glance import Glance, coming, glance, learned
from tests.study.sample_decks import MORNING, deck_of, due

STUDY = StudyConfig()
TODAY = day_of(MORNING)


@pytest.fixture
def history(tmp_path: Path) -> History:
    return History(tmp_path / "h.db")


def answer(history: History, card: str, ago: int, grade: int = 3, mode: Mode = "study", seconds: int = 5) -> int:
    """Keep an answer of a day some days ago."""
    at = MORNING - timedelta(days=ago)
    review = Review("rivers", card, at, "typed", "x", grade > 1, Grade(grade), seconds * 1000, mode, TODAY - ago)
    return history.record(review, Schedule(STUDY).after)


def seen(history: History, now: datetime = MORNING) -> Glance:
    decks = [deck_of(5)]
    standing = Standing(history.memories(["rivers"]), history.marks(["rivers"]))
    return glance(history, decks, standing, now, STUDY)


def test_nothing_yet(history: History) -> None:
    assert seen(history) == Glance()


def test_today_counts_answers_and_time_a_minute_at_most(history: History) -> None:
    answer(history, "rivers0", 0, seconds=20)
    answer(history, "rivers0", 0, mode="cram", seconds=5)
    answer(history, "rivers1", 0, seconds=3600)
    answer(history, "rivers1", 1, seconds=40)

    assert (seen(history).answers, seen(history).spent) == (3, timedelta(seconds=85))


def test_the_streak_lasts_until_yesterday_while_today_can_join(history: History) -> None:
    for ago in (1, 2, 3, 5):
        answer(history, "rivers0", ago)
    assert seen(history).streak == 3
    number = answer(history, "rivers0", 0)
    assert seen(history).streak == 4
    history.undo_review(number, MORNING, TODAY, Schedule(STUDY).after)
    assert seen(history).streak == 3
    assert seen(history, MORNING + timedelta(days=2)).streak == 0


def test_retention_is_of_first_answers_of_a_day_to_learned_cards(history: History) -> None:
    for card, grade in (("rivers0", 1), ("rivers1", 3), ("rivers2", 4)):
        answer(history, card, 9, 1)
        answer(history, card, 9, 3)
        answer(history, card, 9, 3)
        answer(history, card, 3, grade)
        answer(history, card, 3, 3)
    answer(history, "rivers0", 2, 1, mode="cram")
    assert seen(history).retention == pytest.approx(2 / 3)
    assert seen(history).by_deck == {"rivers": pytest.approx(2 / 3)}
    answer(history, "rivers3", 2, 3)
    answer(history, "rivers3", 1, 1)
    assert seen(history).retention == pytest.approx(2 / 3)  # it was on a learning step
    wrong = answer(history, "rivers4", 40, 4)
    answer(history, "rivers4", 30, 1)
    assert seen(history).retention == pytest.approx(2 / 3)  # too long ago
    answer(history, "rivers4", 29, 1)
    assert seen(history).retention == pytest.approx(2 / 3)  # it was being learned again
    history.undo_review(wrong, MORNING, TODAY, Schedule(STUDY).after)
    assert seen(history).retention == pytest.approx(2 / 3)


def test_suspended_cards_and_those_gone_from_the_deck_do_not_come() -> None:
    evening = MORNING.replace(hour=4) + timedelta(days=1)
    keys = [("rivers", "rivers0"), ("rivers", "rivers1")]
    memories = {
        ("rivers", "rivers0"): due(evening),
        ("rivers", "rivers1"): due(evening + timedelta(days=6, hours=23)),
        ("rivers", "gone"): due(evening),
    }
    assert coming(keys, memories, evening) == (1, 0, 0, 0, 0, 0, 1)
    assert coming(keys, {keys[0]: due(evening - timedelta(minutes=1))}, evening) == (0,) * 7


def test_a_suspended_card_is_not_in_the_forecast(history: History) -> None:
    deck = [deck_of(5)]
    memories = {("rivers", f"rivers{n}"): due(MORNING + timedelta(days=2)) for n in range(4)}
    marks = {("rivers", "rivers0"): Marks(suspended=True)}

    assert glance(history, deck, Standing(memories, marks), MORNING, STUDY).coming == (0, 3, 0, 0, 0, 0, 0)
    assert learned(deck[0], Standing(memories, marks)) == 3
    counted = states(list(memories), memories, marks, timedelta(days=21))
    assert counted.young + counted.mature == learned(deck[0], Standing(memories, marks))


@given(st.lists(st.integers(-40, 400)))
def test_the_forecast_counts_each_card_once(hours: list[int]) -> None:
    memories: dict[tuple[str, str], Memory] = {
        ("d", str(n)): due(MORNING + timedelta(hours=hour)) for n, hour in enumerate(hours)
    }
    assert sum(coming(list(memories), memories, MORNING)) == sum(0 <= hour < 7 * 24 for hour in hours)
