"""Page numbers and the heads and feet that pages repeat, told from the text by where they stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from quiz.documents.pages import NUMBER
from quiz.documents.pdf.page import Line, Page, Run, lines_of

EDGE = 0.14
"""Share of a page's height, at top and bottom, in which heads and feet stand."""

OUTERMOST = 3
"""Lines at each end of a page that may be furniture."""

STEP = 4
"""Points within which baselines of different pages are the same."""


def without_furniture(pages: Sequence[Page]) -> tuple[list[list[Run]], list[Line]]:
    """The runs of each page that are its text, and the lines that are furniture."""
    rows = {page.number: lines_of(page.number, page.runs) for page in pages}
    outer = {page.number: _outer(page, rows[page.number]) for page in pages}
    forms = Counter(form for lines in outer.values() for form in {_form(line) for line in lines})
    found = [
        line
        for number, lines in outer.items()
        for line in lines
        if forms[_form(line)] >= 2 and not NUMBER.fullmatch(line.text) and _at_edge(line, rows[number])
    ]
    repeated = set(map(id, found))
    found += [
        line
        for number, lines in outer.items()
        for line in lines
        if id(line) not in repeated and NUMBER.fullmatch(line.text) and _apart(line, rows[number], repeated)
    ]
    places = Counter(_place(line) for line in found)
    known = set(map(id, found))
    found += [
        line
        for number, lines in outer.items()
        for line in lines
        if id(line) not in known and places[_place(line)] >= 2 and _apart(line, rows[number], known)
    ]
    gone = {(line.page, run) for line in found for run in _unmarked(line)}
    kept = [[run for run in page.runs if (page.number, (run.left, run.base, run.text)) not in gone] for page in pages]
    return kept, sorted(found, key=lambda line: (line.page, -line.base))


def _unmarked(line: Line) -> Iterable[tuple[float, float, str]]:
    """What tells a line's runs from all others of its page."""
    return ((run.left, run.base, run.text) for run in line.runs)


def _outer(page: Page, rows: Sequence[Line]) -> list[Line]:
    """Lines near the upper and lower edge of a page."""
    top = [line for line in rows[:OUTERMOST] if line.base > (1 - EDGE) * page.height]
    return top + [line for line in rows[-OUTERMOST:] if line.base < EDGE * page.height and line not in top]


def _at_edge(line: Line, rows: Sequence[Line]) -> bool:
    """Whether a line is the first or last of its page, or set apart from the text within."""
    at = rows.index(line)
    inner = rows[at + 1 : at + 2] if at < len(rows) / 2 else rows[at - 1 : at]
    return at in {0, len(rows) - 1} or all(abs(other.base - line.base) > 1.4 * line.size for other in inner)


def _form(line: Line) -> str:
    """What a line says without the numbers that differ from page to page."""
    return re.sub(r"\d+|\b[ivxlc]+\b", "#", line.text.casefold())


def _place(line: Line) -> int:
    return round(line.base / STEP)


def _apart(line: Line, rows: Sequence[Line], known: Collection[int]) -> bool:
    """Whether more white space than between two lines parts a line from the text, furniture (by identity) aside."""
    at = rows.index(line)
    near = [rows[other] for other in (at - 1, at + 1) if 0 <= other < len(rows) and id(rows[other]) not in known]
    return len(near) < 2 and all(abs(other.base - line.base) > 1.6 * max(line.size, other.size) for other in near)
