"""Paragraphs with their kinds -> the Document."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from quiz.documents.model import Block, BlockKind, Document, Span, Unit
from quiz.documents.paragraph import Paragraph
from quiz.documents.zones import classify
from quiz.documents.zones.draft import Draft
from quiz.errors import QuizError

BREAK = "\n\n"


def assemble(
    path: Path,
    paragraphs: list[Paragraph],
    title: str,
    meta: dict[str, str],
    *,
    marked: bool = False,
    unit: Unit = "line",
) -> Document:
    """Make the document of a file's paragraphs; QuizError if there is no text in any."""
    return assemble_parts(path, [paragraphs], title, meta, marked=marked, unit=unit)


def assemble_parts(
    path: Path,
    parts: Iterable[list[Paragraph]],
    title: str,
    meta: dict[str, str],
    *,
    marked: bool = False,
    unit: Unit = "line",
) -> Document:
    """Make the document of a file's parts (a book's chapters), each of which begins and ends like a text of its own."""
    drafts: list[Draft] = []
    for part in parts:
        page = classify(part, title, meta, marked=marked)
        if drafts:
            for draft in page.drafts:
                draft.kind = BlockKind.heading if draft.kind is BlockKind.title else draft.kind
        else:
            title = page.title
        meta = page.meta
        drafts += page.drafts
    if not drafts:
        raise QuizError.at(str(path), "holds no text a reader would see", "check that it is the right file")
    name = title or path.stem.replace("_", " ").replace("-", " ")
    return _document(path, drafts, name, meta, unit)


def _document(path: Path, drafts: list[Draft], title: str, meta: dict[str, str], unit: Unit) -> Document:
    """The document of paragraphs whose kinds are known."""
    parts: list[str] = []
    blocks: list[Block] = []
    lines: list[tuple[int, int]] = []
    cuts: list[tuple[int, str]] = []
    at, section = 0, ""
    for draft in drafts:
        paragraph, kind = draft.paragraph, draft.kind or BlockKind.body
        section = paragraph.text if kind is BlockKind.heading else section
        blocks.append(Block(kind, Span(at, at + len(paragraph.text)), section))
        lines += [(at + offset, line) for offset, line in paragraph.lines]
        cuts += [(at + offset, marker) for offset, marker in paragraph.cuts]
        parts.append(paragraph.text)
        at += len(paragraph.text) + len(BREAK)
    return Document(str(path), title, BREAK.join(parts), tuple(blocks), tuple(lines), tuple(cuts), meta, unit)
