"""Wrong answers for figures told in words of their own: fractions, odds, multiples, ranks, millions of something."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import log10

from quiz.facts.date_words import ORDINALS
from quiz.facts.model import Figure
from quiz.questions.answers.number_form import ordinal_digits, ordinal_words
from quiz.questions.answers.numerals import Numeral, numerals
from quiz.questions.distractors.chance import Chance
from quiz.questions.distractors.wrong_amounts import WANTED, Amounts
from quiz.questions.distractors.wrong_limits import AT_LEAST, AT_MOST

SHARES = (
    ("one tenth", 1 / 10),
    ("one fifth", 1 / 5),
    ("a quarter", 1 / 4),
    ("a third", 1 / 3),
    ("two fifths", 2 / 5),
    ("one half", 1 / 2),
    ("three fifths", 3 / 5),
    ("two thirds", 2 / 3),
    ("three quarters", 3 / 4),
    ("four fifths", 4 / 5),
    ("nine tenths", 9 / 10),
)
DIGIT_SHARES = ("1/10", "1/5", "1/4", "1/3", "2/5", "1/2", "3/5", "2/3", "3/4", "4/5", "9/10")
MAJORITY = re.compile(r"\b(?:super)?majorit(?:y|ies)\b", re.IGNORECASE)
LEAST_MAJORITY, MOST_MAJORITY = 0.5, 0.8
"""Shares between which the majorities lie that constitutions and statutes ask for."""
ODDS = ((1, 10), (1, 5), (1, 4), (1, 3), (2, 5), (1, 2), (3, 5), (2, 3), (3, 4), (4, 5), (9, 10))
MULTIPLES = (
    ("halved", "doubled", "tripled", "quadrupled", "quintupled"),
    ("halve", "double", "triple", "quadruple", "quintuple"),
    ("halves", "doubles", "triples", "quadruples", "quintuples"),
    ("halving", "doubling", "tripling", "quadrupling", "quintupling"),
    ("twofold", "threefold", "fourfold", "fivefold", "sixfold", "eightfold", "tenfold"),
    ("twice", "three times", "four times", "five times", "six times"),
    ("a quarter of a million", "half a million", "a million", "two million", "three million", "five million"),
    ("a quarter of a billion", "half a billion", "a billion", "two billion", "three billion", "five billion"),
    ("a quarter of a trillion", "half a trillion", "a trillion", "two trillion", "three trillion", "five trillion"),
    ("a billion", "ten billion", "a hundred billion", "a trillion", "ten trillion", "a hundred trillion"),
    ("half a dozen", "a dozen", "two dozen", "three dozen", "four dozen"),
    ("one million", "two million", "three million", "five million", "six million"),
    ("dozens", "hundreds", "thousands", "tens of thousands", "hundreds of thousands", "millions", "tens of millions",
     "hundreds of millions", "billions", "tens of billions", "hundreds of billions", "trillions"),
    ("a quarter of a", "a third of a", "half a", "two thirds of a", "three quarters of a"),
    ("one quarter of a", "one third of a", "one half of a", "two thirds of a", "three quarters of a"),
    ("a quarter of an", "a third of an", "half an", "two thirds of an", "three quarters of an"),
)  # fmt: skip
"""Ladders of words, each from the least to the greatest."""
RUNGS = [
    [(re.compile(rf"(?<![\w,.]){rung}(?!\w)"), at) for at, rung in sorted(enumerate(ladder), key=lambda r: -len(r[1]))]
    for ladder in MULTIPLES
]
"""What finds each rung of a ladder in a text, the longest first."""
ANY_RUNG = re.compile(rf"(?<![\w,.])(?:{'|'.join({rung: '' for ladder in MULTIPLES for rung in ladder})})(?!\w)")
ODD = re.compile(r"\s(?:[a-z]{3,20}\s)?(?:in|of|out of)\s(?:every\s|each\s|a\s)?", re.IGNORECASE)
POWERS = (0.001, 0.01, 0.1, 1, 10, 100, 1000)
"""What the number of all is multiplied by where it is a power of ten: "one part in ten thousand"."""
TOGETHER = 20
"""Odds in more than so many vary by how many in all: "2 out of 300"."""
TEN = 10
NEXT = 4
"""Rungs on each side that are near enough."""


def worded(
    figure: Figure, answer: str, chance: Chance, shown: str = "", told: tuple[float, float] | None = None
) -> list[str] | None:
    """Wrong answers for a figure that is no plain number, none that stands in `shown`; None if it is one.

    None lies between the least and the greatest value `told` of the same thing.
    """
    if figure.unit == "ordinal":
        return _ranks(figure, chance)
    if figure.unit == "share":
        found = numerals(answer)
        if len(found) == len(("one", "five")) and ODD.fullmatch(answer[found[0].end : found[1].start]):
            return _odds(answer, found, chance, shown, figure.bound.lower())
        return _shares(figure, answer, chance, shown, told or (figure.value, figure.value))
    if half := AND_HALF.search(answer):
        return _halves(answer, half, chance, shown)
    return _multiples(answer, chance, shown)


AND_HALF = re.compile(r"\b(an?) ([a-z]+) and a half\b")
"""A unit and the half of one."""


def _halves(answer: str, half: re.Match[str], chance: Chance, shown: str) -> list[str]:
    """Other whole and half units beside "a day and a half"."""
    one, unit = half[1], half[2]
    told = (f"half {one} {unit}", f"{one} {unit}", half[0], f"two {unit}s", f"two and a half {unit}s", f"three {unit}s")
    rungs = [answer[: half.start()] + rung + answer[half.end() :] for rung in told]
    return _around(rungs, told.index(half[0]), chance, shown)


def _around(ladder: Sequence[str], at: int, chance: Chance, shown: str, bound: str = "") -> list[str]:
    """Three others of a ladder near one rung of it, the right one at a rank left to chance, none true by its bound."""
    low = [rung for rung in ladder[:at] if rung not in shown][-NEXT:]
    high = [rung for rung in ladder[at + 1 :] if rung not in shown][:NEXT]
    low, high = [] if bound in AT_LEAST else low, [] if bound in AT_MOST else high
    below = max(min(chance.below(WANTED + 1), len(low)), WANTED - len(high))
    chosen: list[str] = []
    for side, count in ((low, below), (high, WANTED - below)):
        rest = list(side)
        chosen += [rest.pop(chance.below(len(rest))) for _ in range(min(count, len(rest)))]
    return sorted(chosen, key=list(ladder).index)


def _multiples(answer: str, chance: Chance, shown: str) -> list[str] | None:
    """Other rungs of the ladder an answer stands on; none for what was halved, since the card tells that it fell."""
    lower = answer.lower().replace("trebled", "tripled")
    if not ANY_RUNG.search(lower):
        return None
    for ladder, rungs_of in zip(MULTIPLES, RUNGS, strict=True):
        for pattern, at in rungs_of:
            if found := pattern.search(lower):
                if ladder[0].startswith("halv") and at == 0:
                    return []
                before = answer[: found.start()]
                some = before.lower().endswith("some ")
                kept = [rung for rung in ladder if not (some and rung.startswith("a quarter"))]
                rungs = [before + _after_some(rung, some=some) + answer[found.end() :] for rung in kept]
                first = int(ladder[0].startswith("halv"))
                return _around(rungs[first:], at - first - len(ladder) + len(kept), chance, shown)
    return None


def _after_some(rung: str, *, some: bool) -> str:
    """A rung as it stands behind "some": "some one million", not "some a million"."""
    return re.sub(r"^an? (?=[a-z]+$)", "one ", rung) if some else rung


def _ranks(figure: Figure, chance: Chance) -> list[str]:
    """Neighbouring ranks from the second on, in words or digits as the right one."""
    rank = int(figure.value)
    below = min(chance.below(WANTED + 1), max(0, rank - 2)) if rank > 1 else 0
    ranks = [*range(rank - below, rank), *range(rank + 1, rank + 1 + WANTED - below)]
    if figure.text[0].isdigit() or ranks[-1] >= 100:
        return [ordinal_digits(n) for n in ranks]
    return [ORDINALS[n] if n < len(ORDINALS) else ordinal_words(n) for n in ranks]


def _shares(figure: Figure, answer: str, chance: Chance, shown: str, told: tuple[float, float]) -> list[str]:
    """Common fractions near the right one, written like it; none that is told, and of majorities likely ones."""
    value, text = figure.value, figure.text
    pool = [(share, abs(part - value) < 1e-6, part) for share, part in SHARES]
    if "/" in text:
        pool = [(digits, same, part) for digits, (_, same, part) in zip(DIGIT_SHARES, pool, strict=True)]
    if MAJORITY.search(shown) and LEAST_MAJORITY < value <= MOST_MAJORITY:
        pool = [one for one in pool if LEAST_MAJORITY < one[2] <= MOST_MAJORITY]
    pool = [one for one in pool if not told[0] <= one[2] <= told[1]]
    ladder = [(share, part) for share, same, part in pool if not same and abs(part - value) > 0.03]
    at = sum(part < value for _, part in ladder)
    rungs = [*(_styled(share, text) for share, _ in ladder[:at]), text, *(_styled(s, text) for s, _ in ladder[at:])]
    head = answer[: answer.find(text)] if text in answer else answer[: max(0, answer.lower().find(text.lower()))]
    tail = answer[len(head) + len(text) :]
    if head.lower().endswith("some "):
        rungs = [re.sub(r"^an? ", "one ", rung) for rung in rungs]
    return [head + rung + tail for rung in _around(rungs, at, chance, shown, figure.bound.lower())]


def _styled(share: str, model: str) -> str:
    """A fraction with a hyphen, "one" or "a" as another has it."""
    if re.match(r"one\b", model, re.IGNORECASE):
        share = re.sub(r"^an? ", "one ", share)
    else:
        share = "half" if share == "one half" else re.sub(r"^one ", "a ", share)
    return re.sub(r"(?<!\ba)(?<!\w )\s(?=\w)", "-", share) if "-" in model and not share.startswith("a ") else share


def _odds(answer: str, found: Sequence[Numeral], chance: Chance, shown: str, bound: str) -> list[str]:
    """Other odds: of few in all another pair, of many the same few of more or fewer."""
    top, whole = found[0], found[1]
    named = re.search(r"[a-z]+\s(?:in|of)", answer[top.end : whole.start].replace("out of", "of"))
    if whole.value <= TOGETHER and not named:
        pairs = [pair for pair in ODDS if abs(pair[0] / pair[1] - top.value / whole.value) > 0.03]
        at = sum(a / b < top.value / whole.value for a, b in pairs)
        rungs = [_pair(answer, found, a, b) for a, b in pairs]
        return _around([*rungs[:at], answer, *rungs[at:]], at, chance, shown, bound)
    if log10(whole.value).is_integer():
        return _powers(answer, found, chance, shown) if not bound else []
    low, high = whole.value if bound in AT_MOST else None, whole.value if bound in AT_LEAST else None
    amounts = Amounts(whole.value, whole.step, least=top.value + 1, whole=True, low=low, high=high)
    return [t for v in amounts.three(chance) if (t := _pair(answer, found, top.value, v)) != answer][::-1]


def _powers(answer: str, found: Sequence[Numeral], chance: Chance, shown: str) -> list[str]:
    """Odds of other powers of ten in all: "one part in a thousand"."""
    top, whole = found[0].value, found[1].value
    values = [whole * power for power in POWERS if whole * power >= TEN * top]
    rungs = {v: answer if v == whole else _pair(answer, found, top, v) for v in values if found[1].written(v)}
    return _around([*rungs.values()], [*rungs].index(whole), chance, shown)


def _pair(answer: str, found: Sequence[Numeral], top: float, whole: float) -> str:
    one, two = found[0].written(float(top)), found[1].written(float(whole))
    return f"{answer[: found[0].start]}{one}{answer[found[0].end : found[1].start]}{two}{answer[found[1].end :]}"
