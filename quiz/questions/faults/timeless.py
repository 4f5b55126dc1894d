"""Lengths of time asked for without telling on what occasion: "For how many days did she eat nothing?"."""

from __future__ import annotations

import re

from quiz.facts.human_nouns import person_noun
from quiz.facts.model import Figure, Sentence, Word
from quiz.facts.unit_words import TIME_UNITS
from quiz.questions.clauses.clause import SUBJECTS, governor
from quiz.questions.draft import Draft
from quiz.questions.reference.titles import UPPER
from quiz.questions.scene import Scene, head_of

ASKED = re.compile(
    r"\b(?:for|after)\s(?:[a-z]+\s){0,4}?how (?:many (?:more )?[a-z]+|long)\b|_{3,}|\{\{[^}]*\}\}", re.IGNORECASE
)
OFTEN = re.compile(
    r"\bon (?:[a-z]+ ){0,3}(?:how many (?:days|nights|mornings|evenings|occasions|weekends)\b|_{3,})", re.IGNORECASE
)
COUNTED = re.compile(r"\b(?:days|nights|mornings|evenings|occasions|weekends)$")
"""Times counted over a stretch that is to be told."""
MOMENT = re.compile(
    r"\d|\b(?:when|while|where|whose|before|after|until|till|since|from the|during|between|throughout|despite|because|"
    rf"by the|at the time|as (?:a|an|the|{UPPER}\w+|he|she|it|they)|under|without|in order|to [a-z]+)\b",
    re.IGNORECASE,
)
"""What tells the moment, the occasion or the role of what lasted."""
SINCE = re.compile(r"^\s?of\b|\b(?:after|from|since|of (?:the )?\w+ing)\b", re.IGNORECASE)
"""What a time is counted from."""
LONG = frozenset({"year", "decade", "century"})
"""Units in which a state or a life's work is told, not an act."""


def timeless(scene: Scene, draft: Draft, shown: str) -> bool:
    """Whether a length of time is asked for and nothing tells when, of what or since when it is counted."""
    fact, sentence = draft.fact, draft.sentence
    often = OFTEN.search(shown)
    if often and isinstance(fact, Figure) and ("how" in often[0] or COUNTED.search(draft.answer)):
        return MOMENT.search(shown[: often.start()] + shown[often.end() :]) is None
    if not isinstance(fact, Figure):
        return False
    words = scene.words(sentence, fact.whole)
    head = head_of(words) if words else None
    verb = governor(sentence, head.i) if head else None
    if verb is not None and _by_then(sentence, verb, shown):
        return True
    if fact.unit not in TIME_UNITS:
        return False
    asked = ASKED.search(shown)
    if head is None or verb is None or asked is None or head.dep != "pobj":
        return False
    led = sentence.words[head.head].lower
    if led == "after" and _by_person(scene, sentence, verb):
        return SINCE.search(shown[asked.end() :]) is None
    rest = shown[: asked.start()] + shown[asked.end() :]
    if led != "for" or MOMENT.search(rest):
        return False
    if any(w.lower == "had" for w in sentence.kids(verb.i, "aux")):
        return True
    return _by_person(scene, sentence, verb) and _undated(sentence, verb, head, rest, year=fact.unit in LONG)


def _by_then(sentence: Sentence, verb: Word, shown: str) -> bool:
    """Whether something had come to so much up to a time told before, which is left out: "by then"."""
    leads = [k for k in sentence.kids(verb.i, "prep") if k.lower in ("by", "until", "till")]
    then = any(k.lower == "then" for lead in leads for k in sentence.kids(lead.i))
    dated = re.search(r"\b(?:by|until|till|when|before|after|in|on)\b[^,?]*\d", shown, re.IGNORECASE)
    return then and dated is None


def _by_person(scene: Scene, sentence: Sentence, verb: Word) -> bool:
    """Whether it is people who did it, who do much in a life; a siege or a mill has one length."""
    subject = next(iter(sentence.kids(verb.i, *SUBJECTS)), None)
    if subject is None:
        above = sentence.words[verb.head]
        subject = next(iter(sentence.kids(above.i, *SUBJECTS)), None) if verb.dep == "conj" else None
    if subject is None or subject.pos == "PRON":
        return subject is not None and subject.lower not in ("it", "which", "that")
    return person_noun(subject.lemma.lower()) or scene.facts.people.find(subject.text) is not None


def _undated(sentence: Sentence, verb: Word, head: Word, rest: str, *, year: bool) -> bool:
    """Whether what lasted needs its moment: an act of days, or years of a bare verb ("stayed")."""
    if verb.lemma in ("be", "have", "turn", "keep", "leave") or sentence.kids(verb.i, "auxpass"):
        return False
    if not year:
        return True
    if sentence.kids(verb.i, "dobj", "ccomp", "xcomp", "attr", "acomp"):
        return False
    asked = {*sentence.subtree(head.i)}
    behind = [sentence.words[i] for i in sentence.subtree(verb.i) if i > verb.i and i not in asked]
    return not any(w.pos == "PROPN" and w.text in rest for w in behind)
