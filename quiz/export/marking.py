"""Runs of a marked text as Markdown, which `quiz import` reads back and every other reader of it shows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import pairwise

from quiz.deck.marks.runs import MATHS, Run

BEGINS, ENDS, FEED, TAB = "\ufdda", "\ufddb", "\ufddc", "\ufddd"
"""Stand around a block of code, and for its line feeds and tabs, while the text around it is laid out in lines."""

FENCE = re.compile(r"\s*`+[ \t]*([\w+#.-]*)[ \t]*(?=\n)")
OPENING = re.compile(r"<(?=[A-Za-z/!?])|\](?=[(\[:])")
"""What would begin a tag or a link for a reader that knows no formulas; a blank behind it means nothing in TeX."""


def marked(found: Iterable[Run], letters: Callable[[str], str]) -> str:
    """Write runs with their marks; `letters` escapes text. A block of code is folded, see `unfolded`."""
    all_runs = [*found, Run("")]
    looks = [(run.strong, run.emphasis) for run in all_runs]
    beside = any({one, two} == {(True, False), (False, True)} for one, two in pairwise(looks))
    sign = "_" if beside else "*"  # three asterisks would be read as both
    parts: list[str] = []
    strong = emphasis = False
    for run in all_runs:
        parts.append("**" * (strong and not run.strong) + sign * (emphasis and not run.emphasis))
        parts.append(sign * (run.emphasis and not emphasis) + "**" * (run.strong and not strong))
        strong, emphasis = run.strong, run.emphasis
        parts.append(_enclosed(run, letters))
    return "".join(parts)


def unfolded(text: str) -> str:
    """Put each block of code on lines of its own."""
    if BEGINS not in text:
        return text
    for folded, lines in ((f"\\\n{BEGINS}", "\n"), (f"{ENDS}\\\n", "\n"), (BEGINS, ""), (ENDS, "")):
        text = text.replace(folded, lines)
    return text.replace(FEED, "\n").replace(TAB, "\t")


def _enclosed(run: Run, letters: Callable[[str], str]) -> str:
    """Write one run within its signs; a backtick in a formula would begin code for others, so that stays text."""
    if run.sort in MATHS:
        tex = OPENING.sub(r"\g<0> ", run.text.replace("\n", " "))
        sign = "$$" if run.sort == "display" else "$"
        return letters(run.written) if "`" in run.text else f"{sign}{tex}{sign}"
    longest = max(map(len, re.findall("`+", run.text)), default=0)
    if run.sort == "block":
        fence, told = "`" * max(3, longest + 1), FENCE.match(run.written)
        lines = f"{fence}{told[1] if told else ''}\n{run.text}\n{fence}"
        return BEGINS + lines.replace("\n", FEED).replace("\t", TAB) + ENDS
    if run.sort == "code":
        ticks = "`" * (1 if longest != 1 else 2)
        edge = " " * (run.text[:1] in ("`", " ") or run.text[-1:] in ("`", " "))
        return f"{ticks}{edge}{run.text}{edge}{ticks}"
    return letters(run.text)
