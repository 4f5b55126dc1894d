"""Which deck of Anki's a deck's cards lie in, where some lie in sub-decks that an export named by their tags."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from quiz.deck.lock import Lock
from quiz.deck.model import Card, Deck
from quiz.deck.subdecks import below, names
from quiz.imports.shelving import BELOW, folded


def called(deck: Deck, lock: Lock) -> str:
    """Tell what an export calls a deck in Anki: as it was called there last, unless its title changed here since."""
    return lock.home[1] if lock.home and lock.home[0] == deck.title else lock.shelf or deck.title


def lower(tags: Iterable[str], named: str) -> frozenset[str]:
    """Tell, folded, the sub-decks of cards with any of these tags, by what sub-decks are `named` by (see `Lock`)."""
    return frozenset(BELOW.join(filter(None, folded(name).split(BELOW))) for name in names(tags, named))


def common(homes: Collection[str], lower: Collection[str], known: str) -> str:
    """Name the deck that all homes are or lie below, in `lower` ones: the `known` one if it may be; "" if none is."""
    ways = [{home, *_parents(home, lower)} for home in homes]
    shared = set.intersection(*ways) if ways else set[str]()
    return min(shared, key=lambda name: (folded(name) != folded(known), len(name)), default="")


def _parents(home: str, lower: Collection[str]) -> Iterator[str]:
    levels = home.split(BELOW)
    for at in range(1, len(levels)):
        if folded(BELOW.join(levels[at:])) in lower:
            yield BELOW.join(levels[:at])


def filed(
    cards: Mapping[str, Card], before: Mapping[str, Card], deck: Deck, lock: Lock, homes: Mapping[str, str]
) -> dict[str, tuple[str, str]]:
    """Tell which cards lie in another sub-deck than their tags name since they were changed in Anki (see `Lock`).

    The cards are those of a deck after an import and `before` it; `homes` are the decks in which it saw them.
    """
    found = {name: pair for name, pair in lock.filed.items() if name in cards and lock.subdecks}
    known = folded(called(deck, lock))
    for name in homes if lock.subdecks else ():
        home, was = homes[name], before.get(name)
        if name not in cards or not f"{folded(home)}{BELOW}".startswith(f"{known}{BELOW}"):
            continue
        named, there = below(cards[name], deck, lock.subdecks), BELOW.join(home.split(BELOW)[known.count(BELOW) + 1 :])
        changed = name in found or was is None or below(was, deck, lock.subdecks) != named
        found.pop(name, None)
        if changed and folded(named) != folded(there):
            found[name] = named, there
    return found
