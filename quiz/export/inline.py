"""Runs of a marked text as HTML, in the elements that every reader of it knows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from html import escape
from typing import NamedTuple

from quiz.deck.marks.runs import MATHS, Run

BLOCK = "pre"


class Elements(NamedTuple):
    """The elements of each look, that of a block of code with its attributes."""

    emphasis: str
    strong: str
    code: str = "code"
    block: str = BLOCK

    def around(self, run: Run) -> list[str]:
        """Name the elements that a run stands in, the innermost first."""
        inner = {"code": [self.code], "block": [self.block]}.get(run.sort, [])
        return [*inner, *[self.emphasis] * run.emphasis, *[self.strong] * run.strong]


EDITED = Elements("i", "b")
"""As Anki's own editor writes them."""

MEANT = Elements("em", "strong")
"""As HTML calls them by what they mean."""


ENDS = re.compile(r"(?<!\\)(?:\\\\)*\\(?:[()\[\]]|\Z)")
"""Begins or ends a formula for MathJax, or keeps it from ending.

Behind another backslash it is a line that ends, as in `\\\\[2pt]`.
"""


ACTING = re.compile(r"\\(?=[(\[])|\$(?=\$)|@(?=@PLUGINFILE@@)")
"""What Moodle's filters read in HTML: the beginnings of formulas, and of the address of a file in the question."""


def inert(text: str) -> str:
    """Write text as HTML in which no filter finds anything; a line feed is a break."""
    return ACTING.sub(r"\g<0><span></span>", escape(text, quote=False)).replace("\n", "<br>")


def marked_up(
    found: Iterable[Run], letters: Callable[[str], str], maths: Callable[[Run], str], elements: Elements = EDITED
) -> str:
    """Write runs as HTML: `letters` writes text, each line feed as a break, and `maths` formulas.

    Beside a `pre`, which stands on lines of its own, breaks are left out; of nothing there is none.
    """
    parts: list[str] = []
    behind = False
    for run in found:
        html = maths(run) if run.sort in MATHS else letters(run.text)
        alone = run.sort == "block" and elements.block == BLOCK and bool(html)
        if alone and parts:
            parts[-1] = parts[-1].removesuffix("<br>")
        for name in elements.around(run) if html else ():
            html = f"<{name}>{html}</{name.partition(' ')[0]}>"
        parts.append(html.removeprefix("<br>") if behind else html)
        behind = alone
    return "".join(parts)


def typeset(run: Run, letters: Callable[[str], str]) -> str:
    """Write a formula as TeX in HTML for MathJax; one that would end before its end, or name a file, stays text."""
    if ENDS.search(run.text) or "@@" in run.text:
        return letters(run.written)
    tex = escape(run.text, quote=False).replace("\n", " ")
    return rf"\[{tex}\]" if run.sort == "display" else rf"\({tex}\)"
