"""The lock beside a deck: what was generated last time, what a person deleted, identities, and the Anki ledger."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Note:
    """What Anki was last told of a card: note type (never changes), content hash, and `mod` in epoch seconds."""

    notetype: str
    hash: str
    mod: int


@dataclass(slots=True)
class Lock:
    """The contents of `NAME.lock`; a deck without one has an empty lock."""

    deck: str = ""
    notes: dict[str, Note] = field(default_factory=dict)


def lock_path(deck: Path) -> Path:
    """Where the lock of a deck lies: `NAME.lock` beside `NAME.yaml`."""
    return deck.with_suffix(".lock")


def read_lock(deck: Path) -> Lock:
    """Read the lock of a deck; QuizError if it is no lock of a version we know."""
    raise NotImplementedError


def write_lock(deck: Path, lock: Lock) -> None:
    """Write the lock of a deck by rename, and only if its bytes change."""
    raise NotImplementedError
