"""A paragraph as a reader of one format finds it, before it is known what it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from quiz.documents.markers import find_markers
from quiz.documents.model import BlockKind

Pairs = tuple[tuple[int, int], ...]
Cuts = tuple[tuple[int, str], ...]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Piece:
    """Text that stands on one line of the file; a `marker` is kept out of the paragraph and noted in its cuts."""

    text: str
    line: int
    marker: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text between two breaks; `lines` and `cuts` are as a Document's, counted from the paragraph's start.

    `kind` is what the format itself says of it; `level` is a heading's, 1-6; `label` is a list item's bullet or number;
    `indent` is in columns beyond the margin; `linked` is the share of its characters that are links, 0-1; `boxes` are
    the numbers of the elements round it, the outermost first.
    """

    text: str
    lines: Pairs
    cuts: Cuts = ()
    kind: BlockKind | None = None
    level: int = 0
    label: str = ""
    indent: int = 0
    linked: float = 0.0
    boxes: tuple[int, ...] = ()


def compose(pieces: Iterable[Piece]) -> Paragraph:
    """Put pieces of text together, runs of white space as one blank, footnote markers cut out."""
    parts: list[str] = []
    lines: list[tuple[int, int]] = []
    cuts: list[tuple[int, str]] = []
    length, gap = 0, False
    for piece in pieces:
        words = piece.text.split()
        if piece.marker or not words:
            cuts += [(length, piece.text.strip())] if words else []
            gap = gap or (not piece.marker and piece.text != "")
            continue
        lead = " " if length and (gap or piece.text[0].isspace()) else ""
        chunk = lead + " ".join(words)
        if not lines or lines[-1][1] != piece.line:
            lines.append((length + len(lead), piece.line))
        parts.append(chunk)
        length += len(chunk)
        gap = piece.text[-1].isspace()
    return without_markers(Paragraph("".join(parts), tuple(lines), tuple(cuts)))


def without_markers(paragraph: Paragraph) -> Paragraph:
    """Move the footnote markers of a paragraph's text to its cuts."""
    spans = find_markers(paragraph.text)
    if not spans:
        return paragraph
    text = paragraph.text
    found = [(start, text[start:end]) for start, end in spans]
    ends, starts = [0, *(end for _, end in spans)], [*(start for start, _ in spans), len(text)]
    kept = "".join(text[end:start] for end, start in zip(ends, starts, strict=True))
    cuts = sorted([*_moved(paragraph.cuts, spans), *_moved(found, spans)], key=lambda cut: cut[0])
    return replace(paragraph, text=kept, lines=tuple(_moved(paragraph.lines, spans)), cuts=tuple(cuts))


def _moved(pairs: Sequence[tuple[int, T]], spans: Sequence[tuple[int, int]]) -> list[tuple[int, T]]:
    """Shift offsets, which are in order, by the length of the spans cut out before them."""
    moved, gone, at = [], 0, 0
    for offset, value in pairs:
        while at < len(spans) and spans[at][1] <= offset:
            gone += spans[at][1] - spans[at][0]
            at += 1
        inside = offset - spans[at][0] if at < len(spans) and spans[at][0] < offset else 0
        moved.append((offset - gone - inside, value))
    return moved


def part(paragraph: Paragraph, start: int, end: int) -> Paragraph:
    """The paragraph's text from one offset to another, with its lines and cuts, blanks at the ends left out."""
    text = paragraph.text[start:end]
    start += len(text) - len(text.lstrip())
    end = start + len(text.strip())
    first = max((pair for pair in paragraph.lines if pair[0] <= start), default=(0, 1))
    lines = ((0, first[1]), *((at - start, line) for at, line in paragraph.lines if start < at < end))
    cuts = tuple((at - start, marker) for at, marker in paragraph.cuts if start < at <= end)
    return replace(paragraph, text=text.strip(), lines=lines, cuts=cuts)


def joined(first: Paragraph, second: Paragraph, gap: str = " ") -> Paragraph:
    """Two parts of one paragraph, torn apart by a page break, as one, with a blank or nothing between them."""
    shift = len(first.text) + len(gap)
    lines = (*first.lines, *((at + shift, line) for at, line in second.lines))
    cuts = (*first.cuts, *((at + shift, marker) for at, marker in second.cuts))
    return replace(first, text=f"{first.text}{gap}{second.text}", lines=lines, cuts=cuts)
