"""Shares and their bounds, held against published figures and against counting."""

from __future__ import annotations

from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.study.statistics.proportion import CONFIDENCE, Rate, chance, differ

rates = st.integers(1, 500).flatmap(lambda n: st.integers(0, n).map(lambda known: Rate(n, known)))


@pytest.mark.parametrize(
    ("known", "reviews", "low", "high"),
    # Newcombe, Statistics in Medicine 17 (1998), table I, method 3
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_bounds_are_those_published(known: int, reviews: int, low: float, high: float) -> None:
    assert Rate(reviews, known).bounds == pytest.approx((low, high), abs=0.0001)


@given(rates)
def test_bounds_solve_the_equation_they_come_from(rate: Rate) -> None:
    share = rate.known / rate.reviews
    for bound in rate.bounds:
        if 0.001 < bound < 0.999:
            error = (bound * (1 - bound) / rate.reviews) ** 0.5
            assert abs(bound - share) == pytest.approx(CONFIDENCE * error, abs=1e-9)


@given(rates)
def test_more_reviews_of_the_same_share_lie_closer_together(rate: Rate) -> None:
    low, high = rate.bounds
    assert 0 <= low <= rate.known / rate.reviews <= high <= 1
    more = Rate(rate.reviews * 4, rate.known * 4).bounds
    assert more[1] - more[0] < high - low


def test_nothing_is_known_of_no_reviews() -> None:
    assert (Rate().share, Rate().bounds) == (None, (0.0, 1.0))
    assert chance(Rate(), Rate(50, 40)) == chance(Rate(), Rate()) == 1.0


def test_chance_is_that_of_the_handbook() -> None:
    # pooled share 0.8, error 0.04, so that the shares lie 2.5 errors apart: 0.0124 in the table of the normal curve
    assert chance(Rate(200, 170), Rate(200, 150)) == pytest.approx(0.0124, abs=0.0001)


@given(rates, rates)
def test_chance_has_no_sides_and_speaks_of_enough_only(one: Rate, other: Rate) -> None:
    assert chance(one, other) == pytest.approx(chance(other, one))
    assert 0 <= chance(one, other) <= 1
    both = one + other
    if min(both.known, both.forgotten) * min(one.reviews, other.reviews) / both.reviews < 5:
        assert not differ(one, other)


@pytest.mark.parametrize("share", [0.5, 0.8])
def test_chance_is_right_as_often_as_it_says(share: float) -> None:
    """Of two groups of 60 with one true share, at most about 5 of 100 pairs of outcomes are called different."""
    number = 60
    odds = [comb(number, k) * share**k * (1 - share) ** (number - k) for k in range(number + 1)]
    wrong = sum(
        odds[a] * odds[b]
        for a in range(number + 1)
        for b in range(number + 1)
        if differ(Rate(number, a), Rate(number, b))
    )
    assert wrong < 0.06


def test_the_more_comparisons_the_more_it_takes() -> None:
    pair = Rate(200, 170), Rate(200, 150)
    assert differ(*pair, 4)
    assert not differ(*pair, 5)
