"""Dates within a question: those reckoned from others spelled out, and those told without their year completed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import zip_longest

from quiz.documents.model import Document, Span
from quiz.facts.model import Date, Sentence, Word
from quiz.questions.clauses.when import completed, month_first, reckoned, spelled_out
from quiz.questions.reference.replaced import Standing

PAIRED = 10
"""Characters between two dates that have one year between them: "from 3 May to 6 June"."""


def spell_dates(
    document: Document,
    sentences: Sequence[Sentence],
    dates: Sequence[Date],
    at: int,
    kept: Sequence[int],
    found: Standing,
) -> set[int]:
    """Put the date itself for one reckoned from another ("in 1911"), and the year behind a day told without it."""
    sentence, spelled = sentences[at], set[int]()
    span = sentence.span
    first = bisect_left(dates, span.start, key=_start)
    here = dates[first : bisect_left(dates, span.end, key=_start)]
    for date, following in zip_longest(here, here[1:]):
        words = [i for i in kept if date.span.start <= sentence.words[i].start < date.span.end]
        if not words:
            continue
        if not date.derived:
            paired = following and following.span.start - date.span.end <= PAIRED
            if not paired and not any(sentence.words[i].text == date.value[:4] for i in kept):
                found.instead[words[-1]] = sentence.words[words[-1]].text + completed(date)
                found.evidence += _holding(sentences, date.anchors, sentence)
            continue
        first_of_month = month_first(document.text[date.anchors[0].start :]) if date.anchors else False
        led = words[0] > 0 and _leads(sentence.words[words[0] - 1])
        told = (reckoned if led else spelled_out)(date, month_first=first_of_month)
        found.instead |= dict.fromkeys(words, "") | {words[0]: told}
        found.evidence += _holding(sentences, date.anchors, sentence)
        spelled |= set(words)
    return spelled


def _leads(word: Word) -> bool:
    """Whether a word leads a time: a preposition, but not the particle of "came out that June"."""
    return (word.pos == "ADP" and word.dep != "prt") or word.lower in ("since", "until", "till", "before", "after")


def _holding(sentences: Sequence[Sentence], spans: Sequence[Span], here: Sentence) -> list[Sentence]:
    """The sentences in which spans begin, but for this one."""
    told = [(span, bisect_right(sentences, span.start, key=_begins) - 1) for span in spans]
    found = [sentences[at] for span, at in told if at >= 0 and span.overlaps(sentences[at].span)]
    return [sentence for sentence in found if sentence is not here]


def _start(date: Date) -> int:
    return date.span.start


def _begins(sentence: Sentence) -> int:
    return sentence.span.start
