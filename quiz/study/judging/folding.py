"""Text folded so that case, accents, punctuation and articles no longer tell two answers apart."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

ARTICLES = frozenset({"the", "a", "an"})

LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "&": " and "}
    | {"ی": "ي", "ى": "ي", "ک": "ك", "ـ": "", "ß": "ss"}
)
"""Letters that carry no separable accent, as English keyboards write them, and Arabic ones as one keyboard has them."""

APOSTROPHES = frozenset("'’‘ʼʹʿʾ`´")
TELLING = frozenset("#%*@/\\")
"""Punctuation that carries meaning in an answer (`C#`, `50 %`), so it stays."""


def bare(text: str) -> str:
    """Text in compatibility form, without case and without accents, digits of all scripts as 0 to 9.

    Marks are dropped by their combining class: 200 and above are accents of Latin, Greek and Cyrillic, 10 to 35 the
    optional vowel points of Hebrew and Arabic; vowel signs of Indic scripts (0 to 9) change the word and stay.
    """
    folded = unicodedata.normalize("NFKD", text).casefold().translate(LETTERS)
    if folded.isascii():
        return folded
    kept = (_digit(mark) for mark in unicodedata.normalize("NFD", folded) if not _is_accent(mark))
    return unicodedata.normalize("NFC", "".join(kept))


def unaccented(text: str) -> str:
    """Text without accents and otherwise as it is: case, signs and digits stay."""
    if text.isascii():
        return text
    kept = (mark for mark in unicodedata.normalize("NFD", text) if not _is_accent(mark))
    return unicodedata.normalize("NFC", "".join(kept))


def spaced(text: str) -> str:
    """Text with apostrophes removed and all other punctuation, controls and runs of blanks as single blanks."""
    shown = (character if character.isalnum() else _kept(character) for character in text)
    return " ".join("".join(shown).split())


def fold(text: str) -> str:
    """Return the text as answers are compared: bare, spaced, and without articles as long as something is left.

    Within an answer only "the" is dropped: the "a" of "vitamin A" is part of the name.
    """
    return " ".join(unarticled(spaced(bare(text)).split())) or " ".join(text.split())


def unarticled(words: Sequence[T]) -> list[T]:
    """Words without articles before them and without any "the", as long as one is left: "A Team" is "the A Team"."""
    start = 0
    while start < len(words) - 1 and words[start] in ARTICLES:
        start += 1
    rest = words[start:]
    return [word for word in rest if word != "the"] or list(rest)


def _digit(character: str) -> str:
    """Return a digit of any script as 0 to 9; any other character as it is."""
    value = unicodedata.decimal(character, None)
    return character if value is None else str(value)


def _is_accent(mark: str) -> bool:
    """Whether a character is a mark whose absence leaves the word the same."""
    place = unicodedata.combining(mark)
    return place >= 200 or 10 <= place <= 35


def _kept(character: str) -> str:
    """Return what one character becomes in spaced text."""
    if character in APOSTROPHES:
        return ""
    category = unicodedata.category(character)
    if character not in TELLING and category[0] in "PZC":
        return " "
    return character
