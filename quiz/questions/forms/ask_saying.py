"""Asks when something was said or written: "In what year did Roosevelt tell an audience at Berkeley, “I took it”?"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quiz.facts.model import Date, Quote, Sentence, Word
from quiz.questions.clauses.clause import governor
from quiz.questions.clauses.phrase import noun_phrase, phrase
from quiz.questions.clauses.verb_forms import base
from quiz.questions.clauses.when import when, written
from quiz.questions.draft import Draft
from quiz.questions.forms.excerpt import excerpt, fragment, words_in
from quiz.questions.forms.said import DIRECT
from quiz.questions.forms.time_phrase import time_phrase
from quiz.questions.scene import Scene

FEWEST, MOST = 4, 28
"""Words of a quotation that says what is meant, and does not make the question too long."""
SEVERAL = re.compile(r"[.!?]\s+\S")
"""What shows that a quotation is more than one sentence."""
ADDRESSED = ("dobj", "dative")
PLACED = frozenset("to at in before".split())


def of_saying(scene: Scene, at: int, date: Date, words: Sequence[Word]) -> Iterator[Draft]:
    """The date says when words that are quoted were said or written."""
    sentence = scene.sentences[at]
    told = time_phrase(sentence, words)
    verb = governor(sentence, told.top.i) if told else None
    if told is None or verb is None or verb.lemma not in DIRECT or verb.tag not in ("VBD", "VBN"):
        return
    quote = _quoted(scene, sentence, verb)
    shown = excerpt(scene, quote) if quote else ""
    if quote is None or fragment(shown) or SEVERAL.search(shown) or not FEWEST <= len(words_in(shown)) <= MOST:
        return
    kept = [i for i in _behind(sentence, verb) if i not in told.gone]
    standing = scene.referents.stand(at, kept)
    if standing is None or standing.doubts:
        return
    behind = f" {scene.stated(at, kept, standing)}" if kept else ""
    question = f"{when(date, told.preposition)} did {quote.speaker} {base(verb)}{behind}, “{shown}”"
    passage = scene.passage(at)
    draft = Draft(date, sentence, passage, written(date), question if shown.endswith("?") else f"{question}?")
    beyond = [part for part in quote.parts[:1] if part.start < passage.start or part.end > passage.end]
    evidence = (*scene.told_by(at, date.anchors), *beyond, *([quote.evidence] if quote.evidence else []))
    yield replace(draft, evidence=evidence)


def _quoted(scene: Scene, sentence: Sentence, verb: Word) -> Quote | None:
    """The quotation whose cue is a verb."""
    return next((q for q in scene.facts.quotes if q.sentence is sentence and q.cue == verb.i and not q.block), None)


def _behind(sentence: Sentence, verb: Word) -> Iterator[int]:
    """To whom and where it was said."""
    for child in sentence.children[verb.i]:
        word = sentence.words[child]
        if child < verb.i or word.held:
            continue
        if word.dep in ADDRESSED and word.pos != "PUNCT":
            yield from noun_phrase(sentence, child)
        elif word.dep == "prep" and word.lower in PLACED:
            yield from phrase(sentence, child)
