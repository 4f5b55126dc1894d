"""Looks -> marks: a text whose looks another program told, written so that it reads as it looked there.

While it is read, signs that never are characters stand where a look begins and ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise, product

from quiz.deck.marks import SIGNS, literal, signed
from quiz.deck.marks.fences import block, ticked
from quiz.deck.marks.flanks import beside
from quiz.deck.marks.runs import MATHS, Run, Sort, backslashed, runs, runs_and_marks

STRONG, EMPHASIS, CODE, BLOCK, MATH, DISPLAY = ("\ufdd4", "\ufdd6", "\ufdd8", "\ufdda", "\ufddc", "\ufdde")
"""Where a look begins; it ends with the sign behind."""

LOOKS = re.compile("([\ufdd4-\ufddf])")
SORTS: dict[str, Sort] = {CODE: "code", BLOCK: "block", MATH: "maths", DISPLAY: "display"}
BARE: dict[Sort, Sort] = {"media": "text"}


def ending(look: str) -> str:
    """Return the sign where a look ends."""
    return chr(ord(look) + 1)


def composed(text: str) -> tuple[str, bool]:
    """Write a text with signs of looks as one with marks, and whether all its looks could be said."""
    if not LOOKS.search(text):
        return literal(text), True
    found = list(_read(text))
    wanted = list(_tidy(found))
    told = not any(run.sort == "block" and (run.strong or run.emphasis) for run in found)
    for escaping, sign in product((False, True), "*_"):
        written = _written(wanted, sign, escaping=escaping)
        if list(_tidy(runs(written))) == wanted:
            return written, told
    for sign, begins, ends in ((MATH, r"\(", r"\)"), (DISPLAY, r"\[", r"\]")):
        text = text.replace(sign, begins).replace(ending(sign), ends)
    return literal(LOOKS.sub("", text)), False


def canonical(text: str) -> str:
    """Write a marked text the one way that all texts of its look are written, with signs of looks; nothing has none."""
    return "".join(_signed(run) for run in _tidy(runs(text)) if run.text) if signed(text) else text


def alone(text: str) -> str:
    """Write a text with marks that beside any other reads as it does alone: signs that are none get backslashes."""
    return _joined(
        backslashed(run.text) if run.sort == "text" else run.written or run.text for run in runs_and_marks(text)
    )


def _signed(run: Run) -> str:
    looks = [STRONG] * run.strong + [EMPHASIS] * run.emphasis
    looks += [sign for sign, sort in SORTS.items() if sort == run.sort]
    return "".join(looks) + run.text + "".join(map(ending, reversed(looks)))


def _read(text: str) -> Iterator[Run]:
    """Read a text with signs of looks."""
    depth = dict.fromkeys((STRONG, EMPHASIS, *SORTS), 0)
    for part in LOOKS.split(text):
        if part in depth:
            depth[part] += 1
        elif LOOKS.fullmatch(part):
            begun = chr(ord(part) - 1)
            depth[begun] = max(0, depth[begun] - 1)
        elif part:
            sort: Sort = next((SORTS[sign] for sign in (BLOCK, MATH, DISPLAY, CODE) if depth[sign]), "text")
            yield Run(part, sort, depth[STRONG] > 0, depth[EMPHASIS] > 0)


def _tidy(found: Iterable[Run]) -> Iterator[Run]:
    """Join neighbours that look alike; blanks look as both their neighbours do, for what is between shows no look."""
    parts = [part for run in found for part in _edged(replace(run, sort=BARE.get(run.sort, run.sort), written=""))]
    for look, alike in groupby(_bridged(parts), lambda run: replace(run, text="")):
        yield replace(look, text="".join(run.text for run in alike))


def _edged(run: Run) -> Iterator[Run]:
    """Take the blanks at the ends of a look out of it."""
    if run.sort in ("code", "block"):
        yield run if run.sort == "code" else Run(run.text, "block")
        return
    inner = run.text.strip()
    at = run.text.find(inner) if inner else len(run.text)
    edges = (Run(run.text[:at]), replace(run, text=inner), Run(run.text[at + len(inner) :]))
    yield from (each for each in edges if each.text)


def _bridged(found: Sequence[Run]) -> Iterator[Run]:
    """Give blanks the looks that both their neighbours have, so that one pair of marks stands around all."""
    around = [Run(""), *found, Run("")]
    for before, run, behind in zip(around, found, around[2:], strict=False):
        strong, emphasis = before.strong and behind.strong, before.emphasis and behind.emphasis
        yield replace(run, strong=strong, emphasis=emphasis) if run.text.isspace() and run.sort == "text" else run


def _written(found: Sequence[Run], sign: str, *, escaping: bool) -> str:
    """Write runs with their marks, which hold if they are read again as they were; `sign` is that of emphasis."""
    parts = _parts(found, sign, escaping=escaping)
    return _joined(parts) if escaping else "".join(parts)


def _joined(escaped: Iterable[str]) -> str:
    """Join escaped texts and marks; of backslashes before a sign, two are one."""
    parts = [*filter(None, escaped)]
    for at, behind in enumerate(parts[1:]):
        if parts[at].endswith("\\") and behind[0] in SIGNS:
            parts[at] += parts[at][len(parts[at].rstrip("\\")) :]
    return "".join(parts)


def _parts(found: Sequence[Run], sign: str, *, escaping: bool) -> Iterator[str]:
    """Write runs and the marks between them; within a word all marks end, and the next begin with another sign."""
    around = [Run(""), *found, Run("")]
    torn = [*map(_within_word, around, around[1:]), False]
    begun: dict[str, str] = {}
    for (before, behind), run, lasting in zip(pairwise(torn), around[1:], _lasting(around[1:], torn[1:]), strict=True):
        while any(before or not lasting[look] for look in begun):
            yield begun.popitem()[1]
        written = _enclosed(run, escaping=escaping)
        inner = written.lstrip() if run.sort == "text" else written
        yield written.removesuffix(inner)
        alone = "*" if run.strong else "_"
        marks = {EMPHASIS: alone if before or behind else sign, STRONG: "**"}
        new = [look for look in marks if lasting[look] and look not in begun]
        for look in sorted(new, key=lasting.__getitem__, reverse=True):  # what lasts longer stands around the rest
            begun[look] = marks[look]
            yield marks[look]
        yield inner


def _within_word(before: Run, behind: Run) -> bool:
    """Whether one look ends and another begins within a word."""
    marked = all(run.sort == "text" and (run.strong or run.emphasis) for run in (before, behind))
    return marked and beside(before.text[-1]) == beside(behind.text[0]) == "word"


def _lasting(found: Sequence[Run], torn: Sequence[bool]) -> list[dict[str, int]]:
    """Tell for how many runs each look of a run lasts; `torn` tells where all marks end behind a run."""
    told: list[dict[str, int]] = []
    rest = {STRONG: 0, EMPHASIS: 0}
    for run, ends in zip(reversed(found), reversed(torn), strict=True):
        on = 0 if ends else 1
        rest = {STRONG: run.strong * (1 + on * rest[STRONG]), EMPHASIS: run.emphasis * (1 + on * rest[EMPHASIS])}
        told.append(rest)
    return told[::-1]


def _enclosed(run: Run, *, escaping: bool) -> str:
    """Write one run within its signs."""
    if run.sort in MATHS:
        return f"$${run.text}$$" if run.sort == "display" else f"${run.text}$"
    if run.sort == "text":
        return backslashed(run.text) if escaping else run.text
    return block(run.text) if run.sort == "block" else ticked(run.text)
