"""The finders in the form extraction benchmarks want: `(start, end, type, value)` tuples of a bare text."""

from __future__ import annotations

from benchmarks.timex3 import marked, timex3
from quiz.documents.model import Block, BlockKind, Document, Span
from quiz.facts.dates import find_dates
from quiz.facts.figures import find_figures
from quiz.facts.language import parse
from quiz.facts.names import find_people
from quiz.facts.quotes import find_quotes


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


def figures(text: str) -> list[tuple[int, int, str, float]]:
    """Figures with their values."""
    document = as_document(text)
    return [(f.span.start, f.span.end, f.unit, f.value) for f in find_figures(document, find_dates(document))]


def quotes(text: str) -> list[tuple[int, int, str, dict[str, object]]]:
    """Quoted stretches with the speaker's fullest name and the place of the mention."""
    document = as_document(text)
    sentences = parse(document)
    found = find_quotes(document, sentences, find_people(sentences))
    return [
        (part.start, part.end, "QUOTE", {"speaker": q.speaker, "span": (q.mention.start, q.mention.end)})
        for q in found
        if q.mention
        for part in q.parts
    ]
