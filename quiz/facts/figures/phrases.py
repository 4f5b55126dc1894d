"""Noun phrases around a figure: subjects, objects and what stands under a preposition."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from quiz.documents.model import Span
from quiz.facts.model import Sentence, Word

KEPT = frozenset("compound amod nmod poss case prep pobj punct".split())
BEHIND = ("of", "in", "for", "on", "to", "from", "between", "among", "against", "with", "by")
RELATIVES = frozenset("WDT WP WP$".split())
LONGEST = 12
"""Words of a noun phrase that is named as what is measured."""


def is_noun(word: Word) -> bool:
    """Whether a word is a noun or a name that can be measured."""
    return word.pos in ("NOUN", "PROPN") and word.tag not in ("CD", "$") and word.text[:1].isalpha()


def subject_of(sentence: Sentence, verb: Word) -> int | None:
    """The subject of a verb, looked for in the clauses above where it has none of its own."""
    for _ in range(8):
        subjects = sentence.kids(verb.i, "nsubj", "nsubjpass", "csubj")
        above = sentence.words[verb.head]
        if subjects and not (subjects[-1].tag in RELATIVES or subjects[-1].lower == "that"):
            return subjects[-1].i if subjects[-1].pos != "PRON" else None
        if verb.dep in ("relcl", "acl") and is_noun(above):
            return above.i
        if above.i == verb.i:
            return None
        if above.pos == "ADP":
            above = sentence.words[above.head]
        if is_noun(above) and verb.dep in ("prep", "pcomp", "acl", "advcl"):
            return above.i
        if above.pos not in ("VERB", "AUX"):
            return None
        verb = above
    return None


def object_of(sentence: Sentence, verb: Word, but: int) -> int | None:
    """The object of a verb, or what its first preposition behind it leads; `but` is the word that holds the figure."""
    direct = [w for w in sentence.kids(verb.i, "dobj", "oprd", "attr") if w.i != but and is_noun(w)]
    if direct:
        return direct[0].i
    for preposition in sentence.kids(verb.i, "prep"):
        if preposition.i == but or preposition.lower not in ("for", "on", "in", "of", "into", "to", "with"):
            continue
        leads = [w for w in sentence.kids(preposition.i, "pobj") if is_noun(w) and w.ent not in ("DATE", "TIME")]
        leads = [w for w in leads if not sentence.kids(w.i, "nummod")]
        if leads:
            return leads[0].i
    return None


def noun_under(sentence: Sentence, head: Word, prepositions: tuple[str, ...]) -> int | None:
    """What a preposition behind the figure leads: "20 percent of its population"."""
    for preposition in sentence.kids(head.i, "prep"):
        if preposition.lower in prepositions and preposition.i > head.i:
            for lead in sentence.kids(preposition.i, "pobj"):
                if is_noun(lead) and lead.ent not in ("DATE", "TIME", "GPE"):
                    return lead.i
    return None


def noun_span(sentence: Sentence, i: int, but: AbstractSet[int]) -> Span:
    """The characters of a noun with what describes it, without articles, clauses and the words of the figure."""
    kept, todo = {i}, [i]
    while todo and len(kept) < LONGEST:
        at = todo.pop()
        added = [kid.i for kid in sentence.kids(at, *KEPT) if kid.i not in but and _describes(sentence, kid, at)]
        kept.update(added)
        todo += added
    first = last = i
    while first - 1 in kept:
        first -= 1
    while last + 1 in kept or (last + 2 in kept and sentence.words[last + 1].dep in ("det", "poss")):
        last += 1
    while first < i and sentence.words[first].tag == "HYPH":
        first += 1
    while last > i and sentence.words[last].dep in ("prep", "det", "punct"):
        last -= 1
    return Span(sentence.words[first].start, sentence.words[last].end)


def _describes(sentence: Sentence, kid: Word, noun: int) -> bool:
    """Whether a word belongs to the name of what is measured: no pronoun, no other figure, no date."""
    if kid.dep == "punct":
        return kid.tag == "HYPH"
    if kid.dep == "prep":
        return kid.lower in BEHIND and kid.i > noun and not _dated(sentence, kid)
    if kid.dep in ("compound", "nmod") and any(k.tag == "CD" for k in sentence.kids(kid.i, "nummod")):
        return False
    return kid.lower != "old" and not (kid.dep == "poss" and kid.pos == "PRON") and (kid.dep != "amod" or kid.i < noun)


def _dated(sentence: Sentence, preposition: Word) -> bool:
    leads = sentence.kids(preposition.i, "pobj")
    return not leads or any(w.ent in ("DATE", "TIME") or w.tag in ("CD", "$") for w in leads)
