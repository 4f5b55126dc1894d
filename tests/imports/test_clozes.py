"""Anki's clozes as ours, and back again after an edit."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from quiz.deck.cloze import fault, normal
from quiz.export.anki.reclozing import CROSSED, reclozed
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
        again, wrong = reclozed({name: (cloze, normal(cloze)) for name, cloze in clozes.items()}, {number})
        assert (again, wrong) == (text, "")


@st.composite
def nested(draw: st.DrawFn, deep: int = 3) -> str:
    """A text with gaps within one another, each word of its own."""
    parts = []
    for _ in range(draw(st.integers(1, 3))):
        if deep and draw(st.booleans()):
            parts.append(f"{{{{c{draw(st.integers(1, 5))}::{draw(nested(deep - 1))}}}}}")
        else:
            parts.append(draw(st.sampled_from(["a", "b c", "x", "a b"])))
    return draw(st.sampled_from([" ", ", ", " - "])).join(parts)


@given(nested(), st.data())
def test_gaps_within_gaps_are_put_together_again(text: str, data: st.DataObject) -> None:
    gap = parsed(text)
    clozes = {number: ours(asked(gap, number)) for number in numbers(gap)}
    assume(clozes and all(len(parsed(text).parts) and number for number in clozes))
    changed = data.draw(st.sets(st.sampled_from(sorted(clozes)), min_size=1))
    edited = {number: (was, f"Hey {was}" if number in changed else was) for number, was in clozes.items()}
    again, wrong = reclozed(edited, changed)
    assert not wrong
    whole = parsed(again)
    assert {number: ours(asked(whole, number)) for number in numbers(whole)} == {
        number: f"Hey {was}" for number, was in clozes.items()
    }


@pytest.mark.parametrize(
    ("clozes", "text"),
    [
        ({1: "Hey {{a b c}} Y", 2: "Hey a {{b}} c Y"}, "Hey {{c1::a {{c2::b}} c}} Y"),
        ({1: "{{a}} b", 3: "{{a}} b"}, "{{c1::{{c3::a}}}} b"),
        ({1: "**a {{b}} c**", 2: "**{{a}} b c**"}, "<b>{{c2::a}} {{c1::b}} c</b>"),
        ({1: "x **{{a b c}}**", 2: "x **a {{b}} c**"}, "x <b>{{c1::a {{c2::b}} c}}</b>"),
        ({1: "x {{**a b c**}}", 2: "x **a {{b}} c**"}, "x {{c1::<b>a {{c2::b}} c</b>}}"),
        ({1: r"$\frac{ {{a}} }{b}$"}, r"\(\frac&#123; {{c1::a}} &#125;&#123;b&#125;\)"),
        ({1: "{{12:30::a: b}} x:: {{y:}}"}, "{{c1::12:30::a: b}} x:: {{c1::y&#58;}}"),
    ],
)  # fmt: skip
def test_changed_clozes_as_html(clozes: dict[int, str], text: str) -> None:
    assert reclozed({number: ("", now) for number, now in clozes.items()}, {*clozes}) == (text, "")


def test_a_gap_of_several_numbers() -> None:
    clozes = {1: ("", "{{a}} b {{c}}"), 3: ("", "{{a}} b c")}
    assert reclozed(clozes, {1, 3}, joined=True) == ("{{c1,3::a}} b {{c1::c}}", "")


def test_gaps_that_cross_are_told() -> None:
    assert reclozed({1: ("", "{{a b}} c"), 2: ("", "a {{b c}}")}, {1, 2}) == ("", CROSSED)
