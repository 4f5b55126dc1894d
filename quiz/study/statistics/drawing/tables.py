"""What is known worst, the hardest cards and the plain counts, in columns."""

from __future__ import annotations

from collections.abc import Sequence

from quiz.study.printable import fitted, glance, padded
from quiz.study.statistics.cards import Hard
from quiz.study.statistics.drawing.lines import Line, pairs
from quiz.study.statistics.groups import ENOUGH, Group
from quiz.study.statistics.meaning import long_time, percent
from quiz.study.statistics.report import Report

NUMBERS = 36
"""Cells of a group's numbers at the right."""

HARD = "  {:>9}  {:>6}  {:>10}"
"""A hard card's numbers: how often forgotten, how often missed in 30 days, and FSRS's difficulty from 1 to 10."""

FACTS = len(HARD.format("", "", ""))

LISTED = 8
"""Groups listed of each sort, or of each document."""


def times(report: Report, width: int) -> list[Line]:
    """Say the days in a row and the time spent."""
    spent, streak = report.spent, report.streak
    return [
        *pairs(width, ("days in a row", f"{streak.current:,}"), ("longest", f"{streak.longest:,}"),
               ("days studied", f"{streak.days:,}"), ("answers", f"{report.answers:,}")),
        *pairs(width, ("today", long_time(spent.today)), ("7 days", long_time(spent.week)),
               ("in all", long_time(spent.total)), ("a card", long_time(spent.per_card))),
    ]  # fmt: skip


def states(report: Report, width: int) -> list[Line]:
    """Count the cards by state."""
    names = ("new", "learning", "young", "mature", "suspended")
    return pairs(width, *((name, f"{getattr(report.cards, name):,}") for name in names))


def shares(report: Report, width: int) -> list[Line]:
    """Say the shares known, of all reviews and by how long the card had been away."""
    kept = report.retention
    named = (("30 days", kept.lately), ("in all", kept.all), ("young", kept.young), ("mature", kept.mature))
    return pairs(width, *((name, f"{percent(rate.share)} of {rate.reviews:,}") for name, rate in named))


def groups(found: Sequence[Group], width: int) -> list[Line]:
    """List groups that were reviewed enough, the weakest first; of sections, those of each document together."""
    enough = [group for group in found if group.rate.reviews >= ENOUGH]
    rows: list[Line] = []
    for document in dict.fromkeys(group.document for group in enough):
        own = [group for group in enough if group.document == document]
        if document:
            rows.append(((fitted(glance(document), width), "bold"),))
        rows += [_group(group, width) for group in own[:LISTED]]
        if len(own) > LISTED:
            rows.append(((f"  and {len(own) - LISTED} more, better known", "faint"),))
    return rows or [((f"  none has come again {ENOUGH} times yet", "faint"),)]


def hard_head(width: int) -> Line:
    """Name the columns of the hardest cards."""
    return ((" " * max(0, width - FACTS) + HARD.format("forgotten", "lately", "difficulty"), "faint"),)


def hard(each: Hard, width: int) -> Line:
    """Return one hard card on one line: its question, and what makes it hard."""
    question = padded(glance(each.card.prompt) or "–", max(8, width - FACTS))
    facts = HARD.format(f"{each.memory.lapses:,}", f"{each.count.missed:,}", f"{each.memory.difficulty:.1f}")
    return (question, ""), (facts, "bold")


def _group(group: Group, width: int) -> Line:
    """Return one group on one line: its name, the share known, of how many reviews, and its bounds."""
    low, high = group.rate.bounds
    room = max(8, min(60, width - 2 - NUMBERS))
    known = f"{percent(group.rate.share):>5} known"
    of = f" of {group.rate.reviews:,}"
    return (
        ("  " + padded(glance(group.name), room), ""),
        (known, "bold"),
        (of.ljust(12), ""),
        (f"{round(low * 100)}-{round(high * 100)} %", "faint"),
    )
