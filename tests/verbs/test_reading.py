"""A document made ready to be read: lines broken by their width are one again, marks that are not read are gone."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.deck.read import load_decks
from quiz.errors import QuizError
from quiz.study.reading import Paragraph, Places, document_path
from quiz.verbs.reading import read_document
from tests.growth import grows_linearly

LONG = "A line that is as long as lines are where they are broken by hand"
ROOT = Path(__file__).parents[2]


def read(folder: Path, text: str, name: str = "a.md") -> tuple[Paragraph, ...]:
    (folder / name).write_text(text, encoding="utf-8")
    return read_document(folder / name).paragraphs


def test_a_text_in_paragraphs(tmp_path: Path) -> None:
    assert read(tmp_path, f"{LONG}\n{LONG}\nand ends.\n\nShort\nverse\n", "a.txt") == (
        Paragraph(f"{LONG} {LONG} and ends.", 1),
        Paragraph("Short", 5),
        Paragraph("verse", 6, close=True),
    )


def test_markdown_without_its_marks(tmp_path: Path) -> None:
    front, heads = "---\ntitle: x\n---\n", "# One #\n\nTwo\n===\n"
    text = f"{front}{heads}{LONG} *a* __b__ [c](d)\n- item\n- other\n\n> said\n\nsnake_case_name 2 * 3 * 4"
    assert read(tmp_path, text) == (
        Paragraph("---", 1, aside=True),
        Paragraph("title: x", 2, aside=True, close=True),
        Paragraph("---", 3, aside=True, close=True),
        Paragraph("One", 4, heading=True),
        Paragraph("Two", 6, heading=True),
        Paragraph(f"{LONG} a b c", 8, close=True),
        Paragraph("- item", 9, close=True),
        Paragraph("- other", 10, close=True),
        Paragraph("> said", 12),
        Paragraph("snake_case_name 2 * 3 * 4", 14),
    )


def test_lines_of_markdown_are_one_paragraph_but_not_code(tmp_path: Path) -> None:
    text = "# Head\nOne\ntwo.\n> said\n> so\n>\n> and more\n```\nx = 1\n\ny = 2\n```\n| a | b |\n| - | - |\n"
    assert [paragraph.text for paragraph in read(tmp_path, text)] == [
        "Head",
        "One two.",
        "> said so",
        "> and more",
        "```",
        "x = 1",
        "y = 2",
        "```",
        "| a | b |",
        "| - | - |",
    ]


def test_other_formats_by_their_readers(tmp_path: Path) -> None:
    paragraphs = read(tmp_path, "<html><body><h1>One</h1>\n<p>Two\nthree <i>four</i>.</p></body></html>", "a.html")
    assert [(each.text, each.heading) for each in paragraphs] == [("One", True), ("Two three four.", False)]


def test_every_passage_of_our_own_decks_stands_where_the_deck_says() -> None:
    for deck in load_decks([ROOT / "decks"]):
        places = Places(reading := read_document(document_path(deck, deck.cards[0])))
        for card in deck.cards:
            assert card.source
            for passage in (card.source.passage, *card.source.evidence):
                stands = places.find(passage)
                assert stands, passage
                line, paragraph = passage.line or 0, stands[0].paragraph
                assert reading.paragraphs[paragraph].number <= line
                assert paragraph + 1 == len(reading.paragraphs) or line < reading.paragraphs[paragraph + 1].number


@pytest.mark.parametrize("name", ["a.md", "a.txt", "a.html", "a.xyz"])
def test_what_is_missing_is_an_error_with_its_path(name: str, tmp_path: Path) -> None:
    with pytest.raises(QuizError, match=name):
        read_document(tmp_path / name)


@pytest.mark.parametrize("unit", ["[", "*", "_a", "*a", "[a](", "# ", "![", "**a "])
def test_hostile_markdown_takes_no_time(unit: str, tmp_path: Path) -> None:
    assert grows_linearly(lambda size: read(tmp_path, f"# x\n\n{unit * size}"), 20_000)
