"""Asks for dates and figures that stand inside a quotation: a gap in the words of the speaker."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from quiz.documents.model import Span
from quiz.facts.model import Date, Figure, Quote, Sentence
from quiz.facts.unit_words import TIME_UNITS
from quiz.questions.answers import answer_of
from quiz.questions.draft import Draft
from quiz.questions.scene import Scene
from quiz.questions.when import written

LONGEST, WEIGHTY = 40, 100
LOOSE = re.compile(
    r"^(?:this|that|these|those|it|they|he|she|and|but|so)\b|"
    r"\b(?:this|that) (?:year|month|day|week|time)\b|\b(?:he|she|them|him)\b",
    re.IGNORECASE,
)


def ask_spoken(scene: Scene) -> Iterator[Draft]:
    """A cloze for every date or figure in a whole sentence of a quotation whose speaker is known."""
    facts: list[Date | Figure] = [*scene.facts.dates, *scene.facts.figures]
    parts = sorted(((part, at) for at, q in enumerate(scene.facts.quotes) for part in q.parts), key=lambda p: p[0])
    spoken = [s for s in scene.facts.sentences if s.spoken]
    spoken.sort(key=lambda s: s.span)
    for fact in facts:
        span = fact.whole if isinstance(fact, Figure) else fact.span
        part = bisect_right(parts, span.start, key=lambda p: p[0].start) - 1
        sentence = bisect_right(spoken, span.start, key=lambda s: s.span.start) - 1
        if min(part, sentence) >= 0 and span in parts[part][0] and span in spoken[sentence].span and _worth(fact):
            yield from _drafts(scene, fact, span, scene.facts.quotes[parts[part][1]], spoken[sentence])


def _worth(fact: Date | Figure) -> bool:
    """Whether what somebody said is told as a fact: a few of anything are only a manner of speaking."""
    if isinstance(fact, Date):
        return True
    return fact.unit not in ("", "share", "multiple", "ordinal", "age", *TIME_UNITS) or (
        fact.value >= WEIGHTY and fact.measured is not None
    )


def _drafts(scene: Scene, fact: Date | Figure, span: Span, quote: Quote, spoken: Sentence) -> Iterator[Draft]:
    text = scene.document.text
    start, end = spoken.span.start, spoken.span.end
    part = next(p for p in quote.parts if span in p)
    said = text[start:end]
    whole = said[:1].isupper() and (said[-1:] in ".!?" or end >= part.end - 1)
    if not whole or LOOSE.search(said) or not 6 <= len(said.split()) <= LONGEST:
        return
    gapped = text[start : span.start] + "{{" + text[span.start : span.end] + "}}" + text[span.end : end]
    gapped = re.sub(r"\s+", " ", gapped).rstrip(",").replace("“", "‘").replace("”", "’")
    closing = "" if gapped[-1:] in ".!?" else "."
    answer = written(fact) if isinstance(fact, Date) else answer_of(fact)
    passage = Span(min(start - 1, quote.sentence.span.start), max(end + 1, quote.sentence.span.end))
    passage = Span(max(passage.start, spoken.block.span.start), min(passage.end, spoken.block.span.end))
    if len(text[passage.start : passage.end].split()) > 120:
        passage = spoken.span
    draft = Draft(fact, quote.sentence, passage, answer, cloze=f"{quote.speaker} said: “{gapped}{closing}”", score=78)
    yield replace(draft, evidence=(quote.evidence,) if quote.evidence else (), reasons=("cloze of a quotation",))
