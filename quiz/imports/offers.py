"""A deck as it stands when cards come into it, and what is offered to one of its cards."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from pathlib import Path

from quiz.deck.ledger import Texts
from quiz.deck.lock import Lock
from quiz.deck.model import Card, Deck
from quiz.deck.record import Record
from quiz.deck.take import Offer
from quiz.imports.behind import Unlike

Said = tuple[str, Mapping[str, str], tuple[str, ...]]
"""The hash of what a note says, its fields by name, and its tags."""

NOTHING: Said = ("", {}, ())

Says = Callable[[Deck, Card, Lock, str, Mapping[Path, Path]], Mapping[str, Said]]
"""Tells what an export would say of a card of ours, its tags behind a prefix, by lines of the lock.

The last are pictures and sounds that are not in their places yet, with where they lie until then.
"""


@dataclass(frozen=True, slots=True)
class Here:
    """A deck as it stands: its cards by id, those that spell their answer out, its lock, and what it would say.

    `written` tells what a file of the format that is imported would say of its cards.
    """

    deck: Deck
    cards: Mapping[str, Card]
    spelled: AbstractSet[str]
    lock: Lock
    says: Says
    written: Mapping[str, Card] = field(default_factory=dict)

    def said(self, name: str, prefix: str) -> Mapping[str, Said]:
        """Tell what an export would say of a card now, its tags behind a prefix, by lines of the lock."""
        return self.says(self.deck, self.cards[name], self.lock, prefix, {})

    def untold(self, name: str, prefix: str) -> set[str]:
        """Tell the lines of a card whose notes would say something else than Anki was told last."""
        says, told = self.said(name, prefix).items(), self.lock.notes
        return {line for line, said in says if line in told and said[0] != told[line].hash}


@dataclass(frozen=True, slots=True)
class Offered:
    """An offer, why it is none, and the keys that were changed on both sides, each as it is here and there.

    Keys `apart` are not the same either, and nobody knows on which side they were changed (see `Theirs`). `late` says
    that what was edited here stays, and that Anki has not taken it; `over` are texts that the next export takes away
    there, as no card has room for them; None where it has no reason to write the note anew. `beside` are such texts of
    notes that ask the card once more and were edited too, by their lines in the lock.
    """

    offer: Offer
    fault: str = ""
    conflicts: tuple[Unlike, ...] = ()
    apart: Record = field(default_factory=dict)
    late: bool = False
    over: Texts | None = None
    beside: Mapping[str, Texts] = field(default_factory=dict)

    @property
    def stays(self) -> bool:
        """Whether its card was edited on both sides, and stays as it is here."""
        return bool(self.conflicts and not self.fault) and self.offer.values == self.offer.base
