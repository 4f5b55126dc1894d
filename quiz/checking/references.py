"""Documents that cards name and that are not there, beside one that was probably meant.

A document that is simply missing is no slip: decks travel without their documents, and `--sources` asks for them.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from quiz.deck.files import is_there
from quiz.errors import Place, Problem

CODE = "unknown-document"
NEAR = 0.8
"""Likeness of two file names from which one is taken for a slip of the other."""

MOST = 10_000
"""Names of one folder that are looked through."""

Reference = tuple[str, Place, int]
"""A document as it is named, where that stands, and how many characters it takes there."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found of decks alone, and the documents they name: whether those are there is looked up each time.

    What is not `lasting` hangs on other files too, and is found anew each time.
    """

    problems: tuple[Problem, ...]
    references: tuple[Reference, ...]
    lasting: bool = True


def unknown(references: Iterable[Reference]) -> Iterator[Problem]:
    """Tell of documents that are not there where one of nearly the same name is."""
    for document, place, width in references:
        if "\0" in document or is_there(path := Path(place.path).parent / document):
            continue
        if near := get_close_matches(path.name, _names(path.parent), 1, NEAR):
            meant = document[: len(document) - len(path.name)] + near[0]
            message = f"there is no document `{document[-80:]}`"
            yield Problem(place, message, f"did you mean `{meant[-80:]}`?", "warning", CODE, width)


def _names(folder: Path) -> list[str]:
    """Names of the files of a folder that may be documents; none where it cannot be looked into."""
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry, _ in zip(entries, range(MOST), strict=False)]
    except (OSError, ValueError):
        return []
    return sorted(name for name in names if not name.endswith((".yaml", ".yml", ".lock")))
