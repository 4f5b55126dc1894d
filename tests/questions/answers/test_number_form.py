"""Numbers written the way others are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.questions.answers.number_form import in_words, like, plain_value


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "zero"),
        (13, "thirteen"),
        (40, "forty"),
        (37, "thirty-seven"),
        (100, "one hundred"),
        (205, "two hundred and five"),
        (12_000, "twelve thousand"),
        (999_999, "nine hundred and ninety-nine thousand nine hundred and ninety-nine"),
    ],
)
def test_in_words(value: int, words: str) -> None:
    assert in_words(value) == words


@pytest.mark.parametrize(
    ("written", "value", "other"),
    [
        ("37", 24, "24"),
        ("1,204 ships", 1_850, "1,850 ships"),
        ("more than 20 per cent", 13, "more than 13 per cent"),
        ("$3.4 billion", 2.8, "$2.8 billion"),
        ("$3.40", 2.8, "$2.80"),
        ("thirty-seven", 24, "twenty-four"),
        ("Thirty-seven men", 24, "Twenty-four men"),
        ("about five days", 6, "about six days"),
        ("9000", 12_000, "12,000"),
        ("half", 3, None),
        ("five", 2.5, None),
    ],
)
def test_like(written: str, value: float, other: str | None) -> None:
    assert like(written, value) == other


@pytest.mark.parametrize(
    ("written", "value"), [("about 1,100 miles", 1_100), ("five days", 5), ("$3.4 billion", 3.4), ("a half", None)]
)
def test_plain_value(written: str, value: float | None) -> None:
    assert plain_value(written) == value


@given(st.integers(0, 99), st.integers(0, 99))
def test_a_number_written_like_another_has_its_own_value(one: int, two: int) -> None:
    assert plain_value(like(in_words(one), two) or "") == two
    assert plain_value(like(f"{one:,} ships", two) or "") == two
