"""What a note in Anki holds beyond what its card can say: told when it is found, and when an export overwrites it."""

from __future__ import annotations

from collections.abc import Collection

WORDS = {
    "formatting": "bold, italic or coloured words, which are plain here",
    "pictures": "a picture inside its text, which is left out here",
    "scripts": "a script, which is left out here",
    "gaps": "gaps that are asked one by one, and together here",
    "beside": "other words in a note that asks the card once more",
}
"""How each is told, behind the name of the card."""


def named(lost: Collection[str]) -> str:
    """Tell what a note holds beyond its card; "" if that is nothing."""
    return "; ".join(words for name, words in WORDS.items() if name in lost)
