"""What a fair teacher never does, whatever the answer: properties of judging."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from quiz.deck.model import Card, Kind
from quiz.study.judging.by_words import by_slip
from quiz.study.judging.confusable import PAIRS, another
from quiz.study.judging.folding import fold
from quiz.study.judging.grading import judge
from quiz.study.judging.quantities import quantity
from quiz.study.judging.slips import slip
from quiz.study.judging.units import MEASURES, converted
from tests.growth import grows_linearly

EVERY_KIND: tuple[Kind, ...] = ("", "date", "figure", "quote")
KINDS = st.sampled_from(EVERY_KIND)
WORDS = st.lists(st.text("abcdeiorstuéüñ", min_size=2, max_size=9), min_size=1, max_size=3).map(" ".join)
ANSWERS = WORDS | st.sampled_from(
    ["Henry VIII", "5 km", "about 100", "4 July 1829", "the 1840s", "19th century", "a third", "spring 1908", "1939–45",
     "Angela Merkel", "red, white and blue", "Treaty of Turkmenchay", "-40 °C", "90 minutes", "Burma (Myanmar)", "$4bn"]
)  # fmt: skip
ACCENTS = "\u0301\u0308\u0327"


@given(ANSWERS, st.lists(ANSWERS, max_size=3).map(tuple), KINDS)
def test_every_accepted_answer_is_right_without_a_word(answer: str, accept: tuple[str, ...], kind: Kind) -> None:
    card = Card(answer, "Who was it?", kind=kind, accept=accept)

    for right in (answer, *accept):
        verdict = judge(card, right)
        assert verdict.right
        assert not verdict.close
        assert not verdict.reason


@given(ANSWERS, ANSWERS, KINDS)
def test_a_wrong_answer_of_the_card_is_never_right(answer: str, wrong: str, kind: Kind) -> None:
    assume(fold(answer) != fold(wrong))
    plainly = judge(Card(answer, "Who was it?", kind=kind), wrong)
    assume(not (plainly.right and not plainly.close and not plainly.reason))  # the deck contradicts itself

    assert not judge(Card(answer, "Who was it?", kind=kind, distractors=(wrong,)), wrong).right


@given(ANSWERS, ANSWERS, KINDS, st.data())
def test_case_accents_and_articles_change_no_verdict_from_right_to_wrong(
    answer: str, typed: str, kind: Kind, data: st.DataObject
) -> None:
    card = Card(answer, "Who was it?", kind=kind)
    if not judge(card, typed).right:
        typed = answer
    letters = [at for at, letter in enumerate(typed) if letter.isalpha()]
    at = data.draw(st.sampled_from(letters or [len(typed) - 1])) + 1

    assert judge(card, typed.upper()).right
    assert judge(card, f"the {typed}").right
    assert judge(card, f" {typed}. ").right
    assert judge(card, typed[:at] + data.draw(st.sampled_from(ACCENTS)) + typed[at:]).right


@given(st.text("abcdeiorst", min_size=5, max_size=14), st.integers(1, 13), st.sampled_from("aeinrst"))
def test_a_slip_is_one_both_ways(one: str, at: int, letter: str) -> None:
    other = one[:at] + letter + one[at + 1 :]
    assume(len(one) == len(other) and one != other)

    assert slip(one, other) == slip(other, one)
    assert slip(one, other) or another(one, other)


@given(st.sampled_from(sorted(PAIRS)))
def test_words_known_to_be_others_are_no_slips(pair: tuple[str, str]) -> None:
    verdict = by_slip(Card(pair[0]), *pair)

    assert not (verdict and verdict.right)
    assert not judge(Card(pair[0]), pair[1]).right


@given(st.integers(1, 10**6), st.sampled_from(sorted(MEASURES)), st.data())
def test_an_amount_in_another_unit_comes_back_the_same(number: int, unit: str, data: st.DataObject) -> None:
    alike = [name for name, measure in MEASURES.items() if measure.dimension == MEASURES[unit].dimension]
    other = data.draw(st.sampled_from(alike))
    there = converted(Fraction(number), unit, other)

    assert there is not None
    assert converted(there, other, unit) == number


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.sampled_from(["", " km", " percent", " years"]))
def test_another_amount_of_the_same_unit_is_never_right(number: int, other: int, unit: str) -> None:
    assert judge(Card(f"{number}{unit}", kind="figure"), f"{other}{unit}").right == (number == other)


@given(st.integers(100, 10**6), st.integers(100, 10**6), st.integers(1, 30))
def test_tolerance_is_kept_to_the_unit(number: int, other: int, margin: int) -> None:
    near = abs(number - other) <= margin
    share = abs(number - other) * 100 <= number * margin

    assert judge(Card(f"{number} km", tolerance=str(margin)), f"{other} km").right == near
    assert judge(Card(f"{number} km", tolerance=f"{margin}%"), f"{other} km").right == share
    assert judge(Card(f"{number} km", tolerance=f"{margin}%"), str(other)).right == share


@pytest.mark.parametrize(("text", "value"), [("1.100", "1100"), ("3,5", "3.5"), ("1.234.567,8", "1234567.8")])
def test_numbers_as_other_countries_write_them(text: str, value: str) -> None:
    assert judge(Card(value, kind="figure"), text).right


def test_money_is_never_converted() -> None:
    names = ["dollars", "euros", "yen", "rubles", "pounds sterling"]

    for one, other in product(names, names):
        assert judge(Card(f"5 {one}", kind="figure"), f"5 {other}").right == (one == other), (one, other)
    assert quantity("£5") == quantity("5 pounds sterling")


def test_an_answer_in_brackets_or_one_of_two_is_enough() -> None:
    assert judge(Card("take (a photo)"), "take").reason == "what stands in brackets may be left out"
    assert judge(Card("car / automobile"), "automobile").reason == "either is right"
    assert judge(Card("car / automobile"), "automobil").close
    assert not judge(Card("car / automobile"), "auto").right


@pytest.mark.parametrize("kind", EVERY_KIND)
@pytest.mark.parametrize(
    "piece", ["1,", "1.", "a ", "and ", "one ", "-", "(", "()", " / ", "'s ", "1 to ", "c. ", "of "]
)
def test_hostile_answers_take_linear_time(kind: Kind, piece: str) -> None:
    def work(size: int) -> None:
        text = (piece * size)[:size]
        judge(Card(text, "Who was it?", kind=kind, tolerance="5%"), text + "x")
        judge(Card("x", "Who was it?", kind=kind, distractors=(text,) * 3), text)

    assert grows_linearly(work, 2500)
