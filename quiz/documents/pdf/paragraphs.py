"""Lines of a column -> paragraphs, by what sets them apart: white space, indents, short last lines, type."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from quiz.documents.hyphens import is_torn
from quiz.documents.layout import LABEL
from quiz.documents.model import BlockKind
from quiz.documents.paragraph import Paragraph, Piece, compose
from quiz.documents.pdf.page import Line

SMALL = 0.93
"""Share of the text's size that notes are set in at most."""

LARGE = 1.12
"""Share of the text's size that headings are set in at least."""

LONGEST = 20
"""Words of the longest heading."""

ENDED = re.compile(r"[.!?:;…][\"'”’)\]»]*$")
NOTE = re.compile(r"(?:\[?\d{1,3}[\].):]?|[*†‡§]+|[a-z][.)])\s*\S")
QUOTED = re.compile(r"[“\"‘'«].*[”\"’'»][.!?…]?$")
MARKER = re.compile(r"[\[(]?(?:\d{1,3}|[a-z]|[*†‡§]+)(?:\s?[,–-]\s?(?:\d{1,3}|[a-z]))*[\])]?")


@dataclass(frozen=True, slots=True)
class Style:
    """How a document is set: size of its text in points, whether that is bold, its words, sizes of its headings."""

    size: float
    bold: bool
    words: frozenset[str]
    heads: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Lines of one paragraph, whether its first stands in, its last reaches the column's right edge, it is of a table.

    `indent` is how far all of it stands in from the column's left edge, in letters, if it has two lines or more.
    """

    lines: tuple[Line, ...]
    indented: bool = False
    full: bool = False
    tabular: bool = False
    indent: int = 0

    @property
    def size(self) -> float:
        """Size of its type."""
        return max(self.lines, key=lambda line: len(line.text)).size


def groups_of(lines: Sequence[Line]) -> list[Group]:
    """Paragraphs of a column's lines, which are in order."""
    if not lines:
        return []
    left = _usual([line.left for line in lines])
    right = sorted(line.right for line in lines)[int(0.9 * (len(lines) - 1))]
    steps = [above.base - below.base for above, below in pairwise(lines) if _alike(above, below)]
    step = median(steps) if steps else 0.0
    starts = [0, *(at for at in range(1, len(lines)) if _begins(lines, at, left, right, step)), len(lines)]
    groups = [_group(lines[start:end], left, right, tabular=_tabular(lines, start)) for start, end in pairwise(starts)]
    return [
        replace(group, tabular=True) if below.tabular and _heads(group, below) else group
        for group, below in zip(groups, [*groups[1:], groups[-1]], strict=True)
    ]


def _heads(group: Group, table: Group) -> bool:
    """Whether a paragraph is the row of names over a table's columns."""
    return len(group.lines) == 1 and len(group.lines[0].runs) == len(table.lines[0].runs) > 1


def _usual(values: Sequence[float]) -> float:
    """The commonest of some lengths, to a point."""
    return float(Counter(round(value) for value in values).most_common(1)[0][0])


def _alike(above: Line, below: Line) -> bool:
    """Whether two lines are of one size and weight."""
    return abs(above.size - below.size) <= 0.07 * max(above.size, below.size) and above.bold is below.bold


def _begins(lines: Sequence[Line], at: int, left: float, right: float, step: float) -> bool:
    """Whether a line begins a paragraph."""
    above, below = lines[at - 1], lines[at]
    if not _alike(above, below) or _tabular(lines, at) is not _tabular(lines, at - 1):
        return True
    down = above.base - below.base
    slack = 1.6 if any(run.raised for run in below.runs) else 1.3
    if down <= 0 or down > slack * max(step, 1.05 * below.size):
        return True
    if _tabular(lines, at) or _centred(above, below):
        return False
    em, label = below.size, LABEL.match(below.text)
    if label and label[1] not in {"–", "-"} and (ENDED.search(above.text) or LABEL.match(above.text)):
        return True
    if below.left > above.left + 0.8 * em and above.left <= left + 0.5 * em and not LABEL.match(above.text):
        return below.left < left + 6 * em
    letter = (below.right - below.left) / max(1, len(below.text))
    room = right - above.right > (len(below.text.split(" ", 1)[0]) + 2) * letter + em
    return room and (ENDED.search(above.text) is not None or (below.text[0].isupper() and right - above.right > 8 * em))


def _tabular(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is a row of a table: parted by wide gaps, as is the one above or below it."""
    near = [lines[other].cells for other in (at - 1, at + 1) if 0 <= other < len(lines)]
    return lines[at].cells > 1 and max(near, default=1) > 1


def _centred(above: Line, below: Line) -> bool:
    """Whether two lines of different length stand centred one under the other."""
    middle = abs(above.left + above.right - below.left - below.right) / 2
    return middle < 0.3 * above.size and abs(above.left - below.left) > 0.8 * above.size


def _group(lines: Sequence[Line], left: float, right: float, *, tabular: bool) -> Group:
    first, last = lines[0], lines[-1]
    deeper = first.left > (lines[1].left if len(lines) > 1 else left) + 0.8 * first.size
    shift = (min(line.left for line in lines) - left) / first.size
    full = last.right > right - 3 * last.size
    return Group(tuple(lines), deeper, full, tabular, round(2 * shift) if len(lines) > 1 and shift >= 1 else 0)


def paragraph_of(group: Group, style: Style) -> Paragraph:
    """The paragraph of some lines: torn words made whole, footnote markers apart, its kind where type tells it."""
    text = group.lines[0].text
    label = LABEL.match(text)
    paragraph = compose(_pieces(group.lines, style, len(label[0]) if label else 0))
    level = _level(group, style, paragraph.text)
    return replace(
        paragraph,
        level=level,
        label=label[1] if label and not level else "",
        kind=BlockKind.table if group.tabular else None,
        indent=0 if label or level else group.indent,
    )


def _level(group: Group, style: Style, text: str) -> int:
    """A heading's level, the largest type first; 0 for what is none."""
    words = text.count(" ") + 1
    if (
        group.tabular
        or words > LONGEST
        or QUOTED.match(text)
        or not any(map(str.isalpha, text))
        or (ENDED.search(text) and not text.endswith(("?", "!", ":")))
    ):
        return 0
    if group.size >= LARGE * style.size:
        return next((rank for rank, size in enumerate(style.heads, 1) if group.size >= size - 0.5), 6)
    bold = all(line.bold for line in group.lines) and not style.bold
    return min(6, len(style.heads) + 1) if bold and len(group.lines) <= 3 and group.size >= 0.98 * style.size else 0


def _pieces(lines: Sequence[Line], style: Style, skipped: int) -> Iterator[Piece]:
    """Text of lines with their page, hyphens of torn words left out, raised numbers as markers."""
    for line, below in zip(lines, [*lines[1:], None], strict=True):
        following = below.text if below else ""
        last = len(line.runs) - 1
        for number, run in enumerate(line.runs):
            at = skipped
            for start, end in run.raised:
                if start >= at and MARKER.fullmatch(run.text[start:end].strip()) and _is_marker(line, number, start):
                    yield Piece(run.text[at:start], line.page)
                    yield Piece(run.text[start:end], line.page, marker=True)
                    at = end
            text, skipped = run.text[at:], max(0, skipped - len(run.text) - 1)
            torn = number == last and is_torn(text, following, style.words, typeset=True)
            yield Piece(text.rstrip()[:-1] if torn else text, line.page)
            glued = number < last and line.runs[number + 1].left - run.right < 0.15 * line.size
            if not torn and not glued:
                yield Piece(" ", line.page)


def _is_marker(line: Line, number: int, start: int) -> bool:
    """Whether raised characters follow a word or a stop, and no number or unit, whose power they would be."""
    before = line.runs[number].text[:start] or (line.runs[number - 1].text if number else "")
    word = re.search(r"[^\W\d_]+$", before.rstrip())
    return bool(before.strip()) and not before.rstrip()[-1].isdigit() and (word is None or len(word[0]) > 2)


def notes_from(groups: Sequence[Group], style: Style) -> int:
    """Index of the first of the small paragraphs at a column's end that are its notes; that of its end without any."""
    at = len(groups)
    while at and groups[at - 1].size <= SMALL * style.size:
        at -= 1
    while at < len(groups) and not _opens_note(groups[at]):
        at += 1
    return at


def _opens_note(group: Group) -> bool:
    """Whether a paragraph begins with the number or sign of a note."""
    first = group.lines[0]
    if group.tabular:
        return False
    return bool(first.runs[0].raised and first.runs[0].raised[0][0] == 0) or NOTE.match(first.text) is not None
