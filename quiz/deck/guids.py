"""What Anki knows a note of ours by: it follows from the ids of deck and card, for exports and imports alike."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from json.encoder import encode_basestring_ascii
from string import ascii_letters, digits

BASE91 = ascii_letters + digits + "!#$%&()" + "*+,-./:;<=>?@[]^_`{|}~"
"""Anki's digits of guids."""

PAIRS = [first + second for first in BASE91 for second in BASE91]


def guid(deck: str, card: str, *presentation: str) -> str:
    """Make Anki's name of a note, for ever, from deck id and card id alone; of one beside it, from what it is too.

    It is what genanki's `guid_for` makes of the ids.
    """
    number = int.from_bytes(sha256(quoted([deck, card, *presentation]).encode()).digest()[:8], "big")
    letters = ""
    while number:
        number, rest = divmod(number, len(PAIRS))
        letters = PAIRS[rest] + letters
    return letters.lstrip(BASE91[0])


def of_line(deck: str, line: str) -> str:
    """Make the guid of a line of the lock: a card's id, or that and the presentation of a note beside its own."""
    return guid(deck, *line.split())


def quoted(texts: Iterable[str]) -> str:
    """Write texts as a list in JSON, as `json.dumps` does but in half the time, which most of an export goes to."""
    return f"[{', '.join(map(encode_basestring_ascii, texts))}]"
