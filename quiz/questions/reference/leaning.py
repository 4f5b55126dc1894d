"""What may stay a pronoun or "the" and a noun, since the sentence before is told before the question."""

from __future__ import annotations

from quiz.facts.model import Sentence, Word
from quiz.questions.clauses.clause import SUBJECTS
from quiz.questions.clauses.phrase import noun_phrase
from quiz.questions.reference.replaced import Standing
from quiz.questions.reference.salience import Candidate, new
from quiz.questions.reference.things import fits, human

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


def around(sentence: Sentence, word: Word) -> bool:
    """Whether a sentence tells of a thing before a pronoun that does not open it, which that may mean as well."""
    told = [w for w in sentence.words[: word.i] if w.pos == "NOUN" and not w.ent and w.head != word.i]
    return any(fits(sentence, w, many=word.lower.startswith("th")) and not human(w) for w in told)


def lean(found: Standing, told: Sentence, noun: Word) -> bool:
    """Let a pronoun stand that means a noun of the sentence told before; False where that is not told."""
    if found.before is not told or noun.dep not in LEADING:
        return False
    found.leans.append(noun.i)
    found.evidence.append(told)
    return True


def lean_as_subject(found: Standing, sentence: Sentence, word: Word) -> bool:
    """Let a pronoun stand that opens its sentence, where the sentence before tells of what it may mean."""
    opens = word.dep in SUBJECTS and not any(w.pos in ("NOUN", "PROPN") and not w.ent for w in sentence.words[: word.i])
    if found.before is None or not opens:
        return False
    many, before = word.lower.startswith("th"), found.before
    told = [w for w in before.words if w.pos in ("NOUN", "PROPN") and w.dep in (*SUBJECTS, "dobj", "attr", "pobj")]
    told = [w for w in told if not w.held and fits(before, w, many=many) and (many or not human(w))]
    told = [w for w in told if not many or w.tag == "NNS"]
    leading = [w for w in told if w.dep in SUBJECTS]
    return bool(told) and lean(found, before, (leading or told)[0])


def lean_on(found: Standing, noun: Word) -> bool:
    """Let "the" and a noun stand that the sentence told before brings in; False where it does not."""
    before = found.before
    alike = [w for w in before.words if w.lemma.lower() == noun.lemma.lower() and w.tag == noun.tag] if before else []
    if before is None or not alike:
        return False
    found.leans.append(alike[-1].i)
    found.evidence.append(before)
    return True
