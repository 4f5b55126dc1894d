"""What a question breaks off: verbs before their "and", a time without its verb, a relative clause without its noun."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet

from quiz.facts.model import Sentence, Word
from quiz.questions.clauses.clause import SUBJECTS
from quiz.questions.faults.seen import CLAUSAL, RELATIVE, Seen

WHOLE = frozenset("time day year month week moment way reason place".split())
"""Nouns behind which a clause is whole without them: "the day he died"."""
NEAR = 3
"""Words before a colon in which it is told how many things it announces."""


def _verbs_listed(seen: Seen, _: AbstractSet[int]) -> bool:
    """Whether verbs stand one behind the other, and what joins them was left out: "read the files, saw six schools"."""
    sentence = seen.sentence
    for verb in seen.words:
        first = sentence.words[verb.head]
        if verb.dep != "conj" or verb.pos not in CLAUSAL or first.pos not in CLAUSAL or first.i not in seen.shown:
            continue
        if sentence.words[verb.i - 1].text != "," or sentence.kids(verb.i, *SUBJECTS):
            continue
        if not any(w.dep == "cc" and w.i > first.i and sentence.words[w.head].pos in CLAUSAL for w in seen.words):
            return True
    return False


def _told_once(seen: Seen, asked: AbstractSet[int]) -> bool:
    """Whether the second of two times is asked that share a verb told once: "Orr came in 1879 and Ley in what year"."""
    sentence = seen.sentence
    for word in (sentence.words[i] for i in asked):
        lead = sentence.words[word.head]
        if word.dep != "pobj" or word.ent != "DATE" or lead.dep != "prep":
            continue
        twins = [p for p in sentence.kids(lead.head, "prep") if p.lower == lead.lower and p.i < lead.i]
        if any(w.dep == "cc" and twin.i < w.i < lead.i for twin in twins if twin.i in seen.shown for w in seen.words):
            return True
    return False


def _announced(seen: Seen, _: AbstractSet[int]) -> bool:
    """Whether of what a colon announces only a part is told: "paid for in three ways: a bond of how much"."""
    words = seen.sentence.words
    colon = next((w.i for w in seen.words if w.text == ":"), None)
    if colon is None:
        return False
    counted = any(w.tag == "CD" for w in words[max(0, colon - NEAR) : colon])
    left = any(w.i not in seen.inside and w.pos != "PUNCT" for w in words[colon + 1 :])
    behind = [w for w in seen.words if w.i > colon and w.pos not in CLAUSAL]
    listed = (k for w in behind for k in seen.sentence.kids(w.i, "conj"))
    return (counted and left) or any(k.i > colon and k.i not in seen.inside for k in listed)


def _without_noun(seen: Seen, _: AbstractSet[int]) -> bool:
    """Whether a clause is told without the noun it lacks: "the Danes felt" of "the danger the Danes felt"."""
    sentence = seen.sentence
    for verb in seen.words:
        noun = sentence.words[verb.head]
        if verb.dep != "relcl" or noun.i in seen.inside or noun.lemma in WHOLE or not _bare(sentence, verb):
            continue
        if not sentence.kids(verb.i, "dobj", "ccomp", "xcomp", "acomp", "attr"):
            return True
    return False


def _bare(sentence: Sentence, verb: Word) -> bool:
    """Whether a relative clause has its own subject and no relative word."""
    opening = [sentence.words[i] for i in sentence.subtree(verb.i) if i < verb.i]
    relative = any(w.tag in RELATIVE or w.tag == "WRB" or w.lower == "that" for w in opening)
    return not relative and any(k.i < verb.i for k in sentence.kids(verb.i, *SUBJECTS))


RULES: tuple[tuple[str, Callable[[Seen, AbstractSet[int]], bool]], ...] = (
    ("lists verbs without what joins them", _verbs_listed),
    ("asks when of a verb that is told of another", _told_once),
    ("tells one of several things announced", _announced),
    ("leaves out the noun that its clause tells of", _without_noun),
)
"""Each rule with the reason it tells."""
