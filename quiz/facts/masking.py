"""Replaces stretches of a text by stand-ins and maps the characters of the result back."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from quiz.documents.model import Span


@dataclass(frozen=True, slots=True)
class Masked:
    """A masked text; `pieces` are (start in the masked text, start in the source, length, length in the source)."""

    text: str
    pieces: tuple[tuple[int, int, int, int], ...]

    def source(self, start: int, end: int) -> tuple[int, int, bool]:
        """The source characters of a range of the masked text, and whether it touches a stand-in."""
        at, source, length, source_length = self.pieces[bisect_right(self.pieces, (start, 1 << 60, 0, 0)) - 1]
        if length == source_length and end <= at + length:
            return source + start - at, source + end - at, False
        first, held = self._at(start, last=False)
        final, also = self._at(end - 1, last=True)
        return first, final, held or also

    def _at(self, offset: int, *, last: bool) -> tuple[int, bool]:
        at = bisect_right(self.pieces, (offset, 1 << 60, 0, 0)) - 1
        start, source, length, source_length = self.pieces[max(at, 0)]
        if not source_length:
            return source, False
        if length != source_length:
            return (source + source_length if last else source), True
        return source + (offset - start) + (1 if last else 0), False


def mask(text: str, start: int, end: int, stand_ins: Iterable[tuple[Span, str]]) -> Masked:
    """Mask disjoint spans, given in order, of the text between two offsets."""
    parts: list[str] = []
    pieces: list[tuple[int, int, int, int]] = []
    at, size = start, 0
    for span, stand_in in stand_ins:
        if span.start > at:
            pieces.append((size, at, span.start - at, span.start - at))
            parts.append(text[at : span.start])
            size += span.start - at
        if stand_in:
            pieces.append((size, span.start, len(stand_in), span.end - span.start))
            parts.append(stand_in)
            size += len(stand_in)
        at = span.end
    if at < end:
        pieces.append((size, at, end - at, end - at))
        parts.append(text[at:end])
    return Masked("".join(parts), tuple(pieces))
