"""The time told before the first of several clauses, which holds for those joined to it: "In 1970 ..., and ..."."""

from __future__ import annotations

from quiz.facts.model import Sentence, Word

OPENING = frozenset("in by during until since on throughout".split())
TIMED = ("DATE", "TIME")
SUBJECT = ("nsubj", "nsubjpass", "expl")
LONGEST = 6
"""Words of a phrase of time that a second clause shares."""


def shared_time(sentence: Sentence, verb: Word) -> tuple[int, ...]:
    """The phrase of time that opens the sentence of a second clause which tells no time itself; empty for none."""
    first = sentence.words[verb.head]
    if verb.dep != "conj" or first.dep != "ROOT" or verb.tag != first.tag or not sentence.kids(verb.i, *SUBJECT):
        return ()
    if any(sentence.words[i].ent in TIMED for i in sentence.subtree(verb.i)):
        return ()
    joint = [w for w in sentence.words[first.i : verb.i] if w.lower in ("and", "while") or w.text == ";"]
    for prep in sentence.kids(first.i, "prep"):
        part = sentence.subtree(prep.i)
        dated = any(sentence.words[i].ent in TIMED and any(c.isdigit() for c in sentence.words[i].text) for i in part)
        if joint and prep.i == 0 and dated and len(part) <= LONGEST and prep.lower in OPENING:
            return tuple(part)
    return ()
