"""Days in a row, time spent, and weeks."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.study.model import Grade
from quiz.study.scheduling.days import date_of
from quiz.study.statistics.days import Streak, monday_of, spent, streak, weeks
from quiz.study.statistics.proportion import Rate
from quiz.study.statistics.tally import tally
from tests.study.statistics.learner import STUDY, TODAY, answered


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ([], Streak()),
        ([100], Streak(1, 1, 1)),
        ([99], Streak(1, 1, 1)),
        ([98], Streak(0, 1, 1)),
        ([97, 98, 99, 100], Streak(4, 4, 4)),
        ([90, 91, 92, 98, 99], Streak(2, 3, 5)),
        ([90, 91, 92, 97, 98], Streak(0, 3, 5)),
        ([99, 100, 101, 105], Streak(2, 3, 4)),
    ],
)
def test_days_in_a_row(days: list[int], expected: Streak) -> None:
    assert streak(days, 100) == expected


@given(st.sets(st.integers(60, 100)))
def test_a_streak_is_what_counting_back_gives(days: set[int]) -> None:
    end = 100 if 100 in days else 99
    back = 0
    while end - back in days:
        back += 1
    longest = max((length for length in range(42) for day in days if set(range(day, day + length)) <= days), default=0)
    assert streak(days, 100) == Streak(back, longest, len(days))


@given(st.integers(0, 40_000))
def test_weeks_begin_on_mondays(day: int) -> None:
    monday = date_of(monday_of(day)).date()
    assert monday.weekday() == 0
    assert monday <= date(1970, 1, 1) + timedelta(days=day) < monday + timedelta(days=7)


def test_time_is_summed_over_its_days() -> None:
    counted = tally(
        answered((-7, "a", Grade.GOOD), (-6, "a", Grade.GOOD), (0, "b", Grade.GOOD), (0, "a", Grade.GOOD)),
        TODAY,
        STUDY,
    )
    found = spent(counted, TODAY)
    assert (found.today, found.week, found.total, found.per_card, found.per_answer) == (2, 3, 4, 2, 1)


def test_weeks_add_up_to_all_reviews() -> None:
    days = [(day, card, Grade.GOOD if day % 3 else Grade.EASY) for day in range(-90, 1, 2) for card in "abc"]
    counted = tally(answered(*days), TODAY, STUDY)
    found = weeks(counted.days)
    assert sum((week.rate for week in found), Rate()) == counted.over(0, TODAY)
    assert [week.monday for week in found] == sorted({week.monday for week in found})
