"""Paragraphs with their kinds -> the Document."""

from __future__ import annotations

from pathlib import Path

from quiz.documents.model import Block, BlockKind, Document, Span, Unit
from quiz.documents.paragraph import Paragraph
from quiz.documents.zones import classify
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
    page = classify(paragraphs, title, meta, marked=marked)
    if not page.drafts:
        raise QuizError.at(str(path), "holds no text a reader would see", "check that it is the right file")
    parts: list[str] = []
    blocks: list[Block] = []
    lines: list[tuple[int, int]] = []
    cuts: list[tuple[int, str]] = []
    at, section = 0, ""
    for draft in page.drafts:
        paragraph, kind = draft.paragraph, draft.kind or BlockKind.body
        section = paragraph.text if kind is BlockKind.heading else section
        blocks.append(Block(kind, Span(at, at + len(paragraph.text)), section))
        lines += [(at + offset, line) for offset, line in paragraph.lines]
        cuts += [(at + offset, marker) for offset, marker in paragraph.cuts]
        parts.append(paragraph.text)
        at += len(paragraph.text) + len(BREAK)
    name = page.title or path.stem.replace("_", " ").replace("-", " ")
    return Document(str(path), name, BREAK.join(parts), tuple(blocks), tuple(lines), tuple(cuts), page.meta, unit)
