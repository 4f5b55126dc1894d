"""How the time of some work grows with its size: ratios of one run, tried again where the machine is noisy."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

TRIES = 5
SLACK = 0.05
"""Seconds that are lost to start-up whatever the size."""


def grows_linearly(work: Callable[[int], object], size: int) -> bool:
    """Whether four times the size takes at most eight times as long, in the best of a few tries."""
    return any(_seconds(work, 4 * size) < 8 * _seconds(work, size) + SLACK for _ in range(TRIES))


def takes_at_most(factor: float, work: Callable[[], object], bare: Callable[[], object]) -> bool:
    """Whether some work takes at most so many times as long as some other, in the best of a few tries."""
    return any(_seconds(lambda _: work(), 0) < factor * _seconds(lambda _: bare(), 0) for _ in range(TRIES))


def _seconds(work: Callable[[int], object], size: int) -> float:
    begun = process_time()
    work(size)
    return process_time() - begun
