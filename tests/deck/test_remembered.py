"""Cards made of what was remembered when they are looked at: the same as ever, and no more of them than needed."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.deck import remembered
from quiz.deck.model import Card, Deck, Passage, Source
from quiz.deck.remembered import PART, RememberedCards, ids_of, packed, siblings_of
from quiz.errors import Place


def again(cards: tuple[Card, ...], path: str = "") -> RememberedCards:
    """Return cards as they are recalled."""
    heads, parts = packed(cards)
    return RememberedCards(json.loads(json.dumps(heads)), [memoryview(part) for part in parts], path)


def cards_of_passages(passages: list[int]) -> tuple[Card, ...]:
    """Return cards, each with its number as id and made of a passage; of none for 0."""
    return tuple(
        Card(f"a{row}", f"q{row}", id=str(row), source=_source(number), place=Place(""))
        for row, number in enumerate(passages)
    )


def _source(number: int) -> Source | None:
    """Return a source of a passage, None for 0."""
    return Source(Passage(f"p{number}")) if number else None


@pytest.fixture(autouse=True)
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "PART", 3)


@given(st.lists(st.integers(0, 3), max_size=10), st.slices(10))
def test_they_are_the_same_as_a_tuple_of_them(passages: list[int], part: slice) -> None:
    cards = cards_of_passages(passages)
    found = again(cards)

    assert found == cards
    assert cards == found
    assert found[part] == cards[part]
    assert (len(found), hash(found), repr(found)) == (len(cards), hash(cards), repr(cards))
    assert [found[row] for row in range(-len(cards), len(cards))] == list(cards + cards)
    assert Deck("Rivers", found) == Deck("Rivers", cards)
    assert found != (*cards, Card("more"))
    with pytest.raises(IndexError):
        found[len(cards)]


@given(st.lists(st.integers(0, 3), max_size=10))
def test_what_tells_them_apart_is_known_without_making_any(passages: list[int]) -> None:
    cards = cards_of_passages(passages)
    found = again(cards)

    assert ids_of(found) == ids_of(cards) == [card.id for card in cards]
    assert siblings_of(found) == list(siblings_of(cards))
    assert not any(found._made)
    numbers = siblings_of(cards)
    shared = {number for number in passages if number and passages.count(number) > 1}
    assert bool(numbers) == bool(shared)
    for one in range(len(numbers)):
        assert (numbers[one] == 0) == (passages[one] == 0)
        assert all((numbers[one] == numbers[two]) == (passages[one] == passages[two]) for two in range(len(numbers)))


def test_one_card_is_made_with_its_neighbours_only_and_once() -> None:
    found = again(cards_of_passages([0] * 10))

    assert found[4] is found[4]
    assert [made is not None for made in found._made] == [False, True, False, False]


def test_they_stand_where_their_deck_lies_now() -> None:
    (card,) = again((replace(Card("a", "q"), place=None),), "moved.yaml")
    assert card.place
    assert card.place.path == "moved.yaml"


def test_parts_are_small_beside_a_deck_that_takes_long() -> None:
    assert PART <= 1000
