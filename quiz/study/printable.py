"""Text of decks and documents made fit for a terminal: nothing in it is obeyed, and its width in cells is known."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from quiz.deck.marks import plain, signed
from quiz.deck.references import spoken

LONGEST = 20_000
"""Characters shown of one text; a million would hold the screen up for seconds."""

GLANCE = 500
"""Characters of a text that is only to be recognised."""

MISSING = "\N{REPLACEMENT CHARACTER}"

BREAKS = frozenset("\v\f\x1c\x1d\x1e\x85\u2028\u2029")
"""Characters that end a line, besides the line feed."""

STEERING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c\ufeff")
"""Characters that change the direction of text; they could turn the rest of the screen around."""

ELLIPSIS = "…"


def clean(text: str) -> str:
    """Text without anything a terminal would obey: controls become visible or blank, and it has a greatest length.

    Pictures and sounds are named in words.
    """
    return safe(spoken(text[:LONGEST])) + more(text)


def more(text: str) -> str:
    """Say how much of a text is not shown."""
    cut = len(text) - LONGEST
    return f" … ({cut:,} more characters)" if cut > 0 else ""


def safe(text: str) -> str:
    """Text without anything a terminal would obey, however long it is."""
    return text if text.isprintable() else "".join(map(_shown, text.replace("\r\n", "\n")))


def line(text: str) -> str:
    """Text made safe and put on one line."""
    return " ".join(clean(text).split())


def read(text: str) -> str:
    """Text of a card made safe, as it reads without its marks."""
    return clean(text) if not signed(text) else safe(plain(spoken(text[:LONGEST]))) + more(text)


def read_line(text: str) -> str:
    """Text of a card made safe, without its marks, and put on one line."""
    return " ".join(read(text).split())


def glance(text: str) -> str:
    """As much of a text of a card, made safe and on one line, as any line has room for."""
    return read_line(text[:GLANCE])


def cells(text: str) -> int:
    """Count the cells a text takes on a terminal: two for wide characters, none for what joins the one before."""
    return len(text) if text.isascii() else sum(map(_cell, text))


def fitted(text: str, width: int) -> str:
    """Text cut to a width, with an ellipsis in its last cell where something is missing."""
    if cells(text) <= width:
        return text
    return (_head(text, width - 1)[0] if width > 1 else "") + ELLIPSIS[:width]


def padded(text: str, width: int) -> str:
    """Text cut to a width and filled up to it."""
    shown = fitted(text, width)
    return shown + " " * (width - cells(shown))


def wrapped(text: str, width: int) -> list[str]:
    """Return the lines of a clean text at a width; a word that is wider is broken, as are lines without blanks."""
    return [shown for paragraph in text.split("\n") for shown in _lines(paragraph, max(2, width))]


def _lines(paragraph: str, width: int) -> Iterator[str]:
    """Return the lines of one paragraph, at least one; the first keeps the blanks it begins with, as code does."""
    indent = paragraph[: len(paragraph) - len(paragraph.lstrip(" "))]
    row = indent[1:] if len(indent) < width else ""
    for word in paragraph.split(" "):
        if not word:
            continue
        joined = f"{row} {word}" if row or indent else word
        indent = ""
        if cells(joined) <= width:
            row = joined
            continue
        if row:
            yield row
        row = word
        while cells(row) > width:
            head, row = _head(row, width)
            yield head
    yield row


def _head(text: str, width: int) -> tuple[str, str]:
    """Split a text behind as much of it as a width holds, at least one character."""
    taken = 0
    for at, character in enumerate(text):
        taken += _cell(character)
        if taken > width and at:
            return text[:at], text[at:]
    return text, ""


def _cell(character: str) -> int:
    """Count the cells of one character."""
    if unicodedata.east_asian_width(character) in "WF":
        return 2
    return 0 if unicodedata.category(character) in ("Mn", "Me", "Cf") else 1


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
