"""Whether options tell which of them is right: the one that is most, or least, like the others."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

TOLERATED = 0.5
"""Shared parts by which the right answer may differ from the mean of the wrong ones and still hide among them."""

SHARED = 0.6


def tell(right: Sequence[Hashable], wrong: Sequence[Sequence[Hashable]]) -> float:
    """How much more, or less, the right answer shares with the other options than the wrong ones do, part by part.

    Options made by changing the right answer in one place each give it away: it agrees with most of them in each part
    (the "convergence" of guides to item writing). Of one part there is nothing to share.
    """
    if not wrong or len(right) == 1:
        return 0.0
    told = list(zip(right, *wrong, strict=True))
    shared = [sum([options.count(options[one]) - 1 for options in told]) for one in range(len(wrong) + 1)]
    return abs(shared[0] - sum(shared[1:]) / len(wrong))


def alike(options: Sequence[Sequence[Hashable]]) -> float:
    """How many parts all the options share, with some weight each: nobody is asked for those."""
    return SHARED * sum(len(set(part)) == 1 for part in zip(*options, strict=True))
