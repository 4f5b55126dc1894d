"""Where a card comes from is told in words that give away nobody's folders."""

from __future__ import annotations

import pytest

from quiz.deck.model import Card, Deck, Passage, Source
from quiz.export.sources import document, file, place, quoted


@pytest.mark.parametrize(
    ("own", "named", "shown", "called"),
    [
        ("", "", "", ""),
        ("../seeds/x.md", "", "Title", "x.md"),
        ("../seeds/x.md", "../seeds/x.md", "Title", "x.md"),
        ("", "/home/someone/x.pdf", "x.pdf", "x.pdf"),
        ("x.md", "C:\\someone\\y.docx", "y.docx", "y.docx"),
        ("x.md", "https://example.org/a/b?c=d", "https://example.org/a/b?c=d", "https://example.org/a/b?c=d"),
        ("x.md", "https://[bad", "[bad", "[bad"),
        ("x.md", "file:///home/someone/x.md", "x.md", "x.md"),
    ],
)
def test_a_document_is_named_without_its_folders(own: str, named: str, shown: str, called: str) -> None:
    card, deck = Card("a", question="b", source=Source(Passage("c"), document=named)), Deck("Title", (), source=own)
    assert (document(card, deck), file(card, deck)) == (shown, called)


def test_a_card_without_a_passage_names_the_deck_alone() -> None:
    card = Card("a", question="b")
    assert document(card, Deck("Title", (), source="x.md")) == "Title"
    assert (document(card, Deck("Title", ())), file(card, Deck("Title", ()))) == ("", "")
    assert list(quoted(card, Deck("Title", (), source="x.md"))) == []


def test_a_place_is_told_as_far_as_it_is_known() -> None:
    assert place(Passage("x")) == ""
    assert place(Passage("x", page=3)) == "page 3"
    assert place(Passage("x", section="Opening\nday", paragraph=2, line=4)) == "Opening day, paragraph 2, line 4"


def test_passages_are_quoted_the_first_with_its_place() -> None:
    source = Source(Passage("so it\nwas", page=3), evidence=(Passage("and so"), Passage("")))
    deck = Deck("Title", (), source="x.md")
    assert list(quoted(Card("a", source=source), deck)) == ["“so it was” (Title, page 3)", "“and so”"]
    assert list(quoted(Card("a", source=Source(Passage("", page=3))), deck)) == ["Title, page 3"]
