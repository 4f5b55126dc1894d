"""Lines of a text: nothing is lost, nothing is wider than the line, and a book takes a moment."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from quiz.tui.words import safe
from quiz.tui.wrapping import wrapped
from tests.growth import grows_linearly
from tests.tui.test_hostile import HOSTILE

LETTERS = st.text(st.one_of(st.sampled_from("ab  \n“”é漢字e\u0301👍ت"), st.characters(exclude_categories=["Cs", "Cc"])))


@given(LETTERS, st.integers(2, 30))
def test_every_letter_stands_on_one_line_that_fits(text: str, width: int) -> None:
    text = safe(text)
    lines = list(wrapped(text, width))

    assert "".join(text[start:end] for start, end in lines).replace(" ", "") == text.replace(" ", "").replace("\n", "")
    for (_, end), (start, _) in pairwise(lines):
        assert end <= start
        assert set(text[end:start]) <= {" ", "\n"}
    assert all(Content(text[start:end]).cell_length <= width for start, end in lines)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("one two three", ["one two", "three"]),
        ("", [""]),
        ("a\n\nb", ["a", "", "b"]),
        ("abcdefghij", ["abcdefgh", "ij"]),
        ("漢字漢字漢字", ["漢字漢字", "漢字"]),
        ("“one” – two", ["“one” –", "two"]),
    ],
)
def test_lines(text: str, lines: list[str]) -> None:
    assert [text[start:end] for start, end in wrapped(text, 8)] == lines


@pytest.mark.parametrize("text", [text for text in HOSTILE if text.strip()])
def test_hostile_texts_take_no_time(text: str) -> None:
    assert grows_linearly(lambda size: list(wrapped((safe(text) * size)[: 40 * size], 72)), 200)
