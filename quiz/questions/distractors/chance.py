"""Choices that look random and are the same each time: drawn from a hash of what the card asks."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from typing import TypeVar

Item = TypeVar("Item")


class Chance:
    """A stream of choices that depends on its seed text alone, on every platform and version."""

    def __init__(self, seed: str) -> None:
        """Begin a stream for one card."""
        self._hash = blake2b(f"{seed}\x00".encode(), digest_size=8)
        self._drawn = 0

    def below(self, size: int) -> int:
        """A whole number from 0 to size - 1."""
        self._drawn += 1
        drawn = self._hash.copy()
        drawn.update(b"%d" % self._drawn)
        return int.from_bytes(drawn.digest(), "big") % size

    def pick(self, items: Sequence[Item]) -> Item:
        """One of several, each as often."""
        return items[self.below(len(items))]

    def spread(self, deciles: Sequence[float]) -> float:
        """A value spread as the deciles say, within each tenth nearer to its beginning, as people's values are."""
        at = self.below(len(deciles) - 1)
        return deciles[at] + (deciles[at + 1] - deciles[at]) * (self.below(1000) / 1000) ** 2
