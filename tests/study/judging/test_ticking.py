"""Several right options among wrong ones: how they are asked, judged, shared out and kept."""

from __future__ import annotations

from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.deck.model import Card, Deck, together
from quiz.study.asking import TICKED, ask
from quiz.study.history import History
from quiz.study.judging.ordering import handed
from quiz.study.judging.ticking import judge_ticks, ticked, ticks_share
from quiz.study.model import Verdict
from quiz.study.session import Item
from quiz.study.sitting import Desk, Sitting

RIGHT = ("Rhine", "Moselle")
CARD = Card(
    together(RIGHT),
    question="Which rivers meet at Koblenz?",
    id="k",
    all_of=RIGHT,
    distractors=("Danube", "Main", "Aar"),
)


def of(*right: str, wrong: tuple[str, ...] = ("green", "black")) -> Card:
    return Card(together(right), question="Which?", id="c", all_of=right, distractors=wrong)


def test_they_are_options_while_they_are_new_and_typed_once_they_are_known() -> None:
    new, known = ask(CARD, "x"), ask(CARD, "x", preferred="typed")

    assert (new.way, new.ticking, new.one, sorted(new.options)) == (
        "choice", True, False, ["Aar", "Danube", "Main", "Moselle", "Rhine"]
    )  # fmt: skip
    assert (known.way, known.ticking, known.options) == ("typed", False, ())
    assert ask(CARD, "x", forced="reveal").way == "reveal"


@pytest.mark.parametrize(
    ("options", "given", "right"),
    [
        (("x", "x\ny", "z"), "x\ny\nz", ("x\ny", "z")),
        (("x", "x\ny", "y\nz"), "x\ny\nz", ("x", "y\nz")),
        (("x\ny", "x", "z"), "x\nz", ("x", "z")),
        (("x", "y"), "x\nz", ("x",)),
        (("x", "y"), "", ()),
    ],
)
def test_options_of_several_lines_are_told_apart(options: tuple[str, ...], given: str, right: tuple[str, ...]) -> None:
    assert ticked(options, given) == right


def test_without_a_wrong_answer_or_with_too_many_right_ones_they_are_typed() -> None:
    assert ask(of("red", "white", wrong=()), "x").way == "typed"
    assert ask(of("red", "white", wrong=("Red", "white")), "x").way == "typed"
    nine = tuple(f"n{number}" for number in range(TICKED))
    assert ask(of(*nine), "x").way == "typed"
    assert len(ask(of(*nine[1:]), "x").options) == TICKED


def test_long_ones_are_ticked_whatever_is_wanted() -> None:
    assert ask(of("x" * 60, "y"), "x", preferred="typed").ticking


@pytest.mark.parametrize(
    ("right", "wrong", "shown"), [(2, 9, 5), (3, 9, 6), (4, 9, 8), (5, 9, 9), (8, 9, 9), (4, 1, 5)]
)
def test_as_many_wrong_ones_as_right_ones_and_at_least_three(right: int, wrong: int, shown: int) -> None:
    parts = tuple(f"right {number}" for number in range(right))
    options = ask(of(*parts, wrong=tuple(f"wrong {number}" for number in range(wrong))), "x").options

    assert len(options) == shown
    assert set(parts) <= set(options)


def test_they_are_laid_out_as_other_options_are() -> None:
    assert ask(of("1813", "1829", wrong=("1826", "1907")), "x").options == ("1813", "1826", "1829", "1907")
    assert ask(of("red", "blue", wrong=("none of these", "green")), "x").options[-1] == "none of these"
    assert len({ask(CARD, str(seed)).options for seed in range(40)}) > 10


@pytest.mark.parametrize(
    ("chosen", "verdict", "share"),
    [
        ("Rhine Moselle", Verdict(right=True), 1),
        ("Moselle", Verdict(right=False, close=True, reason="1 of 2 ticked"), Fraction(1, 2)),
        ("Rhine Moselle Aar", Verdict(right=False, reason="2 of 2 ticked, and 1 wrong one"), Fraction(1, 2)),
        ("Rhine Aar", Verdict(right=False, reason="1 of 2 ticked, and 1 wrong one"), 0),
        ("Aar Main Danube", Verdict(right=False, reason="0 of 2 ticked, and 3 wrong ones"), 0),
        ("", Verdict(right=False, reason="no answer"), 0),
    ],
)
def test_ticks_are_judged_with_a_word_on_what_they_are(chosen: str, verdict: Verdict, share: Fraction) -> None:
    assert judge_ticks(RIGHT, chosen.split()) == verdict
    assert ticks_share(RIGHT, chosen.split()) == share


LINES = st.text(min_size=1)


@given(st.lists(LINES, min_size=2, max_size=9, unique=True), st.data())
def test_what_was_ticked_is_read_as_it_was_handed_over(options: list[str], data: st.DataObject) -> None:
    chosen = data.draw(st.lists(st.sampled_from([each for each in options if "\n" not in each] or ["x"]), unique=True))
    picked = [option for option in options if option in chosen]

    assert ticked(options, handed(picked)) == tuple(picked)


def test_options_of_several_lines_are_read_whole() -> None:
    options = ("x = 1\nprint(x)\n", "x = 1", "print(x)")

    assert ticked(options, handed([options[0], options[2]])) == (options[0], options[2])
    assert ticked(options, handed(options[1:])) == options[1:]
    assert ticked(options, "something else") == ()


@given(st.sets(st.integers(0, 8)), st.sets(st.integers(0, 8), min_size=1))
def test_the_share_is_whole_for_the_right_ones_alone(chosen: set[int], right: set[int]) -> None:
    share = ticks_share({str(each) for each in right}, [str(each) for each in chosen])

    assert 0 <= share <= 1
    assert (share == 1) == (chosen == right)
    assert judge_ticks({str(each) for each in right}, [str(each) for each in chosen]).right == (chosen == right)


def test_ticks_are_kept_as_a_choice_of_their_texts(tmp_path: Path) -> None:
    history = History(tmp_path / "h.db")
    desk = Desk(history, lambda: datetime(2026, 1, 1, tzinfo=UTC))
    sitting = Sitting([Item(Deck("Rivers", (CARD,), id="rivers"), CARD)], desk)
    sitting.reply("Rhine\nMain")
    sitting.next()
    sitting.reply(handed(option for option in sitting.session.question.options if option in RIGHT))

    kept = [(review.way, set(review.answer.split("\n")), review.right) for review in history.reviews()]
    assert kept == [("choice", {"Rhine", "Main"}, False), ("choice", set(RIGHT), True)]
    history.close()
