"""Asks for the time somebody held an office: "Catherine, empress from 1762", "its director since 2015, Anna Berg"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quiz.facts.model import Date, Sentence, Word
from quiz.questions.asking.inversion import asked, judged
from quiz.questions.clauses.phrase import noun_phrase
from quiz.questions.clauses.when import when, written
from quiz.questions.draft import Draft
from quiz.questions.scene import Scene

HELD = frozenset("from since until till between".split())
PEOPLE = ("PERSON",)


def of_role(scene: Scene, at: int, date: Date, words: Sequence[Word]) -> Iterator[Draft]:
    """The date says from when, until when or since when somebody was what an apposition calls them."""
    sentence = scene.sentences[at]
    preposition = words[0] if words[0].lower in HELD else sentence.words[max(0, words[0].i - 1)]
    role = sentence.words[preposition.head]
    bearer = _bearer(scene, sentence, role)
    if bearer is None or preposition.lower not in HELD or role.pos not in ("NOUN", "PROPN") or date.modifier:
        return
    gone = {*sentence.subtree(preposition.i)}
    office = [i for i in noun_phrase(sentence, role.i, without=bearer.i) if i not in gone]
    name = [i for i in noun_phrase(sentence, bearer.i, without=role.i) if i not in gone]
    if len(office) > LONGEST or office[-1] > words[0].i:
        return
    standing = scene.referents.stand(at, [*name, *office])
    if standing is None:
        return
    helper = ("has", " been") if preposition.lower == "since" else ("was", "")
    lead = when(date, preposition.lower)
    held = _article(sentence, role) + scene.stated(at, office, standing)
    told = f"{lead} {helper[0]} {scene.stated(at, name, standing)}{helper[1]} {held}"
    yield judged(Draft(date, sentence, scene.passage(at), written(date), asked(told)), standing)


def _article(sentence: Sentence, role: Word) -> str:
    """The article of a trade that many have: "was a sorter at the post office", but "was director of the museum"."""
    own = sentence.kids(role.i, "det", "poss", "compound", "amod")
    of = any(p.lower == "of" for p in sentence.kids(role.i, "prep"))
    if own or of or role.tag != "NN" or role.text[:1].isupper():
        return ""
    return "an " if role.lower[0] in "aeiou" else "a "


LONGEST = 8
"""Words of an office."""


def _bearer(scene: Scene, sentence: Sentence, role: Word) -> Word | None:
    """The person a noun is said of in apposition, before it or behind it."""
    named = [sentence.words[role.head]] if role.dep == "appos" else sentence.kids(role.i, "appos")
    people = scene.facts.people
    return next((w for w in named if w.pos == "PROPN" and (w.ent in PEOPLE or people.mentioned(w.start, w.end))), None)
