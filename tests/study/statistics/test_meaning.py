"""The sentences: what they say, and that they say nothing the numbers do not bear out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.study.model import Grade
from quiz.study.statistics.cards import Forecast
from quiz.study.statistics.groups import Group
from quiz.study.statistics.meaning import NAMES, long_time, meanings, percent
from quiz.study.statistics.proportion import Rate
from quiz.study.statistics.report import Report
from tests.study.statistics.learner import answered, told

LATE = "12 cards are overdue; about 2 cards a day come due in IT the most, 9, on Friday 27 November."


def kind(name: str, reviews: int, known: int, cards: int = 20) -> Group:
    return Group(name, "", cards, Rate(reviews, known))


def some() -> Report:
    """A report with one answer."""
    return told(answered((0, "a", Grade.GOOD)))


def with_kinds(*kinds: Group) -> str:
    return meanings(replace(some(), kinds=kinds))["kinds"]


def test_nothing_is_said_of_nothing() -> None:
    assert meanings(told([])) == dict.fromkeys(NAMES, "")


def test_figures_are_forgotten_twice_as_often_as_dates() -> None:
    said = with_kinds(kind("figures", 200, 152), kind("quotations", 50, 43), kind("dates", 200, 176))
    assert said == "You forget figures twice as often as dates (24 % against 12 %)."


@pytest.mark.parametrize(
    ("figures", "dates", "words"),
    [
        (8800, 9000, "more often than"),
        (8500, 9000, "one and a half times as often as"),
        (7000, 9000, "three times as often as"),
        (4000, 9000, "6 times as often as"),
        (9000, 9997, "far more often than"),
    ],
)
def test_how_many_times_is_said_in_words(figures: int, dates: int, words: str) -> None:
    assert f" {words} dates" in with_kinds(kind("figures", 10_000, figures), kind("dates", 10_000, dates))


@pytest.mark.parametrize(
    "kinds",
    [
        (kind("figures", 200, 160), kind("dates", 200, 165)),
        (kind("figures", 9, 0), kind("dates", 200, 190)),
        (kind("figures", 200, 100, cards=4), kind("dates", 200, 190)),
        (kind("figures", 200, 150), kind("dates", 200, 170), kind("quotations", 200, 160), kind("orders", 200, 160)),
        (kind("figures", 200, 100),),
        (),
    ],
    ids=["chance", "few reviews", "few cards", "one of six pairs", "alone", "none"],
)
def test_kinds_are_not_compared_where_it_could_be_chance(kinds: tuple[Group, ...]) -> None:
    assert with_kinds(*kinds) == ""


def test_a_section_is_compared_with_the_rest() -> None:
    report = replace(some(), retention=replace(some().retention, all=Rate(500, 420)))
    weak, fine = Group("§ War", "Rivers", 20, Rate(150, 105)), Group("§ Peace", "Rivers", 40, Rate(350, 315))
    said = meanings(replace(report, sections=(weak, fine)))["sections"]
    assert said == "You forget § War of Rivers three times as often as the rest (30 % against 10 %)."
    assert meanings(replace(report, tags=(Group("war", "", 20, Rate(150, 105)),)))["tags"] == (
        "You forget cards tagged “war” three times as often as the rest (30 % against 10 %)."
    )
    assert meanings(replace(report, sections=(fine,)))["sections"] == ""


@pytest.mark.parametrize(
    ("rate", "words"),
    [
        (Rate(19, 10), "Too few cards have come again in 30 days (19) to hold them against the goal."),
        (Rate(100, 90), "as near to the 90 % you aim at as can be told"),
        (Rate(100, 86), "as near to the 90 % you aim at as can be told"),
        (Rate(100, 75), "less than the 90 % you aim at"),
        (Rate(200, 198), "more than the 90 % you aim at"),
    ],
)
def test_retention_is_held_against_the_goal_by_its_bounds(rate: Rate, words: str) -> None:
    report = some()
    assert words in meanings(replace(report, retention=replace(report.retention, lately=rate)))["retention"]


@pytest.mark.parametrize(
    ("overdue", "days", "words"),
    [
        (0, (*[0] * 30,), "Nothing comes due in the days ahead."),
        (1, (2, 5, *[1] * 28), "1 card is overdue; about one card a day comes due in IT the most, 5, tomorrow."),
        (12, (2, 2, 2, 2, 2, 9, *[2] * 24), LATE),
        (0, (0, 4, 4, *[0] * 27), "Less than one card a day comes due in IT the most, 4, first tomorrow."),
        (0, (3, *[0] * 29), "Less than one card a day comes due in IT the most, 3, today."),
    ],
)  # fmt: skip
def test_the_forecast_in_words(overdue: int, days: tuple[int, ...], words: str) -> None:
    assert meanings(replace(some(), forecast=Forecast(overdue, days, 0)))["forecast"] == words.replace(
        "IT", "the next 30 days;"
    )


def test_days_in_words() -> None:
    days = meanings(told(answered(*((-n, "a", Grade.GOOD) for n in (40, 3, 1, 0)))))["days"]
    assert days == "You studied on 3 of the last 30 days: 2 days in a row now, 2 at the longest."
    days = meanings(told(answered((-5, "a", Grade.GOOD))))["days"]
    assert days == "You studied on 1 of the last 30 days: no day in a row just now, 1 at the longest."


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "0 seconds"), (1, "1 second"), (59, "59 seconds"), (59.6, "1 minute"), (60, "1 minute"),
     (150, "2 minutes"), (3580, "1 hour"), (3600, "1 hour"), (5400, "1.5 hours"), (4_000_000, "1,111.1 hours")],
)  # fmt: skip
def test_lengths_of_time_in_words(seconds: float, words: str) -> None:
    assert long_time(seconds) == words


def test_a_share_of_nothing_is_a_dash() -> None:
    assert (percent(None), percent(0.905)) == ("–", "90 %")


@given(
    st.lists(st.tuples(st.integers(0, 400), st.integers(0, 400)).map(sorted), max_size=5),
    st.tuples(st.integers(0, 400), st.integers(0, 400)).map(sorted),
)
def test_sentences_can_be_made_of_any_shares(pairs: list[list[int]], lately: list[int]) -> None:
    kinds = tuple(Group(f"k{n}", "", 9, Rate(reviews, known)) for n, (known, reviews) in enumerate(pairs))
    whole = sum((each.rate for each in kinds), Rate())
    kept = replace(some().retention, all=whole, lately=Rate(lately[1], lately[0]))
    said = meanings(replace(some(), retention=kept, kinds=kinds, tags=kinds, sections=kinds))
    assert said.keys() == set(NAMES)
