"""Shares of so many: how sure one is of one, and whether two differ by more than chance."""

from __future__ import annotations

from math import erfc, sqrt

from quiz.values import dataclass

CONFIDENCE = 1.959964
"""Standard errors on each side that hold the true share in 95 of 100 cases."""

LIKELY = 0.05
"""A difference that chance makes more often than this is not spoken of."""

EXPECTED = 5
"""The test of two shares holds where at least so many are expected in each of its four cells (Cochran 1954)."""


@dataclass(frozen=True, slots=True)
class Rate:
    """How many of so many were known."""

    reviews: int = 0
    known: int = 0

    def __add__(self, other: Rate) -> Rate:
        """Return both together."""
        return Rate(self.reviews + other.reviews, self.known + other.known)

    def __sub__(self, other: Rate) -> Rate:
        """Return what is left without a part."""
        return Rate(self.reviews - other.reviews, self.known - other.known)

    @property
    def forgotten(self) -> int:
        """How many were not known."""
        return self.reviews - self.known

    @property
    def share(self) -> float | None:
        """The share known; None of none."""
        return self.known / self.reviews if self.reviews else None

    @property
    def bounds(self) -> tuple[float, float]:
        """Between which shares the true one lies in 95 of 100 cases; all of 0 to 1 where nothing is known.

        Wilson's score interval (JASA 22, 1927, 209-212), which holds for few reviews and for shares near 1 too:
        (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n).
        """
        if not self.reviews:
            return 0.0, 1.0
        number, share, square = self.reviews, self.known / self.reviews, CONFIDENCE**2
        middle = share + square / (2 * number)
        reach = CONFIDENCE * sqrt(share * (1 - share) / number + square / (4 * number**2))
        scale = 1 + square / number
        low, high = (middle - reach) / scale, (middle + reach) / scale
        return max(0.0, low) if self.known else 0.0, min(1.0, high) if self.forgotten else 1.0


NONE = Rate()


def chance(one: Rate, other: Rate) -> float:
    """How often chance alone would make two shares differ this much; 1.0 where there are too few to tell.

    The z-test of two proportions with their pooled share, two-sided (NIST/SEMATECH e-Handbook, 7.3.3).
    """
    both = one + other
    cells = [number * part / both.reviews for number in (one.reviews, other.reviews)
             for part in (both.known, both.forgotten)] if both.reviews else [0.0]  # fmt: skip
    if min(cells) < EXPECTED:
        return 1.0
    share = both.known / both.reviews
    error = sqrt(share * (1 - share) * (1 / one.reviews + 1 / other.reviews))
    return erfc(abs(one.known / one.reviews - other.known / other.reviews) / error / sqrt(2))


def differ(one: Rate, other: Rate, compared: int = 1) -> bool:
    """Whether two shares differ by more than chance, where they are the extreme of so many comparisons (Bonferroni)."""
    return chance(one, other) < LIKELY / max(1, compared)
