"""Text folded so that case, accents, punctuation and articles no longer tell two answers apart."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

ARTICLES = frozenset({"the", "a", "an"})

LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "&": " and "}
)
"""Letters that carry no separable accent, as English keyboards write them."""

APOSTROPHES = frozenset("'’‘ʼʹʿʾ`´")
TELLING = frozenset("#%*@/\\")
"""Punctuation that carries meaning in an answer (`C#`, `50 %`), so it stays."""


def bare(text: str) -> str:
    """Text in compatibility form, without case and without accents.

    Marks are dropped by their combining class: 200 and above are accents of Latin, Greek and Cyrillic, 10 to 35 the
    optional vowel points of Hebrew and Arabic; vowel signs of Indic scripts (0 to 9) change the word and stay.
    """
    folded = unicodedata.normalize("NFKD", text).casefold().translate(LETTERS)
    kept = (mark for mark in unicodedata.normalize("NFD", folded) if not _is_accent(mark))
    return unicodedata.normalize("NFC", "".join(kept))


def spaced(text: str) -> str:
    """Text with apostrophes removed and all other punctuation, controls and runs of blanks as single blanks."""
    shown = (_kept(character) for character in text)
    return " ".join("".join(shown).split())


def fold(text: str) -> str:
    """Return the text as answers are compared: bare, spaced, and without articles as long as something is left.

    Within an answer only "the" is dropped: the "a" of "vitamin A" is part of the name.
    """
    return " ".join(unarticled(spaced(bare(text)).split())) or " ".join(text.split())


def unarticled(words: Sequence[T]) -> list[T]:
    """Words without a first article and without any "the", as long as one is left."""
    rest = words[1:] if len(words) > 1 and words[0] in ARTICLES else words
    return [word for word in rest if word != "the"] or list(rest)


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
