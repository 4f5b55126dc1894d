"""What time expressions are looked for by: the month, year or unit each holds, and how far before it one may begin."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quiz.facts.date_words import MONTHS, PLURALS, SEASONS, SHORT_WEEKDAYS, UNITS


@dataclass(frozen=True, slots=True, eq=False)
class Clue:
    """What the expressions of a rule hold, at most so many characters behind their start."""

    pattern: re.Pattern[str]
    reach: int


_MONTHS = [name[:3] for name in MONTHS]

MONTH = Clue(re.compile(rf"\b(?:{'|'.join(_MONTHS)})", re.ASCII), 80)
NAMED = Clue(re.compile(rf"\b(?:{'|'.join([*_MONTHS, *SEASONS, *SHORT_WEEKDAYS])})", re.ASCII), 80)
"""A month, a season or a weekday."""
YEAR = Clue(re.compile(r"[12][0-9]{3}"), 80)
UNIT = Clue(re.compile("|".join([*UNITS, *PLURALS.values()])), 240)
PARTED = Clue(re.compile(r"[0-9][/.-][0-9]{1,2}[/.-]"), 4)
"""A date in digits."""

UNITS_TOLD = " ".join([*UNITS, *PLURALS.values()])
"""The units of time as the hints of a rule."""
