"""Pairs quotation marks: which stretches of a paragraph somebody else is quoted in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quiz.documents.model import Span

PAIRS = {"“": '”“"', "„": '“”"', "«": "»", '"': '"”', "‘": "’", "'": "'"}
"""What may close a quotation that a mark opens: writers mix curly and straight double marks."""
TYPED = {"''", "``"}
SINGLE = {"‘", "'"}
DEEPEST = 4
"""Quotations within one another whose marks may be mended where one is missing; more of them are no prose."""
LONGEST_SINGLE = 2_000
"""Characters a single mark is looked for its partner: most single marks are apostrophes and have none."""
NEXT_SINGLE = 200
"""Characters behind a plural's apostrophe within which the mark that closes the quotation is looked for."""
OPENED_OR_CLOSED = re.compile(r"(?:[,.!?;:]['’](?!\w)|(?<![^\s(—–-])['‘](?=\w))")
LEAD = set(" \t\n\u00a0([{—–-/:")


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
    i, last_typed = start, text.rfind("''", start, end)
    barren: dict[str, int] = {}
    while i < end:
        mark = text[i]
        if i < last_typed - 1 and (typed := _typed(text, i, start, end)):
            found.append(typed)
            i = typed.span.end
            continue
        if mark not in PAIRS or not _opens(text, i, start, end):
            i += 1
            continue
        close = _closing(text, i, end, barren)
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


def _typed(text: str, i: int, start: int, end: int) -> Marked | None:
    """A quotation in marks of a typewriter or of TeX: two apostrophes at its end, and the same or graves before it."""
    if text[i : i + 2] not in TYPED or (i > start and text[i - 1] not in LEAD) or text[i + 2 : i + 3].isspace():
        return None
    close = text.find("''", i + 3, end)
    return Marked(Span(i, close + 2), Span(i + 2, close)) if close > 0 else None


def _opens(text: str, i: int, start: int, end: int) -> bool:
    before = text[i - 1] if i > start else " "
    after = text[i + 1] if i + 1 < end else " "
    if text[i] in SINGLE and text[i + 1 : min(i + 3, end)].isdigit():
        return False
    if text[i] in "“„«":
        return not after.isspace() or text[i] != "“" or before.isspace()
    return (before in LEAD or before in '“"‘') and not after.isspace()


def _closing(text: str, i: int, end: int, barren: dict[str, int]) -> int | None:
    """Where a quotation ends: marks that open another inside it are skipped with their partners.

    One in single marks holds whole quotations in double marks or none: else its mark was an apostrophe. `barren` keeps
    how far no mark closes one of a kind, so that a text full of apostrophes is not searched again from each of them.
    """
    mark, depth, held, first = text[i], 0, 0, None
    end = min(end, i + LONGEST_SINGLE) if mark in SINGLE else end
    for at in range(max(i + 1, barren.get(mark, 0)), end):
        char = text[at]
        if mark in SINGLE and char in "“”":
            held += 1 if char == "“" else -1
            if held < 0:
                barren[mark] = max(at, barren.get(mark, 0)) if first is None else 0
                return None
        if held or (char not in PAIRS[mark] and char != mark):
            continue
        if _begins(text, at, end, mark):
            depth += 1
            if depth >= DEEPEST and first is not None:
                return first
        elif _closes(text, at, end, single=mark in SINGLE) and not (mark in SINGLE and _owns(text, at, end)):
            if not depth:
                return at
            first = at if first is None and depth < DEEPEST else first
            depth -= 1
    barren[mark] = end if first is None else 0
    return first


def _begins(text: str, at: int, end: int, mark: str) -> bool:
    """Whether a mark inside a quotation opens another one."""
    char = text[at]
    after = text[at + 1] if at + 1 < end else " "
    if char in "„«‘":
        return char == mark and not after.isspace()
    if char == "“" or (char == '"' and mark != '"'):
        return (text[at - 1] in LEAD or text[at - 1] in '“"‘') and not after.isspace()
    return False


def _closes(text: str, at: int, end: int, *, single: bool) -> bool:
    after = text[at + 1] if at + 1 < end else " "
    if single:
        return not after.isalnum()
    return not (text[at] in '"“' and after.isalnum() and text[at - 1].isspace())


def _owns(text: str, at: int, end: int) -> bool:
    """Whether a single mark is of a plural that owns something, as the closing one follows: "'two months' dying.'"."""
    if text[at - 1] != "s" or text[at + 1 : at + 2] != " " or not text[at + 2 : at + 3].islower():
        return False
    behind = OPENED_OR_CLOSED.search(text, at + 1, min(end, at + NEXT_SINGLE))
    return bool(behind and behind[0][0] in ",.!?;:")


def _stray(text: str, i: int, end: int) -> bool:
    """An unclosed straight mark is a quotation only where much text follows: else it is an inch or a slip."""
    return text[i] == '"' and (end - i < 40 or text[i - 1 : i].isdigit())
