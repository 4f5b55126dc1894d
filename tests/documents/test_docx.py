"""Word documents: what is shown in them, as what, and where."""

from __future__ import annotations

from pathlib import Path

from quiz.documents import Document, Spot, read
from tests.documents.packing import docx, p, r
from tests.growth import grows_linearly

FIRST = "The mill at Orr was built in 1812 by two brothers, who had borrowed 900 crowns from the parish."
SECOND = "It burned down in 1840, and for eleven years nobody dared to build there, for four men had died."


def opened(body: str, **more: str) -> Document:
    return read(Path("a.docx"), docx(body, **more))


def kinds(document: Document) -> list[str]:
    return [f"{b.kind.name}: {document.text[b.span.start : b.span.end]}" for b in document.blocks]


def test_styles_say_what_a_paragraph_is_whatever_the_language_of_word() -> None:
    document = opened(
        p("The Mill at Orr", "Title")
        + p("Two fires 3", "Verzeichnis1")
        + p(FIRST)
        + p("Two fires", "berschrift1")
        + p(SECOND)
        + p("Bread was nine crowns that year.", "Zitat")
        + p("The mill after the fire of 1840.", "Beschriftung")
        + p("The wheel was sold in 1901.", "Liste"),
        title="The Mill at Orr",
    )
    assert document.title == "The Mill at Orr"
    assert document.meta == {"author": "Ada Blum"}
    assert kinds(document) == [
        "title: The Mill at Orr",
        "furniture: Two fires 3",
        f"body: {FIRST}",
        "heading: Two fires",
        f"body: {SECOND}",
        "quotation: Bread was nine crowns that year.",
        "caption: The mill after the fire of 1840.",
        "item: The wheel was sold in 1901.",
    ]


def test_places_are_paragraphs_of_sections() -> None:
    document = opened(
        p("Mills", "Title") + p(FIRST) + p("") + p("Fires", "berschrift2") + p(SECOND) + p(FIRST + " Again.")
    )
    spots = [document.spot(document.text.index(sought)) for sought in ("1812", "1840", "Again")]
    assert spots == [
        Spot(section="", paragraph=1),
        Spot(section="Fires", paragraph=1),
        Spot(section="Fires", paragraph=2),
    ]


def test_changes_are_taken_as_accepted_and_hidden_text_is_left_out() -> None:
    body = p(
        r("The mill was built in ")
        + f"<w:del>{r('1811').replace('w:t', 'w:delText')}</w:del><w:ins>{r('1812')}</w:ins>"
        + f"<w:moveFrom>{r(' by nobody')}</w:moveFrom><w:moveTo>{r(' by two brothers')}</w:moveTo>"
        + r(" in secret", "<w:vanish/>")
        + r(" from Orr", '<w:vanish w:val="0"/>')
        + "<w:r><w:instrText>PAGE 1999</w:instrText></w:r><w:r><w:t>.</w:t></w:r>"
    )
    assert opened(body + p(SECOND)).text.startswith("The mill was built in 1812 by two brothers from Orr.\n")


def test_notes_are_left_out_and_their_markers_cut() -> None:
    reference = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
    document = opened(
        p(
            r("The mill was built in 1812")
            + reference
            + r(" on 90 m")
            + r("2", '<w:vertAlign w:val="superscript"/>')
            + r(" of land.")
        )
        + p(SECOND)
    )
    assert document.text.startswith("The mill was built in 1812 on 90 m² of land.")
    assert [marker for _, marker in document.cuts] == ["[2]"]
    assert "1999" not in document.text


def test_tables_and_text_boxes() -> None:
    cells = "".join(f"<w:tc>{p(cell)}</w:tc>" for cell in ("1851", "2,080 tonnes"))
    box = f"<w:txbxContent>{p('Nobody dared to build there')}</w:txbxContent>"
    choice = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    anchored = f"<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>"
    document = opened(
        p(FIRST) + p(r(SECOND[:20]) + anchored + r(SECOND[20:])) + f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>" + p(FIRST)
    )
    assert kinds(document) == [
        f"body: {FIRST}",
        f"body: {SECOND}",
        "pull_quote: Nobody dared to build there",
        "table: 1851",
        "table: 2,080 tonnes",
        f"body: {FIRST}",
    ]


def test_indented_paragraphs_are_quotations() -> None:
    quoted = p(
        "We had no bread that winter, and the miller gave us bran.", properties='<w:ind w:left="720" w:right="720"/>'
    )
    document = opened(p(FIRST) + p(SECOND) + p("The parish clerk wrote:") + quoted + p(FIRST + " Again."))
    assert "quotation: We had no bread that winter, and the miller gave us bran." in kinds(document)


def test_entities_of_a_document_are_never_looked_up() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY x "boom"><!ENTITY y SYSTEM "file:///etc/passwd">]>'
    document = opened(p(FIRST) + bomb + p(SECOND + " &x;&y; &amp; more."))
    assert "root:" not in document.text
    assert "boom" not in document.text
    assert "& more." in document.text


def test_broken_markup_takes_linear_time() -> None:
    def work(size: int) -> None:
        opened(p(FIRST) + "<w:p><w:tbl><w:del><w:txbxContent>" * size + p(SECOND) * size)

    assert grows_linearly(work, 150)
