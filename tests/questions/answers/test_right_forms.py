"""Every right way to write an answer."""

from __future__ import annotations

import pytest

from quiz.facts import find
from quiz.facts.model import Date, Figure, Quote
from quiz.questions.answers.right_forms import forms
from quiz.questions.answers.written import answer_of
from quiz.questions.clauses.when import written
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
        ("It lost two thirds of it.", "two thirds", {"two-thirds", "2/3"}),
        ("It lost a quarter of it.", "a quarter", {"one quarter", "25%", "25 percent", "1/4"}),
        ("It cost $3.4 billion.", "$3.4 billion", {"$3,400,000,000", "3,400,000,000 dollars"}),
        ("It cost £5 million.", "£5 million", {"5 million pounds", "£5,000,000"}),
        ("It rose 83 kilometres.", "83 kilometres", {"83 km", "83 kilometers"}),
        ("It took 20 percent of it.", "20 percent", {"20%", "20 per cent", "twenty percent"}),
        ("Some 5 million men came.", "some 5 million", {"5 million", "5,000,000", "five million"}),
        ("It took about 100 years.", "about 100 years", {"100 years"}),
        ("It was between 40 and 60 miles off.", "between 40 and 60 miles", {"40–60 miles", "40 to 60 miles"}),
        ("It took 3½ hours.", "3½ hours", {"3.5 hours", "3 1/2 hours"}),
        ("They came in 612 BC.", "612 BC", {"612 BCE"}),
        ("They came in AD 79.", "AD 79", {"79 AD", "79 CE"}),
        ("They came in the spring of 1921.", "spring of 1921", {"spring 1921"}),
        ("They met on May 11-12, 1903.", "May 11-12, 1903", {"May 11–12, 1903", "May 11 to 12, 1903"}),
        ("They ruled 1762-96 or so.", "1762-96", {"1762–1796", "1762 to 1796", "from 1762 to 1796"}),
        ("It was dry in the fifth decade of the 19th century.", "fifth decade of the 19th century", {"1840s"}),
        ("Copper cost $80 a barrel.", "$80 a barrel", {"$80"}),
        ("Trade doubled.", "doubled", {"twofold"}),
        ("“No army has crossed it,” said Mary Ann Fletcher.", "Mary Ann Fletcher", {"Fletcher"}),
    ],
)
def test_other_forms(text: str, answer: str, others: set[str]) -> None:
    given, found = accepted(text)

    assert given == answer
    assert others <= set(found)
    assert len({form.lower() for form in (given, *found)}) == len(found) + 1


@pytest.mark.parametrize("text", ["He came in 1829.", "He came in early March 1976."])
def test_some_dates_have_one_form(text: str) -> None:
    assert accepted(text)[1] == ()


def test_a_surname_of_two_people_is_no_answer() -> None:
    facts = find(as_document("“No army has crossed it,” said Mary Fletcher. John Fletcher, her brother, disagreed."))
    (quote,) = facts.quotes

    assert forms(quote, "Mary Fletcher", facts) == ()
