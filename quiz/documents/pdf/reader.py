"""Reads PDF documents: each character with its page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from quiz.documents.assembly import assemble
from quiz.documents.hyphens import is_torn, vocabulary
from quiz.documents.model import BlockKind, Document
from quiz.documents.paragraph import Paragraph, Piece, compose, joined
from quiz.documents.pdf.columns import columns
from quiz.documents.pdf.furniture import without_furniture
from quiz.documents.pdf.page import Line, lines_of
from quiz.documents.pdf.paragraphs import ENDED, LARGE, Group, Style, groups_of, notes_from, paragraph_of
from quiz.documents.pdf.sandbox import extracted

HEADS = 5
"""Sizes of type that are told apart as levels of headings."""


@dataclass(frozen=True, slots=True)
class _Torn:
    """Where the last paragraph of the text stopped at a column's end without an end of its sentence."""

    at: int
    size: float


def read(data: bytes, path: Path) -> Document:
    """Read a PDF; QuizError if it is encrypted, scanned, damaged or too large."""
    meta, pages = extracted(data, path)
    kept, furniture = without_furniture(pages)
    parts = [
        (page.number, [groups_of(lines_of(page.number, column)) for column in columns(runs)])
        for page, runs in zip(pages, kept, strict=True)
    ]
    style = _style([line for _, found in parts for groups in found for group in groups for line in group.lines])
    paragraphs = _paragraphs(parts, furniture, style)
    said = {"author": meta.get("author", "")} if " " in meta.get("author", "").strip() else {}
    return assemble(path, paragraphs, _title(paragraphs, meta.get("title", "")), said, unit="page")


def _style(lines: Sequence[Line]) -> Style:
    """How most of a document's letters are set."""
    sizes, bold = Counter[float](), 0
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
        bold += len(line.text) if line.bold else 0
    size = sizes.most_common(1)[0][0] if sizes else 0.0
    heads = sorted({found for found in sizes if found >= LARGE * size}, reverse=True)
    words = vocabulary(line.text for line in lines if not line.text.endswith("-"))
    return Style(size, bold * 2 > sizes.total(), words, tuple(heads[:HEADS]))


def _paragraphs(
    parts: Sequence[tuple[int, list[list[Group]]]], furniture: Sequence[Line], style: Style
) -> list[Paragraph]:
    """Paragraphs of all pages in order, those torn apart by the end of a column made whole."""
    found: list[Paragraph] = []
    torn: _Torn | None = None
    for page, groups in parts:
        found += (_furniture(line) for line in furniture if line.page == page)
        for column in groups:
            notes = notes_from(column, style)
            for number, group in enumerate(column):
                paragraph = paragraph_of(group, style)
                if number >= notes:
                    found.append(replace(paragraph, kind=BlockKind.note))
                elif number == 0 and torn and _goes_on(group, paragraph, torn):
                    found[torn.at] = _whole(found[torn.at], paragraph, style)
                else:
                    found.append(paragraph)
                    torn = None if paragraph.kind or paragraph.level else _Torn(len(found) - 1, group.size)
                if torn and number == notes - 1 and not (group.full and not ENDED.search(found[torn.at].text)):
                    torn = None
    return [paragraph for paragraph in found if paragraph.text]


def _furniture(line: Line) -> Paragraph:
    return replace(compose([Piece(line.text, line.page)]), kind=BlockKind.furniture)


def _goes_on(group: Group, paragraph: Paragraph, torn: _Torn) -> bool:
    """Whether the first paragraph of a column goes on with the one torn at the end of the column before."""
    plain = not paragraph.level and not paragraph.label and paragraph.kind is None
    return plain and not group.indented and abs(group.size - torn.size) <= 0.07 * torn.size


def _whole(first: Paragraph, second: Paragraph, style: Style) -> Paragraph:
    """Two parts of a paragraph as one, a word torn between them made whole."""
    if is_torn(first.text, second.text, style.words, typeset=True):
        return joined(replace(first, text=first.text[:-1]), second, gap="")
    return joined(first, second, gap="" if first.text.endswith(("-", "–", "—", "/")) else " ")


def _title(paragraphs: Sequence[Paragraph], named: str) -> str:
    """The largest heading on the first page that has text, or else the title the file names, where a page shows it."""
    first = next((_page(paragraph) for paragraph in paragraphs if paragraph.kind is None), 1)
    heads = [paragraph for paragraph in paragraphs if paragraph.level and _page(paragraph) == first]
    shown = " ".join(named.split())
    if len(shown) > 3 and any(shown.casefold() in head.text.casefold() for head in heads):
        return shown
    return min(heads, key=lambda head: head.level).text if heads and heads[0].level < HEADS else ""


def _page(paragraph: Paragraph) -> int:
    return paragraph.lines[0][1] if paragraph.lines else 1
