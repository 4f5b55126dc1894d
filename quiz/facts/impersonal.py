"""Names that tell of nobody for sure where they are met: of places, titles and peoples, or of two of a surname."""

from __future__ import annotations

from quiz.facts.cue_words import HONORIFICS
from quiz.facts.human_nouns import person_noun
from quiz.facts.model import Sentence, Word
from quiz.facts.names import People, Person

NO_PERSONS = ("GPE", "LOC", "FAC", "NORP", "PRODUCT", "EVENT")
"""What the tagger calls names that are no person's; a gender told by the first name outweighs it."""
COMPANY = frozenset("by with to from between against".split())
"""Prepositions behind which a name may well be a person's."""


def impersonal(sentence: Sentence, word: Word, person: Person) -> bool:
    """Whether a name is rather no person's here: "the Raupen book", "the Africans", "at Wieuwerd"."""
    above = sentence.words[word.head]
    within = word.dep in ("compound", "nmod") and above.pos == "NOUN" and above.i > word.i
    the = any(d.lower == "the" for d in sentence.kids(above.i if within else word.i, "det"))
    if (the and within) or (word.tag == "NNPS" and (the or " " not in person.name)):
        return True
    if person.gender or told_with_who(sentence, word):
        return False
    placed = word.dep == "pobj" and above.lower not in COMPANY
    return placed or (word.ent in NO_PERSONS and " " not in person.name)


def evident(sentence: Sentence, word: Word, person: Person) -> bool:
    """Whether a name whose gender no list tells is a person's for sure, by a title or trade or as a full name.

    "The star, Gamma Draconis" is none.
    """
    if told_with_who(sentence, word) or any(role in HONORIFICS or person_noun(role) for role in person.roles):
        return True
    above = sentence.words[word.head]
    if above.dep == "acl" and above.lemma in ("name", "call"):
        return person_noun(sentence.words[above.head].lemma)
    beside = [above] if word.dep in ("appos", "compound") or above.i == word.i - 1 else []
    beside += sentence.kids(word.i, "appos", "compound")
    return " " in person.name and not any(n.tag in ("NN", "NNS") and not person_noun(n.lemma) for n in beside)


def told_with_who(sentence: Sentence, word: Word) -> bool:
    """Whether a clause with "who" or "whom" goes on about a name, which only a person's has."""
    clauses = sentence.kids(word.i, "relcl")
    return any(w.lower in ("who", "whom") for clause in clauses for w in sentence.kids(clause.i))


def tells_gender(sentence: Sentence, word: Word, person: Person, people: People) -> bool:
    """Whether a pronoun near a name is that person's: the name is a person's, and no surname of two."""
    shared = any(p is not person and p.surname == person.surname for p in people.called(person.surname))
    before = sentence.words[max(0, word.i - 1)]
    whole = word.i > 0 and (before.tag == "HYPH" or before.text in person.name.split())
    sure = bool(person.gender) or evident(sentence, word, person)
    return sure and not impersonal(sentence, word, person) and (whole or not shared)
