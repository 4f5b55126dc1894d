"""Mends what opens a sentence: a clause behind "two years after" that the parser took for the main one."""

from __future__ import annotations

from quiz.facts.model import Word
from quiz.facts.tree import FINITE, SUBJECT, Tree, below, kids_of

SIDES = frozenset("after before than since until once because although while as".split())
"""What a clause behind it depends on another by."""
TAKEN_FOR = ("ROOT", "ccomp", "conj")
OPENING = ("prep", "npadvmod", "punct")
"""What may stand before a clause that opens a sentence, and belongs to the one behind it: a time."""


def mend_openings(words: Tree) -> None:
    """Mend the opening of a sentence in place."""
    words.mend((_named_with_a_role, _clause_before_the_main_one))


def _named_with_a_role(words: Tree) -> None:
    """In "after the engineer Robert Hume had left" both noun and name are who left, not a time and who left."""
    for noun in words[2:]:
        before = words[noun.head]
        name = next((w for w in words[noun.i + 1 :] if w.dep not in ("compound", "punct")), None)
        if noun.dep != "pobj" or noun.pos != "NOUN" or before.lower not in SIDES or before.dep != "prep":
            continue
        if name is None or name.dep not in SUBJECT or name.ent != "PERSON" or min(below(words, name.i)) != noun.i + 1:
            continue
        words[before.i] = before._replace(dep="mark", pos="SCONJ", head=name.head)
        for word in (noun, *kids_of(words, noun.i)):
            words[word.i] = word._replace(head=name.i, dep="compound" if word.i == noun.i else word.dep)


def _clause_before_the_main_one(words: Tree) -> None:
    """In "In 1841, two years after Hume had opened it, she left" she left in 1841, which is not when Hume opened it."""
    found = next((pair for word in words if (pair := _opened(words, word))), None)
    if found is None:
        return
    mark, first, second = found
    if second.head == first.i:
        words[second.i] = second._replace(dep=first.dep, head=second.i if first.head == first.i else first.head)
    words[first.i] = first._replace(dep="advcl", head=second.i)
    for kid in kids_of(words, first.i):
        counted = kid.dep == "npadvmod" and kid.i == mark.i - 1
        behind = kid.i > second.i or (kid.text == "," and kid.i > first.i)
        if behind or (kid.i < mark.i and kid.dep in OPENING and not counted):
            words[kid.i] = kid._replace(head=second.i)


def _opened(words: Tree, mark: Word) -> tuple[Word, Word, Word] | None:
    """A mark, its verb and the main verb behind it, where the parser did not see which of the two is the main one."""
    first = words[mark.head]
    if mark.dep != "mark" or mark.lower not in SIDES or first.dep not in TAKEN_FOR or first.i < mark.i:
        return None
    second = words[first.head] if first.dep == "ccomp" else _joined(words, first)
    if second is None or second.i < first.i or not _finite(words, second):
        return None
    subject = next((k for k in kids_of(words, second.i) if k.dep in SUBJECT and k.i < second.i), None)
    if subject is None or any(w.i < mark.i and w.pos in ("VERB", "AUX") for w in words):
        return None
    asked = [k.i for k in kids_of(words, second.i) if k.dep == "aux" and first.i < k.i < subject.i]
    start = min((*asked, *below(words, subject.i)))
    return (mark, first, second) if start > first.i and words[start - 1].text == "," else None


def _joined(words: Tree, first: Word) -> Word | None:
    """The verb joined to the first of a sentence by nothing but a comma."""
    if first.head != first.i or any(k.dep == "cc" and k.i > first.i for k in kids_of(words, first.i)):
        return None
    return next((k for k in kids_of(words, first.i) if k.dep == "conj" and k.i > first.i), None)


def _finite(words: Tree, verb: Word) -> bool:
    """Whether a verb or one of its auxiliaries is finite."""
    helpers = [k for k in kids_of(words, verb.i) if k.dep in ("aux", "auxpass")]
    return verb.tag in FINITE or any(k.tag in (*FINITE, "MD") for k in helpers)
