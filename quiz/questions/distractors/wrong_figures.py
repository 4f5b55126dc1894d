"""Wrong figures of the form, unit and roundness of the right one, near it as people put them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quiz.facts.model import Figure
from quiz.questions.answers.numerals import Numeral, ends_of, numerals
from quiz.questions.distractors.chance import Chance
from quiz.questions.distractors.wrong_amounts import WANTED, Amounts
from quiz.questions.distractors.wrong_limits import AT_LEAST, limits, told_more_closely
from quiz.questions.distractors.wrong_ranges import wrong_ranges
from quiz.questions.distractors.wrong_shares import worded
from quiz.questions.distractors.wrong_singles import wrong_singles

NEAREST = 40
"""So many figures of the document, the nearest in value, are looked at."""
SCALED = re.compile(
    r"[\s-]?(?:thousand|million|billion|trillion|hundred|dozen|lakh|crore|bn|tn|[mkbt])s?\b", re.IGNORECASE
)
SCALE_CAP = 1000.0
OLDEST = 110.0
LESSER = {"inch": 12, "minute": 60, "second": 60, "ounce": 16, "month": 12, "day": 7, "hour": 24, "pence": 100}
"""How many of a lesser unit make the greater one it stands behind: "5 feet 2 inches"."""
SMALLEST_PLURAL = 2
FEWEST = 2
"""Wrong counts that are enough where the card tells of how many they are a part: five of four is none."""
FULL_STEP = 10.0
"""The unit full percentages are told in: beside 100 percent stand 80 and 90."""
SEVERAL = re.compile(
    r"\b(?:side by side|each other|one another|in a row|back to back|end to end|between them)\b|"
    r"\b(?:eldest|oldest|youngest|largest|smallest|tallest|last|one) of (?:the |her |his |its )?(?:how many|\{\{)"
)
"""What no single one is or does."""
POWER = re.compile(r"\s?[×x·]\s?10")


def wrong_figures(
    figure: Figure,
    answer: str,
    others: Sequence[Figure],
    chance: Chance,
    shown: str = "",
    barred: Sequence[Figure] = (),
    earlier: Sequence[str] = (),
) -> list[str]:
    """Three wrong answers in order of value, with the right one's rank among the four left to chance.

    `others` measure other things in the document, `barred` may measure the same; no number of `shown` is taken.
    The `earlier` ones stay where all of them may still be taken.
    """
    told = told_more_closely(figure, barred)
    if (found := worded(figure, answer, chance, shown, told)) is not None:
        return found
    if (singles := wrong_singles(figure.value, answer, chance, shown)) is not None:
        return singles
    right = numerals(answer)
    if not right:
        return []
    if ends := ends_of(answer, right):
        never = frozenset(number.value for number in numerals(shown))
        return wrong_ranges(answer, ends, chance, cap_of(figure, answer, ends[1].end), never)
    return _plain(figure, answer, right, others, chance, shown, barred, earlier)


def cap_of(figure: Figure, answer: str, end: int) -> float | None:
    """What a value may not pass: 100 of percent, the age of the oldest, a thousand before "million" and in words."""
    if figure.unit == "percent":
        return 99.0 if figure.bound.lower() in AT_LEAST else 100.0
    if figure.unit == "age":
        return OLDEST
    if POWER.match(answer, end):
        return 10.0
    return SCALE_CAP if SCALED.match(answer, end) or re.search(r"[a-z]$", answer[:end], re.IGNORECASE) else None


def _plain(
    figure: Figure,
    answer: str,
    right: Sequence[Numeral],
    others: Sequence[Figure],
    chance: Chance,
    shown: str,
    barred: Sequence[Figure],
    earlier: Sequence[str],
) -> list[str]:
    number = right[0]
    negative = re.search(r"(?:[-−]|\bminus )\s?[$£€]?\s?$", answer[: number.start], re.IGNORECASE) is not None
    sign = -1.0 if negative or figure.value < 0 else 1.0
    scale = abs(figure.value) / number.value if number.value else 1.0
    amounts = Amounts(
        number.value,
        _step(figure, number),
        cap_of(figure, answer, number.end),
        least=_least(answer, number, figure, shown),
        whole=number.text[0].isalpha() or number.fraction > 0,
        fraction=number.fraction,
        never=frozenset(n.value for n in numerals(shown))
        | {abs(o.value) / (scale or 1) for o in barred if o.unit == figure.unit},
        own=_own(figure, number, scale, others),
        spelled=number.text[0].isalpha(),
    )
    low, high = limits(figure, answer, number, shown)
    least, most = told_more_closely(figure, barred)
    low = max(low or 0.0, most / scale) if most > figure.value else low
    high = least / scale if least < figure.value else high
    bound = replace(amounts, low=low, high=high)
    values = bound.three(chance)
    part = (figure.unit == "" and high is not None) or (figure.unit == "percent" and low is not None)
    if len(values) < (FEWEST if part else WANTED):
        bound, values = (bound, []) if part else (amounts, amounts.three(chance))
    if len(earlier) >= len(values) > 0 and all(_stays(text, answer, right, figure, bound) for text in earlier):
        return list(earlier)
    texts = {text: sign * value for value in values if (text := _written(answer, right, value, figure, chance))}
    return sorted((text for text in texts if text != answer), key=lambda text: texts[text])[:WANTED]


def _stays(text: str, answer: str, right: Sequence[Numeral], figure: Figure, amounts: Amounts) -> bool:
    """Whether a wrong answer taken earlier is written as one is now, and of a value that may be taken."""
    found = numerals(text)
    if len(found) != len(right) or not amounts.fits(found[0].value):
        return False
    lesser = found[1].value if len(right) > 1 and _most(answer, right[1]) else None
    return text == _put(answer, right, found[0].value, lesser, figure)


def _step(figure: Figure, number: Numeral) -> float:
    """The unit wrong values are told in: days for hours that make some, of percent tens at most."""
    if figure.unit == "percent":
        return min(number.step, FULL_STEP)
    return float(DAY) if figure.unit == "hour" and number.value >= DAY and number.value % DAY == 0 else number.step


DAY = 24
"""The hours of a day: beside 72 hours stand 24, 48 and 96."""


def _least(answer: str, number: Numeral, figure: Figure, shown: str) -> float:
    """The smallest value that can stand there: none, or two before a plural that the card's gap leaves standing."""
    if POWER.match(answer, number.end):
        return 1
    if "." in number.text or figure.unit == "percent":
        return min(number.step, 1)
    if number.fraction:
        return 1 + number.fraction
    alone = not figure.unit and answer.strip().endswith(number.text)
    plural = number.value >= SMALLEST_PLURAL and (alone and "{{" in shown)
    several = 1 if re.search(r"\b[Aa]ll \{\{", shown) else 0
    plural = plural or (number.value >= SMALLEST_PLURAL and SEVERAL.search(shown) is not None)
    return SMALLEST_PLURAL + several if plural or several else 1


def _own(figure: Figure, number: Numeral, scale: float, others: Sequence[Figure]) -> tuple[float, ...]:
    """Values of the document in the unit and scale of the right one, and no less round."""
    found: set[float] = set()
    alike = [o for o in others if o.unit == figure.unit and o.value * figure.value > 0]
    for other in sorted(alike, key=lambda o: (abs(o.value - figure.value), o.value))[:NEAREST]:
        said = abs(other.value) / scale
        finest = number.step if number.step < 1 or number.value < 20 else number.step / 10
        steps = (said - number.fraction) / max(finest, 1e-9)
        if abs(steps - round(steps)) < 1e-6:
            found.add(round(said, 9))
    return tuple(sorted(found))


def _written(answer: str, right: Sequence[Numeral], value: float, figure: Figure, chance: Chance) -> str | None:
    """The answer with another first number, a lesser one behind it drawn anew, and its unit in the right number."""
    if right[0].written(value) is None:
        return None
    most = _most(answer, right[1]) if len(right) > 1 else None
    return _put(answer, right, value, float(2 + chance.below(most - 2)) if most else None, figure)


def _put(answer: str, right: Sequence[Numeral], value: float, lesser: float | None, figure: Figure) -> str:
    """The answer with other numbers; the second stays where there is no `lesser` one."""
    number, new = right[0], right[0].written(value) or ""
    behind = answer[number.end :]
    if lesser is not None:
        behind = answer[number.end : right[1].start] + (right[1].written(lesser) or "") + answer[right[1].end :]
    if figure.unit and not SCALED.match(answer, number.end):
        behind = _agreeing(behind, number.value, value)
    return answer[: number.start] + new + behind


def _most(answer: str, number: Numeral) -> int | None:
    unit = re.match(r"[\s-]?([a-z]+)\b", answer[number.end :], re.IGNORECASE)
    word = IRREGULAR.get(unit[1].lower(), unit[1].lower()) if unit else ""
    return LESSER.get(word, LESSER.get(word.removesuffix("s")))


IRREGULAR = {"feet": "foot", "inches": "inch", "centuries": "century", "millennia": "millennium", "pence": "penny"}
UNIT = re.compile(r"([\s-](?:(?:square|cubic|metric|nautical|basis|percentage|u\.s\.)\s)?)([a-z]{3,})\b", re.IGNORECASE)
UNCHANGED = frozenset(
    "percent per cent hertz horsepower celsius fahrenheit kelvin yuan yen won rand baht out and".split()
)


def _agreeing(behind: str, old: float, new: float) -> str:
    """The unit behind a number, in the singular for one and in the plural for more."""
    found = UNIT.match(behind)
    if not found or found[2].lower() in UNCHANGED or (old == 1) == (new == 1):
        return behind
    word = found[2]
    if new == 1:
        changed = IRREGULAR.get(word.lower(), word.removesuffix("s"))
    else:
        plural = word if word.endswith("s") else f"{word}s"
        changed = next((form for form, one in IRREGULAR.items() if one == word.lower()), plural)
    return found[1] + changed + behind[found.end() :]
