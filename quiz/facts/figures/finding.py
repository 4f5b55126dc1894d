"""Finds the figures of a document: quantities, shares, odds, multiples, ranks and numbered articles."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from quiz.documents.model import ASKED, Block, Document, Span
from quiz.facts.date_words import ORDINALS
from quiz.facts.dates import ordinal
from quiz.facts.figures.joining import joined
from quiz.facts.figures.numbers import either, fraction, number_value
from quiz.facts.figures.quantity import Quantity
from quiz.facts.figures.scan import quantities
from quiz.facts.figures.units import Unit, unit_behind
from quiz.facts.model import Date, Figure
from quiz.facts.number_words import BOUNDS, FRACTIONS, MULTIPLES, SMALL, SYMBOL_BOUNDS, TWICE

BOUND = re.compile(rf"\b(?P<bound>{either(BOUNDS)})\s+(?:the\s+|a\s+)?$", re.IGNORECASE)
SYMBOL_BOUND = re.compile(rf"(?P<bound>[{''.join(SYMBOL_BOUNDS)}])\s?$")
BOUND_BEHIND = re.compile(r"\s+or\s+(?P<bound>more|less|fewer|higher|above|over|below|under)\b|(?P<plus>\+)(?=\s[a-z])")
BEHIND = {"more": "at least", "higher": "at least", "above": "at least", "over": "at least"}
_PART = rf"(?P<part>{either(FRACTIONS)})\b"
SHARE = re.compile(
    rf"(?<![\w-])(?:(?P<top>an?|{either(SMALL)})[\s-]+)?{_PART}"
    r"(?=\s+(?:of|from|as|less|more|fewer|that|to)\b|[,.;)]|\s+(?:the|its|their|his|her|our|all|in|a|an)\b|[\s-])",
    re.IGNORECASE,
)
NO_SHARE = re.compile(
    r"\b(?:first|second|third|last|latter|former|other|better|lower|upper|eastern|western|northern|southern|this|that|"
    r"next|past|each|early|later|opening|current|final|same|fourth|every|previous|per|the|one|top|bottom)[\s-]$",
    re.IGNORECASE,
)
_MANY = rf"(?:{either(SMALL)}|[0-9]{{1,3}})"
ODDS = re.compile(
    rf"(?<![\w.,$£€-])(?P<top>{_MANY})\s(?P<link>in|out\sof)\s(?P<every>every\s|each\s|a\s)?"
    rf"(?P<all>{_MANY}|hundred|thousand|million|[0-9]{{1,3}}(?:,[0-9]{{3}})+|1000|10000)\b"
    r"(?![,.-]?[0-9]|\s(?:percent|hundred|thousand|million|billion)|-)",
    re.IGNORECASE,
)
MULTIPLE = re.compile(rf"\b(?P<multiple>{either(MULTIPLES)})\b(?!\s(?:back|over|up|down|as\s(?:an?|the)|for)\b)")
TWOFOLD = re.compile(
    rf"\b(?:(?P<twice>{either(TWICE)})(?=\s(?:as|the|its|that|their|his|her|what|more|an?|per|each|every|daily)\b)|(?P<fold>{either(SMALL)})fold\b)",
    re.IGNORECASE,
)
ARTICLE = re.compile(r"\b(?P<kind>Article|Section|Chapter|Amendment|Resolution)\s+(?P<number>[0-9]{1,4})\b(?!\.[0-9])")
RANKED = re.compile(
    rf"\b(?P<ordinal>{either(ORDINALS[2:])}|[0-9]{{1,3}}(?:st|nd|rd|th))[\s-](?=(?:most|largest|biggest|smallest|"
    r"highest|lowest|longest|shortest|oldest|youngest|richest|poorest|busiest|deepest|tallest|fastest|heaviest|best|"
    r"president|prime|king|queen|emperor|pope|amendment|anniversary|governor|chancellor|edition|symphony)\b)",
    re.IGNORECASE,
)
ROUND = frozenset((3, 4, 5, 10, 20, 50, 100, 1000, 10_000, 100_000))
"""What a number of digits is told to be a part of: "4 in 10"."""
_ARTICLE = re.compile(r"(?:\s+of)?\s+an?(?=\s)|\s+of\s+one(?=\s)")
REACH = 30
"""Characters before a figure within which its approximation ends."""


def find_figures(document: Document, dates: Sequence[Date]) -> list[Figure]:
    """Every figure of the asked blocks that is no part of a date, in the order of the text."""
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
    yield from (figure for m in SHARE.finditer(text, begin, end) if (figure := _share(m, end)))
    yield from (figure for m in ODDS.finditer(text, begin, end) if (figure := _odds(m)))
    for m in MULTIPLE.finditer(text, begin, end):
        yield Figure(Span(*m.span()), Span(*m.span()), m.group(), MULTIPLES[m["multiple"]], "multiple")
    for m in TWOFOLD.finditer(text, begin, end):
        times = TWICE[m["twice"].lower()] if m["twice"] else float(SMALL[m["fold"].lower()])
        yield _bounded(text, Span(*m.span()), times, "multiple")
    for m in RANKED.finditer(text, begin, end):
        if rank := ordinal(m["ordinal"]):
            yield Figure(Span(*m.span("ordinal")), Span(*m.span("ordinal")), m["ordinal"], float(rank), "ordinal")
    for m in ARTICLE.finditer(text, begin, end):
        yield Figure(Span(*m.span()), Span(*m.span()), m.group(), float(m["number"]), m["kind"].lower())


def _figure(text: str, found: Quantity) -> Figure:
    start = found.start
    figure = _bounded(text, Span(start, found.end), found.value, found.unit)
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


def _bounded(text: str, span: Span, value: float, unit: str) -> Figure:
    """A figure with the approximation before or behind it."""
    found = BOUND.search(text, max(0, span.start - REACH), span.start) or SYMBOL_BOUND.search(
        text, max(0, span.start - 3), span.start
    )
    behind = BOUND_BEHIND.match(text, span.end)
    whole = Span(found.start("bound") if found else span.start, behind.end() if behind and not found else span.end)
    bound = ""
    if found:
        bound = re.sub(r"\s+", " ", found["bound"].lower())
        bound = SYMBOL_BOUNDS.get(bound, bound)
    elif behind:
        bound = "more than" if behind["plus"] else BEHIND.get(behind["bound"], "at most")
    return Figure(span, whole, text[span.start : span.end], value, unit, bound)


def _share(match: re.Match[str], end: int) -> Figure | None:
    """A part of a whole in words, or of a unit: "two thirds of the city", "half a mile"."""
    text, part, top = match.string, match["part"].lower(), match["top"]
    if (not top and part != "half") or NO_SHARE.search(text, max(0, match.start() - 12), match.start()):
        return None
    value = fraction(top or "a", part)
    if unit := _part_of_unit(text, match.end(), end, part):
        return _bounded(text, Span(match.start(), unit.end), value, unit.name)
    plural = part.endswith("s") or (part == "half" and not top)
    following = text[match.end() : match.end() + 8].lower()
    if re.match(r"\s+of\b", following) or (
        part == "half" and re.match(r"\s+(?:the|its|their|his|her|our|all)\b", following)
    ):
        return _bounded(text, Span(*match.span()), value, "share")
    if (plural or re.match(r"\s+as\b", following)) and re.match(
        r"[,.;)]|\s+(?:from|in|as|less|more|fewer|that|to)\b", following
    ):
        return _bounded(text, Span(*match.span()), value, "share")
    return None


def _part_of_unit(text: str, at: int, end: int, part: str) -> Unit | None:
    """The unit a fraction is a part of: "half a mile", "a quarter mile", "two thirds of a mile"."""
    article = _ARTICLE.match(text, at)
    if article is None and (part not in ("half", "quarter") or text[at : at + 1] == "-" != text[at - 5 : at - 4]):
        return None
    unit = unit_behind(text, article.end() if article else at, digits=False)
    dated = unit and unit.name in ("century", "year", "month", "age", "times") and not article
    return None if unit is None or unit.end > end or dated or (unit.name == "percent" and not article) else unit


def _odds(match: re.Match[str]) -> Figure | None:
    """So many of so many: "one in five", "two out of three"."""
    top, whole = number_value(match["top"]), number_value(match["all"])
    if top is None or not whole or top >= whole:
        return None
    told = match["link"].lower() != "in" or match["every"] or not match["top"].isdigit() or top == 1 or whole in ROUND
    behind = match.string[match.end() : match.end() + 12]
    if (
        not told
        or unit_behind(match.string, match.end(), digits=False)
        or (match["link"] == "in" and 1000 < whole < 2100)
    ):
        return None
    if behind[:1] == "," and match["link"] == "in" and match["all"].isdigit() and re.match(r",\s?[0-9]", behind):
        return None
    return _bounded(match.string, Span(*match.span()), top / whole, "share")
