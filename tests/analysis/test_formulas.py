"""The formulas against numpy from the definitions, their bounds, and published figures."""

from __future__ import annotations

from itertools import pairwise
from math import floor

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.analysis.formulas import (
    alpha,
    alpha_of_means,
    correlation,
    deviation,
    standard_error,
    tails,
    upper_lower,
    variance,
)

SHARES = st.floats(0, 1, width=32)
PAIRS = st.lists(st.tuples(SHARES, SHARES), min_size=2, max_size=40)
BITS = st.integers(0, 1)
MATRICES = st.integers(2, 8).flatmap(
    lambda questions: st.lists(st.lists(BITS, min_size=questions, max_size=questions), min_size=2, max_size=25)
)


@given(PAIRS)
def test_correlation_is_that_of_numpy_and_within_bounds(pairs: list[tuple[float, float]]) -> None:
    xs, ys = zip(*pairs, strict=True)
    found = correlation(xs, ys)
    assert found is None or -1 <= found <= 1
    if np.std(xs) > 1e-6 and np.std(ys) > 1e-6:
        assert found == pytest.approx(np.corrcoef(xs, ys)[0, 1], abs=1e-9)
    assert correlation(ys, xs) == (None if found is None else pytest.approx(found, abs=1e-12))


@given(st.lists(SHARES, min_size=1, max_size=40))
def test_spread_is_that_of_numpy(values: list[float]) -> None:
    assert variance(values) == pytest.approx(np.var(values), abs=1e-12)
    assert deviation(values) == (pytest.approx(np.std(values, ddof=1), abs=1e-6) if len(values) > 1 else None)


@given(MATRICES)
def test_alpha_of_right_and_wrong_is_kuder_and_richardson(matrix: list[list[int]]) -> None:
    answers = np.array(matrix, float)
    p, points, k = answers.mean(0), answers.sum(1), answers.shape[1]
    found = alpha(k, sum(variance(column) for column in answers.T.tolist()), variance(points.tolist()))
    if np.ptp(points) == 0:
        assert found is None
    else:
        assert found == pytest.approx(k / (k - 1) * (1 - (p * (1 - p)).sum() / points.var()))
        assert found is not None
        assert found <= 1 + 1e-12


@given(MATRICES)
def test_alpha_of_means_is_alpha(matrix: list[list[int]]) -> None:
    answers = np.array(matrix, float)
    covariances = np.cov(answers.T, ddof=0)
    k = answers.shape[1]
    between = (covariances.sum() - covariances.trace()) / (k * (k - 1))
    found = alpha_of_means(k, between, covariances.trace() / k)
    expected = alpha(k, sum(variance(column) for column in answers.T.tolist()), variance(answers.sum(1).tolist()))
    assert found == (None if expected is None else pytest.approx(expected))


@given(st.lists(st.tuples(SHARES, st.integers(0, 6)), min_size=2, max_size=40))
def test_the_index_is_between_its_bounds_and_of_no_order(pairs: list[tuple[float, int]]) -> None:
    shares, totals = zip(*pairs, strict=True)
    found = upper_lower(shares, totals)
    assert found is None or -1 <= found <= 1
    assert (found is None) == (len(set(totals)) == 1)
    again = upper_lower(shares[::-1], totals[::-1])
    assert again == (None if found is None else pytest.approx(found, abs=1e-12))


@given(st.lists(st.integers(0, 6), min_size=2, max_size=60))
def test_groups_have_27_percent_each(totals: list[int]) -> None:
    groups = tails(totals)
    if groups is None:
        assert len(set(totals)) == 1
        return
    for group in groups:
        assert sum(group) == pytest.approx(max(1, floor(0.27 * len(totals) + 0.5)))
        assert all(0 <= part <= 1 for part in group)
    assert all(one + other <= 1 + 1e-9 for one, other in zip(*groups, strict=True))


@given(st.lists(SHARES, min_size=2, max_size=40, unique=True), st.data())
def test_without_ties_the_index_is_that_of_the_definition(totals: list[float], data: st.DataObject) -> None:
    shares = data.draw(st.lists(BITS, min_size=len(totals), max_size=len(totals)))
    ranked = sorted(totals)
    if min(b - a for a, b in pairwise(ranked)) < 1e-6:
        return
    size = max(1, floor(0.27 * len(totals) + 0.5))
    order = np.argsort(totals)
    upper, lower = (np.array(shares)[part].mean() for part in (order[-size:], order[:size]))
    assert upper_lower(shares, totals) == pytest.approx(upper - lower)


def test_published_figures() -> None:
    """Wuensch's KR20.txt gives the variances of ten questions and of the points; formula 20 makes .70 of them."""
    variances = [0.21, 0.21, 0.24, 0.21, 0.24, 0.16, 0.21, 0.21, 0.25, 0.24]
    assert alpha(10, sum(variances), 5.84) == pytest.approx(0.696, abs=5e-4)


def test_where_nothing_can_be_told() -> None:
    assert correlation([1.0], [1.0]) is None
    assert correlation([1, 1, 1], [0, 1, 0.5]) is None
    assert correlation([0.1 + 0.2, 0.3, 0.3], [0, 1, 0]) is None
    assert tails([0.5]) is None
    assert alpha(1, 0.2, 0.2) is None
    assert alpha(2, 0.4, 0.0) is None
    assert alpha_of_means(1, 0.1, 0.2) is None
    assert alpha_of_means(2, 0.4, 0.2) is None
    assert standard_error(0.2, -0.1) is None
    assert standard_error(0.2, 0.75) == pytest.approx(0.1)
