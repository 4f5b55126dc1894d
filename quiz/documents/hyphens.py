"""Words torn at the end of a line: whether the hyphen is the word's own."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

TORN = re.compile(r"[^\W\d_]{2,25}-$")
"""A line's end that may be half a word."""

SUFFIX = re.compile(
    r"(?:tions?|sions?|ments?|ings?|ed|ers?|ly|ness|[ae]nc(?:es?|y)|ity|ities|able|ible|ative|ally|ous|ism|ists?)(?![\w-])"
)
"""Ends of words that are no words: a line that begins so goes on with the word before its hyphen."""

COMPOUND = frozenset(
    """self well ill half quasi cross ex non all mid far long short high low late early old new ever so one two three
    four five six seven eight nine ten twenty thirty forty fifty sixty seventy eighty ninety first second third north
    south east west anglo franco russo sino vice hard soft full part large small wide deep best better""".split()
)
"""First halves of words that are written with a hyphen."""

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def vocabulary(lines: Iterable[str]) -> frozenset[str]:
    """Words of a text in small letters, those with hyphens whole."""
    return frozenset(word for line in lines for word in WORD.findall(line.lower()))


def is_torn(line: str, following: str, words: Collection[str], *, typeset: bool = False) -> bool:
    """Whether the hyphen that ends a line was put there to tear a word, by what follows and the text's other words.

    Lines that a program has set are torn as a rule, others only where that is certain.
    """
    torn = TORN.search(line[-30:])
    if not torn or not following[:1].islower():
        return False
    rest = re.match(r"[^\W\d_]+", following[:30])
    half, other = torn[0][:-1].lower(), rest[0].lower() if rest else ""
    if f"{half}-{other}" in words:
        return False
    if half + other in words or SUFFIX.match(other):
        return True
    return typeset and half not in COMPOUND and not (half in words and other in words)
