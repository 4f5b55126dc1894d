"""Choices that look random and are the same each time: drawn from a hash of what the card asks."""

from __future__ import annotations

from hashlib import blake2b


class Chance:
    """A stream of choices that depends on its seed text alone, on every platform and version."""

    def __init__(self, seed: str) -> None:
        """Begin a stream for one card."""
        self._seed = seed
        self._drawn = 0

    def below(self, size: int) -> int:
        """A whole number from 0 to size - 1."""
        self._drawn += 1
        digest = blake2b(f"{self._seed}\x00{self._drawn}".encode(), digest_size=8).digest()
        return int.from_bytes(digest, "big") % size
