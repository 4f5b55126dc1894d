"""How reliable the points of a test are, and what each question does to that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from math import fsum

from quiz.analysis.formulas import EQUAL, alpha, alpha_of_means, mean, variance
from quiz.analysis.grid import Question
from quiz.values import dataclass

MOST, MOST_PARTIAL = 1_000, 200
"""Questions that are held against one another, pair by pair, where not everybody took all of them; fewer where their
points are partial or differ, for which a pair takes as many steps as it has takers."""

Pair = tuple[int, int, float, int]
"""Two questions, the sum of the products of their deviations over all who took both, and how many these are, less 1."""


@dataclass(frozen=True, slots=True)
class Reliability:
    """A reliability, and the same without each question; None with the reason why it cannot be told.

    `method` is `KR-20` where each question is right or wrong, for equally many points, `alpha` where points are partial
    or differ, and `alpha of pairs` where not everybody took all questions.
    """

    value: float | None
    method: str
    reason: str
    dropped: tuple[float | None, ...]


def reliability(questions: Sequence[Question], takers: int) -> Reliability:
    """Return the reliability of the points of so many takers."""
    whole = all(len(question.replies) == takers for question in questions)
    clear = all(reply.share in (0.0, 1.0) for question in questions for reply in question.replies)
    clear = clear and len({reply.worth for question in questions for reply in question.replies}) == 1
    method = ("KR-20" if clear else "alpha") if whole else "alpha of pairs"
    nothing = (None,) * len(questions)
    reason = _refused(questions, takers, whole=whole, clear=clear)
    if reason:
        return Reliability(None, method, reason, nothing)
    value, *dropped = _of_all(questions, takers) if whole else _of_pairs(questions, takers, clear=clear)
    if value is None:
        reason = "the answers to one question go with those to no other" if not whole else "all have the same points"
    return Reliability(value, method, reason, tuple(dropped))


def _refused(questions: Sequence[Question], takers: int, *, whole: bool, clear: bool) -> str:
    """Say why a reliability cannot be told; "" if it can."""
    if takers < 2:
        return "it takes two takers or more"
    if len(questions) < 2:
        return "it takes two questions or more"
    if whole:
        return ""
    most = MOST if clear else MOST_PARTIAL
    return f"not everybody took all questions, and there are more than {most:,}" if len(questions) > most else ""


def _of_all(questions: Sequence[Question], takers: int) -> Iterator[float | None]:
    """Yield alpha where everybody took all questions, and then alpha without each of them."""
    rows = [[0.0] * takers for _ in questions]
    for row, question in zip(rows, questions, strict=True):
        for reply in question.replies:
            row[reply.taker] = reply.points
    totals = [fsum(points) for points in zip(*rows, strict=True)]
    items = [variance(row) for row in rows]
    within = fsum(items)
    yield alpha(len(rows), within, variance(totals))
    for own, row in zip(items, rows, strict=True):
        rest = [total - points for total, points in zip(totals, row, strict=True)]
        yield alpha(len(rows) - 1, within - own, variance(rest))


def _of_pairs(questions: Sequence[Question], takers: int, *, clear: bool) -> Iterator[float | None]:
    """Yield alpha where not everybody took all questions, and then alpha without each of them.

    Mean variance and mean covariance are taken over all who took a question, and both questions of a pair: sums of
    squares and of products over the sums of their degrees of freedom. The reliability is that of as many questions as
    one taker had in the mean.
    """
    known = [len(question.replies) for question in questions]
    within, pairs = _of_bits(questions) if clear else _of_points(questions)
    between, freedom = [0.0] * len(questions), [0] * len(questions)
    for one, other, product, free in pairs:
        for at in (one, other):
            between[at] += product
            freedom[at] += free
    yield _pooled(fsum(between) / 2, sum(freedom) / 2, fsum(within), sum(known) - len(known), sum(known) / takers)
    for at, of in enumerate(known):
        yield _pooled(
            fsum(between) / 2 - between[at], sum(freedom) / 2 - freedom[at],
            fsum(within) - within[at], sum(known) - of - len(known) + 1, (sum(known) - of) / takers,
        )  # fmt: skip


def _of_bits(questions: Sequence[Question]) -> tuple[list[float], Iterator[Pair]]:
    """Return the sums of squares of questions that are right or wrong, and their pairs: a taker is a bit."""
    took = [sum(1 << reply.taker for reply in question.replies) for question in questions]
    right = [sum(1 << reply.taker for reply in question.replies if reply.share) for question in questions]

    def pairs() -> Iterator[Pair]:
        for one, other in combinations(range(len(questions)), 2):
            both = (took[one] & took[other]).bit_count()
            if both > 1:
                first, second = (right[one] & took[other]).bit_count(), (right[other] & took[one]).bit_count()
                yield one, other, (right[one] & right[other]).bit_count() - first * second / both, both - 1

    counts = zip(map(int.bit_count, right), map(int.bit_count, took), strict=True)
    return [many - many**2 / of for many, of in counts], pairs()


def _of_points(questions: Sequence[Question]) -> tuple[list[float], Iterator[Pair]]:
    """Return the sums of squares of questions by their points, and their pairs."""
    points = [{reply.taker: reply.points for reply in question.replies} for question in questions]

    def pairs() -> Iterator[Pair]:
        for one, other in combinations(range(len(questions)), 2):
            both = [(first, points[other][taker]) for taker, first in points[one].items() if taker in points[other]]
            if len(both) > 1:
                middle, beside = (mean(each) for each in zip(*both, strict=True))
                product = fsum((first - middle) * (second - beside) for first, second in both)
                yield one, other, product, len(both) - 1

    return [variance(list(each.values())) * len(each) for each in points], pairs()


def _pooled(products: float, pairs: float, squares: float, singles: int, number: float) -> float | None:
    """Return alpha from sums of products and squares, each with its degrees of freedom."""
    if pairs < 1 or singles < 1 or squares <= EQUAL:
        return None
    return alpha_of_means(number, products / pairs, squares / singles)
