"""The article before a gap: the one that its answer and all wrong ones take, else "a(n)"."""

from __future__ import annotations

import re
from collections.abc import Iterable

EITHER = "a(n)"
VOWEL = re.compile(r"[$€£]?(?:8|1[18](?![0-9])|[aeio](?!ne\b)|u(?!ni))", re.IGNORECASE)
"""How what is spoken with a vowel is written: "eighty", "11,000", but not "one"."""


def fitted(cloze: str, answers: Iterable[str]) -> str:
    """A cloze with the article before its gap that fits all answers, where one does."""
    kinds = {bool(VOWEL.match(answer)) for answer in answers}
    if len(kinds) != 1:
        return cloze
    article = "an" if kinds.pop() else "a"
    return re.sub(r"\b([Aa])\(n\) (?=\{\{)", lambda found: found[1] + article[1:] + " ", cloze)
