"""What sorts of thing a pronoun may stand for, by the verb it is the subject of or by what it owns."""

from __future__ import annotations

import re

from quiz.facts.human_nouns import person_noun
from quiz.facts.model import Sentence, Word
from quiz.questions.reference.salience import ANY, GROUP, PERSON, PLACE, THING, TOLD

AGENTS = frozenset(
    """
    accuse acquire agree announce appoint argue ask attribute authorise authorize believe blame borrow bring buy
    claim commission conclude consult decide declare decline demand deny develop employ estimate expect fear figure
    forecast grant hire hope insist intend invest know launch lease learn manufacture negotiate operate order own
    pay plan predict promise propose publish purchase recommend refuse reject report request resolve say seek sign
    spend sponsor sue teach think threaten treat try urge vote want warn
    """.split()
)
"""Verbs whose subject is a person or a group of them."""
STATING = frozenset(
    "announce argue conclude estimate forecast insist predict promise propose recommend report say suggest warn".split()
)
"""Those of them that a report or a letter does as well."""
ALIVE = AGENTS | frozenset(
    """
    arrive assemble attack bury camp carry cook die dig discover drink eat embark encamp escape fight fish flee follow
    gather hunt kill land learn live march marry meet miss plant retreat ride sail see settle shelter sing sleep
    starve surrender swim travel visit wait walk watch work worship
    """.split()
)
"""Verbs whose "they" are people or animals."""
BODILY = frozenset("weigh cost measure".split())
"""Verbs whose subject is no group."""
OWNED = frozenset(
    """
    bank banker board boss business cafe campaign chair chairman chief creditor customer debt director dividend
    employee executive factory founder share government headquarters investor leader leadership management manager
    member minister ministry operation outlet parliament president profit revenue sale shareholder shop spokesman
    spokeswoman staff store subsidiary supplier workforce worker
    belief calculation claim demand estimate intention opinion reckoning request sum view wish
    """.split()
)
"""What groups have and things do not."""


def demanded(sentence: Sentence, word: Word, *, many: bool) -> frozenset[str]:
    """The sorts of thing a pronoun may stand for, by the verb it is the subject of or by what it owns."""
    above = sentence.words[word.head]
    every = frozenset((GROUP, PERSON, PLACE, THING, TOLD, ANY))
    if word.tag == "PRP$":
        return every - {THING, TOLD} if above.lemma.lower() in OWNED or person_noun(above.lemma.lower()) else every
    if word.dep == "dative":
        return every - {THING, TOLD}
    if word.dep == "nsubj":
        if above.lemma == "take" and any(o.ent == "TIME" for o in sentence.kids(above.i, "dobj")):
            return frozenset()
        if above.lemma in BODILY or (above.lemma == "be" and _sized(sentence, above)):
            return every - {GROUP, PERSON, TOLD}
        if above.lemma in STATING:
            return every - {THING}
        if above.lemma in (ALIVE if many else AGENTS):
            return every - {THING, TOLD}
        if above.lemma == "number":
            return frozenset((GROUP, PERSON, ANY))
    return every


def _sized(sentence: Sentence, verb: Word) -> bool:
    """Whether a verb tells a size: "it was nine inches long"."""
    return any(re.fullmatch(r"long|wide|tall|thick|deep", a.lower) for a in sentence.kids(verb.i, "acomp"))
