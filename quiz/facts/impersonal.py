"""Names that stand for no person where they are met, whatever the list of persons says: places, titles, peoples."""

from __future__ import annotations

from quiz.facts.model import Sentence, Word
from quiz.facts.names import Person

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
    if person.gender:
        return False
    placed = word.dep == "pobj" and above.lower not in COMPANY
    return placed or (word.ent in NO_PERSONS and " " not in person.name)
