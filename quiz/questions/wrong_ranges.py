"""Wrong ranges: both ends moved together, so that none lies within the right one or around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from quiz.questions.chance import Chance
from quiz.questions.numerals import Numeral
from quiz.questions.wrong_amounts import RATIOS, WANTED

WIDEST = 20
JOINT = re.compile(
    r"(?:[\s-]?[^\W\d]+(?: [^\W\d]+)?|%|°[CF]?)?\s?(?:[-–—−‑]|\b(?:to|and|or)\b)\s?(?:[$£€¥]|US\$)?", re.IGNORECASE
)
HUNDREDS = re.compile(r"\s(?:hundred|thousand)$", re.IGNORECASE)


def ends_of(answer: str, found: Sequence[Numeral]) -> tuple[Numeral, Numeral] | None:
    """The two ends of a range: of "three to four hundred" three and four; None if the answer is none."""
    if len(found) < len(("low", "high")):
        return None
    low, high = found[0], found[1]
    between = answer[low.end : high.start]
    spanned = re.search(r"\bbetween\b", answer[: low.start], re.IGNORECASE)
    if not JOINT.fullmatch(between) or ("and" in between.split() and not spanned):
        return None
    scale = HUNDREDS.search(high.text)
    if scale and not HUNDREDS.search(low.text) and low.value * WIDEST < high.value:
        factor = 100 if "hundred" in scale.group().lower() else 1000
        end = high.end - len(scale.group())
        high = Numeral(high.start, end, high.text[: scale.start()], high.value / factor)
    return (low, high) if low.value < high.value else None


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
        shift = round(drawn / step) * step if attempt < 12 else (-1 if smaller else 1) * step * (attempt - 11)
        stretch = 1 + shift / (low.value + high.value) if attempt < 6 else 1.0
        width = max(step, round((high.value - low.value) * stretch / step) * step)
        made = (round(low.value + shift, 9), round(low.value + shift + width, 9))
        nested = (made[0] <= low.value) == (made[1] >= high.value)
        if (
            made in taken
            or nested
            or bounds[2] & set(made)
            or made[0] < bounds[0]
            or (bounds[1] is not None and made[1] > bounds[1])
        ):
            continue
        if (made[0] < low.value) == smaller:
            return made
    return None
