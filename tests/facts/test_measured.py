"""What figures measure, on sentences in the manner of news with labels of their own."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from benchmarks.extract import dimensions, figures, money
from quiz.facts import find
from tests.questions.texts import as_document

NEWS = yaml.safe_load(Path(__file__).with_name("news_figures.yaml").read_text(encoding="utf-8"))


@cache
def told(text: str) -> list[dict[str, Any]]:
    """The figures of a text as the benchmarks see them."""
    return [value for _, _, _, value in figures(text)]


def same(value: float | list[float], found: float | tuple[float, float]) -> bool:
    """Whether a value or the two ends of a range are those found."""
    return found == pytest.approx(tuple(value) if isinstance(value, list) else value)


def singular(unit: str | None) -> str:
    """A unit without the ending of its plural."""
    endings = (("ies", "y"), ("ves", "f"), ("s", ""))
    word = (unit or "-").lower()
    return next((word.removesuffix(many) + one for many, one in endings if word.endswith(many)), word)


@pytest.mark.parametrize("row", NEWS, ids=[row["text"][:50] for row in NEWS])
def test_values_and_units_of_the_news(row: dict[str, Any]) -> None:
    found = told(row["text"])

    assert len(found) == len(row["figures"]), found
    for (value, unit, _), item in zip(row["figures"], found, strict=True):
        assert same(value, item["value"])
        assert singular(item["unit"]) == singular(unit)


def test_most_of_the_news_tells_what_it_measures() -> None:
    pairs = [
        (concept.lower(), (item["concept"] or "").lower())
        for row in NEWS
        for (_, _, concept), item in zip(row["figures"], told(row["text"]), strict=True)
    ]

    assert sum(concept in named for concept, named in pairs) >= 0.93 * len(pairs)


def measured(text: str) -> list[tuple[str, str]]:
    """What each figure of a text measures, and whose that is."""
    spans = [(f.measured, f.holder) for f in find(as_document(text)).figures]
    return [(text[a.start : a.end] if a else "", text[b.start : b.end] if b else "") for a, b in spans]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway lost more than 20 percent of its population.", ("population", "Norway")),
        ("Thirty-seven monks of Durham fled.", ("monks of Durham", "")),
        ("Exports to Sweden fell to $3 million.", ("Exports to Sweden", "")),
        ("The canal of Bergen is 83 kilometres long.", ("canal of Bergen", "long")),
        ("The rate of interest was 5 percent.", ("rate of interest", "")),
        ("The guild paid £40 for a bell.", ("bell", "guild")),
        ("The island of Saba (340 acres) was sold.", ("island of Saba", "")),
        ("Ida Brandt, a 19-year-old smith, won.", ("smith", "")),
    ],
)
def test_what_is_measured_and_whose_it_is(text: str, expected: tuple[str, str]) -> None:
    assert measured(text) == [expected]


def test_the_number_of_a_noun_is_no_count() -> None:
    assert measured("The salt of fraction 11 was pure, and one finds it in clone 23.") == []


def test_money_and_dimensions_are_figures_of_their_kind() -> None:
    text = "The 5-mile road cost $3 million, took two years and weighs 40 tons."

    assert [value["unit"] for _, _, _, value in money(text)] == ["dollar"]
    assert [value["unit"] for _, _, _, value in dimensions(text)] == ["mile", "ton"]
