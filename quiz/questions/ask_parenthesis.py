"""Asks for a date that stands alone in parentheses: of an event named before it, or of what the clause tells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.facts.model import Date, Sentence, Word
from quiz.questions.ask_event import EVENTS, of_event
from quiz.questions.draft import Draft
from quiz.questions.inversion import asked, inverted, judged
from quiz.questions.phrase import noun_phrase
from quiz.questions.salience import TIMES
from quiz.questions.scene import Scene
from quiz.questions.when import when, written

ALONE = re.compile(r"\(\s?(?:in|on)?\s?$", re.IGNORECASE)
LATER = frozenset("later earlier afterwards after before time".split())


def of_parenthesis(scene: Scene, at: int, date: Date) -> Iterator[Draft]:
    """The date of "the Tennis Court Oath (20 June 1789)" or of "he left two years later (218 BC)"."""
    text, sentence = scene.document.text, scene.sentences[at]
    opening = text.rfind("(", max(0, date.span.start - 5), date.span.start)
    if opening < 0 or not ALONE.search(text[opening : date.span.start]) or text[date.span.end] != ")" or date.modifier:
        return
    before = [w for w in sentence.words if w.end <= opening]
    if not before:
        return
    noun = _event(sentence, before[-1])
    if noun is not None:
        yield from _dated(scene, at, date, noun)
    else:
        yield from _reckoned(scene, at, date, before[-1])


def _event(sentence: Sentence, word: Word) -> Word | None:
    """The event a phrase that ends with this word names."""
    while word.dep in ("pobj", "prep", "compound", "nmod", "amod", "poss", "conj", "appos"):
        if word.lemma.lower() in EVENTS and word.pos in ("NOUN", "PROPN"):
            return word
        word = sentence.words[word.head]
    return word if word.lemma.lower() in EVENTS and word.pos in ("NOUN", "PROPN") else None


def _dated(scene: Scene, at: int, date: Date, noun: Word) -> Iterator[Draft]:
    sentence = scene.sentences[at]
    phrase = noun_phrase(sentence, noun.i, joined=False)
    standing = scene.referents.stand(at, phrase)
    told = of_event(scene, at, noun, phrase, standing) if standing else ""
    if standing and told and sentence.words[phrase[0]].lower not in ("a", "an"):
        question = asked(f"{when(date, 'on' if date.grain == 'day' else 'in')} {told}")
        yield judged(Draft(date, sentence, scene.passage(at), written(date), question), standing)


def _reckoned(scene: Scene, at: int, date: Date, word: Word) -> Iterator[Draft]:
    """The date says when the clause happened whose vaguer time stands before it."""
    sentence = scene.sentences[at]
    if word.lower not in LATER and word.lemma not in TIMES:
        return
    found = scene.clause_of(sentence, word.i)
    part = found and found.holding(word.i)
    if not found or not part or word.i in found.subject or part[-1] != word.i:
        return
    lead = when(date, "on" if date.grain == "day" else "in")
    question, standing = inverted(scene, at, found, (lead,), set(part))
    if standing:
        yield judged(Draft(date, sentence, scene.passage(at), written(date), question), standing)
