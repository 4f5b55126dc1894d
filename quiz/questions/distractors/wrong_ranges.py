"""Wrong ranges: both ends moved together, on both sides of the right one, so that none shares anything with another."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from quiz.questions.answers.numerals import Numeral
from quiz.questions.distractors.chance import Chance
from quiz.questions.distractors.wrong_amounts import RATIOS, WANTED


def wrong_ranges(
    answer: str,
    ends: tuple[Numeral, Numeral],
    chance: Chance,
    cap: float | None,
    never: AbstractSet[float] = frozenset(),
) -> list[str]:
    """Three ranges of much the same width, one or two of them below the right one where there is room.

    No end of one is among `never`.
    """
    low, high = ends
    step = min(low.step, high.step)
    least = step if low.value > 0 else 0.0
    below = min(1 + chance.below(WANTED - 1), int((low.value - least) / step + 1e-9))
    top = cap if cap is not None and high.value <= cap else None
    if top is not None:
        below = max(below, WANTED - int((top - high.value) / step + 1e-9))
    found: dict[str, float] = {}
    taken = {(low.value, high.value)}
    bounds = (least, top, never)
    sides = [True] * below + [False] * (WANTED - below) + [False] * WANTED + [True] * WANTED
    for smaller, apart in [*((side, True) for side in sides), *((side, False) for side in sides)]:
        if len(found) == WANTED:
            break
        moved = _moved(ends, step, taken, chance, bounds, smaller=smaller, apart=apart)
        texts = moved and (low.written(moved[0]), high.written(moved[1]))
        if moved and texts and texts[0] and texts[1]:
            taken.add(moved)
            text = answer[: low.start] + texts[0] + answer[low.end : high.start] + texts[1] + answer[high.end :]
            found[text] = moved[0]
    return sorted(found, key=lambda text: found[text])


DRAWN = 12
"""Attempts with a drawn ratio, before those by steps of the range's width."""


def _moved(
    ends: tuple[Numeral, Numeral],
    step: float,
    taken: set[tuple[float, float]],
    chance: Chance,
    bounds: tuple[float, float | None, AbstractSet[float]],
    *,
    smaller: bool,
    apart: bool,
) -> tuple[float, float] | None:
    """Both ends moved by one ratio, else by the next free step; `apart`: from all ranges so far."""
    low, high = ends
    for attempt in range(24):
        ratio = chance.spread(RATIOS[:6])
        near = bounds[1] is not None and low.value > bounds[1] / 2
        reach = (bounds[1] or 0) - low.value + step if near else low.value
        drawn = -reach * (ratio - 1) if near and smaller else reach * ((1 / ratio if smaller else ratio) - 1)
        by_width = (high.value - low.value) * (1 + (attempt - DRAWN) // 4) if apart else 0.0
        steps = (-1 if smaller else 1) * (step * (1 + (attempt - DRAWN) % (4 if apart else DRAWN)) + by_width)
        shift = round(drawn / step) * step if attempt < DRAWN else steps
        stretch = 1 + shift / (low.value + high.value) if attempt < 6 else 1.0
        width = max(step, round((high.value - low.value) * stretch / step) * step)
        made = (round(low.value + shift, 9), round(low.value + shift + width, 9))
        nested = (made[0] <= low.value) == (made[1] >= high.value)
        meets = apart and any(made[0] <= other[1] and made[1] >= other[0] for other in taken)
        if (
            made in taken
            or nested
            or meets
            or bounds[2] & set(made)
            or made[0] < bounds[0]
            or (bounds[1] is not None and made[1] > bounds[1])
        ):
            continue
        if (made[0] < low.value) == smaller:
            return made
    return None
