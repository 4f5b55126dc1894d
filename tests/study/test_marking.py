"""Where an answer is marked in a passage: whole, in another form, or in the parts it is told in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.deck.model import Card
from quiz.study.marking import answer_places
from tests.growth import grows_linearly


@pytest.mark.parametrize(
    ("answer", "accept", "text", "marked"),
    [
        ("1829", (), "In 1829, not 18290 nor 11829, and 1829 again.", ["1829", "1829"]),
        ("tigris", (), "The Tigris runs there.", ["Tigris"]),
        ("don't know", (), "They don’t know it.", ["don’t know"]),
        ("1804-1813", (), "The war of 1804–1813 ended.", ["1804–1813"]),
        ("Akbar Hashemi Rafsanjani", ("Rafsanjani",), "The president Rafsanjani said.", ["Rafsanjani"]),
        ("June 1989", ("the same month",), "In the same month he went.", ["the same month"]),
        ("17 November 1869", (), "In 1869, on 17 November, it was opened.", ["1869", "17 November"]),
        ("3 May 1950", (), "On 3 May of that year 3 came.", ["3 May"]),
        ("the big river", (), "A river that is big, the longest.", []),
        ("the big river", (), "Along the big one.", ["the big"]),
        ("$5 million", (), "It cost $5 million.", ["$5 million"]),
        ("20 percent", (), "about 20 percent of", ["20 percent"]),
        ("a\nb", (), "here a b stands", ["a b"]),
        ("the *Tigris*", (), "Along the Tigris.", ["the Tigris"]),
        ("$x^2$", (), "It is x^2 there.", ["x^2"]),
        ("", (), "nothing", []),
        ("İstanbul", (), "In İstanbul it rains.", ["İstanbul"]),
        ("x" * 600, (), "x " * 600, []),
    ],
)
def test_marked(answer: str, accept: tuple[str, ...], text: str, marked: list[str]) -> None:
    places = answer_places(text, Card(answer, accept=accept))
    assert [text[start:end] for start, end in places] == marked


@pytest.mark.parametrize("kind", ["truefalse", "order"])
def test_what_the_text_does_not_tell_is_not_marked(kind: str) -> None:
    card = Card("true", kind="truefalse" if kind == "truefalse" else "order")
    assert answer_places("It is true.", card) == ()


@given(st.text(max_size=60), st.text(max_size=60), st.lists(st.text(max_size=9), max_size=3))
def test_places_lie_in_the_text_and_in_order(text: str, answer: str, accept: list[str]) -> None:
    places = answer_places(text, Card(answer, accept=tuple(accept)))
    assert all(0 <= start < end <= len(text) for start, end in places)


def test_hostile_answers_take_no_time() -> None:
    answer = "A1 " * 160
    assert grows_linearly(lambda size: answer_places("A1 " * size + "b", Card(answer)), 2000)
