"""What is studied: due, then new up to a number a day, in order, decks interleaved."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.deck.model import Card, Deck
from quiz.errors import QuizError
from quiz.study.choosing import ahead, chosen, day_start, interleaved, waiting
from quiz.study.session import Item
from tests.study.sample_decks import MORNING, deck_of, due


def ids(items: tuple[Item, ...]) -> list[str]:
    return [item.card.id for item in items]


def test_due_then_new_then_later() -> None:
    deck = deck_of(6)
    memories = {
        ("rivers", "rivers1"): due(MORNING - timedelta(days=2)),
        ("rivers", "rivers2"): due(MORNING + timedelta(hours=9)),
        ("rivers", "rivers3"): due(MORNING + timedelta(days=9)),
        ("rivers", "rivers4"): due(MORNING + timedelta(minutes=9), state=1),
    }

    found = waiting(deck, memories, MORNING, new_a_day=1)

    assert ids(found.due) == ["rivers1", "rivers2"]
    assert ids(found.new) == ["rivers0"]
    assert ids(found.later) == ["rivers5", "rivers4", "rivers3"]
    assert found.next_due == MORNING + timedelta(minutes=9)
    assert ids(chosen([found])) == ["rivers1", "rivers2", "rivers0"]
    assert ids(ahead([found], 2)) == ["rivers5", "rivers4"]
    assert [item.new for item in chosen([found])] == [False, False, True]


@pytest.mark.parametrize(("begun", "left"), [(0, 20), (15, 5), (20, 0), (99, 0)])
def test_new_cards_of_a_day(begun: int, left: int) -> None:
    assert len(waiting(deck_of(50), {}, MORNING, begun=begun).new) == left


@pytest.mark.parametrize(("hour", "day"), [(0, 21), (3, 21), (4, 22), (23, 22)])
def test_the_day_begins_at_four_local_time(hour: int, day: int) -> None:
    zone = timezone(timedelta(hours=5))

    assert day_start(datetime(2026, 11, 22, hour, 59, tzinfo=zone)) == datetime(2026, 11, day, 4, tzinfo=zone)


@given(st.lists(st.integers(0, 9), max_size=5))
def test_interleaving_keeps_every_card_and_each_order(sizes: list[int]) -> None:
    groups = [tuple(Item(deck, card) for card in deck.cards) for deck in map(deck_of, sizes)]
    groups = [tuple(Item(deck_of(1, f"D{n}"), item.card) for item in group) for n, group in enumerate(groups)]
    merged = interleaved(groups)

    assert len(merged) == sum(sizes)
    for number, group in enumerate(groups):
        assert tuple(item for item in merged if item.deck.title == f"D{number}") == group


def test_a_small_deck_is_spread_over_a_large_one() -> None:
    groups = [[Item(deck, card) for card in deck.cards] for deck in (deck_of(9, "Big"), deck_of(3, "Small"))]
    places = [at for at, item in enumerate(interleaved(groups)) if item.deck.title == "Small"]

    assert places == [2, 6, 10]


def test_a_card_without_identity_is_refused() -> None:
    for deck in (Deck("D", (Card("a"),), id="d"), Deck("D", (Card("a", id="x"),), path="d.yaml")):
        with pytest.raises(QuizError, match=r"without id .*give the deck and each of its cards an `id`"):
            waiting(deck, {}, MORNING)
