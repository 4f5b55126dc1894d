"""A document made ready to be read beside its cards; texts at once however long, other formats by their readers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from quiz.study.reading import Paragraph, Reading

TEXTS = frozenset({".txt", ".text", ".md", ".markdown"})
"""Suffixes of files whose lines are their text: taking blocks apart, as the reader does, takes 3 s a megabyte."""

FULL = 50
"""Letters of a line from which on the next one goes on with it; a shorter one ends there (verse, an address)."""

STARTS = re.compile(r"\s*(?:[-*+•>|#]|\d{1,3}[.)]|```|~~~)|\s{4}")
"""What begins a line that stands for itself."""

HEADING = re.compile(r"#{1,6}\s+(.{1,300})$")
UNDERLINED = re.compile(r"(?:={3,}|-{3,})\s*$")
LINK = re.compile(r"!?\[([^\]\[\n]{0,500})\]\([^()\s]{0,1000}\)")
EMPHASIS = re.compile(
    r"\*{1,3}(?=\S)([^*\n]{1,500}?)(?<=\S)\*{1,3}|(?<!\w)_{1,2}(?=\S)([^_\n]{1,500}?)(?<=\S)_{1,2}(?!\w)"
)


def read_document(path: Path) -> Reading:
    """Read a document for the eye; QuizError with place and hint if it is missing or no document."""
    if path.suffix.lower() in TEXTS:
        from quiz.documents.decoding import decode, load

        text = decode(load(path), path)
        return Reading(path.name, tuple(_paragraphs(text, markdown=path.suffix.lower() in {".md", ".markdown"})))
    return _by_blocks(path)


def _by_blocks(path: Path) -> Reading:
    """Read a document by the reader of its format."""
    from quiz.documents import ASKED, BlockKind, read

    document = read(path)
    heads, told = {BlockKind.title, BlockKind.heading}, ASKED | {BlockKind.table, BlockKind.code}
    laid_out = {BlockKind.table, BlockKind.code}
    paragraphs: list[Paragraph] = []
    for block in document.blocks:
        text = document.verbatim(block.span).strip()
        words = text if block.kind in laid_out else " ".join(text.split())
        number = document.line(block.span.start)
        aside, heading = block.kind not in heads | told, block.kind in heads
        close = block.kind is BlockKind.item and bool(paragraphs) and not paragraphs[-1].heading
        paragraphs += [Paragraph(words, number, heading, aside, close)] if words else []
    return Reading(document.title or path.name, tuple(paragraphs))


def _paragraphs(text: str, *, markdown: bool) -> Iterator[Paragraph]:
    """Return the paragraphs of a text: lines that are broken only by their width are one again."""
    lines = text.split("\n")
    front = _front(lines) if markdown else 0
    yield from (Paragraph(line, at, aside=True, close=at > 1) for at, line in enumerate(lines[:front], start=1))
    kept: list[str] = []
    first, close, fenced = 0, False, False
    for number, line in enumerate([*lines[front:], ""], start=front + 1):
        fence = markdown and line.lstrip().startswith(("```", "~~~"))
        alone = fence or fenced
        underlined = markdown and bool(kept) and not alone and UNDERLINED.match(line)
        if kept and (alone or underlined or not _goes_on(kept, line, markdown=markdown)):
            yield replace(_paragraph("# " * bool(underlined) + " ".join(kept), first, markdown=markdown), close=close)
            kept, close = [], True
        if alone and line.strip():
            yield Paragraph(line, number, close=close)
            close = True
        elif line.strip() and not underlined:
            first = first if kept else number
            kept.append(line.lstrip("> \t").rstrip() if kept else line.rstrip())
        fenced = fenced != fence
        close = close and bool(line.strip())


def _goes_on(kept: Sequence[str], line: str, *, markdown: bool) -> bool:
    """Whether a line goes on with the paragraph above it; in Markdown it does unless something begins there."""
    if markdown and kept[0].startswith(">") and line.startswith(">"):
        return bool(line.strip("> \t"))
    if not line.strip() or STARTS.match(line):
        return False
    return len(kept[-1]) >= FULL or (markdown and not HEADING.match(kept[-1]))


def _front(lines: Sequence[str]) -> int:
    """Count the lines of front matter, its fences included."""
    if lines[0].rstrip() != "---":
        return 0
    return next((at for at, line in enumerate(lines[1:100], start=2) if line.rstrip() in ("---", "...")), 0)


def _paragraph(text: str, number: int, *, markdown: bool) -> Paragraph:
    """Return a paragraph; in Markdown without the marks that are not read, and a heading for what it is."""
    heading = HEADING.match(text) if markdown else None
    if heading:
        return Paragraph(_unmarked(heading[1]).rstrip("# "), number, heading=True)
    return Paragraph(_unmarked(text) if markdown else text, number)


def _unmarked(text: str) -> str:
    """Return a line of Markdown without emphasis and the targets of links."""
    return EMPHASIS.sub(lambda found: found[1] or found[2], LINK.sub(r"\1", text))
