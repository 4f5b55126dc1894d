"""What benchmarks are handed of quotations: the outermost speaker, named or not."""

from __future__ import annotations

import pytest

from benchmarks.extract import quotes
from benchmarks.quotations import article


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("“The talks are dead,” a White House official said.", ["a White House official"]),
        ("Karl Weber said Anna Keller called it “a disgrace”.", ["Karl Weber"]),
        ("Karl Weber built it. Paul Ritter sold it. “It leaks,” he said.", ["Paul Ritter"]),
        ("Karl Weber appeared on the show “Bread and Salt” in May.", []),
        ("Karl Weber said, 'No bread.'", []),
    ],
)
def test_quotes(text: str, speakers: list[str]) -> None:
    found = quotes(text)

    assert [value["speaker"] for *_, value in found] == speakers


def test_a_line_ends_a_paragraph_where_lines_are_not_wrapped() -> None:
    long = "The river rose for nine days and nobody slept. " * 4
    ends = [
        article(text).blocks[0].span.end for text in (f"{long.strip()}\n“No,” he said.", "It rose.\n“No,” he said.")
    ]

    assert ends == [len(long.strip()), len("It rose.\n“No,” he said.")]
