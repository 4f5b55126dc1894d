"""Wrong figures of the form, unit and roundness of the right one, near it as people put them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quiz.facts.date_words import ORDINALS
from quiz.facts.figures import number_value
from quiz.facts.model import Figure
from quiz.facts.unit_words import UNITS
from quiz.questions.chance import Chance
from quiz.questions.number_form import NUMBER, like, ordinal_digits, plain_value, zeros

# Ratio of a wrong to the right value in four-option questions by people: deciles 2 to 8 (OpenTriviaQA, 1,246 items).
RATIOS = (1.2, 1.3, 1.43, 1.58, 1.91, 2.0, 3.0)
SHARES = (
    "one fifth",
    "a quarter",
    "a third",
    "two fifths",
    "one half",
    "three fifths",
    "two thirds",
    "three quarters",
    "four fifths",
    "nine tenths",
)
MULTIPLES = ("halved", "doubled", "tripled", "quadrupled", "quintupled")
ODDS = re.compile(r"\s(?:in|of)\s(?:every\s|each\s|a\s)?(\S+)$", re.IGNORECASE)
WHOLES = (3, 4, 5, 6, 8, 10, 12, 20)
WANTED = 3
WIDEST = 20
"""Times the lower end of a range: beyond it a scale is told only once ("three to four hundred")."""
SCALED = re.compile(r"\b(?:thousand|million|billion|trillion|bn|m)\b", re.IGNORECASE)


def wrong_figures(figure: Figure, answer: str, others: Sequence[Figure], chance: Chance) -> list[str]:
    """Three wrong answers; fewer where the form of the figure allows no more. `others` measure other things."""
    if figure.unit == "multiple":
        return [m for m in MULTIPLES if m != figure.text.lower()][:WANTED]
    if figure.unit == "ordinal":
        return _ranks(figure, chance)
    if figure.unit == "share":
        return _odds(figure, answer, chance) if ODDS.search(figure.text) else _shares(figure, answer, chance)
    value = plain_value(answer)
    if not value:
        return []
    if len(NUMBER.findall(answer)) == 2:
        return _range(answer, value, chance)
    below = chance.below(WANTED + 1)
    if value <= 3:
        below = min(below, max(0, int(value) - 1))
    taken = {value}
    chosen = [w for v in _told(figure, value, others, taken, below) if (w := like(answer, v))]
    low = sum((plain_value(w) or 0) < value for w in chosen)
    sides = [True] * max(0, below - low) + [False] * (WANTED - len(chosen) - max(0, below - low))
    for smaller in [*sides, *([False] * WANTED), *([True] * WANTED)]:
        made = _made(value, figure, taken, chance, smaller=smaller) if len(chosen) < WANTED else None
        chosen += [w] if made is not None and (w := like(answer, made)) else []
    return sorted(dict.fromkeys(chosen), key=lambda w: plain_value(w) or 0)[:WANTED]


def _ranks(figure: Figure, chance: Chance) -> list[str]:
    """Neighbouring ranks, in words or digits as the right one."""
    rank = int(figure.value)
    lowest = max(1, rank - chance.below(WANTED + 1))
    ranks = [n for n in range(lowest, lowest + WANTED + 1) if n != rank][:WANTED]
    if figure.text[0].isdigit() or ranks[-1] >= len(ORDINALS):
        return [ordinal_digits(n) for n in ranks]
    return [ORDINALS[n] for n in ranks]


def _range(answer: str, low: float, chance: Chance) -> list[str]:
    """Both ends of a range moved by one ratio."""
    parts = NUMBER.split(answer)
    ends = [number_value(n) or 0 for n in NUMBER.findall(answer)]
    if ends[0] * WIDEST < ends[-1]:
        return []
    below, found = chance.below(WANTED + 1), list[str]()
    for step in range(1, WANTED + 1):
        ratio = RATIOS[2 + step] ** (-1 if step <= below else 1)
        moved = [_rounded(end * ratio, end) for end in ends]
        written = [like(old, new) for old, new in zip(NUMBER.findall(answer), moved, strict=True)]
        if all(written) and moved[0] < moved[1] and moved[0] != low:
            found.append("".join(f"{part}{new or ''}" for part, new in zip(parts, [*written, ""], strict=True)))
    return list(dict.fromkeys(found))


def _told(figure: Figure, value: float, others: Sequence[Figure], taken: set[float], below: int) -> list[float]:
    """At most two values of the document, of the same unit, scale and roundness."""
    found: list[float] = []
    room = {True: below, False: WANTED - below}
    for other in sorted(others, key=lambda o: (abs(o.value - figure.value), o.value)):
        if len(found) == 2:
            break
        said = plain_value(other.text) if other.unit == figure.unit else None
        if not said or said in taken or not 1 / 4 <= said / value <= 4:
            continue
        same_scale = abs(other.value / said - figure.value / value) < 1e-6 * figure.value / value
        smaller = said < value
        if same_scale and room[smaller] and abs(zeros(said) - zeros(value)) <= 1:
            room[smaller] -= 1
            taken.add(said)
            found.append(said)
    return found


def _made(value: float, figure: Figure, taken: set[float], chance: Chance, *, smaller: bool) -> float | None:
    for attempt in range(24):
        ratio = RATIOS[min(len(RATIOS) - 1, chance.below(5) + attempt // 8)]
        made = _rounded(value / ratio if smaller else value * ratio, value)
        if made in taken and value < 20:
            made = value + (-1 if smaller else 1) * (1 + attempt // 2)
        if (
            made <= 0
            or made in taken
            or (made < value) != smaller
            or (made >= 1000 > value and SCALED.search(figure.text))
        ):
            continue
        if made == 1 and figure.unit in UNITS and figure.unit != "percent":
            continue
        if figure.unit == "percent" and made > 100 >= value:
            made = _rounded((value + 100) / 2, value)
            if made in taken or made >= 100:
                continue
        taken.add(made)
        return made
    return None


def _rounded(made: float, model: float) -> float:
    """As round as the model: the same trailing zeros, or the same decimals."""
    text = f"{model:.10g}"
    if "." in text:
        return round(made, len(text.split(".")[1]))
    step = 10 ** zeros(model)
    while step > 1 and round(made / step) * step in (0, model):
        step //= 10
    return float(round(made / step) * step) or float(step)


def _shares(figure: Figure, answer: str, chance: Chance) -> list[str]:
    same = {"two thirds": "two-thirds"}
    clean = re.sub(r"[\s-]+", " ", figure.text.lower())
    pool = [s for s in SHARES if s not in (clean, same.get(clean), "one half" if clean in ("half", "a half") else "")]
    start = chance.below(len(pool))
    chosen = [pool[(start + step) % len(pool)] for step in (0, 3, 6)]
    hyphen = "-" in figure.text
    bound = f"{figure.bound} " if answer.startswith(f"{figure.bound} ") and figure.bound else ""
    return [
        bound + (c.replace(" ", "-") if hyphen and not c.startswith("a ") else c)
        for c in sorted(chosen, key=SHARES.index)
    ]


def _odds(figure: Figure, answer: str, chance: Chance) -> list[str]:
    """As many of another number: "one in four" for "one in five"."""
    found = ODDS.search(answer)
    whole = number_value(found[1]) if found else None
    if found is None or not whole:
        return []
    top = figure.value * whole
    pool = [n for n in WHOLES if n > top] if whole <= WHOLES[-1] else [int(whole * ratio) for ratio in (0.2, 0.5, 2, 5)]
    pool = [n for n in pool if n != whole]
    start = chance.below(max(1, len(pool) - WANTED + 1))
    written = [like(found[1], n) for n in pool[start : start + WANTED]]
    return [answer[: found.start(1)] + w for w in written if w]
