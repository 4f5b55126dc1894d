"""What generating a deck again does to it, in numbers."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Plan:
    """Counts of cards, each card under one heading; `changed` says whether the deck's file changes.

    Of the cards proposed, by index, the deck has those `taken`; those `refused` a person took out of it.

    `kept` are cards of a person's own and generated ones that a person edited; `stale` ones have lost their passage;
    `deleted` ones would be there, had a person not taken them out. `conflicts` tells, a line each, of values that a
    person changed and that would be others now as well; the person's are kept.
    """

    path: Path
    new: int = 0
    updated: int = 0
    unchanged: int = 0
    kept: int = 0
    stale: int = 0
    deleted: int = 0
    changed: bool = False
    conflicts: tuple[str, ...] = ()
    taken: frozenset[int] = field(default=frozenset(), compare=False)
    refused: frozenset[int] = field(default=frozenset(), compare=False)

    def summary(self) -> str:
        """Say it on one line, as `+12 new, 3 updated, 41 unchanged, 5 yours kept, 2 stale`; noughts are left out."""
        counts = (
            (self.new, f"+{self.new} new"),
            (self.updated, f"{self.updated} updated"),
            (self.unchanged, f"{self.unchanged} unchanged"),
            (self.kept, f"{self.kept} yours kept"),
            (self.stale, f"{self.stale} stale"),
            (self.deleted, f"{self.deleted} deleted by you"),
        )
        return ", ".join(text for count, text in counts if count) or "nothing to do"
