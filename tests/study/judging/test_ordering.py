"""Items put in order: how they are asked, judged and kept."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.deck.model import Card, Deck, chain
from quiz.study.asking import ask
from quiz.study.history import History
from quiz.study.judging.ordering import handed, judge_order, places, sequence
from quiz.study.model import Verdict, Way
from quiz.study.session import Item, Session
from quiz.study.sitting import Desk, Sitting

RIGHT = ("seed", "shoot", "bud", "flower")
CARD = Card(chain(RIGHT), question="What comes first?", id="plant", kind="order", ordered=RIGHT)
DECK = Deck("Plants", (CARD,), id="plants")


@pytest.mark.parametrize("known", [True, False])
@pytest.mark.parametrize("forced", [None, "choice", "typed"])
def test_items_are_asked_to_be_put_in_order_never_to_be_typed(forced: Way | None, *, known: bool) -> None:
    question = ask(CARD, "x", preferred="typed" if known else "choice", forced=forced)

    assert (question.way, question.ordering, sorted(question.options)) == ("choice", True, sorted(RIGHT))


def test_an_order_can_be_thought_of_and_looked_up() -> None:
    question = ask(CARD, "x", forced="reveal")

    assert (question.way, question.ordering, question.options) == ("reveal", False, ())


@given(st.lists(st.text(min_size=1), min_size=2, max_size=9, unique=True), st.text())
def test_items_are_shuffled_by_the_seed_and_never_shown_in_order(items: list[str], seed: str) -> None:
    card = Card(chain(items), id="c", kind="order", ordered=tuple(items))
    shown = ask(card, seed).options

    assert sorted(shown) == sorted(items)
    assert list(shown) != items
    assert shown == ask(card, seed).options


def test_another_seed_gives_another_order() -> None:
    assert len({ask(CARD, str(seed)).options for seed in range(40)}) > 10


@pytest.mark.parametrize(
    ("given", "verdict"),
    [
        ("seed shoot bud flower", Verdict(right=True)),
        ("shoot seed bud flower", Verdict(right=False, close=True, reason="only two neighbours changed places")),
        ("seed shoot flower bud", Verdict(right=False, close=True, reason="only two neighbours changed places")),
        ("bud shoot seed flower", Verdict(right=False, reason="2 of 4 stand right")),
        ("seed bud flower shoot", Verdict(right=False, reason="1 of 4 stands right")),
        ("flower bud shoot seed", Verdict(right=False, reason="none of 4 stand right")),
        ("", Verdict(right=False, reason="no answer")),
        ("seed shoot", Verdict(right=False, reason="2 of 4 stand right")),
    ],
)
def test_an_order_is_judged_with_a_word_on_what_stands(given: str, verdict: Verdict) -> None:
    assert judge_order(RIGHT, given.split()) == verdict


def test_of_two_items_the_wrong_order_is_plainly_wrong() -> None:
    assert judge_order(("atom", "molecule"), ("molecule", "atom")) == Verdict(
        right=False, reason="none of 2 stand right"
    )


@given(st.permutations(range(5)))
def test_places_tell_where_each_item_was_put(by: list[int]) -> None:
    right = tuple("abcde")
    put = [right[at] for at in by]

    assert [put[place] for place in places(right, put) if place is not None] == list(right)
    assert judge_order(right, put).right == (put == list(right))
    assert sequence(handed(put)) == tuple(put)


def test_an_order_is_kept_as_a_choice_with_the_items_in_the_learner_s_order(tmp_path: Path) -> None:
    history = History(tmp_path / "h.db")
    sitting = Sitting([Item(DECK, CARD)], Desk(history, lambda: datetime(2026, 1, 1, tzinfo=UTC)))
    sitting.reply(handed(["shoot", "seed", "bud", "flower"]))
    sitting.next()
    sitting.reply(handed(RIGHT))

    kept = [(review.way, review.answer, review.right) for review in history.reviews()]
    assert kept == [("choice", "shoot\nseed\nbud\nflower", False), ("choice", "seed\nshoot\nbud\nflower", True)]
    assert sitting.session.last
    assert sitting.session.last.verdict == Verdict(right=True)
    history.close()


def test_an_order_that_was_missed_comes_back_in_another_order() -> None:
    session = Session.begin([Item(DECK, CARD)], "s")
    again = session.reply("").next()

    assert again.question.ordering
    assert again.question.options != session.question.options
