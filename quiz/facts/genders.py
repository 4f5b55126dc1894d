"""Learns who is "he" and who "she" from nouns beside a name and from the pronouns near it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Sequence
from itertools import pairwise

from quiz.facts.human_nouns import gender_told
from quiz.facts.impersonal import tells_gender
from quiz.facts.model import Sentence, Word
from quiz.facts.names import People
from quiz.facts.prominence import PERSONAL, SUBJECTS, persons_in
from quiz.facts.reference import OF_GENDER

PLAIN = {"woman": "f", "girl": "f", "lady": "f", "man": "m", "boy": "m"}
"""Nouns that tell the gender of whom they are told, whatever the first name."""


def infer_genders(sentences: Sequence[Sentence], people: People) -> None:
    """Learn who is "he" and who "she" from nouns beside a name ("her son, Ole Dahl") and from pronouns.

    A pronoun tells where its sentence and the one before name one person only, whom it may mean, or one only who is not
    known to be of the other gender.
    """
    votes: dict[int, Counter[str]] = defaultdict(Counter)
    outer = [s for s in sentences if not s.spoken]
    for sentence in outer:
        for person, word in persons_in(sentence, people):
            nouns = _nouns_beside(sentence, word)
            genders = (OF_GENDER.get(n.lower) or gender_told(n.lemma) for n in nouns)
            person.gender = _plain(sentence, nouns) or person.gender or next((g for g in genders if g), "")
            beside = [*nouns, word]
            person.roles += [n.lower for n in nouns]
            person.roles += [w.lower for n in beside for w in sentence.kids(n.i, "amod", "compound") if w not in beside]
    people.know_roles()
    for before, here in pairwise(outer):
        told = {id(p): p for s in (before, here) for p, w in persons_in(s, people) if tells_gender(s, w, p, people)}
        voted = {PERSONAL[w.lower] for w in here.words if _may_mean(here, w, told, people)}
        others = {PERSONAL[w.lower] for w in before.words if w.tag == "PRP" and w.lower in PERSONAL}
        others -= {PERSONAL[w.lower] for w in before.words if _may_mean(before, w, told, people)}
        voted -= others
        meant = [p for p in told.values() if p.gender in ("", *voted)]
        if len(meant) == 1 and len(voted) == 1 and before.block is here.block:
            votes[id(meant[0])].update(voted)
    for person in people.persons:
        if not person.gender and (said := votes[id(person)]):
            gender, count = said.most_common(1)[0]
            person.gender = gender if 2 * count > said.total() else ""


def _plain(sentence: Sentence, nouns: Sequence[Word]) -> str:
    """The gender that one of the nouns beside a name tells with its article: "a young woman"; "" for none."""
    return next((PLAIN[n.lower] for n in nouns if n.lower in PLAIN and sentence.kids(n.i, "det")), "")


def _nouns_beside(sentence: Sentence, word: Word) -> list[Word]:
    """The nouns that say what somebody named is: "her cousin's son, Ole Dahl", "Tarwe was a prince"."""
    above = sentence.words[word.head]
    nouns = sentence.kids(word.i, "appos") + ([above] if word.dep == "appos" else [])
    subject = above if word.dep == "appos" else word
    verb = sentence.words[subject.head]
    if subject.dep == "nsubj" and verb.lemma == "be":
        nouns += sentence.kids(verb.i, "attr")
    return [n for n in nouns if n.tag == "NN"]


def _may_mean(sentence: Sentence, pronoun: Word, told: Container[int], people: People) -> bool:
    """Whether a pronoun may mean one of the persons: it is no other argument of their verb, nor within their phrase."""
    if pronoun.tag not in ("PRP", "PRP$") or pronoun.lower not in PERSONAL:
        return False
    for person, word in persons_in(sentence, people):
        head = sentence.words[word.head] if word.dep == "appos" else word
        over = sentence.words[pronoun.head]
        verb = over.head if pronoun.tag == "PRP" and over.held else over.i  # "called her “This”"
        beside = verb in (word.head, head.head) and pronoun.dep not in SUBJECTS and pronoun.tag == "PRP"
        beside = beside and head.dep in SUBJECTS
        within = pronoun.i < word.i and pronoun.i in sentence.subtree(head.i)
        if id(person) in told and (beside or within):
            return False
    return True
