"""Numbers as a line of small bars, in one line of text."""

from __future__ import annotations

from collections.abc import Sequence

BARS = "▁▂▃▄▅▆▇█"
"""Nothing is the lowest bar, and the most the highest."""


def sparkline(numbers: Sequence[int]) -> str:
    """Return a bar for each number, the tallest for the greatest of them."""
    most = max(numbers, default=0)
    return "".join(BARS[-(-number * (len(BARS) - 1) // most) if most else 0] for number in numbers)
