"""How a plain text is laid out: its margin, the width it is wrapped to, its lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from quiz.documents.hyphens import vocabulary

LABEL = re.compile(
    r"(\[\d{1,3}\]|(?:[-*•·●▪◦‣–]|o(?=\s+[A-Z0-9])|\(?\d{1,3}[.)]|\(?[a-z]\)|\([ivx]{1,5}\))(?=\s+\S)|"
    r"[a-z](?=\s{2,}[A-Za-z]))\s*"
)
"""A bullet or number that opens a list item or note."""

GAP = re.compile(r"\S {8,}\S")
"""A gap between words that are set apart on one line, wider than any that lines up a margin."""

COLUMNS = re.compile(r"\S {3,}\S")
"""A gap within a line, as between the columns of a table."""

SENTENCE_ENDS = (".", "!", "?", ".”", '."', "!”", '!"', "?”", '?"')
"""What the lines of a wrapped text end with now and then, paragraphs of one line nearly always."""

WIDEST = 140
"""Columns of the widest page texts are wrapped to; longer lines are paragraphs."""

NARROWEST = 35
"""Columns of the narrowest page, a newspaper's column."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text: its number from 1, the columns it is indented, its text without them; blank lines have none."""

    number: int
    indent: int
    text: str

    @property
    def width(self) -> int:
        """Columns up to the line's end."""
        return self.indent + len(self.text)

    @property
    def label(self) -> str:
        """The bullet or number the line begins with, or nothing."""
        match = LABEL.match(self.text)
        return match[1] if match else ""


@dataclass(frozen=True, slots=True)
class Layout:
    """A text's margin, the width it is wrapped to (0: a line is a paragraph) and its first-line indent, in columns."""

    margin: int
    width: int
    first: int
    words: frozenset[str]


def split_lines(source: str) -> list[Line]:
    """Lines of a text; a form feed ends the line before it without a line of its own."""
    lines = []
    for number, raw in enumerate(source.split("\n"), 1):
        for text in raw.split("\f"):
            stripped = text.expandtabs(4).rstrip()
            body = stripped.lstrip()
            lines.append(Line(number, len(stripped) - len(body), body))
    return lines


def layout_of(lines: Sequence[Line]) -> Layout:
    """Measure a text's layout."""
    indents = Counter[int]()
    for line in lines:
        if line.text:
            indents[line.indent] += len(line.text)
    margin = indents.most_common(1)[0][0] if indents else 0
    words = vocabulary(line.text for line in lines)
    return Layout(margin, _wrap_width(lines), _first_indent(lines, margin), words)


def _wrap_width(lines: Sequence[Line]) -> int:
    """Columns a text is wrapped to: most lines that have a line under them have no room for its first word."""
    pairs = [(above, below) for above, below in _pairs(lines) if not below.label and below.indent <= above.indent]
    pairs = [(above, below) for above, below in pairs if not COLUMNS.search(above.text + "\n" + below.text)]
    widths = sorted(above.width for above, _ in pairs)
    if len(widths) < 2:
        return 0
    width = widths[int(len(widths) * 0.95)] if len(widths) > 20 else widths[-1]
    if not NARROWEST <= width <= WIDEST:
        return 0
    ended = sum(above.text.endswith(SENTENCE_ENDS) for above, _ in pairs)
    if ended > 0.5 * len(pairs):
        return 0
    full = sum(above.width > 0.85 * width or no_room(above, below, width) for above, below in pairs)
    return width if full >= 0.6 * len(pairs) else _width_of_torn(pairs)


def _width_of_torn(pairs: Sequence[tuple[Line, Line]]) -> int:
    """Columns that sentences are broken at, where a quarter of the lines go on in small letters and most are as wide.

    So are reports wrapped whose lists, boxes and tables have as many short lines as their text has full ones.
    """
    torn = sorted(above.width for above, below in pairs if below.text[0].islower() and above.text[-1] not in ".!?:;")
    if len(torn) < max(4, 0.25 * len(pairs)) or not NARROWEST <= torn[-1] <= WIDEST:
        return 0
    return torn[-1] if sum(width > 0.8 * torn[-1] for width in torn) >= 0.75 * len(torn) else 0


def no_room(above: Line, below: Line, width: int) -> bool:
    """Whether the first word of a line would not have fitted on the line above it."""
    return above.width + 1 + len(below.text.split(" ", 1)[0]) > width - 2


def _first_indent(lines: Sequence[Line], margin: int) -> int:
    """Columns by which paragraphs open, where at least three of them do so and go on at the margin."""
    found = Counter(
        above.indent - margin
        for above, below in _pairs(lines)
        if margin < above.indent <= margin + 10 and below.indent == margin
    )
    indent, times = found.most_common(1)[0] if found else (0, 0)
    return indent if times >= 3 else 0


def _pairs(lines: Sequence[Line]) -> Iterable[tuple[Line, Line]]:
    """Each line with text and the line under it, where that has text as well."""
    return ((above, below) for above, below in pairwise(lines) if above.text and below.text)
