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


SINCE = "since"
"""The key of the hidden field under which stands which export made the note say what it says."""

LAST = 2**32 - 1
"""Anki's own limit of a note's time, in seconds."""

HINT, CARRIED = "Reserve 1", "Reserve 2"
"""Where the hint of a card that has one stands; and what the other fields do not show of the card, as JSON."""


def own_of(fields: Collection[str], told: str = "") -> tuple[str, ...]:
    """Name those of a note's fields that are its owner's, which no card fills.

    A typed card is asked by `Typed`; and a hint stands in a field of its own, where the card has one: that is what its
    hidden field has `told`.
    """
    filled = {"Typed"} if "Tolerance" in fields else set[str]()
    filled |= {HINT} if '"hint":' in told else set()
    return tuple(name for name in OWN if name in fields and name not in filled)
