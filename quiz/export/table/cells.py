"""What stands in a cell: text no spreadsheet takes for a formula, and lists that can be taken apart again."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quiz.export.wording import clean

FORMULA = re.compile(r"'*[=+\-@＝＋－＠]")
NUMBER = re.compile(r"[-+]?[0-9]+(?:[.,][0-9]+)*\s?%?")

BETWEEN = " | "
"""Stands between the items of a list; within one, `|` and a backslash have a backslash before them."""


def safe(text: str) -> str:
    """Put an apostrophe before what a spreadsheet would run as a formula, and before what looks so with one.

    Plain numbers, which harm nobody, stay numbers. `'` before any number of `'` and one of `= + - @` is ours: who
    takes one away has the text as it was.
    """
    return f"'{text}" if formula(text) else text


def formula(text: str) -> bool:
    """Whether a spreadsheet would run a cell, or one cannot tell afterwards whose its apostrophe is."""
    return FORMULA.match(text) is not None and NUMBER.fullmatch(text) is None


def listed(texts: Iterable[str]) -> str:
    """Write a list in one cell: `Tigris | Dijla`."""
    escaped = (text.replace("\\", "\\\\").replace("|", "\\|") for text in map(clean, texts))
    return BETWEEN.join(filter(None, escaped))
