"""The line a problem stands on, with its spot marked, fit for any terminal."""

from __future__ import annotations

from pathlib import Path

from quiz.deck.files import BOM, legible, read_data
from quiz.deck.nodes import Lines
from quiz.errors import Problem, QuizError
from quiz.study.printable import MISSING, STEERING, cells, safe

WIDTH = 100
"""Cells of a line that are shown; a longer one is cut around the spot."""

BEFORE = 30
"""Cells of a long line kept before the spot."""

TAB = 4
CUT = "…"


class Excerpts:
    """The files that problems stand in, each read once."""

    def __init__(self) -> None:
        """Begin with none."""
        self._files: dict[str, tuple[str, Lines] | None] = {}

    def of(self, problem: Problem) -> tuple[str, str] | None:
        """Return the line of a problem as it is shown and the marks below it; None if it has none that can be read."""
        place = problem.place
        found = self._file(place.path) if place.line and place.column else None
        if found is None or not place.line or not place.column or place.line > len(found[1].starts):
            return None
        text, lines = found
        start = lines.starts[place.line - 1]
        end = lines.starts[place.line] if place.line < len(lines.starts) else len(text)
        line = text[start:end].rstrip("\r\n")
        at = min(place.column - 1, len(line))
        return framed(line, at, max(1, problem.width))

    def _file(self, path: str) -> tuple[str, Lines] | None:
        """Return a file's text and lines, None if it cannot be read any more."""
        if path not in self._files:
            try:
                text = legible(read_data(Path(path))).removeprefix(BOM)
                self._files[path] = text, Lines(path, text)
            except QuizError:
                self._files[path] = None
        return self._files[path]


def framed(line: str, at: int, width: int) -> tuple[str, str]:
    """Return a line as a terminal shows it, and carets under so many of its characters from an index on."""
    first = 0 if _fits(line[: at + min(width, BEFORE)]) else at - BEFORE
    while 0 < first < at and not cells(line[first]):
        first += 1  # a mark stays with the letter it stands on
    pieces, taken = [], 0
    for character in line[first : first + 2 * WIDTH]:
        piece = _piece(character, taken)
        taken += cells(piece)
        if taken > WIDTH:
            break
        pieces.append(piece)
    head = CUT if first else ""
    tail = CUT if first + len(pieces) < len(line) else ""
    end = min(at + max(1, width), max(len(line.rstrip()), at + 1))
    before = len(head) + cells("".join(pieces[: at - first]))
    marked = cells("".join(pieces[at - first : end - first]))
    return f"{head}{''.join(pieces)}{tail}", " " * before + "^" * max(1, marked)


def _fits(text: str) -> bool:
    """Whether a text fits the cells of a line."""
    return len(text) <= 2 * WIDTH and cells(text.expandtabs(TAB)) <= WIDTH


def _piece(character: str, column: int) -> str:
    """Return what is shown of a character at a column: what steers a terminal is shown as its code."""
    if character == "\t":
        return " " * (TAB - column % TAB)
    if character in STEERING:
        return character.encode("unicode_escape").decode()
    return safe(character).replace("\n", MISSING) or MISSING
