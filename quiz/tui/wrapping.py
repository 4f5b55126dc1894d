"""Where the lines of a long text end at a width, found so fast that a book can be laid out as it is opened."""

from __future__ import annotations

import re
from collections.abc import Iterator

from textual.content import Content

PLAIN = re.compile(r"[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u0556\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*")
"""Text whose every character is one cell wide."""


def wrapped(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Return where each line of a text begins and ends; a word longer than a line is broken."""
    width = max(2, width)
    start = 0
    for part in text.split("\n"):
        yield from _lines(part, start, width)
        start += len(part) + 1


def _lines(part: str, base: int, width: int) -> Iterator[tuple[int, int]]:
    """Return the lines of a text without line feeds, which begins at an offset of the whole."""
    even = PLAIN.fullmatch(part) is not None
    start = 0
    while True:
        most = start + width if even else start + _fitting(part, start, width)
        if most >= len(part):
            yield base + start, base + len(part)
            return
        blank = part.rfind(" ", start + 1, most + 1)
        end = blank if blank > start and part[start:blank].strip() else most
        yield base + start, base + end
        start = end
        while start < len(part) and part[start] == " ":
            start += 1


def _fitting(part: str, start: int, width: int) -> int:
    """Return how many characters fit into a line, at least one; a blank may stand for half of a wide one cut off."""
    cut = Content(part[start : start + 4 * width]).truncate(width).plain
    return max(1, len(cut) - (part[start : start + len(cut)] != cut))
