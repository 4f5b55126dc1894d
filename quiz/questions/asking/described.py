"""The words around a noun: those that name which one it is, those of its number, those it can do without."""

from __future__ import annotations

from collections.abc import Sequence

from quiz.facts.model import Sentence, Word
from quiz.facts.unit_words import TIME_UNITS
from quiz.questions.clauses.phrase import noun_phrase

NO_DETERMINER = frozenset("this that these those another other both each every all some any no".split())
# Phrases behind a noun that may be parted from it: "How much did they promise in aid?"
LOOSE_PREPOSITIONS = frozenset(
    "in on at from to for towards toward near inside within during into against among between".split()
)
LONGEST_CLAUSE = 7
LONGEST_OWNER = 5
# Words that stress a number: said neither in the question nor in the answer.
FOCUS = frozenset("only just merely even still already nearly almost roughly about approximately some".split())


def owner_words(sentence: Sentence, owner: Word, whole: set[int]) -> list[int] | None:
    """The words before a noun that is fronted whole; None where they point back or are too many."""
    before = [i for i in noun_phrase(sentence, owner.i, joined=False) if i < owner.i and i not in whole]
    words = [sentence.words[i] for i in before]
    if len(words) > LONGEST_OWNER or any(w.lower in NO_DETERMINER or w.tag in ("PRP", "PRP$", "CD") for w in words):
        return None
    return before


def modifiers(sentence: Sentence, noun: Word) -> tuple[list[int], set[int]] | None:
    """What behind a noun is said with it, and all its words that are not said again elsewhere.

    None where what says which ones is too long to be said with it.
    """
    gone = {i for i in sentence.subtree(noun.i) if i < noun.i}
    kept: list[int] = []
    inside = set(noun_phrase(sentence, noun.i, joined=False))
    for child in sentence.children[noun.i]:
        word, part = sentence.words[child], [i for i in sentence.subtree(child) if i in inside]
        if child < noun.i or (part and _loose(sentence, word)) or _meanwhile(sentence, noun, word):
            continue
        if word.dep == "npadvmod" and word.lemma in TIME_UNITS:
            kept += part
        if any(sentence.words[i].tag == "CD" for i in part) and sentence.words[part[-1]].i != part[0]:
            whole = part
            part = _without_figures(sentence, word, part)
            part = part if word.dep == "prep" or part == whole else []
        gone.update(sentence.subtree(child))
        if word.dep not in ("prep", "acl", "relcl", "amod") or word.lower == "including":
            continue
        if part and (len(part) > LONGEST_CLAUSE and word.dep in ("acl", "relcl")):
            return None
        kept += part
    numbers = [sentence.words[i] for i in kept if sentence.words[i].tag == "CD"]
    return None if any(not sentence.kids(w.head, "det", "poss") for w in numbers) else (kept, gone)


def _meanwhile(sentence: Sentence, noun: Word, word: Word) -> bool:
    """Whether a clause behind a length of time tells when that was: "within two years, when it was closed"."""
    return word.dep == "relcl" and noun.lemma in TIME_UNITS and any(w.lower == "when" for w in sentence.kids(word.i))


def _without_figures(sentence: Sentence, top: Word, part: Sequence[int]) -> list[int]:
    """A phrase without the phrases inside it that hold another figure: "of the 94 seats in the 170-member house"."""
    out: set[int] = set()
    for i in part:
        inner = sentence.words[i]
        below = sentence.subtree(i)
        if inner.dep == "prep" and inner.i != top.i and any(sentence.words[k].tag == "CD" for k in below):
            out |= set(below)
    return [i for i in part if i not in out]


def _loose(sentence: Sentence, word: Word) -> bool:
    """Whether a phrase may be parted from its noun: not "in prison", "in aid", whose noun stands bare."""
    if word.dep != "prep" or word.lower not in LOOSE_PREPOSITIONS:
        return False
    noun = sentence.words[word.head]
    if noun.dep == "pobj" and noun.lemma in TIME_UNITS and sentence.words[noun.head].lower == "to":
        return False
    return any(sentence.children[o.i] or o.pos != "NOUN" for o in sentence.kids(word.i, "pobj"))


def first_conjunct(sentence: Sentence, noun: Word) -> Word | None:
    """The noun a list begins with; None where its parts are no sum of single facts ("or")."""
    base = noun
    while _goes_on(sentence, base):
        base = sentence.words[base.head]
    if base is not noun and not any(sentence.words[i].tag == "CD" for i in sentence.subtree(base.i) if i < noun.i):
        return None
    joints = [c.lower for i in sentence.subtree(base.i) for c in sentence.kids(i, "cc") if not _apart(sentence, c)]
    return None if base.dep == "conj" or {"or", "but", "nor"} & set(joints) else base


def _apart(sentence: Sentence, joint: Word) -> bool:
    """Whether an "or" joins two figures that each say what they are of, or tells one in other words behind a comma."""
    if joint.lower != "or":
        return False
    first = sentence.words[joint.head]
    other = [w for w in sentence.kids(first.i, "conj") if w.i > joint.i]
    own = [any(p.lower == "of" for p in sentence.kids(w.i, "prep")) for w in (first, *other)]
    return bool(other) and (sentence.words[joint.i - 1].text == "," or all(own))


def _goes_on(sentence: Sentence, noun: Word) -> bool:
    """Whether a noun goes on a list: joined to the one before, or counted like it behind a comma."""
    above = sentence.words[noun.head]
    if noun.dep == "conj":
        return above.pos in ("NOUN", "PROPN", "NUM", "SYM")
    return noun.dep == "appos" and all(w.tag == "NNS" and sentence.kids(w.i, "nummod") for w in (noun, above))


def determines(word: Word, noun: Word, whole: set[int]) -> bool:
    """Whether a word before a noun goes with its number or its article, not with what it names."""
    if word.head == noun.i and word.dep in ("det", "poss", "predet"):
        return word.lower != "another"
    if word.tag == "POS" or word.lower in FOCUS or (word.lower in ("next", "following") and noun.lemma in TIME_UNITS):
        return True
    return word.dep in ("advmod", "quantmod", "amod", "det", "nmod") and word.head in whole - {noun.i}


def tells_which_part(sentence: Sentence, words: Sequence[Word], head: Word) -> bool:
    """Whether a share is which half, not how much ("the northern half"), or stands before the noun it is of.

    "Four in every ten people" has its noun behind its last number.
    """
    over = sentence.words[words[-1].head]
    before = words[-1].dep == "nummod" and over.tag in ("NNS", "NNPS") and over.i > words[-1].i
    return before or which_part(sentence, head)


def which_part(sentence: Sentence, head: Word) -> bool:
    """Whether an adjective tells which half or third is meant: "the northern half"."""
    which = any(k.tag == "JJ" and k.i < head.i for k in sentence.kids(head.i, "amod"))
    return which and any(k.lower == "the" for k in sentence.kids(head.i, "det"))
