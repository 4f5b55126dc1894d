"""Pairs quotation marks: which stretches of a paragraph somebody else is quoted in."""

from __future__ import annotations

from dataclasses import dataclass

from quiz.documents.model import Span

PAIRS = {"“": "”", "„": "“", "«": "»", '"': '"', "‘": "’", "'": "'"}
SINGLE = {"‘", "'"}
LONGEST_SINGLE = 2_000
"""Characters a single mark is looked for its partner: most single marks are apostrophes and have none."""
LEAD = set(" \t\n([{—–-/")


@dataclass(frozen=True, slots=True)
class Marked:
    """A quotation: `span` with its marks, `inner` without; `open` if the paragraph ends before it is closed."""

    span: Span
    inner: Span
    open: bool = False
    single: bool = False


def pair(text: str, start: int, end: int) -> list[Marked]:
    """Outermost quotations between two offsets, in order; marks that never close reach to the end of the paragraph.

    Single marks count only where no double mark is open, and never where they may be apostrophes.
    """
    found: list[Marked] = []
    i = start
    while i < end:
        mark = text[i]
        if mark not in PAIRS or not _opens(text, i, start, end):
            i += 1
            continue
        close = _closing(text, i, end)
        single = mark in SINGLE
        if close is None:
            if not single and not _stray(text, i, end):
                found.append(Marked(Span(i, end), Span(i + 1, end), open=True))
                break
            i += 1
            continue
        found.append(Marked(Span(i, close + 1), Span(i + 1, close), single=single))
        i = close + 1
    return found


def _opens(text: str, i: int, start: int, end: int) -> bool:
    before = text[i - 1] if i > start else " "
    after = text[i + 1] if i + 1 < end else " "
    if text[i] in "“„«":
        return not after.isspace() or text[i] != "“" or before.isspace()
    return (before in LEAD or before in '“"‘') and not after.isspace()


def _closing(text: str, i: int, end: int) -> int | None:
    close, depth = PAIRS[text[i]], 0
    end = min(end, i + LONGEST_SINGLE) if text[i] in SINGLE else end
    for at in range(i + 1, end):
        char = text[at]
        if char == text[i] and close != char:
            depth += 1
        elif char == close:
            if depth:
                depth -= 1
            elif _closes(text, at, end, single=text[i] in SINGLE):
                return at
    return None


def _closes(text: str, at: int, end: int, *, single: bool) -> bool:
    after = text[at + 1] if at + 1 < end else " "
    if single:
        return not after.isalnum()
    return not (text[at] == '"' and after.isalnum() and text[at - 1].isspace())


def _stray(text: str, i: int, end: int) -> bool:
    """An unclosed straight mark is a quotation only where much text follows: else it is an inch or a slip."""
    return text[i] == '"' and (end - i < 40 or text[i - 1 : i].isdigit())
