"""Answers of several parts: any order, any separators, slips forgiven, what is missing told, and shares for an exam."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.deck.model import Card, together
from quiz.study.asking import ask
from quiz.study.judging.grading import judge, share


def of(*parts: str, **more: tuple[str, ...]) -> Card:
    return Card(together(parts), question="Which?", all_of=parts, **more)  # type: ignore[arg-type]


FLAG = of("red", "white", "blue")


@pytest.mark.parametrize(
    ("given", "right", "close", "reason", "part"),
    [
        ("red, white, blue", True, False, "", 1),
        ("Blue; the red; WHITE", True, False, "", 1),
        ("blue and white & red", True, False, "", 1),
        ("white red blue", True, False, "", 1),
        ("red, whiet, blue", True, True, "swapped", 1),
        ("red, white", False, True, "2 of 3 named", Fraction(2, 3)),
        ("red, red, red", False, True, "1 of 3 named", Fraction(1, 3)),
        ("red, green, blue", False, False, "“green” does not belong to them", Fraction(1, 3)),
        ("red, white, blue, green", False, False, "“green” does not belong to them", Fraction(2, 3)),
        ("green", False, False, "0 of 3 named", 0),
        ("", False, False, "no answer", 0),
    ],
)
def test_parts_are_judged_one_by_one(*, given: str, right: bool, close: bool, reason: str, part: Fraction) -> None:
    verdict = judge(FLAG, given)

    assert (verdict.right, verdict.close) == (right, close)
    assert reason in verdict.reason
    assert share(FLAG, given) == part


@pytest.mark.parametrize("given", ["Rome, Paris, Texas", "Paris, Texas; Rome", "paris, texas and Rome"])
def test_a_part_may_hold_a_comma(given: str) -> None:
    assert judge(of("Paris, Texas", "Rome"), given).right


def test_parts_are_judged_as_answers_are() -> None:
    card = of("17 November 1869", "193 km", "Ferdinand de Lesseps")

    assert judge(card, "ferdinand de lesseps; 120 miles; 17/11/1869").right
    assert not judge(card, "ferdinand de lesseps; 193 miles; 17/11/1869").right


def test_what_is_accepted_is_right_as_a_whole() -> None:
    card = of("red", "white", "blue", accept=("the colours of the Tricolore",))

    assert judge(card, "colours of the Tricolore").right
    assert share(card, "colours of the tricolore") == 1


def test_they_are_typed_where_nothing_wrong_is_offered() -> None:
    question = ask(of("red", "white", "blue"), "seed", preferred="choice")

    assert (question.way, question.expected) == ("typed", "3 parts with commas between, in any order")
    assert ask(of("x" * 60, "y"), "seed").way == "reveal"


@given(st.lists(st.text("abcdefgh", min_size=1, max_size=6), min_size=2, max_size=6, unique=True), st.data())
def test_every_order_with_any_separator_is_right(parts: list[str], data: st.DataObject) -> None:
    order = data.draw(st.permutations(parts))
    between = data.draw(st.sampled_from([", ", "; ", " ,", "\n", " & "]))

    assert judge(of(*parts), between.join(order)).right
    assert share(of(*parts), between.join(order)) == 1
    missing = judge(of(*parts), between.join(order[1:]))
    assert not missing.right


def test_in_parts_with_maths_every_sign_counts() -> None:
    card = Card(together(("$x^2$", "$f(x, y)$")), question="Which?", all_of=("$x^2$", "$f(x, y)$"))

    assert judge(card, "x^2; f(x, y)").right
    assert judge(card, "f(x, y), x²").right
    assert not judge(card, "x₂; f(x, y)").right
