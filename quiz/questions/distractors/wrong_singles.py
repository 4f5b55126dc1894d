"""Wrong answers for amounts told without a number: "about a week", "several hundred thousand years"."""

from __future__ import annotations

import re

from quiz.questions.asking.counted import PLURALS
from quiz.questions.distractors.chance import Chance

ONE = re.compile(r"\b(?P<article>an?) (?P<unit>[a-z]+)$")
SOME = re.compile(r"\b(?:several|a few)(?P<scales>(?: (?:hundred|thousand|million|billion))+)(?= [a-z])")
MANY = (" two", " three", " four")
SCALES = (" hundred", " thousand", " hundred thousand", " million", " hundred million", " billion")
WANTED = 3


def wrong_singles(value: float, answer: str, chance: Chance, shown: str) -> list[str] | None:
    """Other amounts of the unit, or other scales of several, in order of value; None for an answer with a number."""
    one = ONE.search(answer) if value == 1 else None
    if one:
        unit = one["unit"]
        plural = PLURALS.get(unit, f"{unit}s")
        lead = answer[: one.start()].rstrip()
        half = f"{lead} half {one['article']} {unit}".strip()
        more = [f"{lead}{number} {plural}".strip() for number in MANY]
        told = [half, *more[: WANTED - 1]] if chance.below(2) else more
        return [wrong for wrong in told if wrong not in shown]
    some = SOME.search(answer)
    if some is None or some["scales"] not in SCALES:
        return None
    at = SCALES.index(some["scales"])
    first = min(max(0, at - chance.below(WANTED + 1)), len(SCALES) - WANTED - 1)
    scales = [scale for scale in SCALES[first : first + WANTED + 1] if scale != some["scales"]]
    return [answer[: some.start("scales")] + scale + answer[some.end("scales") :] for scale in scales]
