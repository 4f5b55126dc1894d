"""Text folded for search: case and accents tell nothing apart; many texts at once, since there may be 100,000."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from quiz.study.judging.folding import LETTERS, bare

MANY = 40
"""Different accents beyond which one pattern is faster than a replacement each."""


def folded(text: str) -> str:
    """Return a text as it is searched: bare of case and accents, as answers are compared."""
    return _plain(text) if text.isascii() else bare(text)


def all_folded(texts: Sequence[str]) -> list[str]:
    """Fold many texts, each onto one line, as `folded` does: those with accents all at once, ten times as fast."""
    shown = [text.replace("\n", " ") for text in texts]
    rare = [at for at, text in enumerate(shown) if not text.isascii()]
    for at, text in zip(rare, _bare("\n".join(shown[at] for at in rare)).split("\n"), strict=False):
        shown[at] = text
    special = set(rare)
    return [text if at in special else _plain(text) for at, text in enumerate(shown)]


def _plain(text: str) -> str:
    """Fold a text that has no letters but those of English."""
    return text.lower().replace("&", LETTERS[ord("&")]) if "&" in text else text.lower()


def _bare(text: str) -> str:
    """Do what `bare` does, by steps over the whole text instead of its characters."""
    text = unicodedata.normalize("NFKD", text).casefold()
    for letter in set(text) & {chr(code) for code in LETTERS}:
        text = text.replace(letter, LETTERS[ord(letter)])
    text = unicodedata.normalize("NFD", text)
    for digit in set(text):
        if digit.isdecimal() and not digit.isascii():
            text = text.replace(digit, bare(digit))
    accents = [mark for mark in set(text) if bare(f"a{mark}") == "a"]
    if len(accents) > MANY:
        text = re.sub(f"[{''.join(map(re.escape, accents))}]+", "", text)
    else:
        for mark in accents:
            text = text.replace(mark, "")
    return unicodedata.normalize("NFC", text)
