"""What a question loses points for."""

from __future__ import annotations

import pytest

from quiz.facts import find
from quiz.facts.model import Date, Figure, Quote
from quiz.questions.draft import Draft
from quiz.questions.faults.fairness import faults
from tests.questions.texts import as_document

FACTS = find(
    as_document(
        "In 1829 a mob killed thirty-seven envoys in Tehran. “No peace will come of this,” said John Carter. "
        "Trade fell to $3.5 million."
    )
)
DATE, ENVOYS, MONEY, QUOTE = FACTS.dates[0], FACTS.figures[0], FACTS.figures[1], FACTS.quotes[0]


def reasons(fact: Date | Figure | Quote, answer: str, question: str = "", cloze: str = "") -> set[str]:
    """Why a question or cloze loses points."""
    sentence = FACTS.sentences[0]
    return {reason for _, reason in faults(Draft(fact, sentence, sentence.span, answer, question, cloze))}


def points(fact: Date | Figure | Quote, answer: str, question: str) -> int:
    """How many points a question loses."""
    sentence = FACTS.sentences[0]
    return sum(lost for lost, _ in faults(Draft(fact, sentence, sentence.span, answer, question)))


@pytest.mark.parametrize(
    ("fact", "answer", "question"),
    [
        (DATE, "1829", "In what year did a mob of Tehran kill the envoys of Russia?"),
        (ENVOYS, "thirty-seven", "How many Russian envoys did a mob kill in Tehran in 1829?"),
        (MONEY, "$3.5 million", "To how much did the trade with Norway fall in 1935?"),
        (QUOTE, "John Carter", "Who said, “No peace will come of this”?"),
    ],
)
def test_a_good_question_loses_none(fact: Date | Figure | Quote, answer: str, question: str) -> None:
    assert points(fact, answer, question) == 0


@pytest.mark.parametrize(
    ("fact", "answer", "question"),
    [
        (DATE, "1829", "In what year did the mob of the 1829 revolt kill the envoys of Russia?"),
        (DATE, "May 1829", "In what month and year did the mob of the 1829 revolt kill the envoys?"),
        (ENVOYS, "thirty-seven", "How many envoys of the Thirty-Seven did a mob kill in Tehran?"),
        (ENVOYS, "37", "How many of the thirty-seven envoys did a mob kill in Tehran?"),
        (MONEY, "$3.5 million", "To how much did the trade worth $3.5 million fall in Norway?"),
        (QUOTE, "John Carter", "Who said in the Carter report, “No peace will come of this”?"),
    ],
)
def test_giving_the_answer_away_is_fatal(fact: Date | Figure | Quote, answer: str, question: str) -> None:
    assert "gives the answer away" in reasons(fact, answer, question)
    assert points(fact, answer, question) >= 100


def test_the_gap_of_a_cloze_gives_nothing_away() -> None:
    assert not reasons(DATE, "1829", cloze="In {{1829}} a mob of Tehran killed the envoys of Russia.")
    assert "gives the answer away" in reasons(DATE, "1829", cloze="In {{1829}} the 1829 revolt began in Tehran.")


def test_unbalanced_marks_are_fatal() -> None:
    assert "unbalanced marks" in reasons(QUOTE, "John Carter", "Who said “No peace will come of this?")
    assert "unbalanced marks" in reasons(DATE, "1829", "In what year did a mob (of Tehran kill the envoys of Russia?")


def test_too_little_too_long_and_not_told() -> None:
    assert "says too little" in reasons(DATE, "1829", "In what year did he die?")
    assert "long" in reasons(DATE, "1829", "In what year did " + "a mob of Tehran and " * 12 + "Russia fight?")
    assert "told as possible" in reasons(DATE, "1829", "In what year might a mob of Tehran have killed the envoys?")
    assert "not told as fact" in reasons(DATE, "1829", "In what year would a mob of Tehran have killed the envoys?")
    assert points(DATE, "1829", "In what year did a mob kill many foreign envoys there?") > 0


def test_a_number_within_another_is_not_the_answer() -> None:
    assert not reasons(ENVOYS, "37", "How many Russian envoys did a mob of 1,370 men kill in Tehran?")
