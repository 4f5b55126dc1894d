"""The blocks of a document that are not read for facts, and how much there would have been in them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from quiz.documents.model import ASKED, BlockKind, Document, Span
from quiz.facts.dates import find_dates
from quiz.facts.figures import find_figures
from quiz.questions.outcome import Outcome

NAMES = frozenset({BlockKind.title, BlockKind.heading})
"""Blocks that are used, though not asked about."""
BEGINNING = 300
"""Characters of a block that are told of it."""


def omissions(document: Document) -> Iterator[Outcome]:
    """Every block that is neither asked about nor a heading, with its kind and what dates and figures stand in it."""
    left = [block for block in document.blocks if block.kind not in ASKED | NAMES]
    if not left:
        return
    read = replace(document, blocks=tuple(replace(block, kind=BlockKind.body) for block in left))
    dates = find_dates(read)
    figures = find_figures(read, dates)
    spans = [("date", date.span) for date in dates] + [("figure", figure.span) for figure in figures]
    places = sorted((span.start, kind) for kind, span in spans)
    at = 0
    for block in left:
        held: Counter[str] = Counter()
        while at < len(places) and places[at][0] < block.span.end:
            held[places[at][1]] += 1
            at += 1
        text = document.verbatim(Span(block.span.start, min(block.span.end, block.span.start + BEGINNING)))
        text = re.sub(r"\s+", " ", text).strip()
        yield Outcome(block.kind.value, document.line(block.span.start), text, reasons=(_said(held),))


def _said(held: Counter[str]) -> str:
    """Say what was left out with a block."""
    counts = [f"{count} {kind}{'s' * (count > 1)}" for kind, count in sorted(held.items())]
    return f"is not asked about{', nor its ' if counts else ''}{' and '.join(counts)}"
