"""Pairs of numbers in eight bytes each, for what a long document tells of tens of thousands of times."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import overload

Pair = tuple[int, int]


class Pairs(Sequence[Pair]):
    """Pairs of numbers below two thousand million, in the order they were added."""

    __slots__ = ("_firsts", "_seconds")

    def __init__(self, pairs: Iterable[Pair] = ()) -> None:
        """Begin with some."""
        self._firsts, self._seconds = array("i"), array("i")
        for pair in pairs:
            self.append(pair)

    def append(self, pair: Pair) -> None:
        """Take in a pair behind all others."""
        self._firsts.append(pair[0])
        self._seconds.append(pair[1])

    def __len__(self) -> int:
        """How many there are."""
        return len(self._firsts)

    def __iter__(self) -> Iterator[Pair]:
        """Each in turn."""
        return zip(self._firsts, self._seconds, strict=True)

    @overload
    def __getitem__(self, at: int) -> Pair: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Pair]: ...
    def __getitem__(self, at: int | slice) -> Pair | Sequence[Pair]:
        """One of them, or some."""
        if isinstance(at, slice):
            return list(zip(self._firsts[at], self._seconds[at], strict=True))
        return self._firsts[at], self._seconds[at]
