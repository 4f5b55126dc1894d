"""A generation as it is proposed to a deck: values by key, each card paired with the one that it already is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from quiz.deck.identity import card_id, deck_id, unused
from quiz.deck.match import matched
from quiz.deck.record import of_card, of_deck, without

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from quiz.deck.lock import Lock
    from quiz.deck.model import Card, Deck
    from quiz.deck.record import Record


@dataclass(frozen=True, slots=True)
class Limit:
    """Which cards of a generation may be new: `ranked`, by index, the most important first, up to `most` in the deck.

    Cards that the deck has or had count among the `most`; none of them is touched by a limit.
    """

    ranked: tuple[int, ...]
    most: int | None = None

    def admits(self, known: Sequence[bool]) -> set[int]:
        """Tell the cards of a generation that are known, and the new ones there is room for."""
        stay = {index for index, is_known in enumerate(known) if is_known}
        new = [index for index in self.ranked if index not in stay]
        return stay.union(new if self.most is None else new[: max(0, self.most - len(stay))])


@dataclass(frozen=True, slots=True)
class Proposed:
    """One card of a generation: its index, its id, its other values, and whether the deck or its lock knows it."""

    index: int
    id: str
    values: Record
    known: bool


def head_of(deck: Deck) -> Record:
    """Values of a deck that follow its document."""
    return without(of_deck(deck), "format", "id")


def deck_name(deck: Deck) -> str:
    """Tell the id of a generated deck that has none yet."""
    return deck.id or deck_id(PurePath(deck.source).name, deck.title)


def proposed_cards(deck: Deck, lock: Lock, present: Collection[str], limit: Limit | None = None) -> list[Proposed]:
    """Pair the cards of a generation with those of the last one, and give new ones ids that nothing has.

    New cards that a limit does not admit are left out.

    `present` are the ids in the deck's file. One of them that the lock does not know was written by a run that was
    stopped before it wrote the lock, if it is the very id that a card would get.
    """
    values = [without(of_card(card), "id") for card in deck.cards]
    out = {name for name, known in lock.generated.items() if known.deleted or name not in present}
    names = matched({name: known.made or known.values for name, known in lock.generated.items()}, values, out)
    taken = {*present, *lock.generated, *lock.known, *lock.notes}
    cards = []
    for index, (name, first, record) in enumerate(zip(names, first_ids(deck), values, strict=True)):
        stopped = name is None and first in present and first not in lock.generated and first not in lock.known
        new = name or (first if stopped else unused(first, taken))
        cards.append(Proposed(index, new, record, known=name is not None or stopped))
        taken.add(new)
        present = present if not stopped else {*present} - {first}
    if limit is None:
        return cards
    admitted = limit.admits([card.known for card in cards])
    return [card for card in cards if card.index in admitted]


def first_ids(deck: Deck) -> list[str]:
    """List the ids that the cards of a generation have, or get if they are new and the ids are free."""
    count: Counter[tuple[str, str, str]] = Counter()
    ids = []
    for card in deck.cards:
        key = traits(card, deck)
        ids.append(card.id or card_id(key[0], key[1], count[key], key[2]))
        count[key] += 1
    return ids


def traits(card: Card, deck: Deck) -> tuple[str, str, str]:
    """Tell what a new card's id comes of: its document's file name, its passage (or else question), its kind."""
    document = (card.source.document if card.source else "") or deck.source
    passage = card.source.passage.text if card.source else ""
    return PurePath(document).name, passage or card.prompt, card.kind
