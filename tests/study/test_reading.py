"""Where a passage stands in a document, however it was marked up, and what a deck keeps of a document."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.deck.model import Card, Deck, Passage, Source
from quiz.study.reading import (
    Paragraph,
    Places,
    Reading,
    Stand,
    document_path,
    kept_passages,
    section_of,
)
from quiz.study.source import named_document

READING = Reading(
    "x",
    (
        Paragraph("Asia", 1, heading=True),
        Paragraph("The Tigris, a *long* river, runs.", 3),
        Paragraph("Again: the long river runs.", 5),
        Paragraph("Africa", 7, heading=True),
        Paragraph("The long river runs. It is the Nile.", 9),
    ),
)


@pytest.mark.parametrize(
    ("passage", "stands"),
    [
        (Passage("a long river", line=3), [Stand(1, 12, 26)]),
        (Passage("long river runs", line=5), [Stand(2, 11, 26)]),
        (Passage("long river runs", line=9), [Stand(4, 4, 19)]),
        (Passage("long river runs"), [Stand(1, 15, 32)]),
        (Passage("river runs. Africa", line=5), [Stand(2, 16, 26), Stand(3, 0, 6)]),
        (Passage("the Volga", line=3), []),
        (Passage("…", line=3), []),
    ],
)
def test_find(passage: Passage, stands: list[Stand]) -> None:
    assert list(Places(READING).find(passage)) == stands


@pytest.mark.parametrize(
    ("passage", "near"),
    [
        (Passage("x", line=6), 2),
        (Passage("x", page=9), 4),
        (Passage("x", section="Africa"), 3),
        (Passage("x", section="Africa", paragraph=1), 3),
        (Passage("x"), 0),
    ],
)
def test_near(passage: Passage, near: int) -> None:
    assert Places(READING).near(passage) == near


@given(st.lists(st.text(max_size=20), max_size=6), st.text(max_size=8))
def test_what_is_found_is_the_passage(texts: list[str], wanted: str) -> None:
    stands = Places(Reading("x", tuple(map(Paragraph, texts)))).find(Passage(wanted))

    def letters(text: str) -> str:
        return "".join(character for character in text if character.isalnum())

    found = "".join(texts[stand.paragraph][stand.start : stand.end] for stand in stands)
    if stands:
        assert letters(found) == letters(wanted) != ""
    else:
        assert not letters(wanted) or letters(wanted) not in letters("".join(texts))


def card(text: str, line: int, document: str = "", section: str = "") -> Card:
    return Card("a", source=Source(Passage(text, line=line, section=section), document))


DECK = Deck(
    "Rivers",
    (card("later", 9, section="B"), card("first", 2, section="A"), card("other", 1, "nile.pdf"), Card("bare")),
    source="../seeds/rivers.md",
    path="decks/rivers.yaml",
)


def test_the_document_is_told_relative_to_the_deck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert document_path(DECK, DECK.cards[0]) == Path("seeds/rivers.md")
    elsewhere = replace(DECK, path="../rivers.yaml")
    assert document_path(elsewhere, DECK.cards[2]) == tmp_path.parent / "nile.pdf"
    assert document_path(DECK, DECK.cards[2]) == Path("decks/nile.pdf")
    assert named_document(DECK, DECK.cards[3]) == ""
    assert named_document(Deck("x", (), source="-"), DECK.cards[0]) == ""


def test_what_a_deck_keeps_of_a_document() -> None:
    kept = kept_passages(DECK, DECK.cards[0])

    assert [paragraph.text for paragraph in kept.paragraphs] == ["A", "first", "B", "later"]
    assert [paragraph.heading for paragraph in kept.paragraphs] == [True, False, True, False]
    assert section_of(kept, 3) == "B"
    assert section_of(Reading("x", (Paragraph("y"),)), 0) == ""
