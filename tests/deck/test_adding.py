"""A card put into a deck: everything else stays to the byte, and nothing that `check` refuses is put in."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from quiz.deck.adding import added, begun
from quiz.deck.files import BOM
from quiz.deck.model import Card
from quiz.deck.parse import read_string
from quiz.deck.record import Record, of_card
from quiz.errors import QuizError
from tests.deck.layout.handwritten import decks
from tests.deck.test_write import WORDY

LEAST = "title: x\ncards:\n  - question: a\n    answer: b\n"
RECORDS = st.builds(Card, answer=WORDY, question=WORDY, explanation=st.just("") | WORDY).map(of_card)
CARD: Record = {"question": "How?", "answer": "so", "tags": ["x"]}


@settings(suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(decks(), RECORDS)
def test_all_that_was_there_stays_to_the_byte(text: str, record: Record) -> None:
    before = read_string(text, "x")
    assume(before.deck is not None)
    assert before.deck

    found = added(text, "x", record)

    after = read_string(found.text, "x").deck
    assert after
    assert after.cards[:-1] == before.deck.cards
    assert of_card(after.cards[-1]) == record
    assert found.number == len(after.cards)
    assert is_woven(text, found.text)


def is_woven(text: str, longer: str) -> bool:
    """Whether one piece was put into a text, and nothing else was done to it."""
    same = next((at for at, (one, other) in enumerate(zip(text, longer, strict=False)) if one != other), len(text))
    rest = len(text) - same
    return not rest or longer.endswith(text[same:])


@given(WORDY.map(str.strip).filter(bool), RECORDS)
def test_a_deck_is_begun_with_any_text(title: str, record: Record) -> None:
    deck = read_string(begun(title, "x", record).text, "x").deck

    assert deck
    assert (deck.title, [of_card(card) for card in deck.cards]) == (title, [record])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (LEAST, f"{LEAST}\n  - question: How?\n    answer: so\n    tags: [x]\n"),
        (f"{BOM}{LEAST}# end\n", f"{BOM}{LEAST}\n  - question: How?\n    answer: so\n    tags: [x]\n# end\n"),
        (
            "cards:\r\n- cloze: a {{b}}\r\n- cloze: c {{d}}\r\n\r\ntitle: x",
            "cards:\r\n- cloze: a {{b}}\r\n- cloze: c {{d}}\r\n- cloze: e {{f}}\r\n\r\ntitle: x",
        ),
        (
            "{title: x, cards: [{question: a, answer: b}]}",
            "{title: x, cards: [{question: a, answer: b}, {question: How?, answer: so, tags: [x]}]}",
        ),
    ],
    ids=["plain", "mark", "windows", "brackets"],
)
def test_it_stands_as_the_other_cards_do(text: str, expected: str) -> None:
    card: Record = {"cloze": "e {{f}}"} if "cloze" in text else CARD

    assert added(text, "x", card).text == expected


def test_its_place_is_told() -> None:
    found = added(LEAST, "rivers.yaml", CARD)

    assert (str(found.place), found.number) == ("rivers.yaml:6:5", 2)


def test_what_check_refuses_is_refused_in_the_same_words() -> None:
    with pytest.raises(QuizError) as error:
        added(LEAST, "x.yaml", {"question": "How?", "answer": "so", "distractors": ["So"]})

    (problem,) = error.value.problems
    assert str(problem.place) == "x.yaml"
    assert (problem.message, problem.hint) == (
        "the answer `So` stands among the distractors",
        "distractors are wrong answers",
    )


def test_only_what_is_odd_about_the_new_card_is_told() -> None:
    odd = LEAST + "    distractors: [c, c]\n"

    assert added(odd, "x", CARD).warnings == ()
    (warning,) = added(odd, "x", {**CARD, "distractors": ["d", "d"]}).warnings
    assert "the distractor `d` is given twice" in str(warning)


def test_a_deck_with_errors_is_refused() -> None:
    with pytest.raises(QuizError, match=r"x:4:5"):
        added(LEAST.replace("answer", "anwser"), "x", CARD)
