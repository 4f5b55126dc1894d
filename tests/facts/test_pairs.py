"""Pairs of numbers are kept in little memory, and are what a list of tuples is to who reads them."""

from __future__ import annotations

import tracemalloc

from hypothesis import given
from hypothesis import strategies as st

from quiz.facts.pairs import Pairs

NUMBERS = st.integers(0, 1 << 30)


@given(st.lists(st.tuples(NUMBERS, NUMBERS)), st.slices(20))
def test_pairs_are_read_like_a_list(told: list[tuple[int, int]], part: slice) -> None:
    pairs = Pairs(told)

    assert list(pairs) == told
    assert list(reversed(pairs)) == told[::-1]
    assert (pairs[part], len(pairs)) == (told[part], len(told))
    assert [pairs[at] for at in range(-len(told), len(told))] == told * 2


def test_a_pair_takes_few_bytes() -> None:
    tracemalloc.start()
    pairs = Pairs((at, at + 1) for at in range(1000, 101_000))
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert held / len(pairs) < 12
