"""The formulas of item analysis, each with its source; all are of numbers alone, and None where they say nothing."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor, fsum, sqrt

TAIL = 0.27
"""The share of takers in the upper, and in the lower group: the one at which they differ most surely (Kelley 1939)."""

EQUAL = 1e-9
"""Shares that differ by less are the same: what is left of rounding is no difference."""


def mean(values: Sequence[float]) -> float:
    """Return the mean of at least one value."""
    return fsum(values) / len(values)


def variance(values: Sequence[float]) -> float:
    """Return the mean squared distance from the mean, of at least one value; 0.0 where all are the same."""
    if alike(values):
        return 0.0
    middle = mean(values)
    return fsum((value - middle) ** 2 for value in values) / len(values)


def deviation(values: Sequence[float]) -> float | None:
    """Return the standard deviation, estimated from a sample (with n - 1); None of fewer than two values."""
    return sqrt(variance(values) * len(values) / (len(values) - 1)) if len(values) > 1 else None


def alike(values: Sequence[float]) -> bool:
    """Whether all values are the same."""
    return max(values) - min(values) <= EQUAL


def correlation(xs: Sequence[float], ys: Sequence[float]) -> float | None:
    """Return Pearson's correlation of pairs, from -1 to 1; None where either does not vary.

    With a question right or wrong it is the point-biserial correlation. With the points of all *other* questions it is
    the discrimination, free of the question's own part in the total (Henrysson, Correction of item-total correlations
    in item analysis, Psychometrika 28, 1963, 211-218).
    """
    if len(xs) < 2 or alike(xs) or alike(ys):
        return None
    x, y = mean(xs), mean(ys)
    both = fsum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True))
    each = sqrt(fsum((a - x) ** 2 for a in xs)) * sqrt(fsum((b - y) ** 2 for b in ys))
    return max(-1.0, min(1.0, both / each))


def tails(totals: Sequence[float]) -> tuple[list[float], list[float]] | None:
    """Return how much of each taker belongs to the upper, and to the lower group; None where all totals are the same.

    A group has 27 % of the takers, rounded, at least one. Takers with equal totals on its edge share the places that
    are left, so that nothing depends on their order.
    """
    if len(totals) < 2 or alike(totals):
        return None
    size = max(1, floor(TAIL * len(totals) + 0.5))
    return _tail(totals, size), _tail([-total for total in totals], size)


def _tail(totals: Sequence[float], size: int) -> list[float]:
    """Return how much of each taker is among the so many with the highest totals."""
    edge = sorted(totals, reverse=True)[size - 1]
    above = sum(total > edge + EQUAL for total in totals)
    level = sum(abs(total - edge) <= EQUAL for total in totals)
    return [
        1.0 if total > edge + EQUAL else (size - above) / level if abs(total - edge) <= EQUAL else 0.0
        for total in totals
    ]


def upper_lower(shares: Sequence[float], totals: Sequence[float]) -> float | None:
    """Return the discrimination index D: the facility in the upper group less that in the lower, from -1 to 1.

    Kelley, The selection of upper and lower groups for the validation of test items, Journal of Educational Psychology
    30, 1939, 17-24; the index is Johnson's (Journal of Educational Psychology 42, 1951).
    """
    groups = tails(totals)
    if groups is None:
        return None
    upper, lower = (
        fsum(part * share for part, share in zip(group, shares, strict=True)) / fsum(group) for group in groups
    )
    return max(-1.0, min(1.0, upper - lower))


def alpha(number: int, within: float, total: float) -> float | None:
    """Return the reliability of so many questions from the sum of their variances and the variance of the points.

    k / (k - 1) * (1 - sum of the questions' variances / variance of the points): coefficient alpha (Cronbach,
    Coefficient alpha and the internal structure of tests, Psychometrika 16, 1951, 297-334). Where each question is
    right or wrong its variance is p(1 - p), and alpha is KR-20 (Kuder and Richardson, The theory of the estimation of
    test reliability, Psychometrika 2, 1937, 151-160, formula 20). None for fewer than two questions, or where all
    takers have the same points.
    """
    if number < 2 or total <= EQUAL**2:
        return None
    return number / (number - 1) * (1 - within / total)


def alpha_of_means(number: float, between: float, within: float) -> float | None:
    """Return alpha of so many questions from their mean covariance (`between`) and mean variance (`within`).

    k * c / (v + (k - 1) * c): alpha, where the sum of variances is k * v and that of covariances k * (k - 1) * c, and
    for another number of such questions the formula of Spearman and Brown (British Journal of Psychology 3, 1910).
    None where it comes to nothing, or to more than 1, which covariances of different takers can.
    """
    below = within + (number - 1) * between
    if number < 2 or below <= EQUAL:
        return None
    found = number * between / below
    return found if found <= 1 else None


def standard_error(spread: float, reliability: float) -> float | None:
    """Return the standard error of measurement, in the units of the spread; None for a negative reliability.

    s * sqrt(1 - r) (Lord and Novick, Statistical Theories of Mental Test Scores, 1968).
    """
    return spread * sqrt(1 - reliability) if 0 <= reliability <= 1 else None
