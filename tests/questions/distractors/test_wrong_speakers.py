"""Wrong speakers: of the right one's kind, gender and time, and nobody who could be right."""

from __future__ import annotations

from functools import cache

import pytest

from quiz.facts import Facts, find
from quiz.facts.model import Quote
from quiz.questions.distractors.cast import Cast
from quiz.questions.distractors.chance import Chance
from quiz.questions.distractors.trades import trade_of
from quiz.questions.distractors.wrong_speakers import wrong_speakers
from tests.questions.texts import as_document

TOWN = """
The historian Anna Brooks told of the harbour in 1990. Anna Brooks knew it well.

“The harbour will freeze by Christmas,” said Anna Brooks, a historian. “Trains will run by May,” said President John
Carter. “We shall need more coal than ever,” said the historian Laura Jensen. “No ship has left the quay,” said the
historian Mary Collins. “The town has never been poorer,” said the historian Emma Stone.

President John Carter met Prime Minister Mark Weber in 1991. Mark Weber left. In 1991 Mark Weber came back.

The king Karl Holm built the quay in 1620.
"""


@cache
def facts_of(text: str) -> tuple[Facts, Cast]:
    """The facts and people of a text."""
    document = as_document(text)
    facts = find(document)
    return facts, Cast.of(document, facts)


def wrong(text: str, speaker: str, seed: int, question: str = "Who said so?", *, alike: str = "") -> list[str]:
    """The wrong speakers for the first quotation of a speaker."""
    facts, cast = facts_of(text)
    quote = next(q for q in facts.quotes if q.speaker == speaker)

    def same(other: Quote) -> bool:
        return other.speaker == alike

    return wrong_speakers(quote, question, facts, cast, Chance(str(seed)), same)


def test_people_of_one_kind_come_first() -> None:
    for seed in range(20):
        assert set(wrong(TOWN, "Anna Brooks", seed)) == {"Laura Jensen", "Mary Collins", "Emma Stone"}


def test_nobody_the_question_names_and_nobody_who_says_the_same() -> None:
    more = "“The fish are gone,” said the historian Ruth Olsen. “The ice is thick,” said the historian Ida Lund."
    town = TOWN.replace("The king", f"{more}\n\nThe king")
    found = wrong(town, "Anna Brooks", 1, "Who told Jensen so?", alike="Mary Collins")

    assert len(found) == 3
    assert not {"Laura Jensen", "Mary Collins", "Anna Brooks"} & set(found)


def test_two_others_are_no_choice() -> None:
    assert wrong(TOWN, "Anna Brooks", 1, "Who told Jensen so?", alike="Mary Collins") == []


def test_no_man_where_the_question_tells_of_a_woman() -> None:
    found = wrong(TOWN, "Anna Brooks", 1, "Who said so of her town?", alike="Mary Collins")

    assert not {"John Carter", "Mark Weber", "Karl Holm"} & set(found)


def test_somebody_met_once_in_another_time_is_none() -> None:
    assert "Karl Holm" not in {name for seed in range(20) for name in wrong(TOWN, "Anna Brooks", seed)}


def test_one_is_no_choice() -> None:
    text = "“The harbour will freeze by Christmas,” said Anna Brooks. “Trains will run by May,” said John Carter."

    assert wrong(text, "Anna Brooks", 1) == []


@pytest.mark.parametrize(
    ("before", "behind", "trade"),
    [
        ("so said the historian ", " and left", "scholar"),
        ("so said Foreign Minister ", ".", "statesman"),
        ("said ", ", a professor at Bergen, who", "scholar"),
        ("The minister came. So said ", " on Monday", ""),
        ("said ", " of Bergen; a general came", ""),
    ],
)
def test_trades(before: str, behind: str, trade: str) -> None:
    assert trade_of(before, behind) == trade


def test_those_a_card_had_stay_while_each_of_them_could_have_said_it() -> None:
    more = "“The fish are gone,” said the historian Ruth Olsen. “The ice is thick,” said the historian Ida Lund."
    facts, cast = facts_of(TOWN.replace("The king", f"{more}\n\nThe king"))
    quote = next(q for q in facts.quotes if q.speaker == "Anna Brooks")

    def found(*had: str, question: str = "Who said so?") -> list[str]:
        return wrong_speakers(quote, question, facts, cast, Chance("x"), lambda _other: False, had)

    sets = [("Laura Jensen", "Mary Collins", "Emma Stone"), ("Mary Collins", "Emma Stone", "Ruth Olsen")]
    assert [found(*had) for had in sets] == [list(had) for had in sets]
    assert found("Laura Jensen", "Mary Collins") == found()
    assert found("Laura Jensen", "Mary Collins", "Nora Dahl") == found()
    assert found(*sets[0], question="Who told Stone so?") == found(question="Who told Stone so?")
