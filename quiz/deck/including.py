"""Decks that bring others along: each is read once, however often and in a circle it is named."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from quiz.deck.files import real_path

if TYPE_CHECKING:
    from pathlib import Path

    from quiz.deck.model import Deck

SUFFIXES = (".yaml", ".yml")
"""How the files of decks end."""


def within(name: str) -> bool:
    """Whether a name leads to a deck in the same folder or below it, on any system."""
    path = PurePosixPath(name.replace("\\", "/"))
    return not path.is_absolute() and ":" not in name and ".." not in path.parts and path.suffix in SUFFIXES


def brought(path: Path, deck: Deck, seen: set[Path]) -> list[Path]:
    """List the decks that one brings along and that were not seen before; they are seen from now on."""
    new = []
    for name in deck.include:
        other = path.parent / name
        if within(name) and real_path(other) not in seen:
            seen.add(real_path(other))
            new.append(other)
    return new
