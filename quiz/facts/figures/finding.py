"""Finds the figures of a document: quantities, shares, odds, multiples, ranks and numbered articles."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from quiz.documents.model import ASKED, Block, Document, Span
from quiz.facts.date_words import ORDINALS
from quiz.facts.dates import ordinal
from quiz.facts.figures.bounds import bounded
from quiz.facts.figures.joining import joined
from quiz.facts.figures.numbers import either
from quiz.facts.figures.quantity import Quantity
from quiz.facts.figures.scan import quantities
from quiz.facts.figures.shares import shares
from quiz.facts.figures.single import single
from quiz.facts.model import Date, Figure
from quiz.facts.number_words import MULTIPLES, SMALL, TWICE

MULTIPLE = re.compile(rf"\b(?P<multiple>{either(MULTIPLES)})\b(?!\s(?:back|over|up|down|as\s(?:an?|the)|for)\b)")
TWOFOLD = re.compile(
    rf"\b(?:(?P<twice>{either(TWICE)})(?=\s(?:as|the|its|that|their|his|her|what|more|an?|per|each|every|daily)\b)|"
    rf"(?P<fold>{either(SMALL)})fold\b)",
    re.IGNORECASE,
)
ARTICLE = re.compile(r"\b(?P<kind>Article|Section|Chapter|Amendment|Resolution)\s+(?P<number>[0-9]{1,4})\b(?!\.[0-9])")
RANKED = re.compile(
    rf"(?<![\w-])(?P<ordinal>{either(ORDINALS[2:])}|[0-9]{{1,3}}(?:st|nd|rd|th))[\s-](?=(?:most|largest|biggest|smallest|"
    r"highest|lowest|longest|shortest|oldest|youngest|richest|poorest|busiest|deepest|tallest|fastest|heaviest|best|"
    r"president|prime|king|queen|emperor|pope|amendment|anniversary|governor|chancellor|edition|symphony|parallel|"
    r"child|son|daughter|attempt)\b)|"
    rf"(?<=\bthe\s)(?P<nth>{either(ORDINALS[3:])})\s(?=(?:[a-z]+\s){{1,2}}to\s[a-z])",
    re.IGNORECASE,
)


def find_figures(document: Document, dates: Sequence[Date]) -> list[Figure]:
    """Every figure of the asked blocks that is no part of a date but of one reckoned from it, in order of the text."""
    dates = [date for date in dates if not date.derived]
    starts = [date.span.start for date in dates]
    found: list[Figure] = []
    for block in document.blocks:
        if block.kind in ASKED:
            first, last = bisect_left(starts, block.span.start), bisect_left(starts, block.span.end)
            here = [date.span for date in dates[first:last]]
            found += _undated(_in_block(document.text, block), here)
    return found


def _undated(figures: Iterator[Figure], dates: Sequence[Span]) -> Iterator[Figure]:
    """Figures that overlap no date; a measured one that goes on behind a date is no date ("1000–2000 K")."""
    at = 0
    for figure in figures:
        while at < len(dates) and dates[at].end <= figure.whole.start:
            at += 1
        over = at < len(dates) and dates[at].start < figure.span.end and dates[at].end > figure.span.start
        if not over or (figure.unit and dates[at].start >= figure.span.start and dates[at].end < figure.span.end):
            yield figure


def _in_block(text: str, block: Block) -> Iterator[Figure]:
    begin, end = block.span.start, block.span.end
    found = [*_written_out(text, begin, end)]
    found += [_figure(text, quantity) for quantity in joined(text, quantities(text, begin, end))]
    at = begin
    for figure in sorted(found, key=lambda f: (f.span.start, -f.span.end)):
        if figure.span.start >= at:
            at = figure.span.end
            yield figure


def _written_out(text: str, begin: int, end: int) -> Iterator[Figure]:
    """Figures that are no number with a unit: shares, odds, multiples, ranks, articles."""
    yield from shares(text, begin, end)
    yield from single(text, begin, end)
    for m in MULTIPLE.finditer(text, begin, end):
        yield Figure(Span(*m.span()), Span(*m.span()), m.group(), MULTIPLES[m["multiple"]], "multiple")
    for m in TWOFOLD.finditer(text, begin, end):
        times = TWICE[m["twice"].lower()] if m["twice"] else float(SMALL[m["fold"].lower()])
        yield bounded(text, Span(*m.span()), times, "multiple")
    for m in RANKED.finditer(text, begin, end):
        told = "ordinal" if m["ordinal"] else "nth"
        if rank := ordinal(m[told]):
            yield Figure(Span(*m.span(told)), Span(*m.span(told)), m[told], float(rank), "ordinal")
    for m in ARTICLE.finditer(text, begin, end):
        yield Figure(Span(*m.span()), Span(*m.span()), m.group(), float(m["number"]), m["kind"].lower())


def _figure(text: str, found: Quantity) -> Figure:
    start = found.start
    figure = bounded(text, Span(start, found.end), found.value, found.unit)
    return Figure(
        figure.span,
        figure.whole,
        figure.text,
        found.value,
        found.unit,
        figure.bound,
        found.per,
        found.high,
        _role(text, figure.whole),
    )


def _role(text: str, span: Span) -> str:
    """Which part of a change it is: "from" or "to" what, or "by" how much."""
    lead = re.search(r"\b(from|to|by)\s(?:an?\s|the\s)?$", text[max(0, span.start - 9) : span.start].lower())
    return lead[1] if lead else ""
