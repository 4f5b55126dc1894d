"""Asks for either end of a change: from or to how much something rose."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quiz.facts.model import Figure, Sentence, Word
from quiz.facts.unit_words import TIME_UNITS
from quiz.questions.asking.counted import plural_unit
from quiz.questions.asking.lead import Interrogative

# Words between "from" and "to" at most.
REACH = 9
YEAR = re.compile(r"1[0-9]{3}|20[0-9]{2}")
DOUBLE = re.compile(r"[12][0-9]{3}[-–/][0-9]{2}")
"""A year of accounts, which begins in one year and ends in the next."""
FIRST = 6
"""Words behind "from" within which the first number stands."""


def from_or_to(sentence: Sentence, figure: Figure, words: Sequence[Word]) -> Interrogative | None:
    """From or to how much something changed: either end of a change, however the parser joined them."""
    whole = [w for w in sentence.words if w.start < figure.whole.end and w.end > figure.whole.start and not w.held]
    first = sentence.words[max(0, whole[0].i - 1)] if whole else None
    if not first or first.lower not in ("from", "to") or first.i == whole[0].i:
        return None
    reach = sentence.words[max(0, first.i - REACH) : first.i + REACH]
    before = [w for w in reach if w.lower == "from" and w.i <= first.i and w.dep == "prep"]
    start = before[-1] if before else None
    end = next((w for w in reach if w.lower == "to" and w.i >= first.i and w.tag in ("IN", "TO")), None)
    if not start or not end or not any(w.tag in ("CD", "$") for w in sentence.words[start.i + 1 : start.i + FIRST]):
        return None
    if (first.lower == "from") == (start is not first):
        return None
    if not sentence.words[end.i + 1].text[:1].isdigit() and sentence.words[end.i + 1].tag not in (
        "CD",
        "$",
        "RB",
        "JJR",
    ):
        return None
    ask = "how much" if figure.unit.startswith("money") else f"how many {plural_unit(figure, words)}"
    ask = "what percentage" if figure.unit in ("percent", "share") else ask if figure.unit else "what figure"
    rate = [w for w in sentence.words[whole[-1].i + 1 :][:2] if w.lower in ("a", "per") or w.lemma in TIME_UNITS]
    rate = rate if len(rate) == len(("a", "year")) else []
    rate += _its_year(sentence, (rate or whole)[-1].i + 1)
    gone = {w.i for w in (*whole, *rate)} | {first.i}
    return Interrogative((first.lower, ask, *(w.i for w in rate)), start, frozenset(gone))


def _its_year(sentence: Sentence, at: int) -> list[Word]:
    """The year behind an end of a change: "from 300 in 1946 to 17 in 1963", "from 96 in 2015-16 to 143"."""
    told = sentence.words[at : at + 4]
    if len(told) < len(("in", "1946")) or told[0].lower != "in" or not YEAR.fullmatch(told[1].text):
        return []
    return [*told] if DOUBLE.fullmatch("".join(w.text for w in told[1:])) else [*told[:2]]
