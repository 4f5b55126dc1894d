"""Mends clauses whose verb or subject a small model does not see: a past tense read as a participle, a turned order."""

from __future__ import annotations

from quiz.facts.model import Word
from quiz.facts.tree import FINITE, NOMINAL, SUBJECT, Tree, below, kids_of, root_of

HELPING = ("aux", "auxpass")
PLACES = frozenset(
    "inside outside beneath underneath below above behind nearby beyond ahead overhead alongside around within "
    "opposite downstream upstream offshore ashore aboard upstairs downstairs".split()
)
"""Adverbs of place that may open a sentence before its verb."""
STANDING = frozenset("stand lie hang sit rise stretch run come go float lurk sleep lay rest".split())
"""Verbs that may follow them, before what stands there."""


def mend_pasts(words: Tree) -> None:
    """Mend such clauses of a sentence in place."""
    words.mend(
        (
            _behind_a_joint,
            _before_a_joint,
            _behind_a_day,
            _turned,
            _swallowed_by_a_plan,
            _time_ahead,
            _twice_governed,
        )
    )


def _told_of(words: Tree, noun: Word, *, deep: bool = False) -> Word | None:
    """The participle right behind a noun and its phrases, which no comma parts from it and no agent follows.

    With `deep` it may hang on the last noun of those phrases.
    """
    inside = sorted(below(words, noun.i)) if deep else [k.i for k in kids_of(words, noun.i)]
    verb = next((words[i] for i in inside if words[i].dep == "acl" and words[i].tag in ("VBN", "VBD")), None)
    if verb is None or verb.i < noun.i or any(w.text == "," for w in words[noun.i : verb.i]):
        return None
    return None if any(k.dep in ("agent", *HELPING, *SUBJECT) for k in kids_of(words, verb.i)) else verb


def _behind_a_joint(words: Tree) -> None:
    """In "They are ruins, and the town paid for them" the town is joined to no verb: it paid."""
    for noun in words:
        above = words[noun.head]
        if noun.dep != "conj" or noun.pos not in NOMINAL or above.pos not in ("VERB", "AUX") or above.i > noun.i:
            continue
        start = min(below(words, noun.i))
        verb = _told_of(words, noun)
        joint = words[start - 1] if start > 1 else noun
        opened = joint.dep == "cc" and joint.head == above.i and words[start - 2].text == ","
        shared = any(k.dep in HELPING for k in kids_of(words, above.i))
        if verb is None or not opened or shared or any(k.dep == "conj" for k in kids_of(words, noun.i)):
            continue
        words[verb.i] = verb._replace(tag="VBD", pos="VERB", dep="conj", head=above.i)
        words[noun.i] = noun._replace(dep="nsubj", head=verb.i)
        for kid in kids_of(words, noun.i):
            if kid.i > verb.i:
                words[kid.i] = kid._replace(head=verb.i)


def _before_a_joint(words: Tree) -> None:
    """In "A second flood came in 1991, and in 1996 the mill was sold" a verb has one subject: the flood came."""
    for second in words:
        if second.pos not in ("VERB", "AUX"):
            continue
        subjects = [k for k in kids_of(words, second.i) if k.dep in ("nsubj", "nsubjpass") and k.i < second.i]
        if len(subjects) <= 1:
            continue
        noun, verb = subjects[0], _told_of(words, subjects[0])
        joints = [k for k in kids_of(words, verb.i) if k.dep == "cc"] if verb else []
        if verb is None or not joints or not verb.i < joints[-1].i < subjects[-1].i:
            continue
        head = verb.i if second.head == second.i else second.head
        words[verb.i] = verb._replace(tag="VBD", pos="VERB", dep=second.dep, head=head)
        words[noun.i] = noun._replace(dep="nsubj", head=verb.i)
        words[second.i] = words[second.i]._replace(dep="conj", head=verb.i)
        for kid in kids_of(words, second.i):
            if kid.i < noun.i:
                words[kid.i] = kid._replace(head=verb.i)


def _behind_a_day(words: Tree) -> None:
    """In "On 17 May, a march ended with a riot, shops looted" no day is a march: it ended, and shops were looted."""
    root = root_of(words)
    if root is None or root.tag != "VBN" or any(k.dep in HELPING for k in kids_of(words, root.i)):
        return
    later = next((k for k in kids_of(words, root.i) if k.dep == "nsubj" and k.i < root.i), None)
    for noun in words[: root.i]:
        day = words[noun.head]
        if noun.dep != "appos" or day.ent != "DATE" or day.i > noun.i or later is None:
            continue
        verb = _told_of(words, noun, deep=True)
        if verb is None:
            continue
        if words[min(below(words, noun.i))].tag != "DT" or verb.i > later.i:
            continue
        kids = kids_of(words, root.i)
        words[verb.i] = verb._replace(tag="VBD", pos="VERB", dep="ROOT", head=verb.i)
        words[noun.i] = noun._replace(dep="nsubj", head=verb.i)
        for kid in kids:
            if kid.i < min(below(words, later.i)) or kid.dep == "punct":
                words[kid.i] = kid._replace(head=verb.i)
        words[later.i] = words[later.i]._replace(dep="dep", head=verb.i)
        words[root.i] = root._replace(dep="acl", head=later.i)
        return


def _turned(words: Tree) -> None:
    """In "Inside stood 400 barrels" the barrels stood, and "inside" tells where."""
    first = words[0]
    verb = words[first.head]
    if first.lower not in PLACES or verb.i != 1 or verb.lemma not in STANDING or verb.tag not in FINITE:
        return
    thing = next((k for k in kids_of(words, verb.i) if k.dep in ("dobj", "attr") and k.i > verb.i), None)
    others = [k for k in kids_of(words, verb.i) if k.dep in SUBJECT and k.i != first.i]
    if first.dep not in ("nsubj", "dep", "npadvmod", "advmod") or thing is None or others:
        return
    words[0] = first._replace(tag="RB", pos="ADV", dep="advmod", ent="")
    words[thing.i] = thing._replace(dep="nsubj")


def _swallowed_by_a_plan(words: Tree) -> None:
    """In "Under the weather plan the controller should have rung" nobody plans: the plan is what "under" governs."""
    for plan in words:
        if plan.dep != "csubj" or plan.tag not in ("NN", "NNS"):
            continue
        kids = kids_of(words, plan.i)
        opener = next((k for k in kids if k.dep == "prep" and k.i < plan.i), None)
        actor = next((k for k in kids if k.dep == "dobj" and k.i > plan.i), None)
        if opener is None or actor is None:
            continue
        inner = next((k for k in kids_of(words, opener.i) if k.dep == "pobj"), None)
        if inner is None or inner.i != plan.i - 1 or any(k.dep in SUBJECT for k in kids):
            continue
        verb = words[plan.head]
        words[opener.i] = opener._replace(head=verb.i)
        words[inner.i] = inner._replace(dep="compound", head=plan.i)
        words[plan.i] = plan._replace(pos="NOUN", dep="pobj", head=opener.i)
        passive = any(k.dep == "auxpass" for k in kids_of(words, verb.i))
        words[actor.i] = actor._replace(dep="nsubjpass" if passive else "nsubj", head=verb.i)
        for kid in kids:
            if kid.i > actor.i:
                words[kid.i] = kid._replace(head=actor.i if kid.dep == "prep" else verb.i)


def _time_ahead(words: Tree) -> None:
    """In "and in 1768 another bishop, Jon Dahl, published it" the year tells when he did, not which bishop."""
    for time in words:
        noun = words[time.head]
        verb = words[noun.head]
        if time.dep != "prep" or time.lower not in ("in", "on", "by", "since", "until") or noun.i < time.i:
            continue
        dated = any(k.dep == "pobj" and k.ent == "DATE" for k in kids_of(words, time.i))
        if dated and noun.dep in SUBJECT and verb.pos in ("VERB", "AUX") and verb.i > noun.i:
            words[time.i] = time._replace(head=verb.i)


def _twice_governed(words: Tree) -> None:
    """In "in the valley of the Orr half of them came" one preposition governs one noun: the half is what came."""
    for verb in words:
        if verb.tag not in FINITE or verb.i == 0 or any(k.dep in SUBJECT for k in kids_of(words, verb.i)):
            continue
        for noun in words[: verb.i]:
            governor = words[noun.head]
            nouns = [k.i for k in kids_of(words, governor.i) if k.dep == "pobj"] if noun.dep == "pobj" else []
            if len(nouns) <= 1 or noun.i != nouns[-1] or max(below(words, noun.i)) != verb.i - 1:
                continue
            if governor.dep == "prep" and verb.i in _heads(words, governor):
                words[noun.i] = noun._replace(dep="nsubj", head=verb.i)
                break


def _heads(words: Tree, word: Word) -> set[int]:
    """All that a word hangs on."""
    found = {word.i}
    while words[word.head].i not in found:
        word = words[word.head]
        found.add(word.i)
    return found
