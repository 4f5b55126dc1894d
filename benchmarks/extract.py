"""The finders in the form extraction benchmarks want: `(start, end, type, value)` tuples of a bare text."""

from __future__ import annotations

import re

from benchmarks.quotations import Told, attributed
from benchmarks.timex3 import marked, timex3
from quiz.documents.model import Block, BlockKind, Document, Span
from quiz.facts.dates import find_dates
from quiz.facts.figures import find_figures, measure
from quiz.facts.figures.currencies import NAMES
from quiz.facts.figures.numbers import either
from quiz.facts.language import parse
from quiz.facts.model import Date, Figure
from quiz.facts.number_words import SMALL
from quiz.facts.unit_words import DIMENSIONS

NAMED = frozenset(("article", "section", "chapter", "amendment", "resolution", "ordinal"))
"""Kinds of figure that measure nothing: names and ranks."""
IMPLIED = re.compile(r"(?:doubled|tripled|trebled|quadrupled|quintupled|halved|twice|thrice)\b", re.IGNORECASE)
SPAN_OF_TIME = re.compile(
    rf"(?<!\w)(?:\d+|{either(SMALL)})[\s-](?:second|minute|hour|day|week|month|year|decade)s?\b", re.IGNORECASE
)


def as_document(text: str) -> Document:
    """A document of one body block per paragraph."""
    blocks, at = [], 0
    for part in text.split("\n\n"):
        blocks.append(Block(BlockKind.body, Span(at, at + len(part))))
        at += len(part) + 2
    return Document("-", "", text, tuple(blocks))


def dates(text: str, reference_date: str | None = None) -> list[tuple[int, int, str, str | None]]:
    """Time expressions with their TIMEX3 type and value; the reference date is the day the text was written."""
    blocks = [block.span for block in as_document(text).blocks]
    return [(t.span.start, t.span.end, t.kind, timex3(t.value)) for t in marked(text, blocks, reference_date)]


def figures(text: str) -> list[tuple[int, int, str, dict[str, object]]]:
    """Figures with their values, units and what they measure; a count has what it counts for its unit."""
    document = as_document(text)
    calendar = _calendar(document)
    found = [f for f in find_figures(document, calendar) if f.unit not in NAMED and not IMPLIED.match(f.text)]
    measured = measure(found, parse(document, calendar))
    return [_as_quantity(text, figure) for figure in measured]


def money(text: str) -> list[tuple[int, int, str, dict[str, object]]]:
    """The figures that are sums of money."""
    return [_as_quantity(text, figure) for figure in _found(text) if figure.unit.startswith("money:")]


def dimensions(text: str) -> list[tuple[int, int, str, dict[str, object]]]:
    """The figures that are lengths, areas, volumes, masses, speeds, angles or amounts of data."""
    return [_as_quantity(text, figure) for figure in _found(text) if set(figure.unit.split(" per ")) & DIMENSIONS]


def _found(text: str) -> list[Figure]:
    document = as_document(text)
    return find_figures(document, _calendar(document))


def _calendar(document: Document) -> list[Date]:
    """The dates but for spans of time told in numbers ("five years ago"), which are figures too."""
    return [d for d in find_dates(document) if not SPAN_OF_TIME.search(d.text)]


def _as_quantity(text: str, figure: Figure) -> tuple[int, int, str, dict[str, object]]:
    value = figure.value if figure.high is None else (figure.value, figure.high)
    named = [text[span.start : span.end] for span in (figure.measured, figure.holder) if span]
    return (
        figure.span.start,
        figure.span.end,
        figure.unit,
        {
            "value": value,
            "unit": _unit_name(text, figure),
            "concept": " ".join(named) or None,
        },
    )


def _unit_name(text: str, figure: Figure) -> str | None:
    """The unit in full: of money the currency's name, of a bare count what is counted."""
    unit = figure.unit
    if not unit:
        return _counted(text, figure)
    if unit in ("age", "share", "multiple"):
        return {"age": "year", "multiple": "times"}.get(unit)
    if unit.startswith("money:"):
        unit = "dollar" if unit == "money:USD" else NAMES.get(unit[6:], unit[6:])
    unit = unit.removesuffix(" of temperature")
    return f"{unit} per {figure.per}" if figure.per else unit


def _counted(text: str, figure: Figure) -> str | None:
    """The noun a bare number stands before."""
    if joined := re.match(r"-([a-z]+)\b", text[figure.span.end : figure.span.end + 20]):
        return joined[1]
    if figure.measured is None or figure.measured.start < figure.span.end:
        return None
    phrase = re.split(r"\s(?:of|in|for|on|to|from|with|by|at)\s", text[figure.measured.start : figure.measured.end])[0]
    return phrase.split()[-1]


def quotes(text: str) -> list[tuple[int, int, str, Told]]:
    """Quoted stretches with their speaker, named or not, and the place of the mention."""
    return attributed(text)
