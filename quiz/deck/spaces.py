"""Finds spaces and line breaks of word processors that look like YAML's own, and are not."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from quiz.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.deck.nodes import Lines

HARD = "\xa0\u2000-\u200a\u202f\u205f\u3000"
BREAKS = "\x85\u2028\u2029"
LONGEST = 2**22
"""Characters of a text that is looked through; nobody pastes more from a word processor."""

MOST = 100
"""Lines of one deck that are told."""

LINE = re.compile(
    rf"^(?=[^\r\n]*[{HARD}])(?P<indent>[ {HARD}]*)(?P<rest>(?:-(?:[{HARD}][ {HARD}]*| +))*(?:\w+:[{HARD}][ {HARD}]*)?)"
    r"(?P<sure>$|-(?=\s)|\w+:)?",
    re.MULTILINE,
)
"""What a line with such a space is made of: its indentation, its hyphens, its key."""

ODD = re.compile(rf"[{HARD}]+")
BREAK = re.compile(f"[{BREAKS}]")


def straightened(text: str) -> str:
    """Write ordinary spaces for those that stand where YAML needs one; all characters stay where they are."""
    if len(text) > LONGEST:
        return text
    pieces, done = [], 0
    for start, end in _spots(text):
        pieces += [text[done:start], " " * (end - start)]
        done = end
    return "".join([*pieces, text[done:]])


def odd_spaces(text: str, lines: Lines) -> list[Problem]:
    """Tell of the first such space of every line."""
    found: dict[int | None, Problem] = {}
    for start, end in _spots(text):
        place = lines.place(start)
        name = unicodedata.name(text[start], "NEXT LINE").lower().replace("no-break space", "non-breaking space")
        message = f"a {name} (U+{ord(text[start]):04X}, from Word?) stands here; YAML takes only ordinary spaces"
        hint = "write an ordinary space in its place, or let `quiz check --fix` do it"
        found.setdefault(place.line, Problem(place, message, hint, code="yaml-odd-space", width=end - start))
        if len(found) == MOST:
            break
    return list(found.values())


def _spots(text: str) -> Iterator[tuple[int, int]]:
    """Find the stretches of such spaces, in order."""
    spots = [found.span() for found in BREAK.finditer(text)]
    for line in LINE.finditer(text):
        structural = line["rest"] or line["sure"] is not None or ODD.match(line["indent"])
        start = line.start() if structural else line.end("indent")
        spots += [found.span() for found in ODD.finditer(text, start, line.end("rest"))]
    return iter(sorted(spots))
