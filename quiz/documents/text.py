"""Reads plain text: one paragraph a line or hard-wrapped, parted by blank lines or by indents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from quiz.documents.assembly import assemble
from quiz.documents.decoding import decode
from quiz.documents.hyphens import TORN, is_torn
from quiz.documents.layout import GAP, LABEL, Layout, Line, layout_of, no_room, split_lines
from quiz.documents.model import BlockKind, Document
from quiz.documents.pages import page_furniture
from quiz.documents.paragraph import Paragraph, Piece, compose
from quiz.documents.ruled import unboxed

UNDERLINE = re.compile(r"=[=]{2,}|-[-]{2,}|~{3,}|\*{3,}|_{3,}")
RULE = re.compile(r"[-=*_~•·.\s#+—–]{1,}")
HASHES = re.compile(r"(#{1,6})\s++(\S(?:.*[^\s#])?)[\s#]*+")
WIKI = re.compile(r"(={2,6})\s*+(\S(?:.*\S)?)\s*+\1")
OPENS, CLOSES = re.compile(r"(?<![\w_])_(?=[^\W_])"), re.compile(r"(?<=[^\s_])_(?![\w_])")
"""Underscores at the beginning and the end of stressed words, as e-texts write italics."""

OPEN_WORD = re.compile(r"\s(?:an?|the|of|in|on|at|by|to|for|from|with|and|or|but|nor|than|that|as|is|are|was|were)$")
"""A word that ends no line but one that goes on below."""

NUMBER_BELOW = 45
"""Columns of the shortest line whose sentence may go on with a number."""

COLUMNS = re.compile(r"\S\s{3,}\S|\.{4}|(?:\. ){4}|^Table \d")
"""Marks of a table's head, its title, and of contents with their pages."""

PARTED = re.compile(r"\S\s{3,}(?=\S)")
"""A gap between two columns."""

ROW, ROWS = 2, 2
"""Gaps of a row, and rows of a table, at least."""

MARGINAL = re.compile(r"(?:\d{1,3}(?:\.\d{1,2})?\.?\s{2,8}|\d{1,2}\.\d{1,2}\.?\s)(?=[A-Z“\"‘'])")
"""The number of a paragraph that stands apart from its text, or has two parts, as in reports."""

UNFINISHED = re.compile(r"[^.!?…:;”\"’')\]]$")


def read(data: bytes, path: Path) -> Document:
    """Read a plain text; QuizError if the data cannot be read as text."""
    return assemble(path, paragraphs(decode(data, path)), "", {})


def paragraphs(source: str) -> list[Paragraph]:
    """Paragraphs of a plain text in order, page numbers and running heads marked as furniture."""
    lines = unboxed(split_lines(source))
    furniture = page_furniture(lines)
    kept = [line for index, line in enumerate(lines) if index not in furniture]
    layout = layout_of(kept)
    found: list[Paragraph] = []
    run: list[Line] = []
    for index, line in enumerate([*lines, Line(0, 0, "")]):
        if line.text and index not in furniture:
            run.append(line)
            continue
        table = _is_table(run)
        found += [replace(p, kind=BlockKind.table) if table else p for p in _of_run(run, layout)]
        run = []
        if index in furniture:
            found.append(replace(compose([Piece(line.text, line.number)]), kind=BlockKind.furniture))
    return found


def _is_table(run: Sequence[Line]) -> bool:
    """Whether lines without a blank line between them are rows of a table: most have three columns or more."""
    rows = sum(len(PARTED.findall(line.text)) >= ROW for line in run)
    return rows >= ROWS and 2 * rows > len(run)


def _of_run(run: Sequence[Line], layout: Layout) -> Iterator[Paragraph]:
    """Paragraphs of lines without a blank line between them."""
    start = 0
    for at in range(1, len(run) + 1):
        if at < len(run) and not _breaks(run, at, start, layout):
            continue
        group = run[start:at]
        underlined = at < len(run) and UNDERLINE.fullmatch(run[at].text) and _may_be_heading(group)
        if not RULE.fullmatch(" ".join(line.text for line in group)):
            yield _paragraph(group, layout, 2 if underlined else 0)
        start = at


def _may_be_heading(group: Sequence[Line]) -> bool:
    """Whether lines over a rule may be a heading: one line, of no columns, that is no entry of a table of contents."""
    return len(group) == 1 and group[0].width <= 80 and not COLUMNS.search(group[0].text)


def _breaks(run: Sequence[Line], at: int, start: int, layout: Layout) -> bool:
    """Whether a new paragraph begins with a line of a run."""
    above, below = run[at - 1], run[at]
    if RULE.fullmatch(below.text) or RULE.fullmatch(above.text) or HASHES.fullmatch(above.text):
        return True
    if (run[start].label and below.indent > run[start].indent and not below.label) or _hangs(run[start], below):
        return False
    if MARGINAL.match(below.text) and MARGINAL.match(run[start].text) and below.indent == run[start].indent:
        return True
    if (GAP.search(above.text) is None) != (GAP.search(below.text) is None):
        return True
    runs_on = _runs_on(above, below)
    if below.label:
        return not (layout.width and runs_on and below.label[-1] in "–-")
    if not layout.width:
        return not runs_on
    first = at - 1 == start
    deeper = below.indent - above.indent
    hanging = first and bool(run[start].label)
    if deeper >= 2 and not hanging:
        return True
    if deeper <= -2 and not (first and (runs_on or above.indent - layout.margin == layout.first)):
        return not first or at + 1 < len(run)
    if below.indent >= layout.margin + 4 and deeper == 0:
        return False
    roomy = not no_room(above, below, layout.width) and above.width < 0.85 * layout.width
    return roomy and not runs_on


def _hangs(first: Line, below: Line) -> bool:
    """Whether a line stands under the text of a numbered paragraph, whose number stands in the margin."""
    number = MARGINAL.match(first.text)
    return number is not None and below.indent == first.indent + number.end()


def _runs_on(above: Line, below: Line) -> bool:
    """Whether a sentence goes on from a line to the next, however little room there was."""
    if UNFINISHED.search(above.text) is None:
        return False
    number = below.text[0].isdigit() and above.width >= NUMBER_BELOW and above.text[-1].islower()
    return below.text[0].islower() or number or OPEN_WORD.search(above.text) is not None


def _paragraph(group: Sequence[Line], layout: Layout, level: int) -> Paragraph:
    """One paragraph of its lines: bullet or number apart, heading marks left out, torn words made whole."""
    head, label = group[0], group[0].label
    text = head.text
    if heading := HASHES.fullmatch(text) or WIKI.fullmatch(text):
        text, level = heading[2], len(heading[1])
    elif label:
        text = LABEL.sub("", text, count=1)
    texts = _without_emphasis([text, *(line.text for line in group[1:])])
    paragraph = compose(_pieces(texts, [line.number for line in group], layout))
    indent = min(line.indent for line in (group[1:] or group)) - layout.margin
    if len(group) == 1 and indent == layout.first:
        indent = 0
    return replace(paragraph, level=level, label=label, indent=max(0, indent))


def _without_emphasis(texts: list[str]) -> list[str]:
    """Lines of a paragraph without the `_underscores_` round its stressed words, if all of them are such."""
    opened = sum(len(OPENS.findall(text)) for text in texts)
    if not opened or opened != sum(len(CLOSES.findall(text)) for text in texts):
        return texts
    return [CLOSES.sub("", OPENS.sub("", text)) for text in texts]


def _pieces(texts: Sequence[str], numbers: Sequence[int], layout: Layout) -> Iterable[Piece]:
    """Lines as pieces; the hyphen of a torn word goes only where the word is certain to have none."""
    for text, following, number in zip(texts, [*texts[1:], ""], numbers, strict=True):
        if TORN.search(text[-30:]) and following[:1].islower():
            yield Piece(text[:-1] if is_torn(text, following, layout.words) else text, number)
        else:
            yield Piece(text + " ", number)
