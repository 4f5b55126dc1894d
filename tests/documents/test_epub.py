"""EPUB books: chapters in their order, notes and front matter apart, and what cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.documents import Document, Spot, archive, read
from quiz.errors import QuizError
from tests.documents.packing import archive as packed
from tests.documents.packing import docx, epub, p

FIRST = "<p>The mill at Orr was built in 1812 by two brothers, who had borrowed 900 crowns from the parish.</p>"
SECOND = "<p>It burned down in 1840, and for eleven years nobody dared to build there, for four men had died.</p>"


def opened(chapters: dict[str, str], nav: str = "", **more: str) -> Document:
    return read(Path("a.epub"), epub(chapters, nav=nav, **more))


def kinds(document: Document) -> list[str]:
    return [f"{b.kind.name}: {document.text[b.span.start : b.span.end][:24]}" for b in document.blocks]


def test_the_spine_gives_the_order_and_front_matter_is_left_out() -> None:
    document = opened(
        {
            "cover.xhtml": "<h1>The Mills of Orr</h1>",
            "p1.xhtml": "<p>Copyright © 1971 Ada Blum. All rights reserved.</p><p>Printed in 1969 by the Press.</p>",
            "z.xhtml": f"<h2>One</h2>{FIRST}",
            "b.xhtml": f"<h2>Two</h2>{SECOND}",
            "extra.xhtml": "<p>Answers to the puzzles of 1970, which no reader should see before the end of it.</p>",
        },
        linear="extra.xhtml",
    )
    assert (document.title, document.meta) == ("The Mills of Orr", {"author": "Ada Blum", "year": "1971"})
    assert kinds(document) == [
        "furniture: The Mills of Orr",
        "furniture: Copyright © 1971 Ada Blu",
        "furniture: Printed in 1969 by the P",
        "heading: One",
        "body: The mill at Orr was buil",
        "heading: Two",
        "body: It burned down in 1840, ",
        "furniture: Answers to the puzzles o",
    ]


def test_places_are_paragraphs_of_chapters_which_the_contents_may_name() -> None:
    nav = '<a href="text/a.xhtml">How it began</a><a href="text/b.xhtml#x">Part</a>'
    document = opened({"a.xhtml": FIRST + SECOND, "b.xhtml": f"<h2>After</h2>{FIRST}"}, nav)
    at = [document.text.index("1840"), document.text.rindex("1812")]
    assert [document.spot(offset) for offset in at] == [
        Spot(section="How it began", paragraph=2),
        Spot(section="After", paragraph=1),
    ]


def test_notes_and_their_markers_are_left_out() -> None:
    marked = FIRST.replace("1812", '1812<a epub:type="noteref" href="#n1">1</a>')
    note = '<aside epub:type="footnote" id="n1"><p>The parish register gives 1811 instead.</p></aside>'
    document = opened({"a.xhtml": f"<h2>One</h2>{marked}{SECOND}{note}"})
    assert "built in 1812 by two" in document.text
    assert kinds(document)[-1] == "note: The parish register give"


def test_a_chapter_does_not_end_with_another_one() -> None:
    comments = f"<h2>Comments</h2><section epub:type='bibliography'><p>Blum 1971.</p></section>{FIRST}"
    document = opened(
        {"a.xhtml": f"<h2>One</h2>{FIRST}<div><div>", "b.xhtml": comments, "c.xhtml": f"<h2>Two</h2>{SECOND}"}
    )
    assert kinds(document)[-2:] == ["heading: Two", "body: It burned down in 1840, "]


def test_empty_elements_of_xml_end_where_they_begin() -> None:
    document = opened({"a.xhtml": f"<h2>One</h2><script src='x.js'/><p/><a id='x'/><b/>{FIRST}"})
    assert kinds(document) == ["heading: One", "body: The mill at Orr was buil"]


def test_names_that_lead_out_of_the_book_are_not_followed() -> None:
    evil = {"../../../etc/passwd": FIRST, "a.xhtml": f"<h2>One</h2>{SECOND}"}
    data = epub(evil).replace(b"text/../../../etc/passwd", b"text/../../../etc/shadow")
    assert "root:" not in read(Path("a.epub"), data).text


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.epub", b"PK\x03\x04 cut", "is damaged, or no EPUB book"),
        ("a.epub", epub({"a.xhtml": FIRST})[:300], "is damaged, or no EPUB book"),
        ("a.epub", docx(p("Words.")), "is damaged, or no EPUB book"),
        ("a.epub", b"%PDF-1.7", "is a PDF file, and no EPUB book"),
        ("a.epub", epub({}), "holds no text"),
        ("a.epub", epub({"a.xhtml": "<img src='x'/>"}), "holds no text"),
        (
            "a.epub",
            epub({"a.xhtml": FIRST}, **{"META-INF/encryption.xml": '<CipherReference URI="OEBPS/text/a.xhtml"/>'}),
            "is encrypted",
        ),
        ("a.docx", docx("")[:300], "is damaged, or no Word document"),
        ("a.docx", epub({"a.xhtml": FIRST}), "is damaged, or no Word document"),
        ("a.docx", docx(p("")), "holds no text"),
        ("a.docx", b"\xd0\xcf\x11\xe0 old", "is encrypted, or an old Office file"),
        ("a.docx", b"The mill was built in 1812.", "is damaged, or no Word document"),
        ("a.docx", b"", "is empty"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(QuizError, match=message) as caught:
        read(path)
    assert "\n" not in str(caught.value)
    assert caught.value.problems[0].hint


def test_archives_made_to_swell_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_BYTES", 100_000)
    swollen = epub({"a.xhtml": FIRST, "b.xhtml": " " * 1_000_000})
    assert len(swollen) < 10_000
    with pytest.raises(QuizError, match="unpacks to more than"):
        read(Path("a.epub"), swollen)
    monkeypatch.setattr(archive, "MOST_LISTED", 5_000)
    with pytest.raises(QuizError, match="unpacks to more than"):
        read(Path("a.docx"), packed({f"word/{number}.xml": "" for number in range(200)}))
