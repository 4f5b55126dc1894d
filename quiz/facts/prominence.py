"""The persons a sentence names or means by a title, and how much each is in mind where it goes on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quiz.facts.kin import KIN
from quiz.facts.model import Sentence, Word
from quiz.facts.names import People, Person

PERSONAL = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
SUBJECTS = ("nsubj", "nsubjpass", "csubj")
MARGIN = 2.0
KNOWN = 1.0
"""What a person gains whose gender is known to fit."""
REMEMBERED = 200
"""Sentences whose persons are remembered: pronouns look a few back, and every fact of a sentence looks again."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person a pronoun may stand for, with a score and the sentence that names them."""

    person: Person
    score: float
    sentence: Sentence


def persons_in(sentence: Sentence, people: People) -> Sequence[tuple[Person, Word]]:
    """The persons a sentence names, each with the head word of the mention; looked for once, while it is near."""
    if sentence not in people.within:
        if len(people.within) >= REMEMBERED:
            people.within.clear()
        people.within[sentence] = tuple(_named(sentence, people))
    return people.within[sentence]


def _named(sentence: Sentence, people: People) -> Iterator[tuple[Person, Word]]:
    words = sentence.words
    for word in words:
        tail = word.i > 0 and words[word.i - 1].tag == "HYPH"
        if word.held or not (word.text[:1].isupper() or word.lower in KIN or tail):
            continue
        if not (person := people.mentioned(word.start, word.end)):
            continue
        head = words[word.head]
        within = head.i > word.i and people.mentioned(head.start, head.end) is person
        if not (within and all(w.tag in ("NNP", "HYPH") for w in words[word.i + 1 : head.i])):
            yield person, word


def titled(sentence: Sentence, noun: Word, people: People) -> Person | None:
    """The person a title alone means: "the minister" who is one, not "the prime minister" for another."""
    person = people.titled(noun.lower, noun.start)
    more = {w.lower for w in sentence.kids(noun.i, "amod", "compound")}
    return person if person and more <= set(person.roles) else None


def salience(sentence: Sentence, word: Word, pronoun: Word | None) -> float:
    """How much a person is in mind by the part of the name in its sentence: subjects most, in the main clause."""
    dep, head = word.dep, sentence.words[word.head]
    if pronoun is not None and word.i > pronoun.i:
        return 10.0
    if dep in SUBJECTS and any(c.tag == "NNP" for c in sentence.kids(word.i, "conj")):
        return 5.0
    if dep in SUBJECTS:
        main = head.dep in ("ROOT", "conj", "ccomp") or head.i == sentence.root().i
        return 8.0 if main else 5.0 if head.dep == "relcl" else 6.0
    if dep == "attr" and (sentence.kids(head.i, "expl") or word.tag == "NNP"):
        return 8.0
    if dep == "poss":
        return 3.5 if head.dep in SUBJECTS else 3.0
    if dep == "appos" and head.dep in SUBJECTS:
        return 7.0
    if dep == "conj":
        return 5.0 if head.dep in SUBJECTS else 2.0
    if dep == "pobj" and pronoun is None and head.head == sentence.root().i and head.i < sentence.root().i:
        return 4.5
    return 3.5 if dep in ("dobj", "dative") else 3.0
