"""Which options speak of the others."""

from __future__ import annotations

import pytest

from quiz.deck.pinning import pinned

LAST = (
    "All of the above",
    "all of these.",
    "ALL THE ABOVE",
    "All are correct",
    "All three of them",
    "All of the other answers are right",
    "None of the above",
    "None of these",
    "none",
    "Neither",
    "Neither of the above",
    "Neither A nor B",
    "Both",
    "Both of them",
    "Both a and b",
    "A and C only",
    "1 & 3",
    "a, b and c",
    "i and iii",
    "Either of these",
    "More than one of the above",
    "Two of these",
    "Any of the options",
    "I don’t know",
    "Not enough information",
    "Cannot be determined",
)
FREE = (
    "1.2",
    "3–4",
    "1/2",
    "a",
    "B",
    "Vitamin A and iron",
    "All the king’s men",
    "Both sides of the river flooded in the spring of that year, and nobody had been warned of it before",
    "None but the brave",
    "Neither France nor Spain",
    "The above-mentioned treaty",
    "Bothnia",
    "Some of the ministers",
    "",
    "[/ b",
)


@pytest.mark.parametrize("option", LAST)
def test_pinned(option: str) -> None:
    assert pinned(option) is not None


@pytest.mark.parametrize("option", FREE)
def test_not_pinned(option: str) -> None:
    assert pinned(option) is None


def test_two_others_by_their_own_words() -> None:
    others = ("Tigris", "the Euphrates", "Nile")

    assert pinned("Both Tigris and Euphrates", others) is not None
    assert pinned("neither the Tigris nor the Nile", others) is not None
    assert pinned("Both Danube and Rhine", others) is None
