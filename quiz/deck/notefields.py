"""Fields of our own note types in Anki, by the types' keys: frozen for ever, since Anki knows a type by them."""

from __future__ import annotations

from collections.abc import Collection

NAMED = "Quiz "
"""Stands before the key, which begins with a capital there, in the name of a type."""

# Shared by the types: after the first field, what the back shows; then what only the program reads; then the spare.
_ANSWERED = ("Answer", "Accept", "Choices", "Typed")
_ABOUT = ("Explanation", "Passage", "Title", "Place", "Link", "Extra")
_HIDDEN = ("Options", "ID", "Reserve 1", "Reserve 2")

FIELDS = {
    "question": ("Question", *_ANSWERED, "Reverse", *_ABOUT, *_HIDDEN),
    "cloze": ("Text", *_ANSWERED, *_ABOUT, *_HIDDEN),
    "order": ("Question", "Items", "Answer", *_ABOUT, *_HIDDEN),
    "typed": ("Question", "Typed", "Answer", "Accept", "Tolerance", *_ABOUT, *_HIDDEN),
    "choice": ("Question", "Choices", "Answer", "Accept", *_ABOUT, *_HIDDEN),
    "quote": ("Quote", "Question", "Speaker", "Accept", "Choices", "Typed", *_ABOUT, *_HIDDEN),
}
OWN = ("Typed", "Reverse", "Extra", "Reserve 1")
HIDDEN = frozenset(_HIDDEN)
"""Fields that only the program reads, or nothing yet."""


def own_of(fields: Collection[str]) -> tuple[str, ...]:
    """Name those of a note's fields that are its owner's, which no card fills; a typed card is asked by `Typed`."""
    asked = {"Typed"} if "Tolerance" in fields else set[str]()
    return tuple(name for name in OWN if name in fields and name not in asked)
