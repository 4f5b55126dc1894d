"""PDFs: columns, pages, torn words, notes, tables, and what cannot be read."""

from __future__ import annotations

import random
from contextlib import suppress
from pathlib import Path

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from quiz.documents import Document, read
from quiz.documents.model import BlockKind, Spot
from quiz.documents.pdf import sandbox
from quiz.documents.pdf.columns import columns
from quiz.documents.pdf.furniture import without_furniture
from quiz.documents.pdf.page import Page, Run, lines_of
from quiz.documents.pdf.paragraphs import groups_of
from quiz.errors import QuizError
from tests.documents.printing import Set, column, pdf
from tests.growth import grows_linearly

LEFT = """
The mill at Orr was built in 1812 by two
brothers, who had borrowed 900 crowns
from the parish. The Anglo-Orrish bank
gave nothing, and the administra-
tion of the province paid a quarter of it
in 1814, when the second wheel was set
    It burned down in 1840, and for elev-
en years nobody dared to build there,
for four men had died in the fire.
"""
RIGHT = """
and the first flour was sold in Meles.
    A second mill opened on 3 May 1851
with a wheel of six metres. It ground
40 tonnes a week, twice as much as the
old one, and employed 31 people from
the parish until the winter of 1893.
    Nobody knows why the wheel stopped.
It was sold for 112 crowns in 1901 to a
museum, which has shown it since then.
"""


def paper(number: int, *more: Set) -> list[Set]:
    """A page in two columns with its head, foot and notes, each line written across both columns."""
    lines = [
        *column(60, 100, LEFT),
        Set(300, 40, "The Review of Mills", 8),
        Set(290, 800, f"{number}", 8),
        *column(60, 720, "1 Parish accounts of Orr, 1812,\np. 14, and the miller's diary.", 8, 10),
        *column(310, 100, RIGHT),
    ]
    return sorted([*lines, *more], key=lambda item: item.down)


@pytest.fixture
def document(tmp_path: Path) -> Document:
    title = Set(150, 75, "The Two Mills at Orr", 20, "Times-Bold")
    return opened(tmp_path, pdf(paper(1, title), paper(2)))


def opened(folder: Path, data: bytes) -> Document:
    path = folder / "a.pdf"
    path.write_bytes(data)
    return read(path)


def texts(document: Document, *kinds: BlockKind) -> list[str]:
    return [document.text[b.span.start : b.span.end] for b in document.blocks if not kinds or b.kind in kinds]


def test_columns_are_read_one_after_the_other_and_torn_words_made_whole(document: Document) -> None:
    body = texts(document, BlockKind.body)
    assert body[0] == (
        "The mill at Orr was built in 1812 by two brothers, who had borrowed 900 crowns from the parish. The "
        "Anglo-Orrish bank gave nothing, and the administration of the province paid a quarter of it in 1814, when the "
        "second wheel was set"
    )
    assert body[1].startswith("It burned down in 1840, and for eleven years nobody")
    assert body[-1].endswith("has shown it since then.")


def test_title_furniture_and_notes(document: Document) -> None:
    assert document.title == "The Two Mills at Orr"
    assert texts(document, BlockKind.furniture) == ["The Review of Mills", "1", "The Review of Mills", "2"]
    assert texts(document, BlockKind.note) == ["1 Parish accounts of Orr, 1812, p. 14, and the miller's diary."] * 2


def test_places_are_pages(document: Document) -> None:
    at = [document.text.index("1851"), document.text.rindex("1851")]
    assert [document.spot(offset) for offset in at] == [Spot(page=1), Spot(page=2)]


def test_a_sentence_goes_on_past_the_end_of_a_page(tmp_path: Path) -> None:
    first = LEFT.strip().rsplit("\n", 3)[0]
    pages = [column(60, 100, first), column(60, 100, RIGHT)]
    foot = [Set(290, 800, str(number), 8) for number in (1, 2)]
    document = opened(tmp_path, pdf([*pages[0], foot[0]], [*pages[1], foot[1]]))
    whole = next(text for text in texts(document, BlockKind.body) if "second wheel" in text)
    assert "when the second wheel was set and the first flour was sold in Meles." in whole
    assert document.spot(document.text.index("second wheel")).page == 1
    assert document.spot(document.text.index("first flour")).page == 2


def test_raised_numbers_are_markers_and_powers_stay(tmp_path: Path) -> None:
    items, left = [], 60.0
    for text, raised in (
        ("The mill was built in 1812 by brothers", 0),
        ("12", 4),
        (" from Orr, on 90 m", 0),
        ("2", 4),
        (" of land.", 0),
    ):
        size = 6 if raised else 10
        items.append(Set(left, 100 - raised, text, size))
        left += stringWidth(text, "Times-Roman", size)
    document = opened(tmp_path, pdf([*items, *column(60, 112, RIGHT)]))
    assert "by brothers from Orr, on 90 m2 of land" in document.text
    assert [marker for _, marker in document.cuts] == ["12"]


def test_tables_captions_and_pull_quotes(tmp_path: Path) -> None:
    rows = [
        Set(60 + 120 * x, 300 + 12 * y, cell)
        for y, row in enumerate(("Year Tonnes Men", "1851 2,080 31", "1893 900 12"))
        for x, cell in enumerate(row.split())
    ]
    items = [
        *column(60, 100, LEFT),
        *rows,
        *column(60, 350, "Figure 1. The second wheel of the mill, seen from the bridge in 1890.", 8),
        *column(100, 400, "“Nobody dared to build there,\nfor four men had died”", 16, 19, "Times-Italic"),
        *column(60, 460, RIGHT),
    ]
    document = opened(tmp_path, pdf(items))
    kinds = {document.text[b.span.start : b.span.start + 8]: b.kind for b in document.blocks}
    assert kinds["Year Ton"] is BlockKind.table
    assert kinds["Figure 1"] is BlockKind.caption
    assert kinds["“Nobody "] is BlockKind.pull_quote


def test_turned_pages_are_read_and_stamps_are_not(tmp_path: Path) -> None:
    upright = [
        *column(60, 100, LEFT),
        Set(200, 500, "DRAFT 1999", 60, turned=45),
        Set(20, 500, "arXiv 1812.0001", 9, turned=90),
    ]
    assert "1812 by two brothers" in opened(tmp_path, pdf(upright)).text
    assert "DRAFT" not in opened(tmp_path, pdf(upright)).text
    assert "arXiv" not in opened(tmp_path, pdf(upright)).text
    lying = [Set(100 + 12 * number, 700, line, turned=90) for number, line in enumerate(LEFT.split("\n"))]
    assert "1812 by two brothers" in opened(tmp_path, pdf(lying, rotation=90)).text


def test_the_same_bytes_make_the_same_document(tmp_path: Path) -> None:
    data = pdf(paper(1), paper(2))
    assert opened(tmp_path, data) == opened(tmp_path, data)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7\n", "is damaged, or no PDF"),
        (pdf(paper(1))[:900], "is damaged, or no PDF"),
        (b"x" * 90, "is damaged, or no PDF"),
        (pdf(paper(1), password="secret"), "is encrypted: its text needs a password"),
        (pdf([], [], picture=True), "is scanned: it holds pictures of pages and no text"),
        (pdf([]), "holds no text"),
        (b"", "is empty"),
    ],
    ids=["head", "cut", "other", "encrypted", "scanned", "blank", "empty"],
)
def test_what_cannot_be_read_is_said_in_one_line(tmp_path: Path, data: bytes, message: str) -> None:
    with pytest.raises(QuizError, match=message) as caught:
        opened(tmp_path, data)
    assert "\n" not in str(caught.value)
    assert caught.value.problems[0].hint


def test_a_pdf_that_takes_too_long_or_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = pdf(Set(60 + at % 7, 60 + at % 700, f"{at} " + "mill " * 6) for at in range(8_000))
    assert len(bomb) < 150_000
    with pytest.raises(QuizError, match="has too much text"):
        opened(tmp_path, bomb)
    monkeypatch.setattr(sandbox, "SECONDS", 0)
    with pytest.raises(QuizError, match="takes too long"):
        opened(tmp_path, bomb)


def test_spoilt_pdfs_are_read_or_refused(tmp_path: Path) -> None:
    data, chance = pdf(paper(1), paper(2)), random.Random(1)
    for _ in range(6):
        spoilt = bytearray(data)
        for _ in range(40):
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
        with suppress(QuizError):
            assert opened(tmp_path, bytes(spoilt)).text


def test_crowded_pages_take_linear_time() -> None:
    def work(size: int) -> None:
        chance = random.Random(size)
        runs = [
            Run(
                left := chance.randrange(500),
                left + chance.randrange(90),
                chance.randrange(800),
                10,
                bold=False,
                text="mill 1812",
            )
            for _ in range(size)
        ]
        for part in columns(runs):
            groups_of(lines_of(1, part))
        without_furniture([Page(number, 600, 800, tuple(runs[number::100])) for number in range(100)])

    assert grows_linearly(work, 500)
