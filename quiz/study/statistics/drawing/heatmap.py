"""The last year as a calendar of shades: a column a week, a row a weekday."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from quiz.study.model import Day
from quiz.study.scheduling.days import date_of
from quiz.study.statistics.days import WEEK, monday_of
from quiz.study.statistics.drawing.lines import EMPTY, Line, flowing
from quiz.study.statistics.report import Report

SHADES = "·░▒▓█"
"""No answer, then four levels."""

WEEKS = 53

LABEL = 5
"""Cells before the first week."""

WIDE = LABEL + 2 * WEEKS
"""From this width on a week is two cells wide."""


def heatmap(report: Report, width: int) -> list[Line]:
    """Draw the days of the last year, as many weeks as there is room for, with months and a legend."""
    cell = 2 if width >= WIDE else 1
    number = max(4, min(WEEKS, (width - LABEL) // cell))
    mondays = [monday_of(report.today) - WEEK * back for back in reversed(range(number))]
    cuts = levels([count.answers for day, count in report.days.items() if day >= mondays[0]])
    rows: list[Line] = [((" " * LABEL + _months(mondays, cell), "faint"),)]
    for weekday in range(WEEK):
        shades = "".join(_shade(report, monday + weekday, cuts) * cell for monday in mondays)
        label = f"{date_of(mondays[0] + weekday):%a}".ljust(LABEL)
        rows.append(((label, "faint"), (shades.rstrip(), "accent")))
    return [*rows, EMPTY, *_legend(cuts, width)]


def levels(answers: Sequence[int]) -> tuple[int, ...]:
    """Return up to which number of answers a day has each level but the last: the quarters of the days with any."""
    found = sorted(number for number in answers if number)
    if not found:
        return ()
    quarters = {found[(len(found) - 1) * part // 4] for part in (1, 2, 3)}
    return tuple(sorted(quarters - {found[-1]}))


def level(answers: int, cuts: Sequence[int]) -> int:
    """Return the level of a day, from 0 without an answer to 4."""
    return 1 + sum(answers > cut for cut in cuts) if answers else 0


def _shade(report: Report, day: Day, cuts: Sequence[int]) -> str:
    """Return the shade of a day; a blank of one to come."""
    if day > report.today:
        return " "
    count = report.days.get(day)
    return SHADES[level(count.answers if count else 0, cuts)]


def _months(mondays: Sequence[Day], cell: int) -> str:
    """Name each month above the first week that begins in it, where there is room before the next."""
    begins = [at for at, monday in enumerate(mondays) if at == 0 or _month(monday) != _month(mondays[at - 1])]
    row = ""
    for at, until in pairwise([*begins, len(mondays)]):
        if (until - at) * cell > 3 or (until == len(mondays) and (until - at) * cell == 3):
            row = row.ljust(at * cell) + f"{date_of(mondays[at]):%b}"
    return row


def _month(day: Day) -> int:
    """Return the month of a day."""
    return date_of(day).month


def _legend(cuts: Sequence[int], width: int) -> list[Line]:
    """Say how many answers each shade stands for."""
    entries: list[Line] = [((SHADES[0], "accent"), (" no answer", "faint"))]
    low = 1
    for number, cut in enumerate((*cuts, None), start=1):
        told = f"{low} or more" if cut is None else f"{low}" if cut == low else f"{low}-{cut}"
        entries.append(((SHADES[number], "accent"), (f" {told}", "faint")))
        low = (cut or 0) + 1
    return [((" " * LABEL, ""), *row) for row in flowing(entries, width - LABEL)]
