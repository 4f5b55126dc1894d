"""Time expressions and dates of any text whatever: inside it, in order, proved, and in linear time."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.extract import as_document
from quiz.documents.model import Span
from quiz.facts.dates import find_dates
from quiz.facts.dates.news import is_news
from quiz.facts.dates.scan import lowered, tell
from quiz.facts.dates.story import Story
from quiz.facts.dates.timex import Timex
from tests.growth import grows_linearly

WORDS = (
    "In On the of 1914 1841–45 May 3 12 September two three years days later earlier following next day year same "
    "month that last week Monday . , ( ) “ ” BC century winter about a few and to from between 1990s ’s every İ Straße "
    "3:30 p.m. now"
).split()
texts = st.lists(st.sampled_from([*WORDS, "\n\n"]), max_size=40).map(" ".join)


def told(text: str, written: date | None = None) -> list[Timex]:
    """The time expressions of a text of one block."""
    low = lowered(text)
    return tell(text, low, Span(0, len(text)), Story(low, written))


@given(texts, st.none() | st.dates(date(1700, 1, 1), date(2100, 1, 1)))
def test_expressions_stand_in_order_inside_the_text(text: str, written: date | None) -> None:
    spans = [timex.span for timex in told(text, written)]

    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(first.end <= second.start for first, second in pairwise(spans))


@given(texts)
def test_a_date_is_written_where_it_stands_and_proved_by_what_stands_elsewhere(text: str) -> None:
    document = as_document(text)
    for found in find_dates(document):
        assert found.text == text[found.span.start : found.span.end]
        assert re.match(r"-?\d|XXXX-", found.value)
        assert not any(anchor.overlaps(found.span) for anchor in found.anchors)
        if found.derived:
            assert found.anchors
            assert max(anchor.end for anchor in found.anchors) <= found.span.start


@given(st.text(max_size=200))
def test_lower_case_keeps_every_character_in_its_place(text: str) -> None:
    assert len(lowered(text)) == len(text)


def test_a_letter_that_grows_in_lower_case_moves_nothing() -> None:
    (found,) = find_dates(as_document("İİİ wrote it in 1914."))

    assert found.text == "1914"


@pytest.mark.parametrize(
    "piece",
    [
        "in 1918 the army met two years later and on 3 May it ",
        "(1914) [",
        "“",
        "more than about ",
        "one two ",
        "the end of the ",
        "May 1 ",
        "Monday will ",
        "the  \t ",
        "1914-",
        "1",
    ],
)
def test_a_text_without_end_takes_linear_time(piece: str) -> None:
    def work(size: int) -> None:
        text = piece * (size // len(piece))
        told(text, date(2013, 3, 20))
        find_dates(as_document(text))

    assert grows_linearly(work, 4_000)


def test_news_is_told_from_history_by_its_years_and_weekdays() -> None:
    history = "In 1701 they came. In 1702 they won; 1703, 1704 and 1705 were quiet, and in 1706 they left."

    assert not is_news(history.lower(), date(2013, 3, 20))
    assert is_news(f"{history} He said so on Monday, yesterday and last week.".lower(), date(2013, 3, 20))
    assert is_news("the minister spoke in 2012.", date(2013, 3, 20))
