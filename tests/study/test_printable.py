"""Text made fit for a terminal: safe, and as wide as it is said to be."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from quiz.study.printable import cells, clean, fitted, padded, wrapped

words = st.text(st.one_of(st.characters(), st.sampled_from(" \n漢字e\u0301ا\x1b\u202e")), max_size=80)


@given(words, st.integers(2, 30))
def test_wrapped_lines_fit_and_lose_no_letter(text: str, width: int) -> None:
    shown = clean(text)
    rows = wrapped(shown, width)
    assert all(cells(row) <= width for row in rows)
    assert "".join("".join(rows).split(" ")) == "".join(shown.replace("\n", "").split(" "))
    assert len(rows) >= shown.count("\n") + 1


@given(words, st.integers(1, 30))
def test_fitted_text_fits_and_says_what_is_missing(text: str, width: int) -> None:
    shown = clean(text).replace("\n", " ")
    cut = fitted(shown, width)
    assert cells(cut) <= max(width, 1) + (cells(shown[:1]) > 1)
    assert cut == shown or cut.endswith("…")
    if cells(shown[:1]) < 2:
        assert cells(padded(shown, width)) == width


@given(words)
def test_nothing_is_left_that_a_terminal_obeys(text: str) -> None:
    assert not [c for c in clean(text) if unicodedata.category(c) in ("Cc", "Cs") and c != "\n"]
    assert "\u202e" not in clean(text)


def test_cells_are_counted_as_terminals_do() -> None:
    assert [cells(text) for text in ("abc", "漢字", "e\u0301", "تهران", "")] == [3, 4, 1, 5, 0]


def test_pictures_and_sounds_are_named_in_words() -> None:
    assert clean("See ![a map](media/x.png)\n[sound:media/dog.mp3]") == "See [picture: a map]\n[sound: dog.mp3]"
