"""Documents with all their clutter, each beside a file with the kind of every block."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.documents import Document, read

CASES = Path(__file__).parent / "cases"
NAMES = sorted(path.name for path in CASES.iterdir() if path.suffix != ".kinds")


def described(document: Document) -> list[str]:
    """The title, then line, kind and first words of each block."""
    blocks = [
        f"{document.line(span.start)} {kind.name}: {document.text[span.start : min(span.end, span.start + 60)].strip()}"
        for kind, span in ((block.kind, block.span) for block in document.blocks)
    ]
    return [f"title: {document.title}", *blocks]


@pytest.mark.parametrize("name", NAMES)
def test_every_block_has_its_kind(name: str) -> None:
    expected = (CASES / f"{name}.kinds").read_text(encoding="utf-8").splitlines()
    assert described(read(CASES / name)) == expected


@pytest.mark.parametrize("name", NAMES)
def test_reading_twice_gives_the_same(name: str) -> None:
    assert read(CASES / name) == read(CASES / name)


def test_footnote_markers_are_cut_and_kept_for_the_reader() -> None:
    document = read(CASES / "encyclopedia.html")
    first = next(block.span for block in document.blocks if block.kind.name == "body")
    assert "brick tower in Meles that was built" in document.text
    assert "in Meles[1] that was built between 1433 and 1466.[citation needed] It is 91 m high" in document.verbatim(
        first
    )
    assert "the 3rd tallest" in document.text
    assert "2.5×10⁴ florins" in document.text


def test_sections_are_the_nearest_headings() -> None:
    document = read(CASES / "blog.md")
    sections = {document.text[block.span.start :][:13]: block.section for block in document.blocks}
    assert sections["It stood for "] == "The first bridge"
    assert sections["The mill was "] == "The great flood"
    title, date = "The Bridge at Tarn: a short history", "2018-09-12 10:00:00 +0200"
    assert document.meta == {"title": title, "author": "Noor Haddad", "year": "2018", "date": date}


def test_a_sentence_cut_by_a_page_is_whole() -> None:
    document = read(CASES / "government_report.txt")
    assert "a cost of £8 million, most of which would have been spent on bridges." in " ".join(document.text.split())
    at = document.text.index("spent on bridges")
    assert document.line(at) == 50


def test_torn_words_are_made_whole_only_where_that_is_certain() -> None:
    text = read(CASES / "wrapped_book.txt").text
    assert "the year following they" in text
    assert "well-known petition" in text
