"""Marks in texts of cards as Anki shows them: `<b>`, `<i>`, `<code>`, and formulas for Anki's own MathJax."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape

from quiz.deck.cloze import MARKED
from quiz.deck.marks import HELD, spare
from quiz.deck.marks.runs import Run, runs
from quiz.export.anki.markup import ENTITIES, SYNTAX, clean, escaped
from quiz.export.inline import BLOCK, ENDS, marked_up

COLON = "&#58;"

BLOCKS = re.compile(f"<{BLOCK}>.*?</{BLOCK}>", re.DOTALL)
"""Blocks of code, in HTML of ours."""

Colons = Callable[[str], str]


def dressed(text: str) -> str:
    """Write a clean text with its marks."""
    return _verbatim(marked_up(runs(text), escaped, _formula))


def _verbatim(html: str) -> str:
    """Let blocks of code be indented by blanks, which count there."""
    return BLOCKS.sub(lambda block: block[0].replace("&nbsp;", " "), html) if f"<{BLOCK}>" in html else html


@dataclass(frozen=True, slots=True)
class Gap:
    """A gap of a cloze with its numbers; in its words, `HELD` stands for each of the gaps within it."""

    number: str
    words: str
    hint: str = ""
    inner: tuple[Gap, ...] = ()


def clozed(text: str, answer: str, hints: Sequence[str]) -> str:
    """Write a cloze in Anki's notation, with its marks; a gap may stand within emphasis or a formula."""
    own = spare("".join((text, answer, *hints)))
    text, answer, *others = (each.replace(HELD, own) for each in (text, answer, *hints))
    parts = MARKED.split(text)
    rest = iter(others)
    gaps = [Gap("1", clean(part if clean(part) else answer), clean(next(rest, ""))) for part in parts[1::2]]
    html = gapped(clean(HELD.join(parts[::2])), gaps, lambda words: words.replace(":", COLON))
    return html.replace(own, HELD)


def gapped(text: str, gaps: Iterable[Gap], colons: Colons, *, within: bool = False) -> str:
    """Write a clean text with gaps, for each of which `HELD` stands in it; `colons` mends those that begin a hint.

    `within` says that the text itself stands in a gap.
    """
    rest = iter(gaps)

    def letters(around: str) -> str:
        return _filled(around, rest, _mended(escaped, colons) if within else escaped, inner)

    def inner(gap: Gap) -> str:
        return gapped(clean(gap.words), gap.inner, colons, within=True)

    def formula(run: Run) -> str:
        if ENDS.search(run.text):
            return letters(run.written)
        return _typeset(run, _filled(run.text, rest, _mended(_tex, colons) if within else _tex, tex))

    def tex(gap: Gap) -> str:
        return _filled(gap.words, iter(gap.inner), _mended(_tex, colons), tex)

    return _verbatim(marked_up(runs(text), letters, formula))


def _filled(text: str, gaps: Iterator[Gap], write: Callable[[str], str], words: Callable[[Gap], str]) -> str:
    """Write text around gaps, and the gaps, each by its words and then its hint."""
    first, *others = text.split(HELD)
    parts = [write(first)]
    for other in others:
        gap = next(gaps)
        hint = words(replace(gap, words=gap.hint, inner=()))
        parts += [f"{{{{c{gap.number}::{words(gap)}{'::' if hint else ''}{hint}}}}}", write(other)]
    return "".join(parts)


def _mended(write: Callable[[str], str], colons: Colons) -> Colons:
    return lambda text: colons(write(text))


def _formula(run: Run) -> str:
    """Write a formula; one that would end before its end stays text."""
    return escaped(run.written) if ENDS.search(run.text) else _typeset(run, _tex(run.text))


def _typeset(run: Run, tex: str) -> str:
    return rf"\[{tex}\]" if run.sort == "display" else rf"\({tex}\)"


def _tex(text: str) -> str:
    """Write TeX as HTML in which no brace means anything to Anki."""
    return SYNTAX.sub("&#91;", escape(text, quote=False)).translate(ENTITIES).replace("\n", " ")
