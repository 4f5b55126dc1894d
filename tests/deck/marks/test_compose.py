"""Looks of other programs become marks that read as they looked; what marks cannot say is told."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.deck.marks import joined, plain
from quiz.deck.marks.compose import (
    BLOCK,
    CODE,
    DISPLAY,
    EMPHASIS,
    LOOKS,
    MATH,
    STRONG,
    alone,
    canonical,
    composed,
    ending,
)
from quiz.deck.marks.runs import Run, runs
from tests.deck.marks.test_marks import TEXTS
from tests.growth import grows_linearly

SIGNS = [each for look in (STRONG, EMPHASIS, CODE, BLOCK, MATH, DISPLAY) for each in (look, ending(look))]
PARTS = [*SIGNS, "a", " ", "b*", "_", "`", "$", "\\", "1.", "\n", "(x)"]
LOOKING = st.lists(st.sampled_from(PARTS), max_size=30).map("".join)


@given(TEXTS.map(lambda text: LOOKS.sub("", text)))
@settings(max_examples=500, deadline=None)
def test_a_text_without_looks_reads_as_it_is(text: str) -> None:
    assert composed(text) == (composed(text)[0], True)
    assert plain(composed(text)[0]) == text


@given(LOOKING)
@settings(max_examples=2000, deadline=None)
def test_what_is_composed_reads_as_it_looked(text: str) -> None:
    written, told = composed(text)
    letters = [letter for letter in LOOKS.sub("", text) if letter.isalnum()]
    assert [letter for run in runs(written) for letter in run.text if letter.isalnum()] == letters
    if told:
        assert composed(canonical(written)) == (written, True)


def test_what_reads_alike_is_written_alike() -> None:
    assert canonical("***a*** b") == canonical("**_a_** b")
    assert canonical("\\*a\\*") == canonical("\\*a*") == "*a*"
    assert canonical("*a*") != canonical("a")


@pytest.mark.parametrize(
    "part", [f"{STRONG}a ", f"{STRONG}a{ending(STRONG)} ", f"{CODE}`", " \n", f"{MATH}$"], ids=range(5)
)
def test_looks_are_composed_in_linear_time(part: str) -> None:
    assert grows_linearly(lambda size: composed(part * size), 2000)


@pytest.mark.parametrize("inside", ["a`b", "a`b``c", "a``b", "`", "a```b`c", "``a`"])
def test_code_stands_between_backticks_it_does_not_hold(inside: str) -> None:
    written, told = composed(f"see {CODE}{inside}{ending(CODE)}")
    assert told
    assert runs(written) == [Run("see "), Run(inside, "code", written=written.removeprefix("see "))]


@pytest.mark.parametrize("reference", ["![p](media/a_b_c.png)", "![*p*](<a _b_.png>)", "[sound:a_b_c.mp3]"])
def test_names_of_pictures_and_sounds_get_no_backslashes(reference: str) -> None:
    text = f"{STRONG}x{ending(STRONG)} see *y* {reference}"
    assert composed(text) == (rf"**x** see \*y\* {reference}", True)


def looking(html: str) -> str:
    """A text with signs of looks, from tags."""
    for tag, look in (("b", STRONG), ("i", EMPHASIS), ("code", CODE)):
        html = html.replace(f"<{tag}>", look).replace(f"</{tag}>", ending(look))
    return html


@pytest.mark.parametrize(
    ("looks", "marks"),
    [
        ("<b><i>both</i></b><i>em</i>", "***both***_em_"),
        ("<i>em</i><b><i>both</i></b>", "_em_***both***"),
        ("<i>em</i><b>strong</b>", "_em_**strong**"),
        ("<b>a <i>b</i></b><i> c</i>", "**a *b*** *c*"),
        ("<i>a <b>b</b></i><b> c</b>", "*a **b*** **c**"),
        ("<b>a <i>b</i></b> <i>c</i><b>d</b>", "**a *b*** _c_**d**"),
        ("<i><b>a</b> b</i><b>c</b>", "_**a** b_**c**"),
        ('<b>"<i>b</i>"</b>', '**"*b*"**'),
    ],
)
def test_looks_that_meet_are_parted_by_their_marks(looks: str, marks: str) -> None:
    assert composed(looking(looks)) == (marks, True)


def whole(text: str) -> bool:
    """Whether no three signs stand together, of which some may mean nothing and keep the rest from a backslash."""
    return "***" not in text


@given(TEXTS.filter(whole))
@settings(max_examples=300, deadline=None)
def test_a_text_that_stands_alone_looks_as_it_did(text: str) -> None:
    assert canonical(alone(text)) == canonical(text)


@given(st.lists(st.text("a b*_`$\\(.", max_size=12).map(str.strip).filter(whole), min_size=2, max_size=4))
@settings(max_examples=500, deadline=None)
def test_no_mark_goes_from_one_text_into_the_next(texts: list[str]) -> None:
    assert canonical(joined(" → ", texts)) == " → ".join(map(canonical, texts))


def test_texts_whose_marks_stay_in_them_are_joined_as_they_are() -> None:
    assert joined(" → ", ["*a*", "snake_case", "`x`", "2*3"]) == "*a* → snake_case → `x` → 2*3"
    assert joined("; ", ["*a", "b*", "*c*"]) == "\\*a; b\\*; *c*"
