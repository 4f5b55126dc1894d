"""Runs of a marked text as Markdown, which `quiz import` reads back and every other reader of it shows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from quiz.deck.marks.fences import block, ticked
from quiz.deck.marks.runs import MATHS, Run

BEGINS, ENDS, FEED, TAB = "\ufdda", "\ufddb", "\ufddc", "\ufddd"
"""Stand around a block of code, and for its line feeds and tabs, while the text around it is laid out in lines."""

FENCE = re.compile(r"\s*`+[ \t]*([\w+#.-]*)[ \t]*(?=\n)")
OPENING = re.compile(r"<(?=[A-Za-z/!?])|\](?=[(\[:])")
"""What would begin a tag or a link for a reader that knows no formulas; a blank behind it means nothing in TeX."""


def marked(found: Iterable[Run], letters: Callable[[str], str]) -> str:
    """Write runs and the marks between them; `letters` escapes text. A block of code is folded, see `unfolded`."""
    return "".join(_written(run, letters) for run in found)


def unfolded(text: str) -> str:
    """Put each block of code on lines of its own."""
    if BEGINS not in text:
        return text
    for folded, lines in ((f"\\\n{BEGINS}", "\n"), (f"{ENDS}\\\n", "\n"), (BEGINS, ""), (ENDS, "")):
        text = text.replace(folded, lines)
    return text.replace(FEED, "\n").replace(TAB, "\t")


def _written(run: Run, letters: Callable[[str], str]) -> str:
    """Write one run within its signs; a backtick in a formula would begin code for others, so that stays text."""
    if run.sort == "mark":
        return run.written
    if run.sort in MATHS:
        tex = OPENING.sub(r"\g<0> ", run.text.replace("\n", " "))
        sign = "$$" if run.sort == "display" else "$"
        return letters(run.written) if "`" in run.text else f"{sign}{tex}{sign}"
    if run.sort == "block":
        told = FENCE.match(run.written)
        lines = block(run.text, told[1] if told else "")
        return BEGINS + lines.replace("\n", FEED).replace("\t", TAB) + ENDS
    return ticked(run.text) if run.sort == "code" else letters(run.text)
