"""Mends who does what: subjects left to a preposition, verbs joined to the wrong clause, names read as verbs."""

from __future__ import annotations

from itertools import pairwise

from quiz.facts.human_nouns import person_noun
from quiz.facts.model import Word
from quiz.facts.tree import FINITE, NOMINAL, SUBJECT, Tree, below, kids_of

OPENING_CLAUSES = frozenset("after before since until once".split())
LED_TIMES = frozenset("by until till since from".split())
PARTICLES = frozenset("de du des da do dos di del della der den van von la le el y e".split())
"""Words that join the parts of a foreign name."""
OF_PERSONS = frozenset(
    """
    kill wound arrest capture imprison execute elect appoint promote bury marry die retire enlist graduate emigrate
    knight ordain exile deport dismiss sack crown baptise baptize educate
    """.split()
)
"""Verbs of what befalls or is done by persons alone."""
ONESELF = frozenset("itself himself herself themselves ourselves myself yourself".split())
NAMING = frozenset("crown declare proclaim name call elect appoint make style nominate".split())
"""Verbs that tell what somebody is made: "had himself proclaimed the king"."""
JOINED = ("advcl", "conj", "dep", "ccomp")


def mend_subjects(words: Tree) -> None:
    """Mend the subjects of a sentence in place."""
    words.mend(
        (
            _named_in_ing,
            _opened_by_its_time,
            _joined_to_a_clause,
            _by_then,
            _oneself,
            _one_name,
            _of_so_many,
            _among_them,
            _measured,
        )
    )


def _named_in_ing(words: Tree) -> None:
    """In "Ford died in 1980, Fielding eight years later" a capital within the sentence is a name's, not a verb's."""
    for before, word in pairwise(words):
        opened = before.text in "“\"‘'([:—–-" or before.pos == "PROPN"
        if word.tag != "VBG" or not word.text[0].isupper() or word.text.isupper() or opened:
            continue
        if word.dep in JOINED and not any(k.dep in ("aux", "dobj", *SUBJECT) for k in kids_of(words, word.i)):
            words[word.i] = word._replace(tag="NNP", pos="PROPN", dep="dep", lemma=word.text)


def _opened_by_its_time(words: Tree) -> None:
    """In "Days after a part of the roof came down, the board met" the part is what came, not what "after" governs."""
    for verb in words:
        main = words[verb.head]
        if verb.tag not in FINITE or verb.dep not in ("advcl", "ccomp") or main.i < verb.i:
            continue
        kids = [k for k in kids_of(words, verb.i) if k.i < verb.i]
        opener = next((k for k in kids if k.dep == "prep" and k.lower in OPENING_CLAUSES), None)
        noun = next((k for k in kids_of(words, opener.i) if k.dep == "pobj"), None) if opener else None
        if opener is None or noun is None or any(k.dep in (*SUBJECT, "mark", "aux") for k in kids):
            continue
        if max(below(words, noun.i)) != verb.i - 1:
            continue
        for kid in (*kids, *kids_of(words, opener.i)):
            if kid.i < opener.i:
                words[kid.i] = kid._replace(head=verb.i if kid.i == opener.i - 1 else main.i)
        words[verb.i] = verb._replace(dep="advcl")
        words[opener.i] = opener._replace(dep="mark", pos="SCONJ")
        words[noun.i] = noun._replace(dep="nsubj", head=verb.i)


def _joined_to_a_clause(words: Tree) -> None:
    """In "Orr enlisted when war broke out and was killed" it is Orr who was killed, no war."""
    for verb in words:
        clause = words[verb.head]
        main = words[clause.head]
        if verb.dep != "conj" or clause.dep != "advcl" or verb.lemma not in OF_PERSONS or main.i > clause.i:
            continue
        if any(k.dep in SUBJECT for k in kids_of(words, verb.i)):
            continue
        own = [k for k in kids_of(words, clause.i) if k.dep in SUBJECT]
        thing = bool(own) and own[0].pos == "NOUN" and not person_noun(own[0].lemma.lower())
        actors = [k for k in kids_of(words, main.i) if k.dep in SUBJECT]
        if thing and actors and (actors[0].pos in ("PROPN", "PRON") or person_noun(actors[0].lemma.lower())):
            words[verb.i] = verb._replace(head=main.i)
            for kid in kids_of(words, clause.i):
                if kid.dep == "cc" and kid.i < verb.i:
                    words[kid.i] = kid._replace(head=main.i)


def _by_then(words: Tree) -> None:
    """In "the forecast by then put it higher" the two words are one time, and tell when it was put so."""
    for lead, then in pairwise(words):
        if then.lower != "then" or lead.lower not in LED_TIMES or then.head == lead.i or lead.pos != "ADP":
            continue
        verb = words[then.head]
        if verb.pos in ("VERB", "AUX") and not kids_of(words, lead.i):
            words[then.i] = then._replace(head=lead.i, dep="pcomp")
            words[lead.i] = lead._replace(head=verb.i, dep="prep")


def _oneself(words: Tree) -> None:
    """In "By then Orr had himself sold it" Orr is who sold; in "had himself crowned" there is no other object."""
    for own in words:
        verb = words[own.head]
        if own.lower not in ONESELF or own.dep not in ("nsubj", "nsubjpass") or own.i > verb.i:
            continue
        helper = words[own.i - 1] if own.i else own
        kids = kids_of(words, verb.i)
        thing = any(k.dep == "dobj" and kids_of(words, k.i) for k in kids) and verb.lemma not in NAMING
        if helper.dep not in ("aux", "auxpass") or helper.head != verb.i or not thing:
            continue
        named = next((k for k in kids if k.dep in SUBJECT and k.i < helper.i), None)
        named = named or next((k for k in kids_of(words, helper.i) if k.dep in SUBJECT), None)
        named = named or _behind_then(words, verb, helper)
        if named is None:
            continue
        words[named.i] = named._replace(dep=own.dep, head=verb.i)
        words[own.i] = own._replace(dep="npadvmod")
        for kid in kids_of(words, helper.i):
            words[kid.i] = kid._replace(head=verb.i)


def _behind_then(words: Tree, verb: Word, helper: Word) -> Word | None:
    """The noun right before an auxiliary that was taken for what "by then" leads."""
    for lead in kids_of(words, verb.i):
        if lead.dep == "prep" and any(k.lower == "then" and k.dep == "pcomp" for k in kids_of(words, lead.i)):
            noun = next((k for k in kids_of(words, lead.i) if k.dep == "pobj"), None)
            if noun is not None and max(below(words, noun.i)) == helper.i - 1:
                return noun
    return None


def _one_name(words: Tree) -> None:
    """In "the Banque du Canal de Rye was founded" a verb has one subject: the parts of a foreign name are one."""
    for verb in words:
        if verb.pos not in ("VERB", "AUX"):
            continue
        subjects = [k for k in kids_of(words, verb.i) if k.dep in ("nsubj", "nsubjpass") and k.i < verb.i]
        if len(subjects) <= 1:
            continue
        first, last = subjects[0], subjects[-1]
        between = words[first.i + 1 : last.i]
        foreign = any(w.lower in PARTICLES and w.tag != "CC" for w in between)
        if foreign and last.text[0].isupper() and all(w.pos in (*NOMINAL, "X", "ADP", "ADJ", "DET") for w in between):
            for extra in subjects[1:]:
                words[extra.i] = extra._replace(dep="nmod", head=first.i)


def _of_so_many(words: Tree) -> None:
    """In "When she counted, of 70 children four were ill" four is what were ill, and of the children."""
    for noun, count in pairwise(words):
        of = words[noun.head]
        if count.tag != "CD" or count.dep != "nummod" or count.head != noun.i or of.lower != "of" or noun.dep != "pobj":
            continue
        behind = words[count.i + 1] if count.i + 1 < len(words) else count
        verb = words[behind.head] if behind.dep in ("aux", "auxpass") else behind
        if verb.pos not in ("VERB", "AUX") or any(k.dep in SUBJECT for k in kids_of(words, verb.i)):
            continue
        passive = any(k.dep == "auxpass" for k in kids_of(words, verb.i))
        words[count.i] = count._replace(dep="nsubjpass" if passive else "nsubj", head=verb.i)
        words[of.i] = of._replace(head=count.i)


def _among_them(words: Tree) -> None:
    """In "a list of 30 saints, among them Bride and Columba" those named stand beside the saints."""
    for among, them in pairwise(words):
        if among.lower != "among" or them.lower not in ("them", "these") or them.head != among.i or among.i < 1:
            continue
        named = words[among.head]
        before = next((w for w in reversed(words[: among.i]) if w.pos != "PUNCT"), among)
        if named.pos in NOMINAL and named.i > them.i and before.pos in NOMINAL and words[among.i - 1].pos == "PUNCT":
            words[named.i] = named._replace(dep="appos", head=before.i)


def _measured(words: Tree) -> None:
    """In "Turnout in Orm, which had been 51 percent" no town is so many percent, but what is told of it."""
    for verb in words:
        place = words[verb.head]
        lead = words[place.head]
        if verb.dep != "relcl" or verb.lemma != "be" or place.dep != "pobj" or lead.dep != "prep":
            continue
        share = any(k.dep == "attr" and k.lower in ("percent", "cent", "%") for k in kids_of(words, verb.i))
        which = any(k.lower == "which" and k.dep in SUBJECT for k in kids_of(words, verb.i))
        if share and which and lead.lower in ("in", "at", "for", "among") and words[lead.head].pos == "NOUN":
            words[verb.i] = verb._replace(head=lead.head)
