"""Mends nouns and verbs that a small model takes for each other."""

from __future__ import annotations

from itertools import pairwise

from quiz.facts.tree import NOMINAL, SUBJECT, Tree, below, kids_of, root_of


def mend_nouns(words: Tree) -> None:
    """Mend the nouns and verbs of a sentence in place."""
    words.mend(
        (
            _past_of_another,
            _noun_for_verb,
            _noun_read_as_verb,
            _noun_with_object,
            _noun_for_clause,
            _plural_before_past,
            _then_an_apposition,
            _measure_beside,
            _bearer_of_a_name,
            _what_it_cost,
            _thing_read_as_verb,
            _odds,
            _of_so_many,
        )
    )


def _of_so_many(words: Tree) -> None:
    """In "won 105 of 140 seats" 105 are what was won, of the seats; the number of all does not count what was won."""
    for of in words[1:-1]:
        first, whole = words[of.i - 1], words[of.i + 1]
        noun = words[whole.head]
        if of.lower != "of" or of.dep != "quantmod" or whole.dep != "nummod" or first.dep != "quantmod":
            continue
        if not {first.head, of.head} <= {whole.i, noun.i} or first.tag != "CD" or whole.tag != "CD":
            continue
        words[first.i] = first._replace(dep=noun.dep, head=noun.head)
        words[of.i] = of._replace(dep="prep", head=first.i)
        words[noun.i] = noun._replace(dep="pobj", head=of.i)


def _noun_read_as_verb(words: Tree) -> None:
    """In "Beetle remains suggest ..." a plural noun was taken for the verb."""
    root = root_of(words)
    if root is None or root.tag != "VBZ":
        return
    kids = kids_of(words, root.i)
    subject = next((k for k in kids if k.dep == "nsubj" and k.i == root.i - 1 and k.pos in NOMINAL), None)
    verb = next((k for k in kids if k.dep in ("xcomp", "ccomp", "advcl") and k.i > root.i), None)
    if subject is None or verb is None or verb.tag not in ("VBP", "VBD"):
        return
    between = [w for w in words[root.i + 1 : verb.i] if w.head in (root.i, verb.i)]
    if any(w.dep not in ("prep", "advmod") for w in between) or any(w.text == "," for w in words[root.i : verb.i]):
        return
    if any(k.dep in (*SUBJECT, "mark") for k in kids_of(words, verb.i)):
        return
    words[subject.i] = subject._replace(dep="compound")
    for kid in kids:
        if kid not in (subject, verb, *between):
            words[kid.i] = words[kid.i]._replace(head=verb.i)
    words[verb.i] = verb._replace(dep="ROOT", head=verb.i)
    words[root.i] = root._replace(tag="NNS", pos="NOUN", dep="nsubj", head=verb.i)


def _bearer_of_a_name(words: Tree) -> None:
    """In "The ship Albert left Boston" nothing is told of a ship that Albert left: it bears that name."""
    root = root_of(words)
    if root is None or root.tag != "NN" or root.i + 1 >= len(words):
        return
    kids = kids_of(words, root.i)
    verb = next((k for k in kids if k.dep == "relcl" and k.tag == "VBD"), None)
    own = kids_of(words, verb.i) if verb else []
    name = next((k for k in own if k.dep == "nsubj" and k.tag == "NNP"), None)
    if verb is None or name is None or min(below(words, name.i)) != root.i + 1:
        return
    if not any(k.dep in ("dobj", "prep", "attr") and k.i > verb.i for k in own):
        return
    for kid in kids:
        if kid is not verb:
            words[kid.i] = kid._replace(head=name.i if kid.i < root.i else verb.i)
    words[root.i] = root._replace(dep="compound", head=name.i)
    words[verb.i] = verb._replace(dep="ROOT", head=verb.i)


def _thing_read_as_verb(words: Tree) -> None:
    """In "passed electric sparks through air" what stands as an object is no verb."""
    for word in words:
        thing = word.tag == "VBZ" and word.dep in ("dobj", "pobj") and word.text.isalpha()
        if thing and not any(k.dep in SUBJECT for k in kids_of(words, word.i)):
            words[word.i] = word._replace(tag="NNS", pos="NOUN")


def _what_it_cost(words: Tree) -> None:
    """In "A campaign urging them to wait cost £1 million" a sum right behind "cost" is none it is called by."""
    for word in words:
        if word.lower not in ("cost", "costs") or word.pos != "NOUN":
            continue
        kids = kids_of(words, word.i)
        price = next((k for k in kids if k.dep == "appos" and min(below(words, k.i)) == word.i + 1), None)
        if price is not None and any(k.dep == "nsubj" and k.i < word.i for k in kids):
            tag = "VBD" if word.lower == "cost" else "VBZ"
            words[word.i] = word._replace(tag=tag, pos="VERB", lemma="cost")
            words[price.i] = price._replace(dep="dobj")


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


def _past_of_another(words: Tree) -> None:
    """In "found a path that wound uphill" beside a past tense the form is of "wind", not of "wound"."""
    past = any(word.tag == "VBD" for word in words)
    for word in words:
        if past and word.tag == "VBP" and word.lower in PAST_OF:
            words[word.i] = word._replace(tag="VBD", lemma=PAST_OF[word.lower])


def _noun_for_verb(words: Tree) -> None:
    """In "landed tonnes of fish and shellfish" no base form can be joined to a past tense: it is a noun."""
    for word in words:
        above = words[word.head]
        if (word.tag, word.dep, above.tag) != ("VB", "conj", "VBD"):
            continue
        if any(k.dep not in ("prep", "punct", "relcl") for k in kids_of(words, word.i)):
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


def _noun_with_object(words: Tree) -> None:
    """In "put 19,000 harvesters and plant workers out of a job" a noun has no object: it goes with the one behind."""
    for word in words:
        above = words[word.head]
        if word.dep != "conj" or word.tag != "NN" or above.pos != "VERB" or above.i > word.i:
            continue
        kids = kids_of(words, word.i)
        behind = next((k for k in kids if k.dep == "dobj" and k.i == word.i + 1), None)
        first = next((k for k in kids_of(words, above.i) if k.dep == "dobj" and k.i < word.i), None)
        if behind is None or first is None or words[word.i - 1].dep != "cc":
            continue
        words[word.i - 1] = words[word.i - 1]._replace(head=first.i)
        words[word.i] = word._replace(dep="compound", head=behind.i)
        words[behind.i] = behind._replace(dep="conj", head=first.i)
        for kid in kids:
            if kid.i > behind.i:
                words[kid.i] = kid._replace(head=above.i)


def _noun_for_clause(words: Tree) -> None:
    """In "found that 38 per cent intended to sell" what is found is a clause, its verb no participle."""
    for noun in words:
        if noun.dep != "ccomp" or noun.pos not in NOMINAL:
            continue
        kids = kids_of(words, noun.i)
        verb = next((k for k in kids if k.dep == "acl" and k.tag == "VBN" and k.i == noun.i + 1), None)
        mark = next((k for k in kids if k.dep == "mark" and k.i < noun.i), None)
        if verb is None or mark is None:
            continue
        words[verb.i] = verb._replace(tag="VBD", dep="ccomp", head=noun.head)
        words[noun.i] = noun._replace(dep="nsubj", head=verb.i)
        words[mark.i] = mark._replace(head=verb.i)
        for kid in kids:
            if kid.i > verb.i:
                words[kid.i] = kid._replace(head=verb.i)


def _plural_before_past(words: Tree) -> None:
    """In "The navies planned exercises, and later they held them" the navies planned; no plural describes a noun so."""
    for noun, verb in pairwise(list(words)):
        thing = words[verb.head]
        above = words[thing.head if noun.dep == "amod" else noun.head]
        if (noun.tag, verb.tag, verb.dep) != ("NNS", "VBD", "amod") or not noun.i < verb.i < thing.i < above.i:
            continue
        swallowed = noun.dep == "amod" and noun.head == thing.i and thing.dep == "nsubj"
        subjects = [k for k in kids_of(words, above.i) if k.dep == "nsubj"]
        if not (swallowed or noun.dep == "nsubj") or len(subjects) < 2:
            continue
        for kid in kids_of(words, thing.i):
            if kid.i < noun.i:
                words[kid.i] = kid._replace(head=noun.i)
        words[noun.i] = noun._replace(dep="nsubj", head=verb.i)
        words[verb.i] = verb._replace(dep="ccomp", head=above.i)
        words[thing.i] = thing._replace(dep="dobj", head=verb.i)


def _then_an_apposition(words: Tree) -> None:
    """In "Rafsanjani, then speaker of parliament" the "then" belongs to the speaker."""
    for word, following in pairwise(list(words)):
        if word.dep == "advmod" and following.dep == "appos" and word.head == following.head < word.i:
            words[word.i] = word._replace(head=following.i)


def _odds(words: Tree) -> None:
    """In "44% cited pay and one in five cited abuse" the five did something, and are no more abuse than pay."""
    for verb in words:
        if verb.dep != "amod" or verb.tag not in ("VBN", "VBD") or verb.i < len(("One", "in", "five")):
            continue
        top, link, whole = words[verb.i - 3 : verb.i]
        noun, before = words[verb.head], words[words[verb.i - 3].head]
        odds = top.tag == whole.tag == "CD" and link.lower == "in" and noun.i > verb.i
        if not odds or top.dep != "conj":
            continue
        main = words[before.head]
        for joint in kids_of(words, before.i):
            if joint.dep == "cc":
                words[joint.i] = joint._replace(head=main.i)
        words[top.i] = top._replace(dep="nsubj", head=verb.i)
        words[link.i] = link._replace(dep="prep", head=top.i)
        words[whole.i] = whole._replace(dep="pobj", head=link.i)
        words[noun.i] = noun._replace(dep="dobj", head=verb.i)
        words[verb.i] = verb._replace(dep="conj", head=main.i, tag="VBD", pos="VERB")


def _measure_beside(words: Tree) -> None:
    """In "The paper, 32 pages in length, appeared" the pages stand beside the subject and are none themselves."""
    for comma, number in pairwise(list(words)):
        if comma.text != "," or number.tag != "CD" or number.dep != "nummod":
            continue
        measure = words[number.head]
        if measure.dep != "nsubj" or measure.tag != "NNS" or max(below(words, measure.i)) + 1 != measure.head:
            continue
        subject = next((k for k in kids_of(words, measure.head) if k.dep == "nsubj" and k.i < comma.i), None)
        if subject is not None and words[max(below(words, measure.i))].text == ",":
            words[measure.i] = measure._replace(dep="appos", head=subject.i)
