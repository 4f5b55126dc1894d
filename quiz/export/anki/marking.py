"""Marks in texts of cards as Anki shows them: `<b>`, `<i>`, `<code>`, and formulas for Anki's own MathJax."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from quiz.deck.cloze import MARKED
from quiz.deck.marks import HELD
from quiz.deck.marks.runs import Run, runs
from quiz.export.anki.markup import ENTITIES, SYNTAX, clean, deletion, escaped
from quiz.export.inline import marked_up

ENDS = re.compile(r"\\[()\[\]]")
"""Begins or ends a formula for MathJax, wherever it stands."""


def dressed(text: str) -> str:
    """Write a clean text with its marks."""
    return marked_up(runs(text), escaped, _formula)


def clozed(text: str, answer: str, hints: Sequence[str]) -> str:
    """Write a cloze in Anki's notation, with its marks; a gap may stand within emphasis or a formula."""
    parts = MARKED.split(text)
    gaps = iter([gap if clean(gap) else answer for gap in parts[1::2]])
    rest = iter(hints)

    def letters(around: str) -> str:
        first, *others = around.split(HELD)
        return escaped(first) + "".join(deletion(next(gaps), next(rest, "")) + escaped(each) for each in others)

    def formula(run: Run) -> str:
        first, *others = run.text.split(HELD)
        tex = _tex(first) + "".join(_gap(next(gaps), next(rest, "")) + _tex(each) for each in others)
        return _typeset(run, tex)

    return marked_up(runs(clean(HELD.join(parts[::2]))), letters, formula)


def _gap(tex: str, hint: str) -> str:
    """Write a gap within a formula; colons in it would begin a hint."""
    said, shown = (_tex(part).replace(":", "&#58;") for part in (tex, hint))
    return f"{{{{c1::{said}{'::' if shown else ''}{shown}}}}}"


def _formula(run: Run) -> str:
    """Write a formula; one that would end before its end stays text."""
    return escaped(run.written) if ENDS.search(run.text) else _typeset(run, _tex(run.text))


def _typeset(run: Run, tex: str) -> str:
    return rf"\[{tex}\]" if run.sort == "display" else rf"\({tex}\)"


def _tex(text: str) -> str:
    """Write TeX as HTML in which no brace means anything to Anki."""
    return SYNTAX.sub("&#91;", escape(text, quote=False)).translate(ENTITIES).replace("\n", " ")
