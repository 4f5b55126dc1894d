"""Rules on cards withstand whatever stands in a deck, in time that grows as its text does."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.checking.checking import checked
from quiz.checking.codes import ERRORS, WARNINGS
from quiz.checking.ignoring import Choice
from quiz.deck.model import Card, Deck, Kind
from quiz.deck.write import dump
from tests.growth import grows_linearly

WORDS = st.lists(
    st.sampled_from(
        "which what how many is are not isn't NOT except never all of the above none both and or 5 10-20 more than "
        "1914 May % a an “ ” \" ' _____ ? . : treaty Paris # quiz: ignore clue-word é 名".split()
    ),
    min_size=1,
    max_size=12,
).map(" ".join)
KINDS: tuple[Kind, ...] = ("", "truefalse", "figure")
ROWS = st.lists(st.tuples(WORDS, WORDS, st.lists(WORDS, max_size=5), st.sampled_from(KINDS)), min_size=1, max_size=5)
PIECES = (
    *("“", "a ", " ", "all ", "- ", "which is ", "1,", "# quiz: ignore ", "and ", '"', "except ", "not ", "1 ", "»«"),
    *("**a ", "$x^2 ", "who ", "![", "![a](", "!(a)[", "<img ", "; ", "1.230 ", "# ", "1/2/3 ", "is so ", ": ", "( "),
)


def said(deck: Deck) -> list[str]:
    """Codes given for a deck."""
    return [problem.code for problem in checked([(Path("deck.yaml"), dump(deck).encode())], Choice()).problems]


@given(ROWS)
def test_every_deck_is_checked(rows: list[tuple[str, str, list[str], Kind]]) -> None:
    cards = [Card(answer, question, distractors=tuple(wrong), kind=kind) for question, answer, wrong, kind in rows]

    assert set(said(Deck("x", cards))) <= {*ERRORS, *WARNINGS}


@pytest.mark.parametrize("piece", PIECES)
def test_long_texts_take_no_longer_than_they_are(piece: str) -> None:
    def work(size: int) -> None:
        text = "which " + piece * (size // len(piece))
        said(Deck("x", [Card(text, text + "!", distractors=(text + "?", text + "y", "z")), Card(text, text + " x!")]))
        said(Deck("x", [Card("true", text), Card(text, "", "{{" + text + "}}"), Card("1", text, distractors=(text,))]))

    assert grows_linearly(work, 10_000)


def test_many_options_and_tags_take_no_longer_than_they_are_many() -> None:
    def work(size: int) -> None:
        many = tuple(f"{number} and x" for number in range(size))
        said(Deck("x", [Card("a", "How many?", distractors=many, tags=(*many, *many))]))

    assert grows_linearly(work, 1_000)


@pytest.mark.parametrize("piece", ["1,320, ", "5 May, 1914, ", "a, ", "a; ", "1 # 5\n      , "])
def test_lists_that_are_parted_take_no_longer_than_they_are(piece: str) -> None:
    def work(size: int) -> None:
        deck = f"title: x\ncards:\n  - question: Which?\n    answer: 1,320\n    distractors: [{piece * size}z]\n"
        checked([(Path("deck.yaml"), deck.encode())], Choice())

    assert grows_linearly(work, 500)


def test_comments_and_findings_take_no_longer_than_they_are_many() -> None:
    def work(size: int) -> None:
        card = "  - question: Which one{} is not\n    answer: b  # quiz: ignore no-question-mark, odd\n"
        deck = "title: x\ncards:\n" + "".join(card.format(number) for number in range(size))
        codes = [problem.code for problem in checked([(Path("deck.yaml"), deck.encode())], Choice()).problems]
        assert "no-question-mark" not in codes
        assert len(codes) == min(2 * size, 2001)

    assert grows_linearly(work, 1_500)
