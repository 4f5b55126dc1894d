"""Writes a deck's text in its canonical layout, and proves that nothing but the layout changed."""

from __future__ import annotations

import gc
import re
from collections import Counter
from typing import TYPE_CHECKING

from quiz.deck.files import BOM
from quiz.deck.layout.blocks import Blocks
from quiz.deck.layout.comments import comments
from quiz.deck.nodes import Lines, Mapping
from quiz.deck.parse import Reading, read_string
from quiz.deck.record import of_node
from quiz.errors import QuizError

if TYPE_CHECKING:
    from collections.abc import Iterable


def canonical(content: str, path: str) -> str:
    """Lay out the text of a deck; the same text if it is laid out already.

    Raises QuizError with all errors of a deck that has some, with the place of a key that has an anchor or a tag, and
    in case the text would not read as the same deck with the same comments.
    """
    collecting = gc.isenabled()
    gc.disable()  # as in `read_string`: it would search three growing trees again and again
    try:
        return _canonical(content, path)
    finally:
        if collecting:
            gc.enable()


def _canonical(content: str, path: str) -> str:
    reading = read_string(content, path)
    if reading.deck is None:
        raise QuizError(problem for problem in reading.problems if problem.severity == "error")
    assert isinstance(reading.root, Mapping)
    before = said(reading)
    lines = Blocks(reading.text, reading.root, Lines(path, reading.text)).root(reading.root)
    text = "\n".join(spaced(lines)) + "\n"
    begin = BOM if content.startswith(BOM) else ""
    text = begin + (text.replace("\n", "\r\n") if is_windows(content) else text)
    if text == content:
        return text
    again = read_string(text, path)
    if said(again) != before or again.deck != reading.deck:
        raise QuizError.at(path, "cannot be laid out without changing what it says", "it is left as it is")
    return text


def spaced(lines: Iterable[str]) -> list[str]:
    """Leave out blank lines at the top, at the end and behind one another."""
    kept: list[str] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(line)
    return kept[:-1] if kept and not kept[-1] else kept


def is_windows(text: str) -> bool:
    """Whether most lines end in CR LF."""
    return 2 * text.count("\r\n") > len(re.findall(r"\r\n?|\n", text))


def said(reading: Reading) -> tuple[object, Counter[str]]:
    """All values of a deck, and its comments."""
    if reading.root is None:
        return None, Counter()
    return of_node(reading.root), Counter(comment.text for comment in comments(reading.text, reading.root))
