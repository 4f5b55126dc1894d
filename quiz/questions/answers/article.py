"""The article before a gap: the one that its answer and all wrong ones take, else "a(n)"."""

from __future__ import annotations

import re
from collections.abc import Sequence

GAP = re.compile(r"\b([Aa])\(n\) (?=\{\{)")
VOWEL = re.compile(r"[$€£]?(?:8|1[18](?![0-9])|[aeio](?!ne\b)|u(?!ni))", re.IGNORECASE)
"""How what is spoken with a vowel is written: "eighty", "11,000", but not "one"."""


def fitted(cloze: str, answer: str, wrong: Sequence[str]) -> str:
    """A cloze with the article before its gap that fits all answers; "an" would tell one that stands alone."""
    kinds = {bool(VOWEL.match(told)) for told in (answer, *wrong)}
    if len(kinds) > 1 or (True in kinds and not wrong):
        return cloze
    return GAP.sub(r"\1n " if True in kinds else r"\1 ", cloze)
