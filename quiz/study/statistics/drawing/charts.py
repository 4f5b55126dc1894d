"""Retention week by week against the goal, and the cards of the days ahead, drawn in characters."""

from __future__ import annotations

from collections.abc import Sequence

from quiz.study.model import Day
from quiz.study.scheduling.days import date_of
from quiz.study.statistics.days import WEEK, monday_of
from quiz.study.statistics.drawing.lines import EMPTY, Line, pairs
from quiz.study.statistics.meaning import percent
from quiz.study.statistics.report import Report

AXIS = 7
"""Cells of the numbers at the left."""

COLUMN = 2
"""Cells of one week or day."""

HEIGHT = 7

YEAR = 52

EIGHTHS = " ▁▂▃▄▅▆▇█"

POINT, GOAL = "●", "┄"


def retention(report: Report, width: int) -> list[Line]:
    """Draw the share known in each week as a point, and the goal as a line."""
    number = max(4, min(YEAR, (width - AXIS) // COLUMN))
    mondays = [monday_of(report.today) - WEEK * back for back in reversed(range(number))]
    shares = {week.monday: week.rate.share or 0.0 for week in report.retention.weeks}
    shown = [shares.get(monday) for monday in mondays]
    goal = report.retention.goal
    floor = min([goal - 0.1, *(share for share in shown if share is not None)])
    floor = max(0.0, int(floor * 20) / 20)
    rows = [_rung(row, shown, goal, floor) for row in reversed(range(HEIGHT))]
    legend: Line = ((" " * AXIS, ""), (POINT, "accent"), (" known in a week   ", "faint"), (GOAL * 2, "good"),
                    (f" goal {percent(goal)}", "faint"))  # fmt: skip
    return [*rows, ((" " * AXIS + _dates(mondays), "faint"),), (), legend]


def _rung(row: int, shares: Sequence[float | None], goal: float, floor: float) -> Line:
    """Draw one row of the shares: the points that fall into it, on the line of the goal if that does."""
    behind = GOAL if _row(goal, floor) == row else " "
    label = percent(goal) if behind == GOAL else percent(floor + (1 - floor) * row / (HEIGHT - 1))
    named = behind == GOAL or row in (0, HEIGHT - 1)
    parts = [(label.rjust(AXIS - 2) + "  " if named else " " * AXIS, "faint")]
    for share in shares:
        here = share is not None and _row(share, floor) == row
        parts += [(POINT if here else behind, "accent" if here else "good"), (behind, "good")]
    return tuple(parts)  # type: ignore[arg-type]


def _row(share: float, floor: float) -> int:
    """Return the row a share falls into, from 0 at the floor."""
    return round((share - floor) / (1 - floor) * (HEIGHT - 1))


def _dates(mondays: Sequence[Day]) -> str:
    """Name months under the first week that begins in them."""
    row = ""
    for at, monday in enumerate(mondays):
        date = date_of(monday)
        if date.day <= WEEK and len(row) + (at > 0) <= at * COLUMN and at < len(mondays) - 1:
            row = row.ljust(at * COLUMN) + f"{date:%b}"
    return row


def forecast(report: Report, width: int) -> list[Line]:
    """Draw a bar for each day ahead, before them one for what is overdue, and name the Mondays."""
    coming = report.forecast
    late = [coming.overdue] if coming.overdue else []
    column = 3 if width >= AXIS + 3 * (len(coming.days) + 2) else COLUMN
    number = min(len(coming.days), max(4, (width - AXIS) // column - 2))
    most = max(1, *late, *coming.days[:number])
    rows: list[Line] = []
    for row in reversed(range(HEIGHT - 1)):
        label = f"{most:,}" if row == HEIGHT - 2 else "0" if row == 0 else ""
        before = "".join(EIGHTHS[_eighths(bar, most, row)] * 3 + "   " for bar in late)
        days = (EIGHTHS[_eighths(bar, most, row)] * (column - 1) + " " for bar in coming.days[:number])
        rows.append(((label.rjust(AXIS - 2) + "  ", "faint"), (before, "bad"), ("".join(days), "accent")))
    names = " " * AXIS + ("late  " if late else "") + _days(report.today, number, column)
    return [*rows, ((names, "faint"),), EMPTY, *_soon(report, width)]


def _eighths(number: int, most: int, row: int) -> int:
    """Return how much of a row's cell a bar fills; of a bar that is not nothing at least an eighth."""
    filled = max(1, round(number * 8 * (HEIGHT - 1) / most)) if number else 0
    return max(0, min(8, filled - 8 * row))


def _days(today: Day, number: int, column: int) -> str:
    """Name the days below the bars: today, and each Monday from its own bar on."""
    names = ""
    for at in range(number):
        date, place = date_of(today + at), at * column
        name = "today" if at == 0 else f"{date.day} {date:%b}"
        fits = len(names) + (at > 0) <= place and place + len(name) <= number * column
        if (at == 0 or date.weekday() == 0) and fits:
            names = names.ljust(place) + name
    return names


def _soon(report: Report, width: int) -> list[Line]:
    """Say the numbers nearest."""
    coming = report.forecast
    named = (("overdue", coming.overdue), ("today", coming.days[0]), ("tomorrow", coming.days[1]),
             ("7 days", sum(coming.days[:7])), (f"{len(coming.days)} days", sum(coming.days)),
             ("later", coming.later))  # fmt: skip
    return pairs(width, *((name, f"{number:,}") for name, number in named))
