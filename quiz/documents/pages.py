"""What a printed page adds to a text: page numbers and running heads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from quiz.documents.layout import Line

NUMBER = re.compile(
    r"(?:[-–—\[(|]\s*)?(?:page|p\.)?\s*(?:\d{1,4}|[ivxl]{2,7})(?:\s*(?:of|/)\s*\d{1,4})?(?:\s*[-–—\])|])?",
    re.IGNORECASE,
)

SPREAD = re.compile(r"\S {5,}(?:page )?\d{1,4} {5,}\S", re.IGNORECASE)
"""A running head that has the page's number between its halves."""

SET_APART = re.compile(r"\s{3,}")
"""What parts a running head from the page's number, on either side."""

CENTRED = 15
"""Columns from the margin at which a number between two lines of text is a page's."""

FINISHED = (".", "!", "?", '"', "”", ",", ";", ":")


def page_furniture(lines: Sequence[Line]) -> frozenset[int]:
    """Indexes of the lines that are page numbers or running heads (a short line repeated at the ends of pages)."""
    alone = [index for index, line in enumerate(lines) if line.text and len(line.text) <= 80]
    numbers = {index for index in alone if NUMBER.fullmatch(lines[index].text) and _apart(lines, index)}
    numbers -= _years(lines, numbers)
    margin = min((lines[index].indent for index in range(len(lines)) if lines[index].text), default=0)
    numbers |= {
        index for index in alone if lines[index].indent > margin + CENTRED and NUMBER.fullmatch(lines[index].text)
    }
    forms = Counter(_form(lines[index].text) for index in alone)
    heads = {
        index for index in alone if forms[_form(lines[index].text)] >= 2 and not lines[index].text.endswith(FINISHED)
    }
    near = {index for index in heads if _near_page_end(lines, index, numbers)}
    often = {
        index
        for index in heads
        if forms[_form(lines[index].text)] >= 3 and re.search(r"^\d+\s|\s\d+$", lines[index].text)
    }
    near |= _numbered_heads(lines, alone)
    near |= {index for index in heads if SPREAD.search(lines[index].text) and _apart(lines, index)}
    return frozenset(numbers | near | {index for index in often if _apart(lines, index)})


def _numbered_heads(lines: Sequence[Line], alone: Sequence[int]) -> set[int]:
    """Indexes of the lines with a page's number at one end and words that stand on another line too, as heads do."""
    parts = {index: SET_APART.split(lines[index].text.casefold()) for index in alone}
    told = Counter(part for index in alone for part in set(parts[index]) if " " in part)
    return {
        index
        for index, found in parts.items()
        if len(found) > 1
        and any(re.fullmatch(r"\d{1,4}", part) for part in (found[0], found[-1]))
        and any(told[part] > 1 for part in found)
        and _apart(lines, index)
    }


def _years(lines: Sequence[Line], numbers: set[int]) -> set[int]:
    """Indexes of the numbers that are years over paragraphs: all have four digits, and no page begins with them."""
    found = {index for index in numbers if re.fullmatch(r"1\d{3}|20\d\d", lines[index].text)}
    return found if found == numbers else set()


def _form(text: str) -> str:
    """A running head without the page number in it."""
    return re.sub(r"\d+", "#", text).casefold()


def _apart(lines: Sequence[Line], index: int) -> bool:
    """Whether a line has a blank line, or the text's end, on one side at least."""
    before, after = lines[index - 1].text if index else "", lines[index + 1].text if index + 1 < len(lines) else ""
    return not before or not after


def _near_page_end(lines: Sequence[Line], index: int, numbers: set[int]) -> bool:
    """Whether a page number or a form feed is within three lines."""
    around = range(max(0, index - 3), min(len(lines), index + 4))
    fed = any(lines[at].number == lines[at - 1].number for at in around if at)
    return fed or any(at in numbers for at in around)
