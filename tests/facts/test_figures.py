"""Figures found in text: whatever the text, in time that grows with it, and none where numbers only name."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.facts.dates import find_dates
from quiz.facts.figures import find_figures
from quiz.facts.model import Figure
from tests.growth import grows_linearly
from tests.questions.texts import as_document

PIECES = st.sampled_from(
    "12 1,204 3.5 -7 ½ 1/4 one five half twenty hundred million bn % percent $ £ USD 元 km kg/m² s−1 feet inches miles "
    "an hour a barrel of the pounds in to and from between – - . , ( ) [ ] : / ° e 10⁵ ± ≥ about more than or "
    "aged No. Figure Article 2019 May doubled twice third one in five times as point".split(" ")
)


def figures_in(text: str) -> list[Figure]:
    """The figures of a text that are no dates."""
    document = as_document(text)
    return find_figures(document, find_dates(document))


@given(st.lists(PIECES, max_size=40), st.sampled_from([" ", "", "\n"]))
def test_figures_are_cut_from_the_text_in_order(pieces: list[str], blank: str) -> None:
    text = blank.join(pieces)

    found = figures_in(text)

    assert all(f.text == text[f.span.start : f.span.end] and f.text.strip() for f in found)
    assert all(f.whole.start <= f.span.start < f.span.end <= f.whole.end for f in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
    assert all(f.high is None or f.value < f.high for f in found)


@pytest.mark.parametrize(
    "piece",
    [
        "1 ",
        "1,",
        "1,234,",
        "1.2.",
        "12-",
        "12–14 and ",
        "(12, ",
        "[[12",
        "one hundred and ",
        "twenty-",
        "a third of a half of ",
        "figures 3, 5 and ",
        "$",
        "US$ M",
        "$5 a ",
        "5 feet 2 ",
        "two in ",
        "1/2/",
        "10⁵ × ",
        "m·s−1",
        "point five ",
        "between 5 and ",
        "Voyager ",
        "x@x.",
        "+47 ",
        "°",
        " ",
        "more than ",
    ],
)
def test_the_finder_takes_time_that_grows_with_the_text(piece: str) -> None:
    def work(size: int) -> object:
        text = piece * (size // len(piece))
        return find_figures(as_document(text + "3 km"), [])

    assert grows_linearly(work, 1_200)


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Rents rose from 300 to 450 kroner.", ["from", "to"]),
        ("Rents rose by 30 percent to 450 kroner.", ["by", "to"]),
        ("Rents ranged from 300 to 450 kroner.", [""]),
        ("The rent is 450 kroner.", [""]),
    ],
)
def test_the_part_of_a_change_a_figure_plays(text: str, roles: list[str]) -> None:
    assert [f.role if f.high is None else "" for f in figures_in(text)] == roles


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("between 40 and 60 meters", (40, 60)),
        ("some 200–300 metres", (200, 300)),
        ("three to four hundred seals", (300, 400)),
        ("$2 to $3 million", (2e6, 3e6)),
        ("children between the ages of 7 and 12", (7, 12)),
        ("six or seven weeks", (6, 7)),
    ],
)
def test_both_ends_of_a_range(text: str, ends: tuple[float, float]) -> None:
    (figure,) = figures_in(f"It was {text}.")

    assert (figure.value, figure.high) == pytest.approx(ends)


def test_a_number_longer_than_a_float_is_none() -> None:
    assert not figures_in("The key is 12345678901234567890 or 1e999999999.")
