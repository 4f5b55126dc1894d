"""Mends parses a small model gets wrong: a subject swallowed by what opens the sentence, a garden path."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from quiz.facts.clause_repair import mend_clauses
from quiz.facts.model import Word
from quiz.facts.noun_repair import mend_nouns
from quiz.facts.tree import NOMINAL, SUBJECT, below, kids_of, root_of

SWALLOWED = ("appos", "conj", "nmod", "npadvmod", "dobj", "dep", "nummod")
OPENING = ("prep", "npadvmod", "advmod", "advcl", "nmod")


def repaired(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words of a sentence with such parses mended."""
    out = list(words)
    for mend in (_bare_past, _behind_a_year, _gapped_share, _reduced_passive, _on_average, _two_objects):
        mend(out)
    mend_nouns(out)
    mend_clauses(out)
    _swallowed_subject(out)
    return tuple(out)


# Verbs whose past is their base form.
SAME_IN_PAST = frozenset("cut put set hit let shut cost split spread quit cast beat bet burst hurt shed thrust".split())


def _bare_past(words: list[Word]) -> None:
    """Of one thing "cut" and its like are past: the present would have an "s"."""
    for verb in words:
        if verb.tag not in ("VB", "VBP") or verb.lower not in SAME_IN_PAST or verb.pos != "VERB":
            continue
        kids = kids_of(words, verb.i)
        subject = next((k for k in kids if k.dep == "nsubj" and k.i < verb.i), None)
        if (
            subject
            and subject.tag in ("NN", "NNP")
            and not any(k.dep in ("aux", "cc", "conj") for k in kids if k.i < verb.i)
        ):
            words[verb.i] = verb._replace(tag="VBD")


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


def _behind_a_year(words: list[Word]) -> None:
    """In "In 1858 a merchant, Mr Kyte, had offered ..." the merchant stands with the subject, not with the year."""
    for word in words:
        first = min(below(words, word.i)) if word.tag == "NN" and word.dep in (*SWALLOWED, "dep") else 0
        year = words[first - 1].text if first else ""
        if not re.fullmatch(r"1\d{3}|20\d\d", year) or words[first].lower not in ("a", "an", "the"):
            continue
        last = max(below(words, word.i))
        comma = last + 1 < len(words) and words[last + 1].text == ","
        subject = next((w for w in words[last:] if w.dep in ("nsubj", "nsubjpass")), None)
        if comma and subject and min(below(words, subject.i)) == last + 2 and word.head < word.i:
            words[word.i] = word._replace(dep="appos", head=subject.i)


def _gapped_share(words: list[Word]) -> None:
    """In "60 % came from hazel and only 12 % from oak" the second share is no part of the first phrase."""
    for share in words:
        noun = next((k for k in kids_of(words, share.i) if k.dep == "amod" and k.tag == "JJ" and k.i < share.i), None)
        joint = words[noun.i + 1] if noun else None
        if noun is None or joint is None or joint.dep != "cc" or share.dep != "pobj" or share.head != noun.i - 1:
            continue
        preposition = words[share.head]
        verb = words[preposition.head]
        words[noun.i] = noun._replace(tag="NN", pos="NOUN", dep="pobj", head=preposition.i)
        words[share.i] = share._replace(dep="dep", head=verb.i)
        words[joint.i] = joint._replace(head=verb.i)
        for k in kids_of(words, verb.i):
            if k.dep == "prep" and k.i == share.i + 1:
                words[k.i] = k._replace(head=share.i)


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
