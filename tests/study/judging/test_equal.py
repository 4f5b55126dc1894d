"""Answers that certainly say the same in other words: the judge takes each for the other."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.deck.model import Card
from quiz.study.judging.equal import LONGEST, same
from quiz.study.judging.grading import judge

SAME = """
8 km|8000 m
1 hour|60 minutes
100 °C|212 °F
$5 million|5,000,000 dollars
50,000|50000
twelve|12
1,320 kilometres|1320 km
29 May 1453|May 29, 1453
29 May 1453|29.5.1453
May 29, 1453|29.05.1453
29 May 1453|29/5/1453
29 May 1453|5/29/1453
29 May 1453|1453-05-29
5 June 1453|5.6.1453
May 1453|1453 May
the Tiber|Tiber
The House of Commons|House of Commons
the twenty-first century|21st century
"""

OTHER = """
8 km|8 miles
8 km|8
about 20|20
1/2|0.5
2/4|4/8
2.5|2.50
50 %|half
$80 a barrel|$80
Monday 4 May 1953|Tuesday 4 May 1953
about 4 May 1953|4 May 1953
29 May 1453|May 1453
29 May 1453|29.5.53
29 May 1453|28.5.1453
29 May 1453|29.6.1453
29.5.1453|1453-05-29
6 May 1453|5/6/1453
5 June 1453|5/6/1453
Tuesday 29 May 1453|29.5.1453
about 29 May 1453|29.5.1453
its|it's
resume|résumé
a apple|an apple
the school|school
The dog barks|Dog barks
everyday|every day
Louis XIV|Louis 14
"""


@pytest.mark.parametrize("row", SAME.split("\n")[1:-1])
def test_the_same_in_other_words(row: str) -> None:
    one, other = row.split("|")

    assert same(one, other)
    assert same(other, one)
    assert judge(Card(one, question="What is it?"), other).right
    assert not judge(Card(one, question="What is it?"), other).close


@pytest.mark.parametrize("row", OTHER.split("\n")[1:-1])
def test_what_is_told_apart(row: str) -> None:
    one, other = row.split("|")

    assert not same(one, other)
    assert not same(other, one)


@given(st.dates(date(1000, 1, 1)), st.dates(date(1000, 1, 1)))
def test_days_are_the_same_however_they_are_written(one: date, other: date) -> None:
    def written(day: date) -> tuple[str, str]:
        return f"{day.day} {day:%B} {day.year}", f"{day:%B} {day.day}, {day.year}"

    assert same(*written(one))
    assert same(written(one)[0], written(other)[1]) is (one == other)
    if one < date.max:
        assert not same(written(one)[0], written(one + timedelta(1))[1])


@given(st.text(max_size=LONGEST + 20), st.text(max_size=LONGEST + 20))
def test_whatever_the_texts(one: str, other: str) -> None:
    assert same(one, other) is same(other, one)
