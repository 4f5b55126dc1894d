"""Knows lists that are written as text: signs in place of hyphens, hyphens without a space, lines without either."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.deck.nodes import Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.deck.fields import Report
    from quiz.deck.nodes import Node

SIGN = re.compile(r"(?:(?P<hyphen>-)(?=[^\s\d.,-])|(?:[‐‑‒–—−•*·‣◦+]|\d{1,3}[.)])\s+)(?P<item>\S.*)")
BEGINNINGS = frozenset("-‐‑‒–—−•*·‣◦+0123456789")
"""What a sign begins with, so that other texts need not be looked at."""

LONG = 40
"""Characters of an item that are shown."""

MOST = 100
"""Lines of one text that are looked at."""


def misdashed(node: Node, report: Report, fewest: int = 1) -> bool:
    """Whether all lines of an unquoted text, so many at least, begin with what stands for a list's hyphen."""
    if not isinstance(node, Scalar) or node.style or node.text[:1] not in BEGINNINGS:
        return False
    lines = [line for _, line in lines_of(node, report)]
    return len(lines) >= fewest and all(map(SIGN.match, lines))


def tell_signs(node: Scalar, report: Report) -> None:
    """Report each line of such a text."""
    for at, line in lines_of(node, report):
        if found := SIGN.match(line):
            words = found["item"]
            item = f"`- {words if len(words) <= LONG else words[: LONG - 1] + '…'}`"
            if found["hyphen"]:
                report.error("yaml-space", at, "no space follows this hyphen", f"put one behind it: {item}")
            else:
                message = "an item of a list does not begin with this sign"
                report.error("yaml-dash", at, message, f"begin it with a hyphen and a space: {item}")


def lines_of(node: Scalar, report: Report) -> Iterator[tuple[int, str]]:
    """Split an unquoted text into its lines as typed, each with the index where it begins."""
    typed = report.lines.text[node.start : node.end]
    for number, found in enumerate(re.finditer(r"[^\s][^\r\n]*", typed)):
        if number == MOST:
            return
        yield node.start + found.start(), found[0].rstrip()
