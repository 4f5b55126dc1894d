"""Options that speak of the other options, such as "all of the above": they stand last, wherever the rest is put."""

from __future__ import annotations

import re
from collections.abc import Sequence

_OTHERS = r"(?:(?:the )?(?:above|others?|options|choices|answers|alternatives)|th[eo]se|them)"
_COUNT = r"(?:two|three|four|first two|first three|last two|other)"
_SIGN = r"(?:[a-h]|[1-9]|i{1,3}|iv)"
_TRUE = r"(?:is |are )?(?:correct|right|true)"
_LINK = r"(?:and|or|nor|&|\+)"

RANKS = (
    # Two or more of the others by their signs: "both a and b", "1 and 3 only", "neither A nor B".
    rf"(?:both |either |neither |only |answers? |options? )*{_SIGN}(?: {_SIGN})* {_LINK} {_SIGN}(?: only)?",
    rf"(?:both|either|more than one|any|some|most|(?:only )?{_COUNT})(?: {_COUNT})*(?: of)? {_OTHERS}(?: .{{0,40}})?",
    r"both|either|either one|more than one",
    rf"(?:all|each|every one)(?: {_COUNT})*(?: of)? {_OTHERS}(?: .{{0,40}})?|all|all(?: \w+)? {_TRUE}",
    rf"(?:none|neither)(?: of)? {_OTHERS}(?: .{{0,40}})?|none|neither|neither one|none {_TRUE}",
    r"(?:it )?(?:can ?not|cannot) be (?:known|determined|said)|not enough information|(?:i )?don ?t know|unknown",
)
"""What such options look like, folded; those of a later pattern stand later."""

OPENINGS = frozenset(
    "a b c d e f g h i ii iii iv 1 2 3 4 5 6 7 8 9 both either neither only answer answers option options more any "
    "some most two three four first last other all each every none it can cannot not don dont unknown the".split()
)
"""The first words of such options: the others need not be looked at closely, which spares the first question time."""

FIRST = re.compile(r"[\w&+]+")
BETWEEN = re.compile(r"[^\w&+]+")

LONGEST = 80
"""Characters beyond which an option says something of its own."""


def pinned(option: str, others: Sequence[str] = (), chosen: Sequence[str] = ()) -> int | None:
    """Tell how late an option has to stand, rising; None for one that may stand anywhere.

    One that joins two of the others by their own words ("both Tigris and Euphrates") is pinned too. Those `chosen` by
    the deck stand last of all, as they stand there.
    """
    for place, pin in enumerate(chosen, len(RANKS)):
        if _folded(pin) == _folded(option):
            return place
    if len(option) > LONGEST:
        return None
    if option.isalnum():
        opening = option
    elif found := FIRST.search(option):
        opening = found[0]
    else:
        return None
    if opening.casefold() not in OPENINGS:
        return None
    folded = _folded(option)
    for rank, pattern in enumerate(RANKS):
        if re.fullmatch(pattern, folded):
            return rank
    return 0 if _joined(folded, others) else None


def _joined(folded: str, others: Sequence[str]) -> bool:
    """Whether an option names two of the others: `both x and y`, `neither x nor y`."""
    parts = re.fullmatch(r"(?:both|either|neither) (.+?) (?:and|or|nor) (.+)", folded)
    named = {_unarticled(part) for part in parts.groups()} if parts else set()
    return bool(named) and named <= {_unarticled(_folded(other)) for other in others}


def _folded(option: str) -> str:
    """Text without case and punctuation."""
    return " ".join(BETWEEN.sub(" ", option.casefold()).split())


def _unarticled(folded: str) -> str:
    """Folded text without articles at its beginning, and without any "the"."""
    return re.sub(r"^(?:an? |the )|\bthe ", "", folded)
