"""LaTeX of someone else's notes: what Anki makes pictures of, in fields that are written anew."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape

TYPESET = re.compile(r"\[(\$\$?)\](.{0,2000}?)\[/\1\]", re.DOTALL | re.IGNORECASE)
MATHJAX = re.compile(r"\\\((.{0,2000}?)\\\)|\\\[(.{0,2000}?)\\\]", re.DOTALL)
LATEX = re.compile(r"&#91;(/?latex\])", re.IGNORECASE)


class Latex:
    """How a note sets its formulas: in LaTeX, for MathJax, or some so and some so."""

    def __init__(self, fields: Sequence[str]) -> None:
        """Look at its fields as they were imported."""
        text = "\n".join(fields)
        self._whole = "[latex]" in text.lower()
        self._known = {_folded(found[2]) for found in TYPESET.finditer(text)}
        self._always = bool(self._known) and MATHJAX.search(text) is None

    def kept(self, html: str) -> str:
        """Write formulas, which stand there for MathJax, as the note does."""
        html = LATEX.sub(r"[\1", html) if self._whole else html
        return MATHJAX.sub(self._formula, html) if self._known else html

    def _formula(self, found: re.Match[str]) -> str:
        sign, tex = ("$", found[1]) if found[1] is not None else ("$$", found[2])
        return f"[{sign}]{tex}[/{sign}]" if self._always or _folded(tex) in self._known else found[0]


def _folded(tex: str) -> str:
    """Fold away how a formula is written in a field."""
    return " ".join(unescape(re.sub(r"<[^<>]{1,200}>", " ", tex)).split())
