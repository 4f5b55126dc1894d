"""Whom a biography is about: "she" there is that woman, unless another of the gender was just the subject."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from quiz.facts.impersonal import impersonal
from quiz.facts.model import Sentence, Word
from quiz.facts.names import People, Person
from quiz.facts.prominence import PERSONAL, SUBJECTS, Candidate, persons_in
from quiz.questions.reference.persons import unnamed

MOSTLY = 0.75
"""Share of the pronouns that tell the gender of whom a document is about."""
NEAR = 2
"""Sentences before within the paragraph in which somebody else named may be meant as well."""


def hero(title: str, people: People, sentences: Sequence[Sentence]) -> Person | None:
    """The person whose first and last names, or whole name, the title of a document holds; else whom a life is about.

    One whose gender no list tells has that of nearly all pronouns; where these are mixed, it is nobody.
    """
    named = [p for p in people.persons if " " in p.name and _entitled(p.name, title)]
    if len(named) != 1:
        return None if named else people.subject
    if not named[0].gender:
        told = Counter(PERSONAL[w.lower] for s in sentences for w in s.words if w.lower in PERSONAL)
        most = told.most_common(1)
        named[0].gender = most[0][0] if most and most[0][1] >= MOSTLY * told.total() else ""
    return named[0] if named[0].gender else None


def _entitled(name: str, title: str) -> bool:
    """Whether a title holds a name, be it without the names in the middle."""
    words, told = name.lower().split(), re.sub(r"[^\w’-]+", " ", title.lower())
    return name.lower() in title.lower() or f" {words[0]} {words[-1]} " in f" {told} "


def preferred(
    sentences: Sequence[Sentence], at: int, pronoun: Word, people: People, about: Person, found: Candidate | None
) -> Candidate | None:
    """Who a pronoun is in a document about a person of its gender; None where it may as well be somebody else.

    `found` is whom the sentences near would give.
    """
    if about.gender != PERSONAL[pronoun.lower] or (found and found.person is about):
        return found
    leads = pronoun.dep in SUBJECTS or pronoun.tag == "PRP$"
    if found and found.person.gender and leads and _was_subject(sentences, at, pronoun, people, found.person):
        return found
    if _rivals(sentences, at, pronoun, people, about) or (not found and unnamed(sentences, at, pronoun, people)):
        return None
    first = bisect_right(sentences, about.mentions[0][0], key=_begins) - 1
    return Candidate(about, 0.0, sentences[first]) if first >= 0 else None


def _was_subject(sentences: Sequence[Sentence], at: int, pronoun: Word, people: People, person: Person) -> bool:
    """Whether somebody is a subject before the pronoun in its sentence, or in the one before that tells of no other.

    "Bodichon brought her to London. She ...": either may be meant.
    """
    for back in (0, 1):
        if back > at or sentences[at - back].block is not sentences[at].block:
            return False
        sentence = sentences[at - back]
        alike = any(PERSONAL.get(w.lower) == PERSONAL[pronoun.lower] for w in sentence.words)
        for told, word in persons_in(sentence, people):
            ahead = not alike if back else word.i < pronoun.i
            if told is person and word.dep in SUBJECTS and ahead:
                return True
    return False


def _rivals(sentences: Sequence[Sentence], at: int, pronoun: Word, people: People, about: Person) -> bool:
    """Whether another who may be of the gender is named shortly before the pronoun in its paragraph."""
    for back in range(min(NEAR, at) + 1):
        sentence = sentences[at - back]
        if sentence.block is not sentences[at].block:
            return False
        for told, word in persons_in(sentence, people):
            ahead = bool(back) or word.i < pronoun.i
            fits = told is not about and told.gender in ("", about.gender) and told.surname != about.surname
            if ahead and fits and not impersonal(sentence, word, told):
                return True
    return False


def _begins(sentence: Sentence) -> int:
    return sentence.span.start
