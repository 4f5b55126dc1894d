"""Asks for a date that is reckoned from another: "Two years later he invaded Iran"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quiz.facts.model import Date
from quiz.questions.draft import Draft
from quiz.questions.inversion import inverted, judged
from quiz.questions.phrase import noun_phrase
from quiz.questions.scene import Scene, head_of
from quiz.questions.when import reckoned, when

# Points for a date the text does not spell out.
DERIVED = 5


def of_derived(scene: Scene, at: int, date: Date) -> Iterator[Draft]:
    """When the clause happened whose time the text gives as a distance from a date told before."""
    sentence = scene.sentences[at]
    words = scene.words(sentence, date.span)
    if not words or date.end or date.grain not in ("year", "month", "day", "season"):
        return
    head = head_of(words)
    gone = {w.i for w in words} | set(sentence.subtree(head.i)) & {w.i for w in words}
    above = sentence.words[head.head]
    if above.pos in ("ADP", "SCONJ") and above.i == words[0].i - 1:
        gone |= {above.i}
    found = scene.clause_of(sentence, head.i)
    kept = {i for i in found.words() if i not in gone} if found else set()
    if any(kept & {w.i for w in scene.words(sentence, d.span)} for d in scene.dates_in(sentence.span) if not d.derived):
        return
    if found is None or head.i in found.subject or set(noun_phrase(sentence, head.i)) - gone - {above.i}:
        return
    question, standing = inverted(scene, at, found, (when(date, "on" if date.grain == "day" else "in"),), gone)
    if not standing:
        return
    text = re.sub(r"\s+", " ", date.text)
    anchor = scene.told_by(at, date.anchors)
    counted = re.sub(r"\s+", " ", scene.document.text[date.anchors[0].start : date.anchors[0].end])
    answer = f"about {reckoned(date)}" if date.modifier == "circa" else reckoned(date)
    draft = Draft(date, sentence, scene.passage(at), answer, question, accept=(text,), evidence=anchor)
    draft = replace(draft, explanation=f"“{text}”, counted from {counted}.")
    yield judged(draft.less(DERIVED, "reckoned from another date"), standing)
