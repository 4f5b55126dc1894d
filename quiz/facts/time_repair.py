"""Mends what times hang on: "asked for it at 5 p.m.", "was taken and, days later, had him shot", "at the age of 9"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quiz.facts.model import Word
from quiz.facts.tree import SUBJECT, Tree, below, kids_of
from quiz.facts.unit_words import TIME_UNITS

HALF = re.compile(r"[ap]\.?m\.?$", re.IGNORECASE)
CLOCK = re.compile(r"\d{1,2}[:.]\d\d$")
YEAR = re.compile(r"[12][0-9]{3}$")
LATER = frozenset("later earlier afterwards afterward before".split())
SIDES = frozenset("after before".split())
WITHIN = frozenset("within inside".split())
JOINED = ("dep", "conj", "ccomp", "advcl")
MARKS = 2
"""Words behind "and", mark and date, that are looked at."""
NEAR = 2
"""Words and marks between a time and the verb it belongs to."""


def mend_times(words: Tree) -> None:
    """Mend the times of a sentence in place."""
    for word in list(words):
        if word.text[0] in "12" and YEAR.match(word.text):
            _fiscal(words, word)
            _before_a_count(words, word)
        if word.dep not in ("advmod", "prep"):
            continue
        lower = word.lower
        if lower == "at" and word.dep == "prep":
            _of_the_clock(words, word)
            _of_age(words, word)
        elif lower in LATER:
            _between_two_verbs(words, word)
        elif lower in ("in", "on", "by"):
            _of_the_next(words, word)
            _of_the_event(words, word)


def _fiscal(words: Tree, year: Word) -> None:
    """The second year of "2011-12" belongs to the first, whatever the parser hangs it on."""
    if year.i + 2 >= len(words):
        return
    dash, second = words[year.i + 1 : year.i + 3]
    joined = dash.text in ("-", "–", "‑") and dash.start == year.end and second.start == dash.end
    if not joined or not second.text.isdigit() or year.head in (dash.i, second.i):
        return
    for kid in (*kids_of(words, dash.i), *kids_of(words, second.i)):
        words[kid.i] = kid._replace(head=year.i)
    words[dash.i] = dash._replace(head=year.i, dep="punct")
    words[second.i] = second._replace(head=year.i, dep="nummod")


def _before_a_count(words: Tree, year: Word) -> None:
    """A year right before a counted subject tells when: "in 1818 four ships sailed"."""
    noun, before = words[year.head], words[year.i - 1]
    counted = year.i + 1 < len(words) and words[year.i + 1].tag == "CD" and words[year.i + 1].head == noun.i
    opened = before.i < year.i and before.lower == "in" and before.head == noun.head
    if counted and opened and year.dep == "nummod" and noun.dep in SUBJECT and noun.i > year.i:
        words[year.i] = year._replace(head=before.i, dep="pobj")


def _of_the_clock(words: Tree, at: Word) -> None:
    """A time of the clock behind a verb's object tells when the verb happened, not which object it was."""
    led = next((k for k in kids_of(words, at.i) if k.dep == "pobj"), None)
    above = words[at.head]
    if led is None or above.pos not in ("NOUN", "PROPN") or not (HALF.match(led.lower) or CLOCK.match(led.text)):
        return
    while above.head != above.i and above.pos not in ("VERB", "AUX"):
        if above.dep in SUBJECT:
            return
        above = words[above.head]
    if above.pos == "VERB" and above.i < at.i:
        words[at.i] = at._replace(head=above.i)


def _between_two_verbs(words: Tree, later: Word) -> None:
    """A time between commas behind "and" belongs to the verb behind it, which is joined to the one before."""
    first = words[later.head]
    opening = next((k.i for k in kids_of(words, later.i) if k.dep == "npadvmod"), later.i)
    joined = [w for w in words[first.i : opening] if w.dep == "cc" and w.head == first.i]
    behind = [w for w in words[later.i + 1 : later.i + 1 + NEAR] if w.pos not in ("PUNCT", "ADV")]
    verb = behind[0] if behind else None
    if first.pos != "VERB" or first.i > later.i or not joined or verb is None:
        return
    if verb.tag != "VBD" or first.head not in (first.i, verb.i) or verb.head not in (first.i, verb.i):
        return
    if first.head == verb.i:
        words[first.i] = first._replace(dep=verb.dep, head=first.i if verb.head == verb.i else verb.head)
    elif verb.dep not in JOINED:
        return
    words[verb.i] = verb._replace(dep="conj", head=first.i)
    words[later.i] = later._replace(head=verb.i)


def _of_the_next(words: Tree, time: Word) -> None:
    """A date between commas behind "and" tells when the verb behind it was done: "caught nine and, in 1920, sold"."""
    first = words[time.head]
    led = next((k for k in kids_of(words, time.i) if k.dep == "pobj" and k.ent == "DATE"), None)
    if led is None or first.pos != "VERB" or first.i > time.i or time.i < MARKS:
        return
    joint, mark = words[time.i - 2 : time.i]
    last = max(below(words, time.i))
    behind = words[last + 1 : last + 1 + MARKS]
    if joint.dep != "cc" or mark.text != "," or len(behind) < MARKS or behind[0].text != ",":
        return
    if behind[1].tag in ("VBD", "VBN", "VBZ") and behind[1].dep == "conj" and behind[1].head in (first.i, first.head):
        words[time.i] = time._replace(head=behind[1].i)


def _of_the_event(words: Tree, time: Word) -> None:
    """A date right behind what a time counts from is that of the event: "within a year of its first flight in 1969"."""
    event = words[time.i - 1]
    dated = any(k.dep == "pobj" and k.ent == "DATE" for k in kids_of(words, time.i))
    if not dated or event.pos not in ("NOUN", "PROPN") or words[time.head].pos not in ("VERB", "AUX"):
        return
    if event.i > time.head and counted_from(words, event):
        words[time.i] = time._replace(head=event.i)


def counted_from(words: Sequence[Word], event: Word) -> bool:
    """Whether a time is counted from an event: from the flight of "within a year of its first flight"."""
    at = event
    while at.head != at.i and at.pos not in ("VERB", "AUX"):
        above = words[at.head]
        if at.lower == "of" and above.lemma in TIME_UNITS and words[above.head].lower in WITHIN:
            return True
        before = words[max(0, at.i - NEAR) : at.i] if at.lower in SIDES else ()
        if any(word.head == at.i and word.lemma in TIME_UNITS for word in before):
            return True
        at = above
    return False


def _of_age(words: Tree, at: Word) -> None:
    """Whoever stands right behind "at the age of 31" did what follows, where the number is hung on their name."""
    lead = words[at.i + 1 : at.i + 5]
    of = next((w for w in lead if w.lower == "of" and words[w.i - 1].lower == "age"), None)
    if of is None or of.i + 2 >= len(words) or words[of.i + 1].tag != "CD":
        return
    number = words[of.i + 1]
    name, verb = words[number.head], words[at.head]
    subjects = any(kid.dep in SUBJECT for kid in kids_of(words, verb.i))
    if name.tag == "NNP" and name.dep == "pobj" and name.head == of.i and verb.i > name.i and not subjects:
        words[number.i] = number._replace(head=of.i, dep="pobj")
        words[name.i] = name._replace(head=verb.i, dep="nsubj")
