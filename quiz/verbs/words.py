"""The words commands report numbers in."""

from __future__ import annotations


def counted(number: int, noun: str, plural: str = "") -> str:
    """Say a number with its noun in the right number: `1 card`, `1,200 cards`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {plural or f'{noun}s'}"
