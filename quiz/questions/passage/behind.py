"""Asks a question behind the sentences before it: "A weak cabinet followed Rhee. How many months did it last?"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quiz.documents.model import BlockKind
from quiz.facts.model import Sentence
from quiz.questions.draft import Draft
from quiz.questions.faults.alone import YEAR
from quiz.questions.faults.dangling import BODY, LATER
from quiz.questions.faults.fairness import gives_away
from quiz.questions.passage.links import FARTHEST, Told, linked, spared
from quiz.questions.passage.opening import openings, own_part, whole
from quiz.questions.reference.titles import UPPER
from quiz.questions.scene import Scene

TOGETHER = 64
"""Words of what is told and the question."""
COST = 10
"""Points a question loses for what is told before it."""
TURNS = re.compile(r"\b(?:however|therefore|former|latter|ago|[Yy]ou|[Yy]our)\b|^However\b|[?!]")
"""What a sentence that goes on may not hold."""
BEHIND = "behind its passage"


Openings = dict[tuple[int, int], list[tuple[str, Sequence[int]]]]
"""What can be told first of a sentence, by its place and the end of the part, for all that is asked behind it."""


def behind(scene: Scene, draft: Draft, known: Openings) -> Draft | None:
    """A draft with the sentences before it told first; None where they do not stand alone, or do not tell who "he" is.

    The nearest are told; the first of them by itself, the others as they stand. What is found out is noted in `known`.
    """
    if not draft.question:
        return None
    for first, told in _told(scene, draft):
        held = any(sentence.words[i].held for sentence, part in told[1:] for i in part)
        if held or not linked(scene, draft, told):
            continue
        rest = [whole(scene, scene.place(sentence), part) for sentence, part in told[1:]]
        if any(TURNS.search(text) for text in rest):
            continue
        key = (first, told[0][1][-1])
        if key not in known:
            known[key] = list(openings(scene, draft, first, told[0][1]))
        for opening, kept in known[key]:
            text = " ".join([opening, *rest])
            clear = not (_unclear(scene, draft, text) or gives_away(draft, text))
            short = len(text.split()) + len(draft.question.split()) <= TOGETHER
            if short and clear and linked(scene, draft, [(told[0][0], kept), *told[1:]]):
                spans = [scene.passage(scene.place(s)) for s, _ in told if s is not draft.sentence]
                spans = list(dict.fromkeys([*draft.evidence, *spans]))
                return replace(draft, lead_in=text, evidence=tuple(spans), told="").less(COST, BEHIND)
    return None


def _unclear(scene: Scene, draft: Draft, text: str) -> bool:
    """Whether "a year later" counts from one of several dates that are told, or "the Fund" is told but not named."""
    several = LATER.search(draft.question) is not None and len(set(YEAR.findall(text))) > 1
    full = f"{scene.document.title} {text}"
    bodies = (body[1] for body in BODY.finditer(text))
    return several or any(not re.search(rf"(?!The ){UPPER}\w+ {body}\b|\b{body} (?:of|for) ", full) for body in bodies)


def _told(scene: Scene, draft: Draft) -> Iterator[tuple[int, Told]]:
    """What may be told before a draft, the nearest first, with the place of its first sentence."""
    at, own = scene.place(draft.sentence), own_part(draft)
    here = [(draft.sentence, own)] if own else []
    if here:
        yield at, here
    before: list[tuple[Sentence, range]] = []
    for first in range(at - 1, max(at - 1 - FARTHEST, -1), -1):
        sentence = scene.sentences[first]
        if not _goes_on(sentence, scene.sentences[first + 1], near=first == at - 1):
            return
        before.insert(0, (sentence, range(len(sentence.words))))
        if len(before) == FARTHEST and spared(draft, before[1][0]):
            yield first, before[:1]
        if len(before) + len(here) <= FARTHEST:
            yield first, [*before, *here]
        if here:
            yield first, before


def _goes_on(before: Sentence, sentence: Sentence, *, near: bool) -> bool:
    """Whether a sentence goes on from another: in its paragraph, or as the first of the next one."""
    one, other = before.block, sentence.block
    if one is other:
        return one.kind is not BlockKind.item
    body = one.kind is BlockKind.body and other.kind is BlockKind.body
    return near and body and one.section == other.section
