"""Who the sentence before a quotation, or one cut short before it, says is speaking."""

from __future__ import annotations

from quiz.facts.agents import agent, owners
from quiz.facts.attribution import before_colon
from quiz.facts.cue_words import CUE_NOUNS
from quiz.facts.cues import is_cue
from quiz.facts.links import Attribution, Link
from quiz.facts.model import Sentence

TELLING = frozenset("say explain complain recall add admit reckon insist argue joke lament".split())
"""Verbs of reported speech that direct speech may follow without another: "He says trade is slow. “Nobody buys.”"."""


def attribute_end(sentence: Sentence) -> Attribution | None:
    """The attribution of what goes on behind a sentence cut short: its last cue that has a subject."""
    for cue in (w for w in reversed(sentence.words) if is_cue(sentence, w)):
        if speaker := agent(sentence, cue):
            return Attribution(speaker, cue, Link.loose)
    return None


def introduces(sentence: Sentence) -> Attribution | None:
    """The attribution of what follows a sentence that ends in a colon or comma: its last cue with a subject."""
    if found := before_colon(sentence, len(sentence.words)):
        return Attribution(found.speaker, found.cue, Link.lead)
    root = sentence.root()
    subjects = sentence.kids(root.i, "nsubj")
    for subject in subjects:
        if subject.lemma in CUE_NOUNS:
            for owner in owners(sentence, subject):
                return Attribution(owner, root, Link.lead)
    return Attribution(subjects[0], root, Link.lead) if subjects else None


def trailing(sentence: Sentence) -> Attribution | None:
    """Who a sentence says it is told by, at its end or as its main clause: "He blames nobody, he added."."""
    words = [w for w in sentence.words if w.pos not in ("PUNCT", "SPACE")]
    cue = words[-1] if words else None
    if cue and is_cue(sentence, cue) and cue.tag in ("VBD", "VBZ") and sentence.kids(cue.i, "ccomp"):
        subject = agent(sentence, cue)
        return Attribution(subject, cue, Link.lead) if subject and subject.i < cue.i else None
    root = sentence.root()
    subjects = sentence.kids(root.i, "nsubj")
    told = root.lemma in TELLING and root.tag in ("VBD", "VBZ") and sentence.kids(root.i, "ccomp")
    return Attribution(subjects[0], root, Link.lead) if told and len(subjects) == 1 and subjects[0].i < root.i else None
