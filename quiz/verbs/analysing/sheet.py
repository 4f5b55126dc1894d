"""An analysis as CSV, with a row for each question, and its marks with one for each taker."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from quiz.analysis.marks import Mark
from quiz.analysis.report import Figures
from quiz.export.table.cells import listed, safe
from quiz.export.wording import clean, line

COLUMNS = (
    "number", "question", "answer", "asked", "worth", "takers", "few", "facility", "discrimination", "upper_lower",
    "reliability_without", "omitted", "not_reached", "seconds", "flags", "choices", "deck_id", "id",
)  # fmt: skip
"""The columns, named as the numbers of `--json` are; a list stands in one cell, its items between `|`."""


MARKS = ("name", "points", "worth", "percent", "passed", "file")
"""The columns of the marks, named likewise."""


def sheet(items: Iterable[Figures]) -> str:
    """Write questions as CSV after RFC 4180, without what a spreadsheet would run; shares run from 0 to 1."""
    return _table(COLUMNS, map(_row, items))


def marked(marks: Iterable[Mark]) -> str:
    """Write marks as CSV, the percentage from 0 to 100."""
    return _table(MARKS, map(_mark, marks))


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Write rows below their heads."""
    text = StringIO(newline="")
    table = csv.writer(text, lineterminator="\r\n")
    table.writerow(heads)
    for row in rows:
        table.writerow(map(safe, row))
    return text.getvalue()


def _mark(mark: Mark) -> Iterator[str]:
    """Write the cells of one mark, in the order of the columns."""
    yield line(mark.name)
    yield f"{round(mark.points, 2):g}"
    yield f"{round(mark.worth, 2):g}"
    yield f"{mark.percent}"
    yield "" if mark.passed is None else "yes" if mark.passed else "no"
    yield line(mark.file)


def _row(figures: Figures) -> Iterator[str]:
    """Write the cells of one question, in the order of the columns."""
    question = figures.question
    yield f"{question.number}"
    yield clean(question.text)
    yield clean(question.answer)
    yield question.way
    yield f"{question.worth:g}"
    yield f"{figures.takers}"
    yield "yes" if figures.few else "no"
    yield from map(_number, (figures.facility, figures.discrimination, figures.index, figures.dropped))
    yield f"{figures.omitted}"
    yield f"{figures.unreached}"
    yield _number(figures.seconds)
    yield listed(flag.name for flag in figures.flags)
    yield listed(f"{choice.text}: {choice.count} of {choice.offered}" for choice in figures.choices)
    yield line(question.deck)
    yield line(question.card)


def _number(value: float | None) -> str:
    """Write a number to three places; nothing for none."""
    return "" if value is None else f"{value:.3f}".replace("-0.000", "0.000")
