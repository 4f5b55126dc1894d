"""Mends which verb heads which clause: garden paths, clauses read as phrases, asides of saying, clefts."""

from __future__ import annotations

from itertools import takewhile

from quiz.facts.cue_words import CUES
from quiz.facts.human_nouns import person_noun
from quiz.facts.model import Word
from quiz.facts.tree import FINITE, NOMINAL, SUBJECT, Tree, below, kids_of, root_of

JOINED = ("advcl", "ccomp", "dep", "conj")
COMPLETE = ("dobj", "attr", "aux")
OPENING_CLAUSES = frozenset("after before since until as once".split())
PLACED = ("GPE", "LOC", "ORG", "FAC")
BARRED = "meta"
"""The dependency of words that belong to no clause: the frame of a cleft."""


def mend_clauses(words: Tree) -> None:
    """Mend the clauses of a sentence in place."""
    words.mend(
        (
            _said_by_the_way,
            _behind_a_relative,
            _object_relative,
            _behind_who,
            _garden_path,
            _caption,
            _clause_behind_preposition,
            _joined_to_infinitive,
            _cleft,
            _of_person,
        )
    )


def _garden_path(words: Tree) -> None:
    """In "Homes built before 1920 used 21,300" the second verb is the main one, the first tells which homes."""
    subject, first = _first_reading(words)
    if (
        subject is None
        or first is None
        or subject.i > first.i
        or _last_before(words, subject.i, first.i) != first.i - 1
    ):
        return
    kids = kids_of(words, first.i)
    second = next((k for k in kids if k.i > first.i and k.dep in JOINED and k.tag in ("VBD", "VBN")), None)
    if not second or any(k.dep in COMPLETE for k in kids):
        return
    between = words[first.i + 1 : second.i]
    own = [k for k in kids_of(words, second.i) if k.i < second.i]
    helpers = [k for k in own if k.dep in ("aux", "auxpass")]
    if not between or any(k.dep in (*SUBJECT, "mark", "advmod") for k in own):
        return
    if any(w.pos in ("PUNCT", "CCONJ", "SCONJ") and w.dep != "prep" for w in between):
        return
    finite = helpers[0].tag in (*FINITE, "MD") if helpers else second.tag == "VBD" or second.dep != "conj"
    if not finite:
        return
    _second_is_main(words, subject, first, second, passive=any(k.dep == "auxpass" for k in helpers))


def _caption(words: Tree) -> None:
    """In "Masons on the spire, painted in 1870." nothing is told to have painted: the participle describes the noun."""
    root = root_of(words)
    if root is None or root.tag != "VBN" or root.i < 2 or words[root.i - 1].text != ",":
        return
    kids = kids_of(words, root.i)
    subject = next((k for k in kids if k.dep == "nsubj" and k.i < root.i), None)
    if subject is None or any(k.dep in (*COMPLETE, "auxpass", "conj", "ccomp") for k in kids):
        return
    if any(w.text == "," for w in words[: root.i - 1]) or subject.pos not in NOMINAL:
        return
    words[subject.i] = words[subject.i]._replace(head=subject.i, dep="ROOT")
    words[root.i] = words[root.i]._replace(head=subject.i, dep="acl")


def _second_is_main(words: Tree, subject: Word, first: Word, second: Word, *, passive: bool) -> None:
    helped = any(k.dep in ("aux", "auxpass") and k.i < second.i for k in kids_of(words, second.i))
    moved = (*kids_of(words, first.i), *kids_of(words, subject.i))
    words[first.i] = first._replace(tag="VBN", dep="acl", head=subject.i)
    words[second.i] = second._replace(tag=second.tag if helped else "VBD", dep="ROOT", head=second.i)
    for kid in moved:
        if kid.i > second.i or (kid.i < subject.i and kid.head == first.i and kid.dep != "det"):
            words[kid.i] = words[kid.i]._replace(head=second.i)
    words[subject.i] = words[subject.i]._replace(head=second.i, dep="nsubjpass" if passive else "nsubj")


def _first_reading(words: Tree) -> tuple[Word | None, Word | None]:
    """The subject and the verb behind it that the parser took for the main one or, without any, for a modifier."""
    root = root_of(words)
    if root is None:
        return None, None
    if root.tag in ("VBD", "VBN"):
        return next((k for k in kids_of(words, root.i) if k.dep == "nsubj"), None), root
    if root.pos in NOMINAL:
        return root, next((k for k in kids_of(words, root.i) if k.dep == "acl" and k.tag in ("VBD", "VBN")), None)
    return None, None


def _last_before(words: Tree, i: int, limit: int) -> int:
    return max((j for j in below(words, i) if j < limit), default=i)


def _clause_behind_preposition(words: Tree) -> None:
    """In "left after the captain, Joe Smith, fell ill" the captain is what fell, not what "after" governs."""
    for verb in words:
        above = words[verb.head]
        if verb.tag not in FINITE or verb.dep not in JOINED or above.pos not in ("VERB", "AUX") or above.i > verb.i:
            continue
        if any(k.dep in (*SUBJECT, "mark", "aux", "auxpass") for k in kids_of(words, verb.i)):
            continue
        openers = [k for k in kids_of(words, above.i) if k.dep == "prep" and k.lower in OPENING_CLAUSES]
        opener = next((k for k in reversed(openers) if k.i < verb.i), None)
        noun = opener and next((k for k in kids_of(words, opener.i) if k.dep == "pobj"), None)
        if opener is None or noun is None or not _reaches(words, noun, above, verb):
            continue
        words[opener.i] = opener._replace(dep="mark", head=verb.i, pos="SCONJ")
        words[noun.i] = noun._replace(dep="nsubj", head=verb.i)
        words[verb.i] = verb._replace(dep="advcl")
        for w in words[noun.i + 1 : verb.i]:
            if w.head == above.i:
                dep = "appos" if w.pos in NOMINAL else w.dep
                words[w.i] = w._replace(head=noun.i, dep=dep)


def _reaches(words: Tree, noun: Word, above: Word, verb: Word) -> bool:
    """Whether between a noun and a verb stand only words of the noun, commas and a name that is put beside it."""
    own = below(words, noun.i)
    between = [w for w in words[noun.i + 1 : verb.i] if w.i not in own and w.text != ","]
    beside = [w for w in between if w.head == above.i]
    named = not beside or (len(beside) == 1 and beside[0].dep in ("npadvmod", "appos", "dep", "conj"))
    commas = [w for w in words[noun.i + 1 : verb.i] if w.text == "," and w.head == above.i]
    return (
        named
        and all(w.pos in NOMINAL for w in beside)
        and len(commas) in (0, 2)
        and not any(w.dep == "cc" and w.head in (above.i, noun.i) for w in words[noun.i : verb.i])
    )


def _joined_to_infinitive(words: Tree) -> None:
    """In "took years to build and killed 53 men" a finite verb is joined to the finite verb, not to the infinitive."""
    for verb in words:
        above = words[verb.head]
        if verb.dep != "conj" or above.tag != "VB" or above.i > verb.i:
            continue
        helped = any(k.dep in ("aux", "auxpass") and k.tag in FINITE for k in kids_of(words, verb.i))
        if verb.tag not in FINITE and not helped:
            continue
        if any(k.dep in SUBJECT for k in kids_of(words, verb.i)):
            continue
        if any(k.tag == "MD" for k in kids_of(words, above.i)):
            continue
        at = above
        while at.head != at.i and at.tag not in FINITE:
            at = words[at.head]
        if at.tag not in FINITE or at.pos not in ("VERB", "AUX"):
            continue
        words[verb.i] = verb._replace(head=at.i)
        for joint in kids_of(words, above.i):
            if joint.dep == "cc" and joint.i < verb.i:
                words[joint.i] = joint._replace(head=at.i)


def _behind_a_relative(words: Tree) -> None:
    """In "Aylward, who leads it, advised that ... and urged ..." "advised" is the first of two."""
    root = root_of(words)
    subject = next((k for k in kids_of(words, root.i) if k.dep == "nsubj"), None) if root else None
    if root is None or subject is None or root.tag != "VBD":
        return
    kids = kids_of(words, subject.i)
    joint = next((k for k in kids if k.dep == "cc" and k.i == root.i - 1), None)
    relative = next((k for k in kids if k.dep == "relcl"), None)
    if joint is None or relative is None or any(k.dep == "conj" for k in kids):
        return
    inside = below(words, relative.i)
    verb = next((w for w in words if w.i in inside and w.dep == "acl" and w.tag == "VBN"), None)
    if verb is None or words[verb.i - 1].text != ",":
        return
    words[verb.i] = verb._replace(tag="VBD", dep="ROOT", head=verb.i)
    words[root.i] = root._replace(dep="conj", head=verb.i)
    words[joint.i] = joint._replace(head=verb.i)
    words[subject.i] = subject._replace(head=verb.i)
    for kid in kids:
        if kid.i > verb.i and kid.dep == "relcl":
            words[kid.i] = kid._replace(dep="ccomp", head=verb.i)


def _object_relative(words: Tree) -> None:
    """In "a can of veal that Parry carried" the object "that" stands for the noun before it."""
    for that in words[1:]:
        noun, verb = words[that.i - 1], words[that.head]
        if that.lower not in ("that", "which") or that.dep != "dobj" or noun.pos not in ("NOUN", "PROPN"):
            continue
        own = any(that.i < k.i < verb.i and k.dep in SUBJECT for k in kids_of(words, verb.i))
        told = verb.dep == "ccomp" and noun.dep == "dobj"
        if own and not told and verb.dep in ("acl", "advcl", "ccomp", "dep") and noun.i not in below(words, verb.i):
            words[verb.i] = verb._replace(dep="relcl", head=noun.i)
            words[that.i] = that._replace(tag="WDT", pos="PRON")


def _behind_who(words: Tree) -> None:
    """In "Aylward, who carried the orders, left with five boats." it is "left" that she did."""
    root = root_of(words)
    if root is None or root.pos != "PROPN":
        return
    kids = kids_of(words, root.i)
    relative = next((k for k in kids if k.dep == "relcl"), None)
    verb = next((k for k in kids if k.dep == "acl" and k.tag in ("VBN", "VBD") and words[k.i - 1].text == ","), None)
    if relative is None or verb is None or verb.i < relative.i or any(k.dep == "agent" for k in kids_of(words, verb.i)):
        return
    if not any(k.lower == "who" and k.dep == "nsubj" for k in kids_of(words, relative.i)):
        return
    words[verb.i] = verb._replace(tag="VBD", dep="ROOT", head=verb.i)
    words[root.i] = root._replace(dep="nsubj", head=verb.i)
    for kid in kids:
        if kid.i > verb.i or kid.i == len(words) - 1:
            words[kid.i] = kid._replace(head=verb.i)


def _cleft(words: Tree) -> None:
    """In "it was not until 1924 that citizenship was granted" the clause behind "that" is what is told."""
    root = root_of(words)
    if root is None or root.lemma != "be":
        return
    kids = kids_of(words, root.i)
    frame = [k for k in kids if k.i < root.i or k.dep == "neg"]
    verb = next((k for k in kids if k.dep in ("ccomp", "advcl", "relcl") and k.i > root.i), None)
    times = [k for k in kids if k.dep == "prep" and verb and root.i < k.i < verb.i]
    that = verb and next((k for k in kids_of(words, verb.i) if k.lower == "that"), None)
    if verb is None or that is None or len(times) != 1 or not frame or frame[0].lower != "it" or frame[0].i:
        return
    time, until = times[0], times[0].lower == "until"
    if any(k.dep == "neg" for k in kids) != until or that.i != max(below(words, time.i)) + 1:
        return
    for w in (*frame, root):
        words[w.i] = words[w.i]._replace(dep=BARRED, head=verb.i)
    for k in kids:
        if k not in frame and k.i != verb.i:
            words[k.i] = k._replace(head=verb.i)
    words[that.i] = that._replace(dep="mark")
    words[verb.i] = verb._replace(dep="ROOT", head=verb.i)
    day = any(w.tag == "CD" and len(w.text) < len("100") for w in words[time.i + 1 : time.i + 3])
    if until:
        words[time.i] = words[time.i]._replace(text="on" if day else "in", lower="on" if day else "in")


def _said_by_the_way(words: Tree) -> None:
    """In "Since 2000, the researchers calculate, it has been 117" the time is not that of the calculating."""
    for verb in words:
        if verb.tag not in FINITE or verb.i + 1 >= len(words) or words[verb.i + 1].text != ",":
            continue
        kids = kids_of(words, verb.i)
        subject = next((k for k in kids if k.dep == "nsubj" and k.i < verb.i), None)
        first = min(below(words, subject.i)) if subject else 0
        if subject is None or first == 0 or words[first - 1].text != "," or verb.lemma not in CUES:
            continue
        told = next((k for k in kids if k.dep == "ccomp" and k.i > verb.i), None) if verb.head == verb.i else None
        if told is not None:
            words[told.i] = told._replace(dep="ROOT", head=told.i)
        elif verb.dep not in ("advcl", "ccomp", "parataxis") or verb.head <= verb.i:
            continue
        main = told.i if told is not None else verb.head
        words[verb.i] = verb._replace(dep="parataxis", head=main)
        for kid in kids:
            if kid.i < first and kid.dep in ("prep", "npadvmod", "advmod", "advcl"):
                words[kid.i] = kid._replace(head=main)


def _of_person(words: Tree) -> None:
    """In "a chemist at the University of Leiden who fled" it is the chemist who fled, not Leiden."""
    for verb in words:
        if verb.dep != "relcl" or not any(k.lower == "who" and k.dep in SUBJECT for k in kids_of(words, verb.i)):
            continue
        noun = words[verb.head]
        place = noun.dep == "pobj" and noun.pos == "PROPN" and words[noun.head].lower in ("in", "at")
        if not place and (_is_human(noun) or (noun.ent not in PLACED and noun.pos != "PROPN")):
            continue
        before = takewhile(lambda w: w.tag not in FINITE, reversed(words[: noun.i]))
        if person := next(filter(_is_human, before), None):
            words[verb.i] = verb._replace(head=person.i)


def _is_human(word: Word) -> bool:
    return word.ent == "PERSON" or (word.pos == "NOUN" and person_noun(word.lemma.lower()))
