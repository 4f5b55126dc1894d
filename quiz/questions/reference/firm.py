"""Whether it is certain enough what a pronoun for a thing stands for that its name may be put there."""

from __future__ import annotations

from quiz.facts.model import Sentence, Word
from quiz.questions.clauses.clause import SUBJECTS
from quiz.questions.clauses.phrase import noun_phrase
from quiz.questions.reference.salience import Candidate, new

LEADING = (*SUBJECTS, "dobj", "attr", "ROOT")
LONGEST = 6
"""Words of a name that is put for a pronoun."""


def firm(sentence: Sentence, word: Word, meant: Candidate, *, known: bool) -> bool:
    """Whether a name may be put for a pronoun: a subject goes on with the named subject of a sentence before.

    What is `known` by "the" and its noun is as good as named.
    """
    subject = word.dep in SUBJECTS or (word.tag == "PRP$" and sentence.words[word.head].dep in SUBJECTS)
    noun, told = meant.noun, meant.sentence
    phrase = [told.words[i] for i in noun_phrase(told, noun.i)]
    named = known or bool(meant.text) or any(w.tag in ("NNP", "NNPS") for w in phrase)
    return subject and named and (noun.dep in SUBJECTS or new(told, noun)) and len(phrase) <= LONGEST
