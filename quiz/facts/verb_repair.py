"""Mends which word of a sentence is its verb: participles read as the past tense, what a verb is helped to do."""

from __future__ import annotations

from quiz.facts.model import Word
from quiz.facts.tree import FINITE, NOMINAL, SUBJECT, Tree, below, kids_of, root_of

JOINED = ("conj", "ccomp", "advcl", "dep")
# Passives that keep an object: "the men given land".
GIVING = frozenset("give grant award offer pay tell teach ask show send deny call name leave make allot assign".split())


def mend_verbs(words: Tree) -> None:
    """Mend the verbs of a sentence in place."""
    for mend in (_set_off_participle, _adopted_verb, _helped, _joined_to_a_year, _behind_semicolon, _measure):
        mend(words)


def _set_off_participle(words: Tree) -> None:
    """In "The oath, read in April, was short" the first verb only tells which oath."""
    first = root_of(words)
    if first is None or first.tag != "VBD" or first.i < 2 or words[first.i - 1].text != ",":
        return
    kids = kids_of(words, first.i)
    subject = next((k for k in kids if k.dep == "nsubj" and k.i < first.i), None)
    second = next((k for k in kids if k.i > first.i and k.dep in JOINED and k.tag in FINITE), None)
    if subject is None or second is None or max(below(words, subject.i) & {*range(first.i)}) >= first.i:
        return
    own = [k for k in kids_of(words, second.i) if k.i < second.i]
    start = min(k.i for k in (*own, second))
    objects = any(k.dep in ("dobj", "ccomp", "attr", "acomp", "cc") and k.i < second.i for k in kids)
    if objects or words[start - 1].text != "," or any(k.dep in (*SUBJECT, "mark", "cc") for k in own):
        return
    _promote(words, subject, first, second)


def _promote(words: Tree, subject: Word, first: Word, second: Word) -> None:
    """Make the second verb the main one, and the first a participle of the subject."""
    kids = (*kids_of(words, first.i), *kids_of(words, subject.i))
    passive = any(k.dep == "auxpass" for k in kids_of(words, second.i))
    tag = second.tag if second.tag in FINITE else "VBD"
    words[first.i] = first._replace(tag="VBN", dep="acl", head=subject.i)
    words[second.i] = second._replace(tag=tag, pos="AUX" if second.pos == "AUX" else "VERB", dep="ROOT", head=second.i)
    for kid in kids:
        if kid.i > second.i or (kid.i < subject.i and kid.head == first.i):
            words[kid.i] = words[kid.i]._replace(head=second.i)
    words[subject.i] = words[subject.i]._replace(head=second.i, dep="nsubjpass" if passive else "nsubj")


def _adopted_verb(words: Tree) -> None:
    """In "Men summoned to the palace proposed arming them" no palace was proposed: the men proposed."""
    first = root_of(words)
    if first is None or first.tag != "VBD" or any(k.dep in ("dobj", "ccomp", "cc") for k in kids_of(words, first.i)):
        return
    subject = next((k for k in kids_of(words, first.i) if k.dep == "nsubj"), None)
    if subject is None or subject.i != first.i - 1 or subject.tag not in ("NN", "NNS"):
        return
    for second in words[first.i + 2 :]:
        if second.dep != "acl" or second.tag not in ("VBN", "VBD") or second.lemma in GIVING:
            continue
        kids = kids_of(words, second.i)
        object_ = any(k.dep in ("dobj", "ccomp") or (k.dep == "xcomp" and k.tag == "VBG") for k in kids)
        between = words[first.i + 1 : second.i]
        if object_ and words[second.i - 1].i == second.head and not any(w.pos == "PUNCT" for w in between):
            _promote(words, subject, first, second)
            return


def _helped(words: Tree) -> None:
    """In "He helped build the school" he helped, and what follows is what he helped with."""
    for helping in words:
        verb = words[helping.head]
        if helping.dep != "aux" or helping.lower not in ("help", "helps", "helped") or verb.i < helping.i:
            continue
        for kid in kids_of(words, verb.i):
            if kid.i != helping.i and (kid.i < helping.i or kid.dep in ("conj", "cc", "punct")):
                words[kid.i] = kid._replace(head=helping.i)
        head = helping.i if verb.head == verb.i else verb.head
        words[helping.i] = helping._replace(head=head, dep=verb.dep, pos="VERB", lemma="help")
        words[verb.i] = words[verb.i]._replace(head=helping.i, dep="xcomp")


def _joined_to_a_year(words: Tree) -> None:
    """In "there were 249 cases in 2022 and 60 deaths" the deaths are joined to the cases, not to the year."""
    for second in words:
        year = words[second.head]
        counted = any(k.dep == "nummod" for k in kids_of(words, second.i))
        if second.dep != "conj" or year.ent != "DATE" or second.ent == "DATE" or second.tag != "NNS" or not counted:
            continue
        verb = words[words[year.head].head]
        first = next((k for k in kids_of(words, verb.i) if k.dep in ("attr", "dobj") and verb.i < k.i < year.i), None)
        if words[year.head].dep != "prep" or first is None:
            continue
        words[second.i] = second._replace(head=first.i)
        for joint in kids_of(words, year.i):
            if joint.dep == "cc" and joint.i < second.i:
                words[joint.i] = joint._replace(head=first.i)


def _behind_semicolon(words: Tree) -> None:
    """In "Some give 10; the priest Thomas, counting houses, thinks ..." the priest is who thinks."""
    verb = root_of(words)
    if verb is None or verb.tag not in FINITE or any(k.dep in SUBJECT and k.i < verb.i for k in kids_of(words, verb.i)):
        return
    mark = next((w for w in reversed(words[: verb.i]) if w.text == ";"), None)
    if mark is None:
        return
    for noun in words[mark.i + 1 : verb.i]:
        if noun.head < mark.i and noun.pos in NOMINAL and min(below(words, noun.i)) == mark.i + 1:
            words[noun.i] = noun._replace(head=verb.i, dep="nsubj")
            return


EXTENTS = frozenset("long wide high deep tall thick".split())


def _measure(words: Tree) -> None:
    """In "The charter was nine articles long" the articles say how long it was."""
    for noun in words:
        if noun.dep != "attr" or noun.i + 1 >= len(words) or not any(k.tag == "CD" for k in kids_of(words, noun.i)):
            continue
        following = words[noun.i + 1]
        if following.dep in ("acomp", "advmod") and following.head == noun.head and following.lower in EXTENTS:
            words[noun.i] = noun._replace(dep="npadvmod", head=following.i)
            words[following.i] = following._replace(dep="acomp", pos="ADJ", tag="JJ")
