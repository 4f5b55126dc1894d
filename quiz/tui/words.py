"""The one way that text of decks and documents reaches the screen: as Content, so that nothing in it is markup."""

from __future__ import annotations

import unicodedata

from textual.content import Content

LONGEST = 20_000
"""Characters shown of one text; a million would hold the screen up for seconds."""

MISSING = "\N{REPLACEMENT CHARACTER}"

BREAKS = frozenset("\v\f\x1c\x1d\x1e\x85\u2028\u2029")
"""Characters that end a line, besides the line feed."""

STEERING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c\ufeff")
"""Characters that change the direction of text; they could turn the rest of the screen around."""


def plain(text: str, style: str = "") -> Content:
    """Make text safe to show, in one style; markup in it stays as it is written."""
    return Content.styled(clean(text), style) if style else Content(clean(text))


def clean(text: str) -> str:
    """Text without anything a terminal would obey: controls become visible or blank, and it has a greatest length."""
    cut = len(text) - LONGEST
    shown = "".join(_shown(character) for character in text[:LONGEST].replace("\r\n", "\n"))
    return f"{shown} … ({cut:,} more characters)" if cut > 0 else shown


def line(text: str) -> str:
    """Text made safe and put on one line."""
    return " ".join(clean(text).split())


def _shown(character: str) -> str:
    """Return what is shown in place of one character."""
    if character == "\n" or character in BREAKS or character == "\r":
        return "\n"
    if character == "\t":
        return " "
    if character in STEERING:
        return ""
    category = unicodedata.category(character)
    if category == "Cc":
        return chr(0x2400 + ord(character)) if ord(character) < 0x20 else MISSING
    return MISSING if category in ("Cs", "Cn") else character
