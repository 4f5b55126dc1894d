"""Mends what a noun hangs on: behind a year, behind a semicolon, between "from" and "to", before an adjective."""

from __future__ import annotations

import re

from quiz.facts.tree import FINITE, NOMINAL, SUBJECT, Tree, below, kids_of

YEAR = re.compile(r"1[5-9]\d\d|20\d\d")


def mend_places(words: Tree) -> None:
    """Mend the places of nouns in a sentence."""
    words.mend(
        (_joined_to_a_year, _behind_semicolon, _measure, _aside, _from_and_to, _subject_behind_a_year, _over_some)
    )


def _joined_to_a_year(words: Tree) -> None:
    """In "there were 249 cases in 2022 and 60 deaths" the deaths are joined to the cases, not to the year."""
    for second in words:
        year = words[second.head]
        if second.dep != "conj" or year.ent != "DATE" or second.ent == "DATE" or second.tag != "NNS":
            continue
        if not any(k.dep == "nummod" for k in kids_of(words, second.i)):
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
    marks = [w.i for w in words if w.text == ";"]
    for mark in marks:
        verb = next((w for w in words[mark + 1 :] if w.tag in FINITE), None)
        if verb is None or any(k.dep in SUBJECT and k.i < verb.i for k in kids_of(words, verb.i)):
            continue
        nouns = [w for w in words[mark + 1 : verb.i] if w.head < mark and w.pos in NOMINAL]
        subject = next((w for w in nouns if min(below(words, w.i)) == mark + 1), None)
        if subject is not None and (verb.head == verb.i or verb.head < mark):
            words[subject.i] = subject._replace(head=verb.i, dep="nsubj")


SIZES = frozenset("length height width depth breadth diameter weight size extent area circumference".split())


def _aside(words: Tree) -> None:
    """In "The paper on tides, 32 pages in length, appeared" the pages tell of the paper, which appeared."""
    for size in words:
        if size.lower not in SIZES or size.i < len(("It", ",", "two", "feet", "in")):
            continue
        noun, comma, count, unit, lead = words[size.i - 5 : size.i]
        if lead.lower != "in" or count.tag != "CD" or unit.tag not in ("NNS", "NN") or comma.text != ",":
            continue
        while words[noun.head].i < noun.i and (noun.dep in ("pobj", "prep", "compound") or noun.pos == "ADP"):
            noun = words[noun.head]
        if noun.pos not in NOMINAL or unit.dep == "appos":
            continue
        if unit.dep in SUBJECT and unit.head > size.i:
            words[noun.i] = noun._replace(dep=unit.dep, head=unit.head)
        words[unit.i] = unit._replace(dep="appos", head=noun.i)


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


ABOUT = frozenset("some about around roughly nearly almost approximately".split())


def _over_some(words: Tree) -> None:
    """In "spread over some 40 miles" no more than so many miles are told of, but over how many something spread."""
    for over in words:
        if over.lower != "over" or over.dep not in ("quantmod", "advmod") or over.i + 2 >= len(words):
            continue
        number = words[over.head]
        noun = words[number.head]
        verb = words[noun.head]
        if words[over.i + 1].lower not in ABOUT or number.tag != "CD" or noun.dep != "dobj" or verb.i != over.i - 1:
            continue
        words[over.i] = over._replace(dep="prep", head=verb.i)
        words[noun.i] = noun._replace(dep="pobj", head=over.i)


def _from_and_to(words: Tree) -> None:
    """In "ran the 18 miles from Pisa to Rome" the miles are what was run, not how far it was from Pisa."""
    for noun in words:
        if noun.dep != "npadvmod":
            continue
        source = words[noun.head]
        verb = words[source.head]
        if source.lower != "from" or verb.pos != "VERB" or not verb.i < noun.i < source.i:
            continue
        kids = kids_of(words, verb.i)
        if any(k.lower == "to" and k.i > source.i for k in kids) and not any(k.dep == "dobj" for k in kids):
            words[noun.i] = noun._replace(dep="dobj", head=verb.i)


def _subject_behind_a_year(words: Tree) -> None:
    """In "by 1910 attendance stood at 98 percent" the year is when, and attendance what stood there."""
    for year in words:
        if year.dep != "nummod" or not YEAR.fullmatch(year.text) or year.i == 0:
            continue
        noun, preposition = words[year.head], words[year.i - 1]
        verb = words[preposition.head]
        if noun.dep != "pobj" or noun.head != preposition.i or noun.i != year.i + 1 or verb.i < noun.i:
            continue
        helped = [k for k in kids_of(words, verb.i) if k.dep in ("aux", "auxpass")]
        if any(k.dep in SUBJECT for k in kids_of(words, verb.i)) or not (verb.tag in FINITE or helped):
            continue
        passive = any(k.dep == "auxpass" for k in helped)
        words[year.i] = year._replace(dep="pobj", head=preposition.i)
        words[noun.i] = noun._replace(dep="nsubjpass" if passive else "nsubj", head=verb.i)
