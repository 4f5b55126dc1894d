"""Pairing of quotation marks."""

from __future__ import annotations

import pytest

from quiz.facts.marks import pair
from tests.growth import grows_linearly


def quoted(text: str) -> list[str]:
    """The quoted stretches of a paragraph."""
    return [text[m.inner.start : m.inner.end] for m in pair(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He said “no” and “yes”.", ["no", "yes"]),
        ('He said "no" and "yes".', ["no", "yes"]),
        ("«Non», dit-il, „ja“ und so", ["Non", "ja"]),
        ("‘No bread,’ she said.", ["No bread,"]),
        ("'No bread,' she said.", ["No bread,"]),
        ("“He said ‘no’ to me”, she said.", ["He said ‘no’ to me"]),
        ("“He said “no” to me”, she said.", ["He said “no” to me"]),
        ('“mixed marks," she said, "and again,” he said', ["mixed marks,", "and again,"]),
        ("the “best in the world“ and “better”", ["best in the world", "better"]),
        ("''typed,'' she wrote, ``and set''", ["typed,", "and set"]),
        ("in the ’20s and ‘30s the mills’ road", []),
        ("a dog’s ‘bark of “joy” once’ more", ["bark of “joy” once"]),
        ("the ‘old “mill’s” gate’", ["old “mill’s” gate"]),
        ("(“in brackets”)", ["in brackets"]),
        ("—“after a dash”", ["after a dash"]),
        ("“never closed, and on and on", ["never closed, and on and on"]),
        ("", []),
        ("no marks at all", []),
    ],
)
def test_pairs(text: str, found: list[str]) -> None:
    assert quoted(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "the farmers’ union",
        "the winter of ’47",
        "rock ’n’ roll",
        "it's the dog's",
        'a pipe 12" wide',
        "a 5'11\" man",
        "no closing” mark",
    ],
)
def test_apostrophes_and_inches_are_no_quotations(text: str) -> None:
    assert quoted(text) == []


def test_the_paragraphs_end_closes_a_quotation() -> None:
    text = "He said “one. And “two” too."

    assert [m.open for m in pair(text, 0, 12)] == [True]
    assert [m.inner.end for m in pair(text, 0, 12)] == [12]


def test_single_marks_are_told_from_double_ones() -> None:
    text = "“One,” she said, and he said ‘two’."

    assert [m.single for m in pair(text, 0, len(text))] == [False, True]


def test_a_thousand_nested_marks_take_no_time() -> None:
    def work(depth: int) -> None:
        assert len(quoted("“" * depth + "x" + "”" * depth)) == 1

    assert grows_linearly(work, 1_000)
