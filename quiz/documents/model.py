"""A document as a reader sees it: text in blocks, each of one kind, with the place of every character."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from enum import Enum
from typing import Literal

Unit = Literal["line", "page", "paragraph"]
"""What places in a document are counted in: lines of text, Markdown and HTML, pages of PDF, paragraphs of others."""


class BlockKind(Enum):
    """What a block of text is; `body`, `item`, `quotation` and `caption` are read for facts, the rest is not."""

    title = "title"
    heading = "heading"
    body = "body"
    item = "list item"
    quotation = "block quotation"
    caption = "caption"
    pull_quote = "pull quote"
    front = "front matter"
    note = "note or reference"
    comment = "reader comment"
    author = "author note"
    furniture = "navigation or page furniture"
    table = "table"
    code = "code"


ASKED = frozenset({BlockKind.body, BlockKind.item, BlockKind.quotation, BlockKind.caption})


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters of a document's text."""

    start: int
    end: int

    def __contains__(self, other: object) -> bool:
        """Whether another span, or an offset, lies within this one."""
        if isinstance(other, Span):
            return self.start <= other.start and other.end <= self.end
        return isinstance(other, int) and self.start <= other < self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, caption ... with the section (nearest heading) it stands in."""

    kind: BlockKind
    span: Span
    section: str = ""


def _offset(cut: tuple[int, str]) -> int:
    return cut[0]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a passage stands, as a reader finds it: a line, or a page, or a paragraph (from 1) of a section."""

    line: int | None = None
    page: int | None = None
    section: str = ""
    paragraph: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A document's text with footnote markers cut out.

    `cuts` are the markers, each with the offset in `text` it stood before; `lines` are `(offset, number)` pairs in
    order: from that offset on the text stands on that line of the file (page or paragraph, if that is its `unit`).
    """

    path: str
    title: str
    text: str
    blocks: tuple[Block, ...]
    lines: tuple[tuple[int, int], ...] = ()
    cuts: tuple[tuple[int, str], ...] = ()
    meta: dict[str, str] = field(default_factory=dict)
    unit: Unit = "line"

    def line(self, offset: int) -> int:
        """Line of the file (or page, or paragraph: its unit), from 1, on which the character at an offset stands."""
        at = bisect_right(self.lines, (offset, 1 << 60)) - 1
        return self.lines[at][1] if at >= 0 else 1

    def spot(self, offset: int) -> Spot:
        """Where the character at an offset stands, in the terms of the document's format."""
        number = self.line(offset)
        if self.unit == "page":
            return Spot(page=number)
        if self.unit == "line":
            return Spot(line=number)
        at = bisect_right(self.blocks, offset, key=lambda block: block.span.start)
        heads = (block for block in reversed(self.blocks[:at]) if block.kind in {BlockKind.heading, BlockKind.title})
        head = next(heads, None)
        section = self.blocks[at - 1].section if at else ""
        return Spot(section=section, paragraph=max(1, number - (self.line(head.span.start) if head else 0)))

    def verbatim(self, span: Span) -> str:
        """The text of a span as the reader sees it, footnote markers inside it included."""
        parts, start = [], span.start
        first = bisect_right(self.cuts, span.start, key=_offset)
        for offset, marker in self.cuts[first : bisect_left(self.cuts, span.end, key=_offset)]:
            parts += [self.text[start:offset], marker]
            start = offset
        return "".join([*parts, self.text[start : span.end]])
