"""Rows and cells of a table: what parts them is found out, or told by the lines that Anki puts before them."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from typing import Literal

from quiz.errors import QuizError

Row = tuple[int, Sequence[str]]

SEPARATORS = {
    "tab": "\t", "comma": ",", "semicolon": ";", "pipe": "|", "colon": ":", "space": " ",
}  # fmt: skip
"""What Anki calls them."""

LIKELY = "\t,;|"
LONGEST = 2**20
"""Characters of the longest cell."""

DIGITS = 3
"""Digits of the number of a column at most."""

SAMPLE = 200
"""Rows that are looked at to find what parts cells."""


@dataclass(slots=True)
class Table:
    """The rows of a table with their lines, and what the lines before them say; columns are counted from 0."""

    rows: list[Row]
    html: bool = False
    deck: str = ""
    tags: tuple[str, ...] = ()
    columns: list[str] = field(default_factory=list)
    meant: dict[str, int] = field(default_factory=dict)

    @property
    def is_anki(self) -> bool:
        """Whether Anki wrote it."""
        return bool(self.meant or self.columns)


def table(text: str, path: Path) -> Table:
    """Take a text apart; QuizError where a cell has no end."""
    told, at = _told(text)
    body = text[at:]
    line = text.count("\n", 0, at) + 1
    separator = SEPARATORS.get(told.get("separator", "").lower(), told.get("separator", "")[:1])
    try:
        delimiter, quoted = (separator, True) if separator else _guess(body)
        rows = [(line + number, row) for number, row in _rows(body, delimiter, quoted=quoted)]
    except csv.Error as error:
        message = f"is no table that can be read: {error}"
        raise QuizError.at(str(path), message, "save it as CSV again") from error
    meant = {key.removesuffix(" column"): int(value) - 1 for key, value in told.items() if _is_column(key, value)}
    names = told.get("columns", "")
    return Table(
        rows,
        html=told.get("html", "").lower() == "true",
        deck=told.get("deck", ""),
        tags=tuple(told.get("tags", "").split()),
        columns=next(csv.reader([names], delimiter=delimiter), []) if names else [],
        meant=meant,
    )


def _told(text: str) -> tuple[dict[str, str], int]:
    """Read the lines `#name:value` that a text begins with; tell where they end."""
    told: dict[str, str] = {}
    at = 0
    while text.startswith("#", at):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        name, colon, value = text[at + 1 : end].partition(":")
        if not colon or not name.replace(" ", "").isalpha():
            break
        told[name.strip().lower()] = value.strip() or value[:1]
        at = end + 1
    return told, min(at, len(text))


def _is_column(key: str, value: str) -> bool:
    return key.endswith(" column") and value.isdecimal() and len(value) <= DIGITS and int(value) > 0


def _rows(text: str, delimiter: str, *, quoted: bool) -> Iterator[tuple[int, Sequence[str]]]:
    """Read rows, each with the number of lines before it."""
    quoting: Literal[0, 3] = csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE
    before = csv.field_size_limit(LONGEST)
    try:
        reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, quoting=quoting)
        number = 0
        for row in reader:
            yield number, row
            number = reader.line_num
    finally:
        csv.field_size_limit(before)


def _guess(text: str) -> tuple[str, bool]:
    """Find what parts cells, and whether quotes mean anything: what gives most rows the same number of cells."""
    best, found = (0.0, 0), ("\t" if "\t" in text else ",", True)
    for delimiter in LIKELY:
        for quoted in (True, False):
            rated = _rated(text, delimiter, quoted=quoted)
            if rated > best:
                best, found = rated, (delimiter, quoted)
    return found


def _rated(text: str, delimiter: str, *, quoted: bool) -> tuple[float, int]:
    """Rate a way to take a text apart: the share of rows with as many cells as most have, and how many rows."""
    counts: Counter[int] = Counter()
    try:
        for _, (_number, row) in zip(range(SAMPLE), _rows(text, delimiter, quoted=quoted), strict=False):
            counts[len(row)] += bool(row)
    except csv.Error:
        return 0.0, 0
    cells, rows = max(
        ((cells, rows) for cells, rows in counts.items() if cells > 1), key=lambda pair: pair[1], default=(0, 0)
    )
    total = sum(counts.values())
    return (rows / total, rows) if cells else (0.0, 0)
