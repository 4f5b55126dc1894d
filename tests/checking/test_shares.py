"""What is told over a whole deck: no more than chance allows, and what chance would not bring about."""

from __future__ import annotations

from math import comb

import pytest

from quiz.checking.shares import LEVEL, Share, at_most


def tail(held: int, cards: int, chance: float) -> float:
    """How probable it is that something of one chance holds so often or more."""
    return sum(comb(cards, each) * chance**each * (1 - chance) ** (cards - each) for each in range(held, cards + 1))


@pytest.mark.parametrize("chance", [0.2, 0.25, 1 / 3, 0.5])
def test_the_bound_is_one_and_no_looser_than_is_useful(chance: float) -> None:
    for cards in range(1, 61):
        for held in range(cards + 1):
            exact, bound = tail(held, cards, chance), at_most(held, cards, chance)
            assert exact <= bound * (1 + 1e-9)
            assert at_most(cards, cards, chance) == pytest.approx(chance**cards)
            assert bound < 12 * exact or held <= cards * chance


@pytest.mark.parametrize(
    ("held", "cards", "chance", "telling"),
    [
        (12, 12, 0.5, True),
        (11, 11, 0.5, False),
        (11, 12, 0.5, False),
        (6, 6, 0.25, True),
        (5, 5, 0.25, False),
        (19, 30, 0.25, True),
        (18, 30, 0.25, False),
        (400, 1000, 0.25, False),
        (500, 1000, 0.5, False),
        (0, 0, 0.5, False),
    ],
)
def test_a_share_is_told_where_it_helps_to_guess(held: int, cards: int, chance: float, *, telling: bool) -> None:
    share = Share()
    for at in range(cards):
        share.count(chance, held=at < held)

    assert share.telling is telling
    assert not telling or tail(held, cards, chance) < LEVEL
