"""Anki's clozes as ours, and back again after an edit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.deck.cloze import fault, normal
from quiz.export.anki.markup import html
from quiz.export.anki.reclozing import reclozed
from quiz.imports import markup
from quiz.imports.clozes import asked, numbers, ours, parsed

CASES = {
    "{{c1::a}} and {{c2::b}}": {1: "{{a}} and b", 2: "a and {{b}}"},
    "{{c1::a}} {{c1::b::hint}}": {1: "{{a}} {{b::hint}}"},
    "{{c1::a {{c2::b}} c}}": {1: "{{a b c}}", 2: "a {{b}} c"},
    "{{c1,3::a}} b": {1: "{{a}} b", 3: "{{a}} b"},
    "{{C2::a}}": {2: "{{a}}"},
    "{{c1::a::b::c}}": {1: "{{a::b::c}}"},
    "{{c1::std&#58;&#58;vector}} x": {1: "{{std∷vector}} x"},
    "{{c1::{a} }} {{x}}": {1: "{{ {a} }} { {x}}"},
    "{{c1::<b>a</b><br>b}}": {1: "{{**a**\nb}}"},
    "{{c1::open": {},
    "}} {{c0::x}} plain": {},
}


@pytest.mark.parametrize("text", CASES)
def test_a_cloze_a_number(text: str) -> None:
    gap = parsed(text)
    assert {number: ours(markup.read(asked(gap, number)).text) for number in sorted(numbers(gap))} == CASES[text]


@given(
    st.lists(st.sampled_from(["{{c1::", "{{c2::", "}}", "::", "{", "}", "a", " b", "{{", "<b>", "&#123;"]), max_size=20)
)
def test_any_text_makes_clozes_that_can_be_read(parts: list[str]) -> None:
    gap = parsed("".join(parts))
    for number in numbers(gap):
        text = ours(markup.read(asked(gap, number)).text)
        assert not fault(text) or "{{" not in text


@given(
    st.lists(
        st.tuples(st.integers(1, 3), st.sampled_from(["a", "b", "c d"]), st.sampled_from([" ", ", ", " x "])),
        min_size=1,
        max_size=5,
    )
)
def test_clozes_put_together_again_are_as_they_were(gaps: list[tuple[int, str, str]]) -> None:
    text = "".join(f"{{{{c{number}::{word}{at}}}}}{between}" for at, (number, word, between) in enumerate(gaps)).strip()
    gap = parsed(text)
    clozes = {number: ours(asked(gap, number)) for number in numbers(gap)}
    for number in clozes:
        again, wrong = reclozed({name: (cloze, normal(cloze)) for name, cloze in clozes.items()}, {number}, html)
        assert (again, wrong) == (text, "")
