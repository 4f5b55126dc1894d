"""Finders of other packages: what they find is a date, a figure or a quotation, in the order of the text."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from quiz import seams
from quiz.documents.model import Span
from quiz.errors import QuizError
from quiz.facts import find
from quiz.facts.model import Date
from quiz.facts.reading import Reading
from tests.questions.texts import as_document

TEXT = "In the year of the flood the mill was moved. It was sold in 1921."


def floods(reading: Reading) -> Sequence[Date]:
    """Find the flood, which everybody here knows the year of."""
    start = reading.document.text.index("the year of the flood")
    return [Date(Span(start, start + 21), "the year of the flood", "year", "1909")]


def sentences(reading: Reading) -> Sequence[object]:
    """Find what is no fact."""
    return reading.sentences


@pytest.fixture
def added(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a package add a finder of this module."""
    finders = {"added": f"{__name__}:{request.param}"}
    monkeypatch.setattr(seams, "installed", lambda group: finders if group == "quiz.finders" else {})


@pytest.mark.parametrize("added", ["floods"], indirect=True)
@pytest.mark.usefixtures("added")
def test_what_another_package_finds_takes_its_place_in_the_text() -> None:
    assert [date.value for date in find(as_document(TEXT)).dates] == ["1909", "1921"]


@pytest.mark.parametrize("added", ["sentences"], indirect=True)
@pytest.mark.usefixtures("added")
def test_what_is_no_fact_is_not_lost_silently() -> None:
    with pytest.raises(QuizError, match="added: finds what is no date, figure or quotation"):
        find(as_document(TEXT))
