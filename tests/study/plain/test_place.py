"""Where a card comes from, told on lines, whatever became of its document."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from quiz.deck.model import Card, Deck, Passage, Source
from quiz.errors import QuizError
from quiz.study.plain.place import told
from quiz.study.reading import Paragraph, Reading

PASSAGE = Source(Passage("The Tigris runs through Baghdad.", line=3, section="Asia"))
CARD = Card("Tigris", question="Which river?", id="t", source=PASSAGE)
DECK = Deck("Rivers", (CARD,), id="r", source="rivers.md", path="rivers.yaml")
READING = Reading(
    "Rivers",
    (
        Paragraph("Asia", 1, heading=True),
        Paragraph("Rivers there are long.\x1b[31m", 2),
        Paragraph("First. The *Tigris* runs through Baghdad. The Tigris is long.", 3),
        Paragraph("Africa", 5, heading=True),
        Paragraph("The Nile is longer.", 6),
    ),
)


def test_the_paragraphs_around_are_told_and_no_other_section(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert told(lambda _path: READING, DECK, CARD) == [
        "Document: rivers.md, line 3, § Asia",
        "Section: Asia",
        "Before: Rivers there are long.␛[31m",
        "There: First. The *«Tigris»* runs through Baghdad. The Tigris is long.",
    ]


def test_a_document_that_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert told(lambda _path: Reading("Rivers", READING.paragraphs[3:]), DECK, CARD) == [
        "Document: rivers.md, line 3, § Asia",
        "The document has changed: the passage stands there no longer.",
    ]


@pytest.mark.parametrize("error", [QuizError.at("rivers.md", "there is no such file"), RecursionError("deep")])
def test_a_document_that_cannot_be_read_is_told_as_the_deck_keeps_it(error: Exception) -> None:
    def fails(_path: Path) -> Reading:
        raise error

    found = told(fails, DECK, CARD)
    assert found[1].endswith(": told is what the deck keeps of it.")
    assert found[2:] == ["Section: Asia", "There: The «Tigris» runs through Baghdad."]


def test_a_document_on_the_web_is_named_and_not_read() -> None:
    deck = replace(DECK, source="https://example.org/tigris")
    assert told(lambda path: pytest.fail(f"{path} is read"), deck, CARD) == [
        "Document: https://example.org/tigris, line 3, § Asia",
        "https://example.org/tigris is on the web, not read: told is what the deck keeps of it.",
        "Section: Asia",
        "There: The «Tigris» runs through Baghdad.",
    ]


@pytest.mark.parametrize("card", [Card("x", id="x"), Card("x", id="x", source=Source(Passage("x"), document="-"))])
def test_a_card_without_document(card: Card) -> None:
    assert told(None, DECK, card) == ["This card names no document that could be opened."]
