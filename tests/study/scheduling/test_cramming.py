"""Cards to practise: all that were picked, in an order that a seed decides."""

from __future__ import annotations

from datetime import timedelta

from quiz.config import StudyConfig
from quiz.study.model import Marks
from quiz.study.scheduling.choosing import Standing
from quiz.study.scheduling.cramming import crammed, unsuspended
from tests.study.sample_decks import MORNING, deck_of, due


def test_all_are_practised_once_and_the_seed_decides() -> None:
    deck = deck_of(20)
    standing = Standing({("rivers", "rivers3"): due(MORNING + timedelta(days=9))})
    items = crammed([(deck, card) for card in deck.cards], standing, StudyConfig(), "a")

    assert {item.card.id for item in items} == {card.id for card in deck.cards}
    assert len(items) == 20
    assert [item.card.id for item in items if not item.new] == ["rivers3"]
    assert items == crammed([(deck, card) for card in deck.cards], standing, StudyConfig(), "a")
    assert items != crammed([(deck, card) for card in deck.cards], standing, StudyConfig(), "b")


def test_suspended_cards_of_a_deck_are_left_out() -> None:
    deck = deck_of(3)
    standing = Standing(
        marks={("rivers", "rivers1"): Marks(suspended=True), ("rivers", "rivers2"): Marks(flagged=True)}
    )

    assert [card.id for _deck, card in unsuspended([deck], standing)] == ["rivers0", "rivers2"]
