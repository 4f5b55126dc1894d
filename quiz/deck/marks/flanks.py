"""What stands beside a sign, and whether it can begin or end a mark there: never within a word or beside a blank."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

NEUTRAL = frozenset("\"'‘’“”«»‹›„‚/*_`$")
"""Stands before a mark as well as behind one; beside other signs (`=`, `+`, `\\`) none begins: `*=` is no mark."""

ENDING = frozenset(".,;:!?…%")
BEGINNING = frozenset("¿¡")


def flanks(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Whether a mark can begin, and whether one can end, with the signs that stand there; where both could, neither."""
    before = "blank" if start == 0 else beside(text[start - 1])
    behind = "blank" if end == len(text) else beside(text[end])
    if text[end : end + 1] == "\\" and text[end + 1 : end + 2] in NEUTRAL:
        behind = "neutral"  # a sign that is meant as one
    if text[start] == "_":
        before, behind = ("word" if each == "wide" else each for each in (before, behind))
    if start and text[start - 1] == "/" and (start == 1 or text[start - 2].isspace()):
        before = "word"  # a comment of a program begins so: `/* ... */`
    begins = before in ("blank", "beginning", "neutral", "wide") and behind in ("word", "beginning", "neutral", "wide")
    ends = before in ("word", "sign", "ending", "neutral", "wide") and behind in ("blank", "ending", "neutral", "wide")
    if begins and ends and "wide" in (before, behind):
        return (behind == "wide", before == "wide") if before != behind else (True, True)
    return (begins and not ends, ends and not begins)


@lru_cache(1024)
def beside(letter: str) -> str:
    """Tell what a character is to the marks beside it; letters of scripts without blanks are `wide`."""
    if letter.isspace():
        return "blank"
    if letter in NEUTRAL:
        return "neutral"
    if letter in ENDING:
        return "ending"
    kind = unicodedata.category(letter)
    if letter in BEGINNING or kind == "Ps":
        return "beginning"
    wide = unicodedata.east_asian_width(letter) in "WF"
    if kind == "Pe" or (wide and kind == "Po"):
        return "ending"
    if wide and kind == "Lo":
        return "wide"
    if kind in ("Pd", "Sc", "So", "Co", "Cn"):
        return "neutral"
    return "word" if kind[0] in "LMN" else "sign"
