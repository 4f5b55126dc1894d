"""Names and ids of Anki's decks; the name is what Anki knows a deck by, its id in a package says nothing."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from quiz.export.anki.markup import clean


def deck_name(title: str) -> str:
    """Write a deck's title as Anki keeps it; `::` makes a sub-deck, as Anki users write it."""
    levels = (" ".join(clean(level).split()) for level in title.split("::"))
    return "::".join(filter(None, levels)) or "Untitled"


def deck_names(titles: Iterable[str]) -> list[str]:
    """Name the deck of each title; titles that differ only in case are one deck, since Anki knows no difference."""
    first: dict[str, str] = {}
    return [first.setdefault(name.casefold(), name) for name in map(deck_name, titles)]


def deck_ids(names: Iterable[str]) -> dict[str, int]:
    """Make ids for decks from their names alone; 13 digits like Anki's own, so never 1, which is its default deck."""
    ids: dict[str, int] = {}
    for name in dict.fromkeys(names):
        digest = sha256(name.casefold().encode()).digest()
        wanted = 10**12 + int.from_bytes(digest[:6], "big") % (5 * 10**11)
        while wanted in ids.values():
            wanted += 1
        ids[name] = wanted
    return ids
