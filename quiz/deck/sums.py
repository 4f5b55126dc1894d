"""What a note of ours says, as one sum for each field that counts and one for its tags: two show what was edited.

A sum is a CRC-32 in hexadecimal digits: it tells an edit from none in all but one of four billion cases, at the cost of
reading a field once.
"""

from __future__ import annotations

from collections.abc import Iterable
from zlib import crc32

from quiz.deck.notefields import CARRIED

UNCOUNTED = frozenset({"Place", "Title", CARRIED})
"""Fields that make no note newer.

A paragraph added above moves every line below it, a deck may be called otherwise, and a note that counts as changed
overwrites what its owner edited in Anki. Nor does what nobody sees.
"""

BETWEEN = ","


def sums(fields: Iterable[str], tags: Iterable[str]) -> str:
    """Sum up the fields that count, in the order of their type, and behind them the tags; what is empty has no sum.

    Anki keeps tags in an order and a case of its own.
    """
    return BETWEEN.join(map(_sum, [*fields, " ".join(sorted(map(str.casefold, tags)))]))


def field_sums(summed: str) -> list[str]:
    """Take sums apart; digits of all together, which a lock may have of before, are one that tells of no field."""
    return summed.split(BETWEEN)


def _sum(text: str) -> str:
    return f"{crc32(text.encode('utf-8', 'surrogatepass')):x}" if text else ""
