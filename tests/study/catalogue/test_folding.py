"""Texts folded for search: many at once as each by itself, and each as answers are compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.study.catalogue.folding import all_folded, folded
from quiz.study.judging.folding import bare

LETTERS = st.characters(codec="utf-8") | st.sampled_from("éÅøßİ&ﬁ\u0301\u0338اُ漢")


@given(st.lists(st.text(LETTERS, max_size=12), max_size=12))
def test_many_are_folded_as_each_alone(texts: list[str]) -> None:
    lines = [text.replace("\n", " ") for text in texts]

    assert all_folded(texts) == [folded(line) for line in lines]
    assert [folded(line) for line in lines] == [bare(line) for line in lines]


@pytest.mark.parametrize(
    ("text", "other"),
    [("Été", "ete"), ("ŁÓDŹ", "lodz"), ("Straße", "STRASSE"), ("R&D", "r and d"), ("ﬁn", "FIN"), ("۱۳۵۷", "1357")],
)
def test_case_and_accents_tell_nothing_apart(text: str, other: str) -> None:
    assert folded(text) == folded(other)
    assert all_folded([text, other]) == [folded(text), folded(other)]


def test_many_accents_are_folded_too() -> None:
    marks = "".join(f"a{chr(mark)}" for mark in range(0x300, 0x340))

    assert all_folded([f"{marks} é"]) == [folded(f"{marks} é")]
