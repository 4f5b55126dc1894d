"""Answers with maths or code, compared sign by sign; maths as it reads, in TeX, or as one types it (`x^2`)."""

from __future__ import annotations

import re
from unicodedata import normalize

from quiz.deck.marks.letters import LOWERED, RAISED
from quiz.deck.marks.runs import MATHS, as_written, runs, worded

SHAPES = str.maketrans({"−": "-", "–": "-", "‑": "-", "’": "'", "′": "'", "″": "''"})
"""Signs that a keyboard has in another shape."""

BRACED = re.compile(r"([\^_])\{([^{}]*)\}")
ALONE = re.compile(r"([\^_])(-?(?:\d+|[^\W\d_]))")


def same(right: str, given: str) -> bool:
    """Whether an answer is the right one, which has maths or code: only white space does not count."""
    return (_typed if formulas(right) else _spaced)(given) in forms(right)


def formulas(right: str) -> bool:
    """Whether an answer is compared as maths, and not as code."""
    return all(run.sort in (*MATHS, "text") for run in runs(right))


def forms(right: str) -> list[str]:
    """List the ways in which an answer with maths or code is right, each as it is compared."""
    compared = _typed if formulas(right) else _spaced
    return [*dict.fromkeys(map(compared, (right, worded(right), as_written(right))))]


def _spaced(code: str) -> str:
    """Write code with single blanks."""
    return " ".join(code.split())


def _typed(formula: str) -> str:
    """Write a formula as one types it: what is raised in brackets behind `^`, what is lowered behind `_`."""
    for sign, letters in (("^", RAISED), ("_", LOWERED)):
        plain = str.maketrans({letter: each for each, letter in letters.items()})
        for run in sorted(set(re.findall(f"[{''.join(letters.values())}]+", formula)), key=len, reverse=True):
            formula = formula.replace(run, f"{sign}({run.translate(plain)})")
    formula = "".join(normalize("NFC", formula).translate(SHAPES).split())
    return ALONE.sub(r"\1(\2)", BRACED.sub(r"\1(\2)", formula))
