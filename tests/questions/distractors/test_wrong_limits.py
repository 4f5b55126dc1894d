"""Wrong figures and dates that what is asked does not rule out."""

from __future__ import annotations

import re
from calendar import weekday

import pytest

from quiz.questions.answers.date_shape import years_in
from quiz.questions.answers.number_form import plain_value
from quiz.questions.answers.written import answer_of
from quiz.questions.distractors.chance import Chance
from quiz.questions.distractors.wrong_dates import wrong_dates
from quiz.questions.distractors.wrong_figures import wrong_figures
from tests.questions.distractors.test_wrong_dates import date_of
from tests.questions.distractors.test_wrong_figures import figure_of

FEW = range(40)


def values(text: str, shown: str, seed: int) -> list[float]:
    """The numbers of the wrong answers for the figure of a text, where the card shows this."""
    figure = figure_of(text)
    found = wrong_figures(figure, answer_of(figure), [], Chance(str(seed)), shown)
    return [value for one in found if (value := plain_value(one)) is not None]


def test_no_figure_that_the_bound_makes_right_as_well() -> None:
    for seed in FEW:
        assert min(values("more than 500 people", "", seed)) > 500
        assert min(values("at least 60 percent", "", seed)) > 60
        assert max(values("fewer than 80 ships", "", seed)) < 80


@pytest.mark.parametrize(
    ("text", "shown", "low", "high"),
    [
        ("303 men", "Of the 400 captured, how many men were sentenced to death?", 0, 400),
        ("303 men", "How many of the town’s 400 remaining men were sentenced to death?", 0, 400),
        ("$17.80", "From how much had margins climbed to a high of $26.40?", 0, 26.4),
        ("46 percent", "What share of exports went to China, compared with 8 percent before?", 8, 100),
        ("12 miles", "How many miles behind the front, 5 miles from the sea, was it?", 5, 1000),
        ("48 °C", "", 30, 70),
        ("39 years old", "", 25, 60),
    ],
)
def test_within_what_the_card_tells(text: str, shown: str, low: float, high: float) -> None:
    for seed in FEW:
        found = values(text, shown, seed)
        assert len(found) == 3
        assert low < min(found) <= max(found) < high


def test_a_narrow_gap_is_no_limit_but_for_parts() -> None:
    assert len(values("9 miles", "How many miles, 8 miles from the sea and 10 miles from the front, was it?", 1)) == 3
    assert max(values("2 men", "How many of the 4 men fell?", 1), default=3) <= 3


def test_nothing_is_drawn_for_what_was_halved() -> None:
    figure = figure_of("halved")
    assert wrong_figures(figure, "halved", [], Chance("1")) == []


def test_years_stay_between_those_that_are_asked_with_them() -> None:
    for seed in FEW:
        date, chance = date_of("in 1848"), Chance(str(seed))
        found = wrong_dates(
            date, "1848", [], 1900, chance, "Begun in 1815 and ended in 1870, in what year was it forbidden?"
        )
        assert len(found) == 3
        assert all(1815 < year < 1870 for one in found for year in years_in(one))


def test_days_fall_on_the_weekday_before_the_gap() -> None:
    date = date_of("on 3 July 1938")
    for seed in FEW:
        for one in wrong_dates(date, "3 July 1938", [], 1950, Chance(str(seed)), "On Sunday {{}} it ran."):
            day, month, year = re.split(r" ", one)
            assert weekday(int(year), MONTHS.index(month) + 1, int(day)) == 6


MONTHS = "January February March April May June July August September October November December".split()
