"""Clauses a figure cannot be asked out of without tearing apart what belongs together."""

from __future__ import annotations

import re

from quiz.facts.model import Sentence, Word
from quiz.facts.verb_repair import GIVING
from quiz.questions.asking.amount_words import MOVING, QUANTITIES, REACHING
from quiz.questions.asking.lead import Interrogative
from quiz.questions.clauses.clause import Clause

PAYING = GIVING | frozenset("fine charge owe lend promise sell guarantee hand".split())
"""Verbs that keep an object in the passive: "was paid £300"."""
MULTIPLYING = frozenset("double triple treble quadruple halve".split())
BOUNDING = frozenset("than almost nearly about roughly".split())
CHANGING = frozenset("enlarge expand extend raise lift cut reduce lower lengthen shorten increase".split())
ATTRIBUTING = frozenset("attribute ascribe devote add link bring commit allocate dedicate assign owe compare".split())
"""Verbs that need the "to" behind their object."""


def torn(found: Clause, phrase: Interrogative, number: Word) -> bool:
    """Whether the question of a clause would leave a half of it: of a list, of two verbs, of a bound, of a name."""
    return (
        _of_passive(found, phrase)
        or _half_of_list(found.sentence, phrase.top)
        or _half_of_verbs(found)
        or _bounded_verb(found)
        or _causing(found, phrase)
        or _definite(found, phrase, number)
        or _attributed(found, phrase)
        or _particle(found, phrase)
        or _of_object(found)
        or of_quantity(found)
    )


def _of_passive(found: Clause, phrase: Interrogative) -> bool:
    """Whether the object of a passive is none: "engineers were hired, two hundred technicians in all"."""
    passive = found.passive or any(a.dep == "auxpass" for a in found.auxiliaries)
    return passive and phrase.top.dep == "dobj" and found.verb.lemma not in PAYING


def _half_of_list(sentence: Sentence, top: Word) -> bool:
    """Whether what is told of two counts stands behind the last: "marched 20 men and 6 guns over the hills"."""
    if top.dep != "dobj":
        return False
    last, numbered = top, False
    while more := [w for w in sentence.kids(last.i, "conj") if w.i > last.i]:
        last = more[-1]
        numbered = numbered or bool(sentence.kids(last.i, "nummod"))
    own = [p for w in (top, last) for p in sentence.kids(w.i, "prep") if p.lower != "of" and p.i > last.i]
    return numbered and bool(own)


def _half_of_verbs(found: Clause) -> bool:
    """Whether a verb goes on with another that it shares its object with: "cut, polished and fitted tops"."""
    sentence, verb = found.sentence, found.verb
    behind = sentence.words[verb.i + 1 : verb.i + 2]
    if not behind or (behind[0].text != "," and behind[0].dep != "cc"):
        return False
    told = set(found.words())
    others = [
        w for w in sentence.kids(verb.i, "conj") if w.tag == verb.tag and not sentence.kids(w.i, "nsubj", "nsubjpass")
    ]
    return any(w.i not in told for w in others) and not sentence.kids(verb.i, "dobj", "acomp", "attr")


def _bounded_verb(found: Clause) -> bool:
    """Whether a verb of multiplying is told with a bound, which the question would leave out: "more than doubled"."""
    before = found.sentence.words[max(0, found.verb.i - 1)]
    return found.verb.lemma in MULTIPLYING and before.lower in BOUNDING


def _causing(found: Clause, phrase: Interrogative) -> bool:
    """Whether somebody has something done: "had four hundred men shot"."""
    if found.verb.lemma != "have" or phrase.top.dep not in ("dobj", "nsubj"):
        return False
    behind = found.sentence.words[phrase.top.i + 1 : phrase.top.i + 2]
    return bool(behind) and behind[0].tag == "VBN"


def _definite(found: Clause, phrase: Interrogative, number: Word) -> bool:
    """Whether what is changed is told by its number as known: "enlarged the six articles to eight"."""
    before = found.sentence.words[max(0, number.i - 1)]
    return found.verb.lemma in CHANGING and phrase.top.dep == "dobj" and (before.lower == "the" or before.tag == "PRP$")


def _attributed(found: Clause, phrase: Interrogative) -> bool:
    """Whether the phrase to be fronted has swallowed what its verb needs: "attributes half of the rise to prices"."""
    told = [found.sentence.words[i] for i in phrase.lead if isinstance(i, int)]
    return found.verb.lemma in ATTRIBUTING and any(w.lower == "to" and w.dep in ("prep", "dative") for w in told)


def _particle(found: Clause, phrase: Interrogative) -> bool:
    """Whether a preposition is a verb's own adverb, since no amount can follow it: "pencils in two tonnes"."""
    top, lead = phrase.top, " ".join(part for part in phrase.lead if isinstance(part, str))
    close = top.i == found.verb.i + 1 and top.lower in ("in", "out", "up", "off")
    return close and top.dep == "prep" and AMOUNT.search(lead) is not None


AMOUNT = re.compile(r"how much|tons|tonnes|lit(?:er|re)s|gallons|barrels|watts")


def _of_object(found: Clause) -> bool:
    """Whether a participle may tell of the object before it: "had 27 miles of tube linking 23 offices"."""
    verb = found.verb
    before = found.sentence.words[max(0, verb.i - 1)]
    return verb.tag == "VBG" and verb.dep in ("advcl", "acl") and before.text != "," and before.i != verb.i


def of_quantity(found: Clause) -> bool:
    """Whether a clause behind a comma may tell of the quantity before its noun: "the yield on the bond, which fell"."""
    sentence, noun = found.sentence, found.sentence.words[found.verb.head]
    if found.verb.dep != "relcl" or noun.dep != "pobj" or found.verb.lemma not in MOVING | REACHING | TOUCHING:
        return False
    led = sentence.words[noun.head]
    return led.dep == "prep" and sentence.words[led.head].lemma in QUANTITIES | RATED


RATED = frozenset("yield index stake share output trade production death".split())
TOUCHING = frozenset("touch peak average stand be come amount".split())
