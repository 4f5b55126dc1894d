"""Runs of a marked text as HTML, in the elements that every reader of it knows."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from quiz.deck.marks.runs import MATHS, Run

BLOCK = "pre"
ELEMENTS = {"code": "code", "block": BLOCK}


def marked_up(found: Iterable[Run], letters: Callable[[str], str], maths: Callable[[Run], str]) -> str:
    """Write runs as HTML: `letters` writes text, each line feed as a break, and `maths` formulas."""
    html = "".join(_dressed(run, maths(run) if run.sort in MATHS else letters(run.text)) for run in found)
    return html.replace(f"<br><{BLOCK}>", f"<{BLOCK}>").replace(f"</{BLOCK}><br>", f"</{BLOCK}>")


def _dressed(run: Run, inner: str) -> str:
    """Put what stands in a run into its elements."""
    for name in (ELEMENTS.get(run.sort), "i" * run.emphasis, "b" * run.strong):
        if name and inner:
            inner = f"<{name}>{inner}</{name}>"
    return inner
