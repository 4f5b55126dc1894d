"""What changed between two states of a deck, card by card: a card is the same by its identity, not by its place."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from quiz.deck.alike import likeness
from quiz.deck.lock import Known, Lock
from quiz.deck.model import Card
from quiz.deck.recognise import recognised
from quiz.deck.record import of_card, of_deck, without

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quiz.deck.model import Deck
    from quiz.deck.record import Record
    from quiz.deck.render import Value

MANY = 10_000
"""Pairs of cards whose questions are compared word by word; more are left as new and gone."""

HEADINGS = {"question": "reworded", "cloze": "reworded", "answer": "answer changed"}
"""What it is called that a key of a card changed; other keys have their own name."""


@dataclass(frozen=True, slots=True)
class Turned:
    """A value before and after; None where there is or was none."""

    key: str
    old: Value | None
    new: Value | None


@dataclass(frozen=True, slots=True)
class Altered:
    """A card in both states: its places among the cards, from 1, whether it moved, and the values that changed."""

    old: Card
    new: Card
    was: int
    now: int
    moved: bool
    values: tuple[Turned, ...]

    @property
    def headings(self) -> tuple[str, ...]:
        """What became of it: `reworded`, `answer changed`, `tags changed`, `moved`, each once."""
        said = [HEADINGS.get(value.key, f"{value.key} changed") for value in self.values]
        return tuple(dict.fromkeys([*said, *(["moved"] if self.moved else [])]))


@dataclass(frozen=True, slots=True)
class Difference:
    """What is new, gone and changed of a deck, in the order of the new state, what is gone in that of the old."""

    values: tuple[Turned, ...] = ()
    added: tuple[Card, ...] = ()
    removed: tuple[Card, ...] = ()
    altered: tuple[Altered, ...] = field(default=())

    def __bool__(self) -> bool:
        """Whether anything changed."""
        return bool(self.values or self.added or self.removed or self.altered)

    def counts(self) -> dict[str, int]:
        """How many cards were added and removed, and how many changed under each heading."""
        headings = Counter(heading for card in self.altered for heading in card.headings)
        whole = {"added": len(self.added), "removed": len(self.removed)}
        return {name: number for name, number in whole.items() if number} | dict(headings)


def difference(old: Deck | None, new: Deck | None, locks: tuple[Lock, Lock] | None = None) -> Difference:
    """Compare two states of a deck, None where it was not there; the locks know cards that have no id."""
    before, after = old.cards if old else (), new.cards if new else ()
    pairs = paired(before, after, locks or (Lock(), Lock()))
    steady = rising([pairs[at] for at in sorted(pairs)])
    altered = []
    for now in sorted(pairs):
        was = pairs[now]
        turned = compared(_values(before[was]), _values(after[now]))
        if turned or was not in steady:
            altered.append(Altered(before[was], after[now], was + 1, now + 1, was not in steady, turned))
    left = set(pairs.values())
    return Difference(
        compared(of_deck(old), of_deck(new)) if old and new else (),
        tuple(card for at, card in enumerate(after) if at not in pairs),
        tuple(card for at, card in enumerate(before) if at not in left),
        tuple(altered),
    )


def paired(old: Sequence[Card], new: Sequence[Card], locks: tuple[Lock, Lock]) -> dict[int, int]:
    """Tell which old card each new one is, both by index: by id, by the locks, by question and by place.

    Two cards that both have an id of their own are one only if it is the same id.
    """
    names, others = _known(old, locks[0]), _known(new, locks[1])
    places = {name: at for at, name in reversed(names.items())}
    pairs = {at: places[name] for at, name in others.items() if name in places}
    for bare in (False, True):
        used = {was: at for at, was in pairs.items()}
        asked = [
            Card("", f"\0{pairs[at]}") if at in pairs else replace(card, id="" if bare or not card.id else f"#{at}")
            for at, card in enumerate(new)
        ]
        known = {
            str(at): Known(f"\0{at}" if at in used else card.prompt, card.answer)
            for at, card in enumerate(old)
            if at in used or not (bare and card.id)
        }
        pairs |= {at: int(name) for at, name in recognised(asked, Lock(known=known)).items()}
    return pairs | _alike(old, new, pairs)


def _alike(old: Sequence[Card], new: Sequence[Card], pairs: dict[int, int]) -> dict[int, int]:
    """Pair cards that were reworded and moved at once by how alike their questions are, the most alike first."""
    used = set(pairs.values())
    left = [at for at in range(len(old)) if at not in used]
    free = [at for at in range(len(new)) if at not in pairs]
    if len(left) * len(free) > MANY:
        return {}
    rated = sorted(
        (-ratio, was, at)
        for was in left
        for at in free
        if not (old[was].id and new[at].id) and (ratio := likeness(old[was].prompt, new[at].prompt))
    )
    found: dict[int, int] = {}
    for _, was, at in rated:
        if at not in found and was not in found.values():
            found[at] = was
    return found


def _known(cards: Sequence[Card], lock: Lock) -> dict[int, str]:
    """Ids of cards by index: their own, and those a lock knows."""
    return recognised(cards, lock) | {at: card.id for at, card in enumerate(cards) if card.id}


def compared(old: Record, new: Record) -> tuple[Turned, ...]:
    """List the values that differ, in the order of their keys."""
    keys: Iterable[str] = {**new, **old}
    return tuple(Turned(key, old.get(key), new.get(key)) for key in keys if old.get(key) != new.get(key))


def _values(card: Card) -> Record:
    return without(of_card(card), "id")


def rising(places: Sequence[int]) -> set[int]:
    """Choose the most places that stand in rising order: these did not move, the others did."""
    ends: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for index, place in enumerate(places):
        length = bisect_left(ends, place)
        before.append(at[length - 1] if length else -1)
        ends[length:] = [place, *ends[length + 1 :]]
        at[length:] = [index, *at[length + 1 :]]
    chosen, index = set(), at[-1] if at else -1
    while index >= 0:
        chosen.add(places[index])
        index = before[index]
    return chosen
