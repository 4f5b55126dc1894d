"""Every right way to write an answer."""

from __future__ import annotations

import pytest

from quiz.facts import find
from quiz.facts.model import Date, Figure, Quote
from quiz.questions.answers import answer_of
from quiz.questions.right_forms import forms
from quiz.questions.when import written
from tests.questions.texts import as_document


def accepted(text: str) -> tuple[str, tuple[str, ...]]:
    """The answer and its other forms for the one fact of a text."""
    facts = find(as_document(text))
    (fact,) = [*facts.quotes, *facts.dates, *facts.figures][:1]
    if isinstance(fact, Date):
        answer = written(fact)
    elif isinstance(fact, Figure):
        answer = answer_of(fact)
    else:
        assert isinstance(fact, Quote)
        answer = fact.speaker
    return answer, forms(fact, answer, facts)


@pytest.mark.parametrize(
    ("text", "answer", "others"),
    [
        ("He came on 24 October 1813.", "24 October 1813", {"October 24, 1813", "1813-10-24"}),
        ("He came on October 24, 1813.", "October 24, 1813", {"24 October 1813", "1813-10-24"}),
        ("He came in May 1946.", "May 1946", {"1946-05"}),
        ("He came in December 1979.", "December 1979", {"Dec 1979", "1979-12"}),
        ("He ruled from 1804 to 1813.", "from 1804 to 1813", {"1804–1813", "1804-1813", "1804 to 1813"}),
        ("Trams came in the 1890s.", "1890s", {"the 1890s"}),
        ("Monks came in the twelfth century.", "twelfth century", {"12th century"}),
        ("Monks came in the 12th century.", "12th century", {"twelfth century"}),
        ("It cost $3.5 million.", "$3.5 million", {"3.5 million dollars"}),
        ("It took 20 per cent of it.", "20 per cent", {"20%", "20 percent"}),
        ("It took more than 20 percent of it.", "more than 20 percent", {"20 percent", "20%"}),
        ("There were thirty-seven men.", "thirty-seven", {"37"}),
        ("There were 37 men.", "37", {"thirty-seven"}),
        ("There were 1,204 men.", "1,204", {"1204"}),
        ("It lost two thirds of it.", "two thirds", {"two-thirds"}),
        ("Copper cost $80 a barrel.", "$80 a barrel", {"$80"}),
        ("One in five men fell.", "one in five", set()),
        ("Trade doubled.", "doubled", {"twofold"}),
        ("“No army has crossed it,” said Mary Ann Fletcher.", "Mary Ann Fletcher", {"Fletcher"}),
    ],
)
def test_other_forms(text: str, answer: str, others: set[str]) -> None:
    given, found = accepted(text)

    assert given == answer
    assert others <= set(found)
    assert len({form.lower() for form in (given, *found)}) == len(found) + 1


@pytest.mark.parametrize("text", ["He came in 1829.", "He came in the late 1890s.", "He came in the spring of 1921."])
def test_some_dates_have_one_form(text: str) -> None:
    assert accepted(text)[1] == ()
