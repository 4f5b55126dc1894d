"""Which deck of Anki's a deck's cards lie in, where some lie in sub-decks that an export named by their tags."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from quiz.imports.shelving import BELOW, folded


def lower(tags: Iterable[str], named: str) -> frozenset[str]:
    """Tell, folded, the sub-decks of cards with any of these tags, by what sub-decks are `named` by (see `Lock`)."""
    names = (BELOW.join(filter(None, folded(tag).split(BELOW))) for tag in tags)
    above = f"{named}{BELOW}" if named.strip(BELOW) else ""
    return frozenset(name.removeprefix(above) for name in names if name.startswith(above)) if named else frozenset()


def common(homes: Collection[str], below: Collection[str], known: str) -> str:
    """Name the deck that all homes are or lie below, in sub-decks `below`; the `known` one if it may be; "" if none."""
    ways = [{home, *_parents(home, below)} for home in homes]
    shared = set.intersection(*ways) if ways else set[str]()
    return min(shared, key=lambda name: (folded(name) != folded(known), len(name)), default="")


def _parents(home: str, below: Collection[str]) -> Iterator[str]:
    levels = home.split(BELOW)
    for at in range(1, len(levels)):
        if folded(BELOW.join(levels[at:])) in below:
            yield BELOW.join(levels[:at])
