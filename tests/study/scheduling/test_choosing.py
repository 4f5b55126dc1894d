"""What is studied: due, then new up to a number a day, in order, decks interleaved."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.config import StudyConfig
from quiz.deck.model import Card, Deck, Passage, Source
from quiz.errors import QuizError
from quiz.study.model import Marks
from quiz.study.scheduling.choosing import AHEAD, Standing, ahead, chosen, interleaved, waiting
from quiz.study.scheduling.days import day_of, day_start
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

    found = waiting(deck, Standing(memories), MORNING, StudyConfig(new_a_day=1))

    assert ids(found.due) == ["rivers1", "rivers2"]
    assert ids(found.new) == ["rivers0"]
    assert ids(found.later) == ["rivers5", "rivers4", "rivers3"]
    assert found.next_due == MORNING + timedelta(minutes=9)
    assert ids(chosen([found])) == ["rivers1", "rivers2", "rivers0"]
    assert ids(ahead([found])) == ["rivers5", "rivers4", "rivers3"]
    assert [item.new for item in chosen([found])] == [False, False, True]


def test_of_siblings_the_due_one_is_asked_wherever_it_stands() -> None:
    passage = Source(Passage("The Tigris runs through Baghdad.", line=1))
    deck = deck_of(4)
    deck = replace(deck, cards=tuple(replace(card, source=passage) for card in deck.cards))
    memories = {
        ("rivers", "rivers1"): due(MORNING + timedelta(days=9)),
        ("rivers", "rivers3"): due(MORNING - timedelta(days=2)),
    }

    found = waiting(deck, Standing(memories), MORNING)
    assert (ids(found.due), ids(found.new), ids(found.later)) == (["rivers3"], [], [])
    assert (found.held, found.fresh) == (3, 2)
    answered = frozenset({("rivers", "rivers0")})
    assert ids(waiting(deck, Standing(memories, answered=answered), MORNING).new) == ["rivers0"]


def test_a_few_cards_are_kept_ready_for_later() -> None:
    found = waiting(deck_of(1500), Standing(), MORNING)

    assert (len(found.new), len(found.later), found.fresh) == (20, AHEAD, 1500)
    assert found.later[0].card.id == "rivers20"


@pytest.mark.parametrize(("begun", "left"), [(0, 20), (15, 5), (20, 0), (99, 0)])
def test_new_cards_of_a_day(begun: int, left: int) -> None:
    assert len(waiting(deck_of(50), Standing(begun={"rivers": begun}), MORNING).new) == left


def test_learning_steps_are_asked_beyond_the_limit_of_a_day() -> None:
    long_ago = MORNING - timedelta(days=2)
    memories = {("rivers", f"rivers{n}"): due(long_ago, state=1 if n == 1 else 2) for n in range(4)}

    assert ids(waiting(deck_of(4), Standing(memories), MORNING, StudyConfig(reviews_a_day=2)).due) == [
        "rivers0",
        "rivers1",
        "rivers2",
    ]


@pytest.mark.parametrize(("hour", "day"), [(0, 21), (3, 21), (4, 22), (23, 22)])
def test_the_day_begins_at_four_local_time(hour: int, day: int) -> None:
    zone = timezone(timedelta(hours=5))

    assert day_start(datetime(2026, 11, 22, hour, 59, tzinfo=zone)) == datetime(2026, 11, day, 4, tzinfo=zone)


@pytest.mark.parametrize(("begins", "waits"), [(4, True), (8, False)])
def test_what_is_put_off_or_comes_today_goes_by_the_learners_day(begins: int, waits: bool) -> None:  # noqa: FBT001
    night = datetime(2026, 11, 22, 23, 0, tzinfo=UTC)
    study = StudyConfig(day_begins=timedelta(hours=begins))
    buried = Marks(buried=day_of(night, study.day_begins))
    early = night + timedelta(hours=7)
    deck, later = deck_of(2), due(night + timedelta(hours=7, minutes=45))

    found = waiting(deck, Standing(marks={("rivers", "rivers0"): buried}), early, study)
    assert ("rivers0" in ids(found.new)) == waits
    found = waiting(deck, Standing({("rivers", "rivers1"): later}), night, study)
    assert (ids(found.due) == ["rivers1"]) != waits


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
            waiting(deck, Standing(), MORNING)
