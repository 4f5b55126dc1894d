"""What generating a deck again does to it, in numbers."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from quiz.deck.conflicts import Disagreement
from quiz.deck.model import Card


@dataclass(frozen=True, slots=True)
class Plan:
    """Counts of cards, each card under one heading; `changed` says whether the deck's file changes.

    Of the cards proposed, by index, the deck has those `taken`; those `refused` a person took out of it.

    `kept` are cards of a person's own and generated ones that a person edited; `stale` ones have lost their passage;
    `absent` ones were exported, and are not in what is imported;
    `deleted` ones would be there, had a person not taken them out. `own` of the cards were never generated. `conflicts`
    are values that a person changed and that would be others now as well; the person's are kept, and `differing` counts
    the cards of which such a value, also from an earlier time, stands in the deck. `held` are the cards of this
    document that say `origin: human` and follow nothing, and `lost` counts those whose passage the document has no
    more, as far as that was looked up.
    """

    path: Path
    new: int = 0
    updated: int = 0
    unchanged: int = 0
    kept: int = 0
    stale: int = 0
    deleted: int = 0
    changed: bool = False
    own: int = 0
    differing: int = 0
    lost: int = 0
    absent: int = 0
    conflicts: tuple[Disagreement, ...] = ()
    taken: frozenset[int] = field(default=frozenset(), compare=False)
    refused: frozenset[int] = field(default=frozenset(), compare=False)
    held: tuple[Card, ...] = field(default=(), compare=False)

    @property
    def cards(self) -> int:
        """How many cards the deck has."""
        return self.new + self.updated + self.unchanged + self.kept + self.absent + self.stale

    def summary(self) -> str:
        """Say it on one line, as `+12 new, 3 updated, 41 unchanged, 5 yours kept, 2 stale`; noughts are left out."""
        counts = (
            (self.new, f"+{self.new} new"),
            (self.updated, f"{self.updated} updated"),
            (self.unchanged, f"{self.unchanged} unchanged"),
            (self.kept, f"{self.kept} yours kept"),
            (self.absent, f"{self.absent} not in the package"),
            (self.stale, f"{self.stale} stale"),
            (self.deleted, f"{self.deleted} deleted by you"),
        )
        told = ", ".join(text for count, text in counts if count) or "nothing to do"
        if self.differing:
            which = "1 card differs" if self.differing == 1 else f"{self.differing} cards differ"
            told += f"; {which} from the document (`quiz check --sources` says in what)"
        if self.lost:
            which = "1 card of yours has lost the passage, kept as it is"
            if self.lost > 1:
                which = f"{self.lost} cards of yours have lost the passage, kept as they are"
            told += f"; {which} (`quiz check --sources` says which)"
        return told
