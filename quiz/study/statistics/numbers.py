"""A report as plain numbers, for programs; docs/statistics.md says what each of them is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from quiz.study.model import Day
from quiz.study.scheduling.days import date_of
from quiz.study.statistics.cards import Hard
from quiz.study.statistics.groups import Group
from quiz.study.statistics.meaning import meanings
from quiz.study.statistics.proportion import Rate
from quiz.study.statistics.report import Report

FORMAT = 1
"""Raised only if a number changes its meaning; new ones may be added at any time."""


def numbers(report: Report) -> dict[str, Any]:
    """Return all numbers of a report, of types that JSON has."""
    return {
        "format": FORMAT,
        "today": _date(report.today),
        "decks": report.decks,
        "answers": report.answers,
        "cards": _cards(report),
        "days": [
            {"day": _date(day), "answers": count.answers, "known": count.known, "seconds": count.milliseconds / 1000,
             "reviews": count.reviews.reviews, "reviews_known": count.reviews.known}
            for day, count in report.days.items()
        ],
        "streak": {name: getattr(report.streak, name) for name in ("current", "longest", "days")},
        "time": {name: getattr(report.spent, name) for name in ("today", "week", "total", "per_card", "per_answer")},
        "retention": _retention(report),
        "forecast": _forecast(report),
        "hardest": [_hard(hard) for hard in report.hardest],
        "kinds": _groups(report.kinds),
        "tags": _groups(report.tags),
        "sections": [{"document": group.document, **_group(group)} for group in report.sections],
        "meaning": meanings(report),
    }  # fmt: skip


def _cards(report: Report) -> Mapping[str, int]:
    """Return the cards by state."""
    cards = report.cards
    found = {name: getattr(cards, name) for name in ("new", "learning", "young", "mature", "suspended", "total")}
    return found | {"removed": report.removed}


def _retention(report: Report) -> dict[str, Any]:
    """Return the shares known."""
    kept = report.retention
    parts = {name: _rate(getattr(kept, name)) for name in ("all", "lately", "young", "mature")}
    weeks = [{"week": _date(week.monday), **_rate(week.rate)} for week in kept.weeks]
    return {"goal": kept.goal, **parts, "weeks": weeks}


def _forecast(report: Report) -> dict[str, Any]:
    """Return what comes due."""
    coming = report.forecast
    days = [{"day": _date(report.today + at), "due": due} for at, due in enumerate(coming.days)]
    return {"overdue": coming.overdue, "days": days, "later": coming.later}


def _hard(hard: Hard) -> dict[str, Any]:
    """Return one of the hardest cards."""
    return {
        "deck": hard.deck.id,
        "card": hard.card.id,
        "question": hard.card.prompt,
        "answer": hard.card.answer,
        "difficulty": round(hard.memory.difficulty, 3),
        "lapses": hard.memory.lapses,
        "missed_lately": hard.count.missed,
        "answers": hard.count.answers,
        "seconds": hard.count.milliseconds / 1000,
    }


def _groups(groups: Sequence[Group]) -> list[dict[str, Any]]:
    """Return groups, most surely weak first."""
    return [_group(group) for group in groups]


def _group(group: Group) -> dict[str, Any]:
    """Return one group of cards."""
    return {"name": group.name, "cards": group.cards, **_rate(group.rate)}


def _rate(rate: Rate) -> dict[str, Any]:
    """Return a share with the bounds it is known within; null where there is none."""
    low, high = rate.bounds if rate.reviews else (None, None)
    return {"reviews": rate.reviews, "known": rate.known, "share": rate.share, "low": low, "high": high}


def _date(day: Day) -> str:
    """Return a day as `2026-11-22`."""
    return f"{date_of(day):%Y-%m-%d}"
