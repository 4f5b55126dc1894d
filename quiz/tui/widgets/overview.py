"""How one stands, in words: what waits and how long it takes, what comes, and how well it stays."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from textual.content import Content

from quiz.study.scheduling.schedule import interval_words
from quiz.study.statistics.glance import Glance
from quiz.tui.widgets.decklist import Row
from quiz.tui.widgets.sparkline import sparkline

LONG = 100
"""Minutes that are told in hours."""


def summed(rows: Sequence[Row], pace: float, now: datetime, *, new_cards: bool = True) -> Content:
    """Return what waits in decks, and about how long it takes, or when the next card comes.

    `new_cards` tells whether any are wanted a day.
    """
    due, new = sum(row.due for row in rows), sum(row.new for row in rows)
    if not due + new:
        words = "nothing waits" if new_cards else "nothing is due, new cards are off (new_a_day = 0)"
        soonest = min((row.next_due for row in rows if row.next_due), default=None)
        words += f", next in {interval_words(soonest - now)}" if soonest else ""
        return Content.styled(f"{words}: Enter studies ahead", "$faint")
    minutes = max(1, round((due + new) * pace / 60))
    about = f"about {minutes:,} minute{'s' * (minutes > 1)}" if minutes < LONG else f"about {minutes / 60:,.0f} hours"
    number = "bold $accent"
    parts = ((f"{due:,}", number), " due", (" · ", "$faint"), (f"{new:,}", number), " new", (f" · {about}", "$faint"))
    return Content.assemble(*parts)


def ahead(coming: Sequence[int], now: datetime) -> Content:
    """Return what comes in the next days, as bars and with a word on the day that has most."""
    if not any(coming):
        return Content("")
    most = max(coming)
    day = now + timedelta(days=1 + coming.index(most))
    words = f"next {len(coming)} days, most {day:%a}: {most:,}"
    return Content.assemble((sparkline(coming), "$accent"), (f"  {words}", "$faint"))


def standing(seen: Glance, goal: float, width: int) -> Content:
    """Return how one stands: retention against the goal, days in a row, today; closer together where it is narrow."""
    kept = "–" if seen.retention is None else f"{seen.retention:.0%}".replace("%", " %")
    days = f"{seen.streak:,} day{'s' * (seen.streak != 1)}"
    answers = f"{seen.answers:,} answer{'s' * (seen.answers != 1)}"
    spent = _spent(seen.spent) if seen.answers else "0 min"
    told = (("Retention", f"{kept} (goal {goal * 100:g})"), ("Streak", days), ("Today", f"{answers}, {spent}"))
    parts = [Content.assemble((f"{name} ", "$faint"), words) for name, words in told]
    apart, close = (Content(" " * gap).join(parts) for gap in (4, 2))
    return apart if apart.cell_length <= width else close


def _spent(time: timedelta) -> str:
    """Write how long answers took, shortly: `22 s`, `12 min`, `2.2 h`."""
    minutes = round(time / timedelta(minutes=1))
    if not minutes:
        return f"{time / timedelta(seconds=1):.0f} s"
    return f"{minutes:,} min" if minutes < LONG else f"{time / timedelta(hours=1):,.1f} h"


def spread(left: Content, right: Content, width: int) -> Content:
    """Return two words at both ends of a line; where both have no room, the left one alone."""
    gap = width - left.cell_length - right.cell_length
    return Content.assemble(left, " " * gap, right) if gap > 1 else left
