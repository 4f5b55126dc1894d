"""Where a card comes from, in words."""

from __future__ import annotations

import pytest

from quiz.deck.model import Card, Deck, Passage, Source
from quiz.study.source import cited

DECK = Deck("Rivers", (), source="../seeds/rivers.md")


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (None, ""),
        (Source(Passage("x")), "Rivers"),
        (Source(Passage("x", line=23, section="Asia")), "Rivers, line 23, § Asia"),
        (Source(Passage("x", line=23), "../seeds/rivers.md"), "Rivers, line 23"),
        (Source(Passage("x", page=4), "../seeds/nile.pdf"), "nile.pdf, page 4"),
        (Source(Passage("x", line=3), "https://example.org/danube"), "https://example.org/danube, line 3"),
        (Source(Passage("x", paragraph=4, section="A"), "books\\nile.docx"), "nile.docx, paragraph 4, § A"),
    ],
)
def test_cited(source: Source | None, words: str) -> None:
    assert cited(DECK, Card("a", source=source)) == words
