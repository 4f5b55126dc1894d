"""The statistics page by page: each a drawing with the sentence that says what it means."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from quiz.study.statistics.drawing import charts, tables
from quiz.study.statistics.drawing.heatmap import heatmap
from quiz.study.statistics.drawing.lines import EMPTY, Line, prose
from quiz.study.statistics.meaning import meanings
from quiz.study.statistics.report import Report

NOTHING = "Nothing answered yet. Statistics begin with the first answer: `quiz play`."

Draw = Callable[[Report, dict[str, str], int], list[Line]]


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its name in a word, and how it is drawn."""

    name: str
    draw: Draw


def _days(report: Report, meaning: dict[str, str], width: int) -> list[Line]:
    """Draw the year, and say how regular it was and what time it took."""
    told = [*prose(meaning["days"], width), *prose(meaning["time"], width)]
    return [*told, EMPTY, *heatmap(report, width), EMPTY, *tables.times(report, width)]


def _retention(report: Report, meaning: dict[str, str], width: int) -> list[Line]:
    """Draw the share known by week, and count the cards by state."""
    told = [*prose(meaning["retention"], width), EMPTY, *charts.retention(report, width)]
    counted = [*tables.shares(report, width), *tables.states(report, width)]
    return [*told, EMPTY, *counted, *prose(meaning["cards"], width)]


def _forecast(report: Report, meaning: dict[str, str], width: int) -> list[Line]:
    """Draw what comes."""
    return [*prose(meaning["forecast"], width), EMPTY, *charts.forecast(report, width)]


def _hardest(report: Report, meaning: dict[str, str], width: int) -> list[Line]:
    """List the hardest cards."""
    return [*hardest_head(report, meaning, width), *(tables.hard(hard, width) for hard in report.hardest)]


def hardest_head(report: Report, meaning: dict[str, str], width: int) -> list[Line]:
    """Return what stands above the hardest cards: what they cost, and the names of the columns."""
    if not report.hardest:
        return prose("No card was forgotten yet.", width, "faint")
    told = prose(meaning["hardest"], width)
    return [*told, *([EMPTY] if told else []), tables.hard_head(width)]


def _weakest(report: Report, meaning: dict[str, str], width: int) -> list[Line]:
    """List the kinds, tags and parts of documents known worst."""
    rows: list[Line] = []
    for name in ("kinds", "tags", "sections"):
        found = getattr(report, name)
        if found:
            rows += [((name, "bold"),), *prose(meaning[name], width), *tables.groups(found, width), EMPTY]
    return rows[:-1] or prose("No card has come again yet.", width, "faint")


DAYS = Page("days", _days)
RETENTION = Page("retention", _retention)
FORECAST = Page("forecast", _forecast)
HARDEST = Page("hardest", _hardest)
WEAKEST = Page("weakest", _weakest)

PAGES = (DAYS, RETENTION, FORECAST, HARDEST, WEAKEST)


def drawn(page: Page, report: Report, width: int) -> list[Line]:
    """Draw a page at a width; a friendly word where there is no answer yet."""
    if not report.answers:
        return prose(NOTHING, width)
    return page.draw(report, meanings(report), width)
