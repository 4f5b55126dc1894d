"""Mends parses a small model gets wrong: a subject swallowed by what opens the sentence, a garden path."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from quiz.facts.clause_repair import NOMINAL, SUBJECT, below, kids_of, mend_clauses, root_of
from quiz.facts.model import Word

SWALLOWED = ("appos", "conj", "nmod", "npadvmod", "dobj", "dep", "nummod")
OPENING = ("prep", "npadvmod", "advmod", "advcl", "nmod")


def repaired(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words of a sentence with such parses mended."""
    out = list(words)
    for mend in (_reduced_passive, _on_average, _past_of_another, _noun_for_verb, _two_objects):
        mend(out)
    mend_clauses(out)
    _swallowed_subject(out)
    return tuple(out)


def _swallowed_subject(words: list[Word]) -> None:
    """In "On June 22, 1941, Germany invaded ..." the name behind the opening phrase is the subject, not part of it."""
    root = root_of(words)
    if root is None or root.pos not in ("VERB", "AUX") or root.tag == "VB":
        return
    kids = kids_of(words, root.i)
    if any(k.dep in SUBJECT for k in kids):
        return
    openers = {k.i for k in kids if k.i < root.i and k.dep in OPENING}
    swallowed = [w for w in words[: root.i] if _behind_comma(words, w) and _under(words, w, openers)]
    names = [w for w in swallowed if w.pos == "PROPN"]
    subject = names[-1] if names else next(iter(swallowed), None)
    if subject and (_last(words, subject.i) == root.i - 1 or _parted(words, subject.i, root.i)):
        passive = any(k.dep == "auxpass" for k in kids)
        words[subject.i] = subject._replace(head=root.i, dep="nsubjpass" if passive else "nsubj")


def _parted(words: Sequence[Word], low: int, high: int) -> bool:
    """Whether a comma or an auxiliary stands between the subject and its verb."""
    return any(w.text == "," or w.dep in ("aux", "auxpass") for w in words[low:high])


def _behind_comma(words: Sequence[Word], word: Word) -> bool:
    """Whether a noun that hangs on something before it opens behind a comma."""
    if word.pos not in NOMINAL or word.dep not in SWALLOWED or word.head >= word.i:
        return False
    first = min(below(words, word.i))
    joined = any(k.dep == "cc" and k.i < word.i for k in kids_of(words, word.head))
    return first > 0 and words[first - 1].text == "," and not joined


def _under(words: Sequence[Word], word: Word, openers: AbstractSet[int]) -> bool:
    at = word
    while at.head != at.i:
        at = words[at.head]
        if at.i in openers:
            return True
    return False


def _last(words: Sequence[Word], i: int) -> int:
    return max(below(words, i))


def _reduced_passive(words: list[Word]) -> None:
    """In "the resolutions passed in 2006" the participle is no past tense."""
    for word in words:
        if word.dep == "acl" and word.tag == "VBD" and not any(k.dep in SUBJECT for k in kids_of(words, word.i)):
            words[word.i] = word._replace(tag="VBN")


PAST_OF = {
    "wound": "wind",
    "saw": "see",
    "fell": "fall",
    "found": "find",
    "lay": "lie",
    "left": "leave",
    "felt": "feel",
    "ground": "grind",
    "rose": "rise",
    "bore": "bear",
    "bound": "bind",
    "shot": "shoot",
}
"""Past forms that are base forms of other verbs too."""


def _past_of_another(words: list[Word]) -> None:
    """In "found a path that wound uphill" beside a past tense the form is of "wind", not of "wound"."""
    past = any(word.tag == "VBD" for word in words)
    for word in words:
        if past and word.tag == "VBP" and word.lower in PAST_OF:
            words[word.i] = word._replace(tag="VBD", lemma=PAST_OF[word.lower])


def _noun_for_verb(words: list[Word]) -> None:
    """In "landed tonnes of fish and shellfish" no base form can be joined to a past tense: it is a noun."""
    for word in words:
        above = words[word.head]
        own = [k for k in kids_of(words, word.i) if k.dep not in ("prep", "punct")]
        if (word.tag, word.dep, above.tag) != ("VB", "conj", "VBD") or own:
            continue
        joint = next((w for w in reversed(words[: word.i]) if w.dep == "cc" and w.head == above.i), None)
        before = words[joint.i - 1] if joint and joint.i == word.i - 1 else None
        if before is None or joint is None or before.pos not in NOMINAL or above.i > before.i:
            continue
        words[word.i] = word._replace(tag="NN", pos="NOUN", dep="conj", head=before.i)
        words[joint.i] = joint._replace(head=before.i)
        for kid in kids_of(words, word.i):
            if kid.dep == "prep" and kid.lower != "of":
                words[kid.i] = kid._replace(head=above.i)


def _two_objects(words: list[Word]) -> None:
    """In "offered $10 million and an annual rent" the second object is joined to the first."""
    for joint in words:
        first = words[joint.head]
        if joint.dep != "cc" or first.dep not in ("dobj", "pobj", "attr") or joint.i < first.i:
            continue
        if any(k.dep == "conj" for k in kids_of(words, first.i)):
            continue
        twin = next((w for w in words[joint.i + 1 :] if w.head == first.head and w.dep == first.dep), None)
        if twin and twin.i != first.i and min(below(words, twin.i)) == joint.i + 1:
            words[twin.i] = twin._replace(dep="conj", head=first.i)


def _on_average(words: list[Word]) -> None:
    """In "used on average 21,300 kilowatt hours" the hours are what was used, not what "on" governs."""
    for on, average in pairwise(words):
        noun = words[average.head]
        if (on.lower, average.lower) == ("on", "average") and average.dep == "amod" and noun.head == on.i:
            words[noun.i] = noun._replace(head=on.head, dep="dobj")
            words[average.i] = average._replace(head=on.i, dep="pobj", pos="NOUN", tag="NN")
