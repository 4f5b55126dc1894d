"""Boxes that a plain text draws with bars: their lines without the bars."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from quiz.documents.layout import Line

BARRED = re.compile(r"[|│┃║](?P<told>[^|│┃║]*)[|│┃║]$")
"""A line between two bars, and no more of them: with others it is the row of a table."""
EDGE = re.compile(r"[+|│┃║┌┐└┘├┤╔╗╚╝─━═=*_-]{5,}$")
"""The upper or lower edge of a box, or a rule across it."""
FEWEST = 2
"""Lines of a box."""


def unboxed(lines: Sequence[Line]) -> list[Line]:
    """Lines in order, those of boxes without their bars and edges."""
    found: list[Line] = []
    for barred, group in groupby(lines, key=_of_box):
        run = list(group)
        told = sum(BARRED.match(line.text) is not None for line in run)
        found += [_inside(line) for line in run] if barred and told >= FEWEST else run
    return found


def _of_box(line: Line) -> bool:
    """Whether a line may be one of a box."""
    return BARRED.match(line.text) is not None or EDGE.match(line.text) is not None


def _inside(line: Line) -> Line:
    """What a line of a box tells, from the margin of the text on."""
    match = BARRED.match(line.text)
    told = "" if match is None or EDGE.match(line.text) else match["told"]
    return replace(line, text=told.strip())
