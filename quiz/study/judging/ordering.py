"""Items put in order by a learner: how they are handed over, and how far they stand right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from quiz.study.model import Verdict


def handed(items: Iterable[str]) -> str:
    """Write items as the learner put them, one a line, as they are kept in the history."""
    return "\n".join(items)


def sequence(given: str) -> tuple[str, ...]:
    """Read the items of an answer; () for none."""
    return tuple(given.split("\n")) if given.strip() else ()


def judge_order(right: Sequence[str], given: Sequence[str]) -> Verdict:
    """Judge an order: right as a whole or not; near where only two neighbours changed places. Says how many stand."""
    if not given:
        return Verdict(right=False, reason="no answer")
    if tuple(given) == tuple(right):
        return Verdict(right=True)
    misplaced = [at for at, place in enumerate(places(right, given)) if place != at]
    if neighbours(right, given):
        return Verdict(right=False, close=True, reason="only two neighbours changed places")
    standing = len(right) - len(misplaced)
    return Verdict(right=False, reason=f"{standing or 'none'} of {len(right)} stand{'s' * (standing == 1)} right")


def places(right: Sequence[str], given: Sequence[str]) -> tuple[int | None, ...]:
    """Tell for each item, in the right order, at which place the learner put it, from 0; None if at none."""
    put = {item: at for at, item in enumerate(given)}
    return tuple(put.get(item) for item in right)


def neighbours(right: Sequence[str], given: Sequence[str]) -> bool:
    """Whether swapping two neighbours makes a given order the right one; of two items that is no near miss."""
    wrong = [at for at, place in enumerate(places(right, given)) if place != at]
    pairs = len(wrong) == 2 and len(right) > 2 and len(given) == len(right)
    return pairs and all(after - before == 1 for before, after in pairwise(wrong))
