"""Wrong dates a person who half remembers could take: of the document first, else spread as people spread them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quiz.facts.model import Date
from quiz.questions.chance import Chance
from quiz.questions.date_shape import Parts, Shape, years_in
from quiz.questions.telling import TOLERATED, alike, tell
from quiz.questions.year_gaps import roundness, widest_gap, year_gap

WANTED = 3
RECENT = 1990
"""From a last year this recent on, a later one is the future to a reader, and no plausible answer."""
ROUNDS = 40
"""Sets of three that are tried at most; nearly always one of the first does."""
OWN = 3
"""Of five wrong dates this many are the document's, where it has dates of their form and reach."""
STEPS = (1, 1, 1, 2, 2, 3, 4)
"""Decades and centuries between a right and a wrong one."""
FIT = 1.7
"""How many times as far or near as the gap drawn a year of the document may lie to stand for it."""


def wrong_dates(
    date: Date,
    answer: str,
    others: Sequence[Date],
    latest: int,
    chance: Chance,
    shown: str = "",
    barred: Sequence[Date] = (),
) -> list[str]:
    """Three wrong answers of the form of the right one, in order of time, with its rank among the four left to chance.

    `others` are dates of the document known to be of other events, `barred` those that may be of this one; `latest`
    is the document's last year; no year that stands in `shown`, what the card asks, is taken.
    """
    shape = Shape.read(answer, date)
    if shape is None or not shape.varying:
        return []
    return _Wrong(shape, date, tuple(others), tuple(barred), latest, shown, chance).three()


@dataclass(frozen=True, slots=True)
class _Wrong:
    shape: Shape
    date: Date
    others: Sequence[Date]
    barred: Sequence[Date]
    latest: int
    shown: str
    chance: Chance

    def three(self) -> list[str]:
        """The best of the sets tried: the right answer at the rank drawn, and no more like the others than they are."""
        below, own = self.chance.below(WANTED + 1), self._own()
        never = self._never()
        best: tuple[float, dict[str, Parts]] = (float("inf"), {})
        for attempt in range(ROUNDS):
            found = self._set(below, own, never, attempt)
            doubt = self._doubt(list(found.values()), below)
            best = min(best, (doubt, found), key=lambda pair: pair[0])
            if best[0] <= TOLERATED:
                break
        return sorted(best[1], key=lambda text: (self.shape.order(best[1][text]), text))

    def _own(self) -> list[tuple[Parts, int]]:
        """The document's dates of this form, each with the length of its range, that could be taken for the right."""
        found: dict[tuple[int, ...], tuple[Parts, int]] = {}
        for other in self.others:
            parts = self.shape.like(other.value, other.grain)
            if parts is None or other.grain != self.date.grain or bool(other.end) != bool(self.date.end):
                continue
            end = other.end and self.shape.like(other.end, other.grain)
            length = Shape(self.shape.text, self.shape.slots, parts).distance(end) if end else 0
            if self._near(parts) and not self._nested(parts, length):
                found.setdefault(self.shape.order(parts), (parts, length))
        return list(found.values())

    def _near(self, parts: Parts) -> bool:
        year, right = self._years(parts), self._years(self.shape.parts)
        return abs(year - right) <= max(20, 2 * widest_gap(right))

    def _years(self, parts: Parts) -> int:
        decade = {"decade": parts.get("century", 1) * 10 + parts["nth10"] - 11} if "nth10" in parts else {}
        scale = {"year": 1, "decade": 10, "century": 100}
        whole = {**parts, **decade, "century": parts.get("century", 1) - 1}
        year = next(whole[part] * times for part, times in scale.items() if part in whole)
        return -year if self.shape.before else year

    def _nested(self, parts: Parts, length: int) -> bool:
        """Whether a range lies within the right one or around it: then it may be right as well."""
        if not self.shape.length:
            return False
        start = -Shape(self.shape.text, self.shape.slots, parts).distance(self.shape.parts)
        end = start + length - self.shape.length
        return start == 0 or end == 0 or (start < 0) != (end < 0)

    def _never(self) -> set[tuple[int, ...]]:
        """Keys of what may be right: the right date, and what the document tells of the same."""
        values = [(d.value, d.grain) for d in self.barred] + [(d.end, d.grain) for d in self.barred if d.end]
        told = [parts for value, grain in values if (parts := self.shape.like(value, grain))]
        return {self.shape.order(parts) for parts in (self.shape.parts, *told)}

    def _set(
        self, below: int, own: Sequence[tuple[Parts, int]], never: set[tuple[int, ...]], attempt: int
    ) -> dict[str, Parts]:
        """Up to three wrong dates, so many before the right one where that can be."""
        found: dict[str, Parts] = {}
        for at in range(3 * WANTED):
            if len(found) == WANTED:
                break
            earlier = at % WANTED < below if at < WANTED + attempt // 8 else self.chance.below(2) == 0
            drawn = self._drawn(own, list(found.values()), attempt, earlier=earlier)
            if drawn is None:
                continue
            parts, length = drawn
            text = self.shape.written(parts, length)
            taken = never | {self.shape.order(other) for other in found.values()}
            if text and self.shape.order(parts) not in taken and not self._stands(parts, text):
                found[text] = parts
        return found

    def _stands(self, parts: Parts, text: str) -> bool:
        """Whether a date is past the last year the document knows of, or stands in what is asked."""
        last = self._years(self.shape.ending(parts))
        asked = years_in(self.shown)
        return (
            last > max(self.latest, self._years(self.shape.ending(self.shape.parts))) >= RECENT
            or text in self.shown
            or any(year in asked for year in years_in(text))
        )

    def _drawn(
        self, own: Sequence[tuple[Parts, int]], found: Sequence[Parts], attempt: int, *, earlier: bool
    ) -> tuple[Parts, int] | None:
        """A wrong date on one side of the right one; None if chance has drawn none there."""
        right = self.shape.order(self.shape.parts)
        side = [o for o in own if (self.shape.order(o[0]) < right) == earlier]
        if side and self.chance.below(5) < OWN and attempt < ROUNDS // 2:
            if len(self.shape.varying) > 1:
                return self.chance.pick(sorted(side, key=lambda o: abs(self._gap(o[0])))[:4])
            wanted = year_gap(self._years(self.shape.parts), self.chance)
            fits = [o for o in side if wanted / FIT <= abs(self._gap(o[0])) <= wanted * FIT]
            if fits:
                return min(fits, key=lambda o: (abs(abs(self._gap(o[0])) - wanted), self.shape.order(o[0])))
        parts = self._mixed(found, attempt, earlier=earlier)
        before = self.shape.order(parts) < right
        return (parts, self.shape.length) if before == earlier or attempt > ROUNDS // 2 else None

    def _gap(self, parts: Parts) -> int:
        return self._years(parts) - self._years(self.shape.parts)

    def _mixed(self, found: Sequence[Parts], attempt: int, *, earlier: bool) -> Parts:
        """Parts made each for itself: the right one's, those of another wrong date, or fresh ones."""
        varying, parts = self.shape.varying, dict[str, int]()
        for part in varying:
            source = self.chance.below(10)
            if len(varying) > 1 and source < 4:
                parts[part] = self.shape.parts[part]
            elif len(varying) > 1 and found and source < 6:
                parts[part] = self.chance.pick(found)[part]
            else:
                parts[part] = self._fresh(part, attempt, earlier=earlier)
        if len(varying) > 2 and all(parts[part] == self.shape.parts[part] for part in varying[1:]):
            parts[varying[-1]] = self._fresh(varying[-1], attempt, earlier=earlier)
        return parts

    def _fresh(self, part: str, attempt: int, *, earlier: bool) -> int:
        right = self.shape.parts[part]
        sign = -1 if earlier != (self.shape.before and part in ("year", "decade", "century")) else 1
        if part == "year":
            signed = -right if self.shape.before else right
            gap = year_gap(signed, self.chance) * (1 + attempt // (ROUNDS // 2))
            return right + sign * (gap if len(self.shape.varying) == 1 else (gap + 1) // 2)
        if part in ("decade", "century", "tens"):
            return right + sign * self.chance.pick(STEPS)
        least, most = {"season": (0, 3), "month": (1, 12), "day": (1, 31), "weekday": (0, 6)}.get(part, (1, 0))
        most = most or int(part.removeprefix("nth"))
        return least + self.chance.below(most - least + 1)

    def _doubt(self, found: Sequence[Parts], below: int) -> float:
        """What is amiss with a set: fewer than three, another rank than drawn, an answer that its likeness tells."""
        keys = [self.shape.order(parts) for parts in found]
        right = self.shape.order(self.shape.parts)
        rank = abs(sum(key < right for key in keys) - below)
        return 10 * (WANTED - len(found)) + rank + tell(right, keys) + alike([right, *keys]) + self._bare(found)

    def _bare(self, found: Sequence[Parts]) -> float:
        """Half a point where the right year alone is round."""
        year = self.shape.parts.get("year", 1)
        if year % 10 or roundness(year) > 1 or any(parts.get("year", 1) % 10 == 0 for parts in found):
            return 0
        return 0.5
