"""Text of a deck as any file may hold it: one form of each letter, line feeds, and no characters that break readers."""

from __future__ import annotations

import re
import unicodedata

BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
BARRED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]")
"""Controls, halves of characters, byte-order marks, and code points that stand for none; XML bars most of them."""

NAME = 80


def clean(text: str) -> str:
    """Normalise to NFC and line feeds, without barred characters, and without blanks at either end."""
    if not text.isprintable():
        text = BARRED.sub("", BREAKS.sub("\n", text))
    return unicodedata.normalize("NFC", text).strip()


def line(text: str) -> str:
    """Write text on one line: any run of white space is one blank."""
    return " ".join(clean(text).split())


def unclean(text: str) -> bool:
    """Whether cleaning leaves out characters of a text."""
    return not text.isprintable() and BARRED.search(text) is not None


def name(text: str, most: int = NAME) -> str:
    """Shorten text to a name for lists: one line, cut between words where it can be."""
    whole = line(text)
    if len(whole) <= most:
        return whole
    head = whole[: most - 1]
    return (head.rpartition(" ")[0] if " " in head[most // 2 :] else head) + "…"
