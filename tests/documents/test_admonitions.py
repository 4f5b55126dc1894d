"""What site generators and Pandoc add to Markdown is gone, what it marks is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.documents import ASKED, BlockKind, Document, read
from quiz.documents.admonitions import without_admonitions
from tests.growth import grows_linearly

TOLD = "The mill at Orr was built in 1812 by two brothers."


def document_of(source: str) -> Document:
    return read(Path("a.md"), source.encode())


def asked(document: Document) -> list[str]:
    return [document.text[block.span.start : block.span.end] for block in document.blocks if block.kind in ASKED]


@pytest.mark.parametrize(
    "source",
    [
        f"!!! note\n    {TOLD}",
        f'!!! note "The mill"\n\n    {TOLD}\n',
        f"??? tip\n    {TOLD}",
        f"::: warning\n{TOLD}\n:::",
        f':::: {{.callout title="Mill"}}\n\n{TOLD}\n\n::::',
        f"> [!NOTE]\n> {TOLD}",
        f"> [!info]- The mill\n> {TOLD}",
        f"> **Note**\n> {TOLD}",
        f"> **Tip:**\n>\n> {TOLD}",
    ],
)
def test_boxes_are_plain_paragraphs(source: str) -> None:
    document = document_of(f"{source}\n\nIt burned down in 1840.\n")
    assert asked(document) == [TOLD, "It burned down in 1840."]
    assert [block.kind for block in document.blocks] == [BlockKind.body] * 2
    line = next(number for number, text in enumerate(source.split("\n"), 1) if TOLD in text)
    assert document.line(0) == line


def test_code_and_quotations_are_left_as_they_are() -> None:
    code = ["```", "!!! note", "    x", ":::", "```", "> He said", "> **No**", "a [ ] b"]
    assert without_admonitions(code) == code


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        (
            "It is 41 km^2^ of H~2~O at ==0 °C== and ~~no~~ x == y == z.",
            "It is 41 km² of H2O at 0 °C and no x == y == z.",
        ),
        ("1985. A survey counted 219 glaciers.", "1985. A survey counted 219 glaciers."),
        ("- [x] In June 1712 it fell.\n- [ ] It rose.", "In June 1712 it fell.\n\nIt rose."),
        ("Florin\n:   A *coin* of 1252.", "Florin: A coin of 1252."),
    ],
)
def test_marks(source: str, shown: str) -> None:
    assert document_of(source).text == shown


@pytest.mark.parametrize("flood", ["!!! a\n", ":::\n", "> [!a]\n", "> **A**\n", "==a", "a^1", "a~1", "- [x] "])
def test_floods_take_linear_time(flood: str) -> None:
    assert grows_linearly(lambda size: document_of(f"{flood * size}\n\n{TOLD}\n"), 2_000)
