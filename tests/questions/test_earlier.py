"""Wrong answers that a card had stay while all of them may be chosen; without them a document makes what it made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.deck.model import Card
from quiz.documents import read
from quiz.questions import make_outcomes
from quiz.questions.answers.written import answer_of
from quiz.questions.distractors.chance import Chance
from quiz.questions.distractors.wrong_dates import wrong_dates
from quiz.questions.distractors.wrong_figures import wrong_figures
from quiz.questions.earlier import Earlier
from tests.questions.distractors.test_wrong_dates import date_of
from tests.questions.distractors.test_wrong_figures import figure_of

CANALS = """# Canals

The Suez Canal was opened on 17 November {}. The Kiel Canal was opened on 20 June 1895.
The Corinth Canal was finished on 25 July {}. The Panama Canal was opened on 15 August 1914.
The Suez Canal is {} kilometres long. The Kiel Canal is 98 kilometres long. The Panama Canal is {} kilometres long.
The Moscow Canal was opened in {}. The Albert Canal was opened in 1939. The Volga canal was opened in 1952.
The Erie Canal was finished in 1825.
"""
NUMBERS = (1869, 1893, 193, 82, 1937)


def cards(numbers: Sequence[int], known: Sequence[Card] = ()) -> list[Card]:
    """What is made of the document with these numbers, where these cards were made of it before."""
    document = read(Path("canals.md"), CANALS.format(*numbers).encode())
    made = make_outcomes(document, earlier=[earlier(card) for card in known])
    return [outcome.card for outcome in made if outcome.card and outcome.asked()]


def earlier(card: Card) -> Earlier:
    assert card.source
    return Earlier(card.question, card.cloze, card.answer, card.source.passage.text, card.distractors)


def wrong_of(made: Sequence[Card], thing: str) -> tuple[str, ...]:
    (found,) = (card.distractors for card in made if thing in card.prompt and card.kind == "date")
    return found


def test_another_year_of_the_document_changes_the_card_it_is_told_in_alone() -> None:
    before, numbers = cards(NUMBERS), (*NUMBERS[:4], 1933)
    assert wrong_of(cards(numbers), "Albert") != wrong_of(before, "Albert")

    after = cards(numbers, before)

    assert [card for card in after if card not in before] == [card for card in after if "Moscow" in card.prompt]


def test_nothing_is_kept_of_another_question_answer_or_passage_nor_of_two_sets() -> None:
    before, numbers = cards(NUMBERS), (*NUMBERS[:4], 1933)
    (card,) = (card for card in before if "Albert" in card.prompt)
    fresh = wrong_of(cards(numbers), "Albert")

    others = [
        [replace(card, question="When?")],
        [replace(card, answer="1938")],
        [card, replace(card, distractors=("1931", "1935", "1949"))],
        [replace(card, distractors=(*card.distractors[:2], "1939"))],
        [replace(card, distractors=(*card.distractors[:2], "nineteen-eleven"))],
    ]
    assert [wrong_of(cards(numbers, known), "Albert") for known in others] == [fresh] * len(others)


@settings(max_examples=15, deadline=None)
@given(st.tuples(*(st.integers(number - 9, number + 9) for number in NUMBERS)))
def test_a_set_stays_whole_or_is_new_whole_and_stays_from_then_on(numbers: tuple[int, ...]) -> None:
    before, fresh = cards(NUMBERS), cards(numbers)
    had = {(earlier(card).passage, card.prompt, card.answer): card.distractors for card in before}

    after = cards(numbers, before)

    for new, card in zip(fresh, after, strict=True):
        assert replace(card, distractors=new.distractors) == new
        assert card.distractors in (new.distractors, had.get((earlier(card).passage, card.prompt, card.answer)))
        assert card.answer not in card.distractors
    assert cards(numbers, after) == after
    assert cards(numbers, fresh) == fresh


DATES = [
    ("in 1828", "1828", ("1811", "1824", "1835"), (), True),
    ("in 1828", "1828", ("1811", "1824", "1835"), ("in 1824",), False),
    ("in 1828", "1828", ("1811", "1828", "1835"), (), False),
    ("in 1828", "1828", ("May 1811", "1824", "1835"), (), False),
    ("in May 1946", "May 1946", ("June 1945", "June 1946", "February 1947"), (), True),
    ("in May 1946", "May 1946", ("June 1945", "June 1946", "February 2047"), (), False),
    ("from 1804 to 1813", "from 1804 to 1813",
     ("from 1791 to 1800", "from 1815 to 1824", "from 1822 to 1831"), (), True),
    ("from 1804 to 1813", "from 1804 to 1813",
     ("from 1791 to 1800", "from 1806 to 1810", "from 1822 to 1831"), (), False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "answer", "had", "barred", "stay"), DATES)
def test_dates_stay_by_the_rules_they_are_drawn_by(
    text: str, answer: str, had: tuple[str, ...], barred: tuple[str, ...], *, stay: bool
) -> None:
    date = date_of(text)
    same = [date_of(other) for other in barred]
    found = wrong_dates(date, answer, (), 2024, Chance("x"), "When was it?", same, earlier=had)

    assert (found == list(had)) == stay
    drawn = wrong_dates(date, answer, (), 2024, Chance("x"), "When was it?", same)
    assert found == (list(had) if stay else drawn)


FIGURES = [
    ("37 men", ("29", "45", "58"), "How many came?", (), True),
    ("37 men", ("29", "45"), "How many came?", (), False),
    ("37 men", ("29 women", "45", "58"), "How many came?", (), False),
    ("37 men", ("29", "45", "58"), "How many of the 45 came?", (), False),
    ("37 men", ("29", "45", "58"), "How many came?", ("45 men",), False),
    ("more than 20 percent", ("more than 10 percent", "more than 30 percent", "more than 40 percent"), "?", (), False),
    ("5 feet 2 inches", ("4 feet 3 inches", "6 feet 7 inches", "7 feet 9 inches"), "How tall was it?", (), True),
]


@pytest.mark.parametrize(("text", "had", "shown", "barred", "stay"), FIGURES)
def test_figures_stay_by_the_rules_they_are_drawn_by(
    text: str, had: tuple[str, ...], shown: str, barred: tuple[str, ...], *, stay: bool
) -> None:
    figure, same = figure_of(text), [figure_of(other) for other in barred]
    answer = answer_of(figure)
    found = wrong_figures(figure, answer, (), Chance("x"), shown, same, had)

    assert found == (list(had) if stay else wrong_figures(figure, answer, (), Chance("x"), shown, same))
    assert (found == list(had)) == stay
