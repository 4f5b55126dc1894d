"""Page numbers and the heads and feet that pages repeat, told from the text by where they stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

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
        if forms[_form(line)] >= 2 or _is_number(line, rows[number])
    ]
    places = Counter(_place(line) for line in found)
    known = set(map(id, found))
    found += [
        line
        for number, lines in outer.items()
        for line in lines
        if id(line) not in known and places[_place(line)] >= 2 and line in _ends(rows[number]) and _apart(line, rows[number])
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


def _ends(rows: Sequence[Line]) -> tuple[Line, Line]:
    return rows[0], rows[-1]


def _form(line: Line) -> str:
    """What a line says without the numbers that differ from page to page."""
    return re.sub(r"\d+|\b[ivxlc]+\b", "#", line.text.casefold())


def _place(line: Line) -> int:
    return round(line.base / STEP)


def _is_number(line: Line, rows: Sequence[Line]) -> bool:
    """Whether a line is a page number and nothing else, set apart from the text."""
    return NUMBER.fullmatch(line.text) is not None and _apart(line, rows)


def _apart(line: Line, rows: Sequence[Line]) -> bool:
    """Whether more white space than between two lines parts a line from the text."""
    at = rows.index(line)
    near = [rows[other] for other in (at - 1, at + 1) if 0 <= other < len(rows)]
    inner = near[-1] if at < len(rows) / 2 else near[0] if near else line
    return not near or abs(inner.base - line.base) > 1.6 * max(line.size, inner.size)
