"""Mends which word of a sentence is its verb: participles read as the past tense, what a verb is helped to do."""

from __future__ import annotations

from quiz.facts.model import Word
from quiz.facts.tree import FINITE, SUBJECT, Tree, below, kids_of, root_of

JOINED = ("conj", "ccomp", "advcl", "dep")
# Passives that keep an object: "the men given land".
GIVING = frozenset("give grant award offer pay tell teach ask show send deny call name leave make allot assign".split())


def mend_verbs(words: Tree) -> None:
    """Mend the verbs of a sentence in place."""
    words.mend(
        (
            _set_off_participle,
            _opening_participle,
            _closing_participle,
            _adopted_verb,
            _helped,
            _described,
            _serving,
            _would,
            _helped_along,
        )
    )


def _helped_along(words: Tree) -> None:
    """In "had been moved" both helpers are the verb's, the first not the second one's."""
    for helper in words:
        second = words[helper.head]
        if helper.dep == "aux" and second.dep in ("aux", "auxpass") and helper.i < second.i < second.head:
            words[helper.i] = helper._replace(head=second.head)


def _set_off_participle(words: Tree) -> None:
    """In "The oath, read in April, was short" the first verb only tells which oath."""
    root = root_of(words)
    ahead = [k for k in kids_of(words, root.i) if k.dep == "ccomp" and k.i < root.i] if root else []
    for first in (root, *ahead):
        if first is not None and first.tag in ("VBD", "VBN") and first.i > 1 and words[first.i - 1].text == ",":
            _describing(words, first)


def _describing(words: Tree, first: Word) -> None:
    """Make a verb behind a comma a participle if another one behind it has the same subject."""
    kids = kids_of(words, first.i)
    if any(k.dep in ("aux", "auxpass") for k in kids):
        return
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


def _opening_participle(words: Tree) -> None:
    """In "The ship, taken for a foe, was hit" the subject is that of the last verb, the first only describes it."""
    root = root_of(words)
    if root is None or root.pos not in ("VERB", "AUX") or any(k.dep in SUBJECT for k in kids_of(words, root.i)):
        return
    ahead = [k for k in kids_of(words, root.i) if k.i < root.i and k.dep in ("ccomp", "advcl")]
    for first in ahead:
        kids = kids_of(words, first.i)
        subject = next((k for k in kids if k.dep == "nsubj" and k.i < first.i), None)
        bound = any(k.dep in ("aux", "auxpass", "mark", "dobj", "ccomp") for k in kids)
        if subject is None or bound or first.tag not in ("VBD", "VBN") or words[first.i - 1].text != ",":
            continue
        last = max(below(words, first.i))
        if max(below(words, subject.i)) < first.i and words[last + 1].text == "," and last + 1 < root.i:
            passive = any(k.dep == "auxpass" for k in kids_of(words, root.i))
            words[subject.i] = subject._replace(head=root.i, dep="nsubjpass" if passive else "nsubj")
            words[first.i] = first._replace(head=subject.i, dep="acl", tag="VBN")
            return


def _closing_participle(words: Tree) -> None:
    """In "The inquiry, chaired by Stone, reported in July" the last participle behind a comma is the verb."""
    subject = root_of(words)
    if subject is None or subject.pos not in ("NOUN", "PROPN") or any(w.dep == "aux" for w in words):
        return
    acls = [k for k in kids_of(words, subject.i) if k.dep == "acl" and k.tag == "VBN" and words[k.i - 1].text == ","]
    others = [
        k for k in kids_of(words, subject.i) if k.i > subject.i and k.dep not in ("prep", "punct", "relcl", "acl")
    ]
    if len(acls) <= 1 or others or any(k.dep in ("agent", "dobj") for k in kids_of(words, acls[-1].i)):
        return
    second = acls[-1]
    words[second.i] = second._replace(tag="VBD", pos="VERB", dep="ROOT", head=second.i)
    words[subject.i] = subject._replace(dep="nsubj", head=second.i)
    for kid in (k for k in kids_of(words, subject.i) if k.i > second.i):
        words[kid.i] = kid._replace(head=second.i)


def _promote(words: Tree, subject: Word, first: Word, second: Word) -> None:
    """Make the second verb the main one, and the first a participle of the subject."""
    kids = (*kids_of(words, first.i), *kids_of(words, subject.i))
    passive = any(k.dep == "auxpass" for k in kids_of(words, second.i))
    tag = second.tag if second.tag in FINITE else "VBD"
    words[first.i] = first._replace(tag="VBN", dep="acl", head=subject.i)
    head = second.i if first.head == first.i else first.head
    pos = "AUX" if second.pos == "AUX" else "VERB"
    words[second.i] = second._replace(tag=tag, pos=pos, dep=first.dep, head=head)
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
        if helping.dep != "aux":
            continue
        verb = words[helping.head]
        if helping.lower not in ("help", "helps", "helped") or verb.i < helping.i:
            continue
        for kid in kids_of(words, verb.i):
            if kid.i != helping.i and (kid.i < helping.i or kid.dep in ("conj", "cc", "punct")):
                words[kid.i] = kid._replace(head=helping.i)
        head = helping.i if verb.head == verb.i else verb.head
        words[helping.i] = helping._replace(head=head, dep=verb.dep, pos="VERB", lemma="help")
        words[verb.i] = words[verb.i]._replace(head=helping.i, dep="xcomp")


def _described(words: Tree) -> None:
    """In "supplied a quarter of the yarn traded in the world" a past tense without a subject tells which yarn."""
    for verb in words:
        if verb.dep != "advcl" or verb.tag not in ("VBD", "VBN") or verb.i < verb.head or verb.i == 0:
            continue
        kids = kids_of(words, verb.i)
        noun = words[verb.i - 1]
        bare = not any(k.dep in (*SUBJECT, "mark", "aux", "auxpass", "dobj") or k.tag == "WRB" for k in kids)
        if bare and noun.tag in ("NN", "NNS") and words[verb.head].tag in FINITE:
            words[verb.i] = verb._replace(tag="VBN", dep="acl", head=noun.i)


# Verbs in -ing that say of a thing what it is for.
SERVING = frozenset("cooling heating cutting building dining parking washing printing spinning sewing mining".split())


def _serving(words: Tree) -> None:
    """In "a rooftop cooling tower" no rooftop cools: it is a tower."""
    for verb in words:
        if verb.dep != "acl" or verb.lower not in SERVING:
            continue
        noun, kids = words[verb.head], kids_of(words, verb.i)
        thing = next((k for k in kids if k.dep == "dobj" and k.i == verb.i + 1 and k.tag == "NN"), None)
        if thing is None or noun.i != verb.i - 1:
            continue
        if any(k.i < thing.i for k in kids_of(words, thing.i)) or noun.tag != "NN":
            continue
        above = words[noun.head]
        words[thing.i] = thing._replace(dep=noun.dep, head=noun.head)
        for kid in (*kids_of(words, noun.i), *kids):
            if kid.i not in (verb.i, thing.i):
                words[kid.i] = kid._replace(head=thing.i if kid.i < thing.i else above.head)
        words[noun.i] = noun._replace(dep="compound", head=thing.i)
        words[verb.i] = verb._replace(tag="NN", pos="NOUN", dep="compound", head=thing.i)


# Verbs whose past tense is written like the bare verb.
ALIKE = frozenset("cost put set cut let hit shut spread bet hurt split quit shed burst cast rid".split())


def _would(words: Tree) -> None:
    """In "It would have two halls and cost 40 million" the second verb tells of no past either."""
    for verb in words:
        first = words[verb.head]
        if verb.tag not in ("VBD", "VBP") or verb.dep != "conj" or verb.lower not in ALIKE or first.tag != "VB":
            continue
        own = any(k.dep in (*SUBJECT, "aux") for k in kids_of(words, verb.i))
        if not own and any(k.tag == "MD" for k in kids_of(words, first.i)):
            words[verb.i] = verb._replace(tag="VB")
