"""Items of a list that YAML parts at a comma of their own: `[1,320 km, 865 km]`, `[9 November, 1938, 9 May, 1945]`."""

from __future__ import annotations

import re
from itertools import pairwise

from quiz.deck.nodes import Scalar, Sequence
from quiz.deck.twofold import MONTHS

Halves = tuple[Scalar, Scalar]

_MONTH = rf"(?:{'|'.join(f'{month[:3]}(?:{month[3:]})?' for month in MONTHS)}|Sept)\.?"
BEFORE_YEAR = re.compile(
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?|{_MONTH})", re.IGNORECASE
)
YEAR = re.compile(r"\d{3,4}(?:\s*(?:BC|BCE|AD|CE))?")
NUMBER_ENDS = re.compile(r"(?:\D*\s)?\D{0,3}([1-9]\d{0,2})", re.ASCII)
GROUP = re.compile(r"(\d{3})(?!\d)(.*)", re.ASCII | re.DOTALL)
DECIMALS = re.compile(r"\d{1,2}(?!\d)", re.ASCII)
GROUPED = re.compile(r"\d,\d{3}(?!\d)", re.ASCII)
LONGEST = 40
"""Characters beyond which an item is no number or date."""


def halves(listed: Sequence, answer: str = "") -> list[Halves]:
    """Find the items of a list in brackets that are halves of one number or one date; `answer` is written like them."""
    if not listed.flow or len(listed.items) < 2:
        return []
    pairs = [
        (one, other)
        for one, other in pairwise(listed.items)
        if isinstance(other, Scalar)
        and not other.style
        and other.text[:1].isdigit()
        and isinstance(one, Scalar)
        and (other.text[:3].isdigit() or other.start - one.end == 1)
        and not (one.style or one.pinned or other.pinned)
        and max(len(one.text), len(other.text)) <= LONGEST
    ]
    return (_numbers(listed, pairs, answer) or _dates(listed, pairs)) if pairs else []


def _numbers(listed: Sequence, pairs: list[Halves], answer: str) -> list[Halves]:
    """Find numbers: a comma between digits without a blank, while others have one, or while units stand behind."""
    tight = [(one, other) for one, other in pairs if other.start - one.end == 1 and NUMBER_ENDS.fullmatch(one.text)]
    spaced = any(other.start - one.end > 1 for one, other in pairwise(listed.items))
    grouped = [(one, other) for one, other in tight if GROUP.match(other.text)]
    if GROUPED.search(answer) or any(_counted(other) or (spaced and len(one.text) < 3) for one, other in grouped):
        return grouped
    decimals = [(one, other) for one, other in tight if DECIMALS.match(other.text)]
    return decimals if spaced and len(decimals) > 1 else []


def _counted(item: Scalar) -> bool:
    """Whether more than digits stands in the second half of a number: `320 km`."""
    found = GROUP.fullmatch(item.text)
    return found is not None and bool(found[2].strip())


def _dates(listed: Sequence, pairs: list[Halves]) -> list[Halves]:
    """Find dates: each year of the list behind a day or month, each day or month before a year."""
    found = [(one, other) for one, other in pairs if BEFORE_YEAR.fullmatch(one.text) and YEAR.fullmatch(other.text)]
    texts = [item.text for item in listed.items if isinstance(item, Scalar)]
    parts = sum(bool(BEFORE_YEAR.fullmatch(text) or YEAR.fullmatch(text)) for text in texts[:100]) if found else 0
    return found if found and parts == 2 * len(found) else []
