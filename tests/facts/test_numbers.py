"""Values of numbers in digits and words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.facts.dates import month_number, ordinal
from quiz.facts.figures import number_value, words_value
from quiz.questions.answers.number_form import in_words


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("0", 0),
        ("37", 37),
        ("1,204,518", 1_204_518),
        ("4.75", 4.75),
        ("3½", 3.5),
        ("3 1/2", 3.5),
        ("¾", 0.75),
        ("2 ⅓", 2 + 1 / 3),
        ("zero", 0),
        ("thirty-seven", 37),
        ("Thirty-seven", 37),
        ("a hundred", 100),
        ("two hundred and five", 205),
        ("three thousand four hundred", 3_400),
        ("twelve thousand", 12_000),
        ("five million two hundred thousand", 5_200_000),
        ("two billion", 2e9),
    ],
)
def test_the_value_of_a_number(written: str, value: float) -> None:
    assert number_value(written) == pytest.approx(value)


@pytest.mark.parametrize("written", ["", "several", "and", "1/0 of", "x"])
def test_what_is_no_number_has_no_value(written: str) -> None:
    assert number_value(written) is None


@given(st.integers(0, 999_999))
def test_words_are_read_as_they_are_written(value: int) -> None:
    assert number_value(in_words(value)) == value
    assert words_value(in_words(value).replace("-", " ").split()) == value


@given(st.integers(0, 10**12))
def test_digits_are_read_with_and_without_separators(value: int) -> None:
    assert number_value(f"{value:,}") == number_value(str(value)) == value


@pytest.mark.parametrize(
    ("word", "value"), [("first", 1), ("21st", 21), ("Twelfth", 12), ("twenty-first", 21), ("May", None)]
)
def test_ordinals(word: str, value: int | None) -> None:
    assert ordinal(word) == value


@pytest.mark.parametrize(("name", "number"), [("January", 1), ("Sept.", 9), ("sep", 9), ("MAY", 5), ("Dec.", 12)])
def test_months(name: str, number: int) -> None:
    assert month_number(name) == number
