"""Mends parses a small model gets wrong: a subject swallowed by what opens the sentence, a garden path."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from itertools import pairwise

from quiz.facts.clause_repair import mend_clauses
from quiz.facts.model import Word
from quiz.facts.noun_repair import mend_nouns
from quiz.facts.opening_repair import mend_openings
from quiz.facts.past_repair import mend_pasts
from quiz.facts.place_repair import mend_places
from quiz.facts.subject_repair import mend_subjects
from quiz.facts.time_repair import mend_times
from quiz.facts.tree import FINITE, NOMINAL, SUBJECT, Tree, below, kids_of, root_of
from quiz.facts.verb_repair import mend_verbs

SWALLOWED = ("appos", "conj", "nmod", "npadvmod", "dobj", "dep", "nummod")
ARTICLES = ("a", "an", "the")
YEAR, DIGITS = re.compile(r"1\d{3}|20\d\d"), 4
OPENING = ("prep", "npadvmod", "advmod", "advcl", "nmod")


def repaired(words: Iterable[Word]) -> tuple[Word, ...]:
    """The words of a sentence with such parses mended."""
    out = Tree(words)
    out.mend(
        (
            _bare_past,
            _behind_a_year,
            _gapped_share,
            _reduced_passive,
            _on_average,
            _two_objects,
            _names_in_a_row,
        )
    )
    mend_nouns(out)
    mend_clauses(out)
    mend_openings(out)
    out.mend((mend_times,))
    mend_verbs(out)
    mend_pasts(out)
    mend_places(out)
    mend_subjects(out)
    out.mend((_swallowed_subject, _first_word, _time_of_the_verb))
    return tuple(out)


# Verbs whose past is their base form.
SAME_IN_PAST = frozenset("cut put set hit let shut cost split spread quit cast beat bet burst hurt shed thrust".split())


def _bare_past(words: Tree) -> None:
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


def _swallowed_subject(words: Tree) -> None:
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


def _first_word(words: Tree) -> None:
    """In "Maashaven, at the mouth of the Maas, handled ..." a finite verb has its subject in an unknown first word."""
    root, first = root_of(words), words[0]
    if root is None or root.tag not in FINITE or first.head != root.i or first.dep not in ("advmod", "npadvmod", "dep"):
        return
    kids = kids_of(words, root.i)
    plain = not first.text[:1].isupper() or first.lower.endswith("ly") or first.lower in ADVERBS
    if plain or kids_of(words, first.i) or any(k.dep in SUBJECT for k in kids):
        return
    if root.i == 1 or (words[1].text == "," and words[root.i - 1].text == ","):
        passive = any(k.dep == "auxpass" for k in kids)
        words[0] = first._replace(tag="NNP", pos="PROPN", dep="nsubjpass" if passive else "nsubj")


ADVERBS = frozenset(
    "however then there here now today later soon still yet thus meanwhile once often also even so instead perhaps "
    "again back never ever only first next last far further away afterwards moreover therefore hence indeed".split()
)


def _time_of_the_verb(words: Tree) -> None:
    """In "took a degree at Ohio University in 1943" the year tells when the degree was taken, not of the university."""
    for time in words:
        if time.dep != "prep" or time.lower not in ("in", "on", "during", "since", "until"):
            continue
        noun = words[time.head]
        date = next((k for k in kids_of(words, time.i) if k.dep == "pobj"), None)
        if noun.tag != "NNP" or noun.i > time.i or date is None or not _dated(words, date) or noun.lower in EVENTS:
            continue
        at = noun
        while at.dep in ("pobj", "prep", "dobj", "conj", "appos", "compound") and at.head != at.i:
            at = words[at.head]
        if at.pos == "VERB" and at.i < noun.i:
            words[time.i] = time._replace(head=at.i)


EVENTS = frozenset("war treaty act conference congress olympics election revolution battle games cup fair".split())


def _dated(words: Tree, noun: Word) -> bool:
    if noun.ent != "DATE":
        return False
    own = [w for w in words if w.i in below(words, noun.i)]
    return any(YEAR.fullmatch(w.text) for w in own) and all(w.ent == "DATE" for w in own)


def _names_in_a_row(words: Tree) -> None:
    """In "Choctaw, Chickasaw and Creek" the second name does not tell who the first was: they are three."""
    for second in words:
        first = words[second.head]
        joint = words[max(0, min(below(words, second.i)) - 1)] if second.dep == "appos" else second
        if joint.dep == "cc" and words[joint.head].pos in NOMINAL and first.i < joint.i < second.i:
            words[second.i] = second._replace(dep="conj", head=joint.head)
            continue
        if second.dep != "appos" or {second.tag, first.tag} != {"NNP"} or second.i < first.i:
            continue
        kids = kids_of(words, second.i)
        rowed = any(k.dep == "cc" and k.lower in ("and", "or") for k in kids) or any(
            k.dep == "conj" and k.tag == "NNP" and any(j.dep == "cc" for j in kids_of(words, k.i)) for k in kids
        )
        if rowed and first.ent != "PERSON" and words[min(below(words, second.i)) - 1].text == ",":
            words[second.i] = second._replace(dep="conj")


def _behind_a_year(words: Tree) -> None:
    """In "In 1858 a merchant, Mr Kyte, had offered ..." the merchant stands with the subject, not with the year."""
    if not any(len(a.text) == DIGITS and b.lower in ARTICLES and YEAR.fullmatch(a.text) for a, b in pairwise(words)):
        return
    for word in words:
        first = min(below(words, word.i)) if word.tag == "NN" and word.dep in (*SWALLOWED, "dep") else 0
        year = words[first - 1].text if first else ""
        if not YEAR.fullmatch(year) or words[first].lower not in ARTICLES:
            continue
        last = max(i for i in below(words, word.i) if words[i].pos != "PUNCT")
        comma = last + 1 < len(words) and words[last + 1].text == ","
        subject = next((w for w in words[last:] if w.dep in ("nsubj", "nsubjpass")), None)
        if comma and subject and min(below(words, subject.i)) == last + 2 and word.head < word.i:
            words[word.i] = word._replace(dep="appos", head=subject.i)


def _gapped_share(words: Tree) -> None:
    """In "60 % came from hazel and only 12 % from oak" the second share is no part of the first phrase."""
    for share in words:
        if share.dep != "pobj":
            continue
        noun = next((k for k in kids_of(words, share.i) if k.dep == "amod" and k.tag == "JJ" and k.i < share.i), None)
        joint = words[noun.i + 1] if noun else None
        if noun is None or joint is None or joint.dep != "cc" or share.head != noun.i - 1:
            continue
        preposition = words[share.head]
        verb = words[preposition.head]
        words[noun.i] = noun._replace(tag="NN", pos="NOUN", dep="pobj", head=preposition.i)
        words[share.i] = share._replace(dep="dep", head=verb.i)
        words[joint.i] = joint._replace(head=verb.i)
        for k in kids_of(words, verb.i):
            if k.dep == "prep" and k.i == share.i + 1:
                words[k.i] = k._replace(head=share.i)


def _parted(words: Tree, low: int, high: int) -> bool:
    """Whether a comma or an auxiliary stands between the subject and its verb."""
    return any(w.text == "," or w.dep in ("aux", "auxpass") for w in words[low:high])


def _behind_comma(words: Tree, word: Word) -> bool:
    """Whether a noun that hangs on something before it opens behind a comma."""
    if word.pos not in NOMINAL or word.dep not in SWALLOWED or word.head >= word.i:
        return False
    first = min(below(words, word.i))
    joined = any(k.dep == "cc" and k.i < word.i for k in kids_of(words, word.head))
    return first > 0 and words[first - 1].text == "," and not joined


def _under(words: Tree, word: Word, openers: AbstractSet[int]) -> bool:
    at = word
    while at.head != at.i:
        at = words[at.head]
        if at.i in openers:
            return True
    return False


def _last(words: Tree, i: int) -> int:
    return max(below(words, i))


def _reduced_passive(words: Tree) -> None:
    """In "the resolutions passed in 2006" the participle is no past tense."""
    for word in words:
        if word.dep == "acl" and word.tag == "VBD" and not any(k.dep in SUBJECT for k in kids_of(words, word.i)):
            words[word.i] = word._replace(tag="VBN")


def _two_objects(words: Tree) -> None:
    """In "offered $10 million and an annual rent" the second object is joined to the first."""
    for joint in words:
        first = words[joint.head]
        if joint.dep != "cc" or first.dep not in ("dobj", "pobj", "attr") or joint.i < first.i:
            continue
        if any(k.dep == "conj" for k in kids_of(words, first.i)):
            continue
        heads = _above(words, first)
        twin = next((w for w in words[joint.i + 1 :] if w.head in heads and w.dep == first.dep), None)
        if twin and twin.i != first.i and min(below(words, twin.i)) == joint.i + 1:
            words[twin.i] = twin._replace(dep="conj", head=first.i)


def _above(words: Tree, word: Word) -> set[int]:
    """The head of a word and, within phrases, the heads above it."""
    heads, at = {word.head}, words[word.head]
    while at.dep in ("prep", "pobj") and at.head != at.i:
        at = words[at.head]
        heads.add(at.i)
    return heads


def _on_average(words: Tree) -> None:
    """In "used on average 21,300 kilowatt hours" the hours are what was used, not what "on" governs."""
    for on, average in pairwise(words):
        noun = words[average.head]
        if average.dep != "amod" or noun.head != on.i:
            continue
        if (on.lower, average.lower) == ("on", "average"):
            words[noun.i] = noun._replace(head=on.head, dep="dobj")
            words[average.i] = average._replace(head=on.i, dep="pobj", pos="NOUN", tag="NN")
