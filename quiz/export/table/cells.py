"""What stands in a cell: text no spreadsheet takes for a formula, and lists that can be taken apart again."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quiz.export.wording import clean

FORMULA = re.compile(r"(?<![^;\t\r\n])(?='*[=+\-@＝＋－＠])")
"""Where one begins: also behind what ends a cell for a spreadsheet set to other separators than the table has."""

NUMBER = re.compile(r"[-+]?[0-9]+(?:[.,][0-9]+)*\s?%?")

BETWEEN = " | "
"""Stands between the items of a list; within one, `|` and a backslash have a backslash before them."""


def safe(text: str) -> str:
    """Put an apostrophe before what a spreadsheet would run as a formula, and before what looks so with one.

    That is what a cell begins with, and what stands in it behind a semicolon, a tab or the end of a line. Plain
    numbers, which harm nobody, stay numbers. `'` before any number of `'` and one of `= + - @` is ours: who takes one
    away has the text as it was.
    """
    return FORMULA.sub("'", text) if formula(text) else text


def formula(text: str) -> bool:
    """Whether a spreadsheet would run something of a cell, or one cannot tell afterwards whose its apostrophe is."""
    return FORMULA.search(text) is not None and NUMBER.fullmatch(text) is None


def listed(texts: Iterable[str], *, gaps: bool = False) -> str:
    """Write a list in one cell: `Tigris | Dijla`; what is empty leaves a gap in it, or is left out."""
    escaped = (text.replace("\\", "\\\\").replace("|", "\\|") for text in map(clean, texts))
    return BETWEEN.join(escaped if gaps else filter(None, escaped))
