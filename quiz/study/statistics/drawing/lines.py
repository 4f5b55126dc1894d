"""Lines of text in parts, each with its role, which a screen or a terminal turns into a colour if it has any."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from quiz.study.printable import cells, wrapped

Role = Literal["", "faint", "bold", "accent", "good", "bad"]
"""What a part is: plain text, labels, a heading, data, better or worse than it should be."""

Part = tuple[str, Role]

Line = tuple[Part, ...]

EMPTY: Line = ()

READABLE = 80
"""Cells of a sentence at most."""

UNBROKEN = "\N{NO-BREAK SPACE}"

GAP = "   "


def text(line: Line) -> str:
    """Return a line without its roles."""
    return "".join(words for words, _role in line)


def prose(words: str, width: int, role: Role = "") -> list[Line]:
    """Return a sentence in lines, a number and its sign of percent on one; none of an empty one."""
    rows = wrapped(words.replace(" %", f"{UNBROKEN}%"), min(width, READABLE)) if words else []
    return [((row.replace(UNBROKEN, " "), role),) for row in rows]


def pairs(width: int, *named: tuple[str, str]) -> list[Line]:
    """Return names with their values side by side, as many on a line as a width holds."""
    return flowing([((f"{name} ", "faint"), (value, "bold")) for name, value in named], width)


def flowing(entries: Iterable[Line], width: int) -> list[Line]:
    """Return entries side by side, as many on a line as a width holds."""
    rows: list[Line] = []
    for entry in entries:
        if rows and cells(text(rows[-1])) + len(GAP) + cells(text(entry)) <= width:
            rows[-1] = (*rows[-1], (GAP, ""), *entry)
        else:
            rows.append(entry)
    return rows
