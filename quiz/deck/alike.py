"""How alike two texts are, for knowing a card or passage again after it was reworded."""

from __future__ import annotations

from difflib import SequenceMatcher

ENOUGH = 0.6
"""Ratio from which texts count as versions of one another: difflib's own rule of thumb for close matches."""


def likeness(one: str, other: str) -> float:
    """Ratio of common words in common order, 0 to 1; 0 for anything below ENOUGH, which is found out sooner."""
    if one == other:
        return 1.0
    words, others = one.split(), other.split()
    matcher = SequenceMatcher(None, words, others, autojunk=False)
    if matcher.real_quick_ratio() < ENOUGH or matcher.quick_ratio() < ENOUGH:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= ENOUGH else 0.0
