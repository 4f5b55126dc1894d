"""Wrong ranges: both ends moved together, so that none lies within the right one or around it."""

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
    """Three ranges of much the same width, so many below the right one as chance and the room there allow.

    No end of one is among `never`.
    """
    low, high = ends
    step = min(low.step, high.step)
    least = step if low.value > 0 else 0.0
    below = min(chance.below(WANTED + 1), int((low.value - least) / step + 1e-9))
    top = cap if cap is not None and high.value <= cap else None
    if top is not None:
        below = max(below, WANTED - int((top - high.value) / step + 1e-9))
    found: dict[str, float] = {}
    taken = {(low.value, high.value)}
    bounds = (least, top, never)
    for smaller in [True] * below + [False] * (WANTED - below) + [False] * WANTED + [True] * WANTED:
        if len(found) == WANTED:
            break
        moved = _moved(ends, step, taken, chance, bounds, smaller=smaller)
        texts = moved and (low.written(moved[0]), high.written(moved[1]))
        if moved and texts and texts[0] and texts[1]:
            taken.add(moved)
            text = answer[: low.start] + texts[0] + answer[low.end : high.start] + texts[1] + answer[high.end :]
            found[text] = moved[0]
    return sorted(found, key=lambda text: found[text])


APART = 20
"""Attempts in which a wrong range shares nothing with the right one."""


def _moved(
    ends: tuple[Numeral, Numeral],
    step: float,
    taken: set[tuple[float, float]],
    chance: Chance,
    bounds: tuple[float, float | None, AbstractSet[float]],
    *,
    smaller: bool,
) -> tuple[float, float] | None:
    """Both ends moved by one ratio, else by the next free step."""
    low, high = ends
    for attempt in range(24):
        ratio = chance.spread(RATIOS[:6])
        near = bounds[1] is not None and low.value > bounds[1] / 2
        reach = (bounds[1] or 0) - low.value + step if near else low.value
        drawn = -reach * (ratio - 1) if near and smaller else reach * ((1 / ratio if smaller else ratio) - 1)
        beyond = high.value - low.value if attempt < APART else -8 * step
        steps = (-1 if smaller else 1) * (step * (attempt - 11) + beyond)
        shift = round(drawn / step) * step if attempt < 12 else steps
        stretch = 1 + shift / (low.value + high.value) if attempt < 6 else 1.0
        width = max(step, round((high.value - low.value) * stretch / step) * step)
        made = (round(low.value + shift, 9), round(low.value + shift + width, 9))
        nested = (made[0] <= low.value) == (made[1] >= high.value)
        meets = made[0] <= high.value and made[1] >= low.value and attempt < APART
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
