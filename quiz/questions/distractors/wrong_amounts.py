"""Draws wrong amounts near a right one: spread as people spread them, as round as it, on both sides of it."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from quiz.questions.distractors.chance import Chance

# The first eight deciles of the ratio between a wrong and the right number in four-option questions, the greater above
# the smaller (OpenTriviaQA, 1,246 questions all of whose options are numbers); beyond them nobody is misled.
RATIOS = (1.11, 1.2, 1.3, 1.43, 1.58, 1.91, 2.0, 3.0)
WANTED = 3
BELOW = (0, 1, 2, 3)
"""How many wrong values lie below the right one: caps and wholes push as many below as small counts push above."""
FULL = 100.0
"""The cap of percentages, to which people know the rest as well as the share: 97 is taken for 94 and 99."""
TRIES = 12
FIT = 1.3
"""How far the ratio of a figure of the document may lie from the ratio drawn to stand for it."""
OWN = 2
"""So many of the three may be figures of the document."""
CLOSEST = 0.05
"""The part of the right value that a wrong one differs by at least, where nothing binds it: no 7.0 beside 7.1."""
FAR = 4.0
"""Times the right value that a wrong one may reach, where that is no smaller than three."""


@dataclass(frozen=True, slots=True)
class Amounts:
    """A right value with what binds wrong ones: step, cap, least value, whole numbers, values never to be taken.

    `own` are values of the document that may be taken; `fraction` is what is written behind each whole ("3 1/2");
    `low` and `high` are values between which wrong ones must lie.
    """

    value: float
    step: float
    cap: float | None = None
    least: float = 1
    whole: bool = False
    fraction: float = 0.0
    never: AbstractSet[float] = frozenset()
    own: tuple[float, ...] = ()
    low: float | None = None
    high: float | None = None
    spelled: bool = False

    def three(self, chance: Chance) -> list[float]:
        """Up to three wrong values, so many below the right one as chance and the room there allow."""
        below = min(chance.pick(BELOW), self._room(smaller=True))
        below = max(below, WANTED - self._room(smaller=False))
        found: list[float] = []
        for smaller in [True] * below + [False] * (WANTED - below):
            self._add(found, chance, smaller=smaller)
        for smaller in (False, True):
            while len(found) < WANTED and self._add(found, chance, smaller=smaller):
                pass
        return sorted(found)

    def fits(self, value: float) -> bool:
        """Whether a wrong value may be taken, be it as round as the right one or not."""
        return self._fits(value, [], smaller=value < self.value)

    def _room(self, *, smaller: bool) -> int:
        """How many values of this roundness lie on one side, counted up to three."""
        step = self._fine(self.step)
        bound, least = (self.low, self.least) if smaller else (self.high, self._cap())
        if bound is not None:
            bound = max(self.least, bound + step) if smaller else bound - step
        end = (
            bound if least is None else least if bound is None else max(bound, least) if smaller else min(bound, least)
        )
        if end is None:
            return WANTED
        apart = max(step, CLOSEST * self.value)
        return max(0, min(WANTED, int(abs(end - self.value) / apart + 1e-9) if (end < self.value) == smaller else 0))

    def _cap(self) -> float | None:
        """The cap, unless the right value lies beyond it already."""
        if self.cap is None or self.value > self.cap or (self.value == self.cap != FULL):
            return None
        return self.cap if self.cap == FULL else self.cap - self.step

    def _fine(self, step: float) -> float:
        """A step finer than the right value's, where that is round: 5 for 20, 2 for 10, 25 for 100."""
        if step < 5 or self.fraction or (self.spelled and self.value > step >= 100):
            return step
        if step == self.value:
            return step / 5 if step % 4 else step / 4
        return step / 5 if step == 5 else step / 2

    def _add(self, found: list[float], chance: Chance, *, smaller: bool) -> bool:
        """Add one value on a side; tell whether there was one."""
        for attempt in range(TRIES):
            ratio = chance.spread(RATIOS)
            told = self._told(ratio, found, smaller=smaller) if attempt < OWN else None
            made = told if told is not None else self._rounded(self._moved(ratio, smaller=smaller))
            if self._fits(made, found, smaller=smaller):
                found.append(made)
                return True
        return self._next(found, smaller=smaller)

    def _told(self, ratio: float, found: list[float], *, smaller: bool) -> float | None:
        """The value of the document nearest to a drawn ratio."""
        if sum(value in self.own for value in found) >= OWN or not self.value:
            return None
        wanted = self.value / ratio if smaller else self.value * ratio
        fits = [v for v in self.own if v and 1 / FIT <= v / wanted <= FIT and v not in found]
        return min(fits, key=lambda v: (abs(v - wanted), v), default=None)

    def _moved(self, ratio: float, *, smaller: bool) -> float:
        """The right value times or by a ratio; near a cap the ratio is that of what is left to it."""
        cap = self._cap()
        if cap is not None and self.value > cap / 2:
            left = max(cap - self.value, self.step)
            if not smaller:
                return cap - left / ratio
            return max(cap - left * ratio, self.value / ratio) if cap == FULL else self.value / ratio
        return self.value / ratio if smaller else self.value * ratio

    def _rounded(self, made: float) -> float:
        """As round as the right value, a little less where that would be the right value again."""
        few = self.value <= 3 * self.step
        for step in (self._fine(self.step),) if few else (self.step, self._fine(self.step)):
            value = round(round((made - self.fraction) / step) * step + self.fraction, 9)
            if value != self.value:
                return value
        return self.value

    def _fits(self, made: float, found: list[float], *, smaller: bool) -> bool:
        cap = self._cap()
        return (
            made not in found
            and made not in self.never
            and (made < self.value) == smaller
            and made != self.value
            and (abs(made - self.value) >= CLOSEST * self.value or self.low is not None or self.high is not None)
            and made >= self.least
            and (cap is None or made < cap or (made == cap != FULL))
            and (self.low is None or made > self.low)
            and (self.high is None or made < self.high)
            and (not self.whole or (made - self.fraction) == int(made - self.fraction))
            and (not self.value or made <= self.value * FAR or self.value < 3)
        )

    def _next(self, found: list[float], *, smaller: bool) -> bool:
        """Add the nearest free value in steps."""
        for step in (self.step, self._fine(self.step)):
            for count in range(1, 40):
                made = round(self.value + (-count if smaller else count) * step, 9)
                if self._fits(made, found, smaller=smaller):
                    found.append(made)
                    return True
        return False
