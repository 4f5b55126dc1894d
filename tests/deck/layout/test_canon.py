"""The canonical layout: nothing that is said changes, no comment is lost, and what is laid out stays so."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings

from quiz.deck.files import BOM
from quiz.deck.layout import canon
from quiz.deck.layout.canon import canonical
from quiz.deck.model import Deck
from quiz.deck.parse import read_string
from quiz.deck.write import dump
from quiz.errors import QuizError
from tests.deck.layout.handwritten import decks
from tests.deck.test_broken import CASES as BROKEN
from tests.deck.test_broken import split
from tests.deck.test_write import DECKS
from tests.growth import grows_linearly

ROOT = Path(__file__).parents[3]
CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))
LEAST = "title: x\ncards:\n  - question: a\n    answer: b\n"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_deck_written_by_hand(case: Path) -> None:
    text, expected = case.read_text("utf-8").split("=====\n")

    assert canonical(text, "deck.yaml") == expected
    assert canonical(expected, "deck.yaml") == expected


def hold(text: str) -> None:
    """The same cards, ids and texts before and after, the same comments, and a second time nothing changes."""
    before = read_string(text, "deck.yaml")
    assume(before.deck is not None)
    once = canonical(text, "deck.yaml")
    after = read_string(once, "deck.yaml")
    assert after.deck == before.deck
    assert canon.said(after) == canon.said(before)
    assert once.startswith(BOM) == text.startswith(BOM)
    assert ("\r" in once) == ("\r" in text)
    assert canonical(once, "deck.yaml") == once


@settings(suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow, HealthCheck.data_too_large])
@given(decks())
def test_nothing_is_changed_but_the_layout(text: str) -> None:
    hold(text)


@pytest.mark.slow
@settings(max_examples=800, suppress_health_check=list(HealthCheck))
@given(decks())
def test_nothing_is_changed_but_the_layout_in_many_decks(text: str) -> None:
    hold(text)


@given(DECKS)
def test_what_the_generator_writes_is_laid_out_already(deck: Deck) -> None:
    text = dump(deck)
    assume(read_string(text, "deck.yaml").deck is not None)

    assert canonical(text, "deck.yaml") == text


@pytest.mark.parametrize("path", sorted((ROOT / "decks").glob("*.yaml")), ids=lambda path: path.stem)
def test_the_decks_that_come_along_are_laid_out_already(path: Path) -> None:
    assert canonical(path.read_text("utf-8"), str(path)) == path.read_text("utf-8")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("begin", ["", BOM])
def test_line_ends_and_the_mark_at_the_beginning_are_kept(end: str, begin: str) -> None:
    text = begin + LEAST.replace("a\n", "a  \n").replace("\n", end)

    assert canonical(text, "x") == begin + LEAST.replace("\n", end)
    assert canonical(text.rstrip(), "x") == begin + LEAST.replace("\n", end)


def test_line_ends_of_long_ago_become_those_of_today() -> None:
    assert canonical(LEAST.replace("\n", "\r"), "x") == LEAST


def test_a_deck_with_errors_is_refused_with_all_of_them() -> None:
    with pytest.raises(QuizError) as error:
        canonical("title: x\ncards:\n  - question: a\n  - question: b\n", "x.yaml")

    assert [str(problem.place) for problem in error.value.problems] == ["x.yaml:3:5", "x.yaml:4:5"]


@pytest.mark.parametrize("case", BROKEN, ids=lambda case: case.stem)
def test_every_broken_deck_is_refused(case: Path) -> None:
    with pytest.raises(QuizError):
        canonical(split(case)[0], "x.yaml")


def test_the_time_grows_with_the_deck() -> None:
    def lay_out(cards: int) -> str:
        card = "- {answer: 'b', question: a, tags: [x, y]} # c\n# above\n- question: >\n   a b\n  cloze: '{{x}}'\n"
        return canonical(f"title: x\ncards:\n{card * cards}", "x")

    assert grows_linearly(lay_out, 200)


def test_a_key_with_an_anchor_is_left_alone() -> None:
    with pytest.raises(QuizError, match=r"^x.yaml:4:5: this key cannot be laid out"):
        canonical(LEAST.replace("answer", "&k answer"), "x.yaml")


def test_a_layout_that_would_change_what_is_said_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quiz.deck.layout.blocks.long", lambda *_: "lost")

    with pytest.raises(QuizError, match="cannot be laid out without changing what it says"):
        canonical(LEAST, "x.yaml")
