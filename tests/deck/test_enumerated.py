"""Every form of an answer of several parts, and its parts told by them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.deck.enumerated import asked, asking, forms, parts_of
from quiz.deck.model import together
from tests.growth import grows_linearly


def typed(parts: list[str]) -> list[str]:
    return [*dict.fromkeys((together(parts), *forms(parts)))]


@given(st.lists(st.text(" ,;and", min_size=1).map(lambda text: " ".join(text.split()) or "x"), min_size=2, max_size=6))
def test_parts_are_told_by_their_forms(parts: list[str]) -> None:
    assert parts_of(typed(parts)) == tuple(parts)


@pytest.mark.parametrize("left", range(1, 6))
def test_parts_are_not_told_where_a_form_lacks(left: int) -> None:
    answers = typed(["red", "blue"])
    assert parts_of(answers[:left] + answers[left + 1 :]) == ()


@pytest.mark.parametrize("answers", [[], ["a; b"], ["a", "a"], ["a", "a", "a"], ["a;b", "a,b", "a and b"]])
def test_other_answers_are_no_parts(answers: list[str]) -> None:
    assert parts_of(answers) == ()


def test_a_prompt_says_how_many_are_asked() -> None:
    assert asked(asking("Which (2)?", ["a", "b"])) == ("Which (2)?", 2)
    assert asked("Which (2)?") == ("Which (2)?", 0)


def test_parts_are_told_in_linear_time() -> None:
    assert grows_linearly(lambda count: parts_of(typed(["a, b"] * count)), 2_000)
