"""The marks of a class: what each result that counts came to."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from math import floor
from pathlib import PurePath

from quiz.analysis.model import Result
from quiz.values import dataclass

EXACT = 6
"""Places a percentage is exact to: sums of thirds of a point come out a little below what they are."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a result came to: `percent` rounded down, `passed` None where the result says no pass mark.

    `name` is "" where nobody said; `file` is the result's.
    """

    name: str
    points: float
    worth: float
    percent: int
    passed: bool | None
    file: str


def marks(results: Iterable[Result]) -> tuple[Mark, ...]:
    """Return the marks of results by name, those without one at the end, and of one name as they began."""
    ordered = sorted(
        results, key=lambda result: (not result.name.strip(), _folded(result.name), result.began, result.id)
    )
    return tuple(map(_mark, ordered))


def _mark(result: Result) -> Mark:
    """Reckon the mark of one result as the exam itself does."""
    exact = round(100 * result.share, EXACT)
    passed = None if result.pass_mark is None else exact >= result.pass_mark
    return Mark(result.name, result.points, result.worth, floor(exact), passed, PurePath(result.path).name)


def _folded(name: str) -> str:
    """Return a name as it is sorted: letters before their accents and case."""
    return unicodedata.normalize("NFKD", name).casefold()
