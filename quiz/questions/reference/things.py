"""Pronouns for things within a question: whether what they stand for is told there, and how to put a name for them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quiz.documents.model import Document
from quiz.facts.model import Sentence, Word
from quiz.questions.clauses.clause import SUBJECTS, governor
from quiz.questions.clauses.phrase import noun_phrase
from quiz.questions.clauses.wording import lowered, render

THINGS = frozenset("it its itself they them their theirs themselves".split())
PLACES = ("GPE", "LOC", "FAC")
# Verbs whose "it" may stand for nothing: of weather, or with what is said behind them ("it took two years to ...").
WEATHER = frozenset("rain snow hail thunder freeze thaw drizzle".split())
EMPTY_IT = frozenset("be take mean seem appear turn happen follow cost remain become".split())


def told_in(sentence: Sentence, word: Word, before: Sequence[int]) -> bool:
    """Whether what a pronoun stands for is among the words that come before it in the question."""
    many = word.lower.startswith("th")
    edge = word.i if word.tag == "PRP$" or _counted_of(sentence, word) else _clause_edge(sentence, word)
    for i in reversed([k for k in before if k < edge]):
        noun = sentence.words[i]
        if (
            noun.pos in ("NOUN", "PROPN")
            and noun.dep != "compound"
            and (word.tag == "PRP$" or _may_look_back(word, noun))
            and fits(sentence, noun, many=many)
            and (many or not human(noun))
        ):
            return True
    if word.tag == "PRP$" and _looks_ahead(sentence, word, many=many):
        return True
    names = {sentence.words[i].text for i in before if sentence.words[i].pos == "PROPN"}
    return many and word.tag == "PRP$" and len(names) > 1


def _may_look_back(word: Word, noun: Word) -> bool:
    """Whether a pronoun may mean a noun: no place, no owner, and for an object not the subject of its own verb."""
    own = word.dep not in SUBJECTS and noun.head == word.head
    return noun.ent != "GPE" and noun.dep != "poss" and not own


def named(document: Document, sentence: Sentence, noun: Word) -> str:
    """A thing as a question names it: its noun phrase, "a" made "the"."""
    phrase = [i for i in noun_phrase(sentence, noun.i) if not (sentence.words[i].dep == "case" and i > noun.i)]
    instead = {phrase[0]: low} if (low := lowered(document, sentence, phrase[0])) else {}
    text = re.sub(r"^an?\s", "the ", render(document, sentence, phrase, instead))
    text = re.sub(r"^([^,]+), and ", r"\1 and ", text)
    several = text[:1].isdigit() or sentence.words[phrase[0]].tag == "CD"
    return f"the {text}" if several else text


def place(sentences: Sequence[Sentence], at: int, word: Word) -> tuple[Sentence, str] | None:
    """The one place "there" stands for: told of with "in" or "at" before it, in its sentence or the one before."""
    here = sentences[at]
    for sentence in (here, sentences[at - 1]) if at else (here,):
        edge = word.i if sentence is here else len(sentence.words)
        if sentence.block is not here.block:
            return None
        places = {n.text for n in sentence.names if n.label in PLACES and n.last < edge and _located(sentence, n.last)}
        if len(places) == 1:
            return sentence, re.sub(r"[’']s?$", "", places.pop())
        if places:
            return None
    return None


def _located(sentence: Sentence, i: int) -> bool:
    above = sentence.words[sentence.words[i].head]
    return sentence.words[i].dep == "pobj" and above.lower in ("in", "at", "on", "near", "to")


def out_of_several(sentence: Sentence, word: Word) -> bool:
    """Whether "these" or "those" stand alone for several of which some are counted: "nine of those"."""
    above = sentence.words[word.head]
    return word.dep == "pobj" and above.lower == "of" and sentence.words[above.head].pos in ("NUM", "NOUN")


def _counted_of(sentence: Sentence, word: Word) -> bool:
    """Whether some of several told before are counted: "nineteen men, three of them Irish"."""
    of = sentence.words[word.head]
    return of.lower == "of" and sentence.words[of.head].pos == "NUM" and sentence.words[of.head].dep in ("appos", "dep")


def _looks_ahead(sentence: Sentence, word: Word, *, many: bool) -> bool:
    """Whether a possessive before the subject means it: "At its greatest extent the plain covered ..."."""
    root = sentence.root()
    return any(
        word.i < subject.i < root.i
        and word.i not in sentence.subtree(subject.i)
        and fits(sentence, subject, many=many)
        and subject.pos in ("NOUN", "PROPN")
        for subject in sentence.kids(root.i, *SUBJECTS)
    ) and not human(word)


def fits(sentence: Sentence, noun: Word, *, many: bool) -> bool:
    """Whether a noun may be what "it" (or, with `many`, "they") stands for."""
    joined = bool(sentence.kids(noun.i, "conj"))
    several = noun.tag in ("NNS", "NNPS") or joined
    collective = noun.ent in ("ORG", "NORP") or noun.lemma in ("government", "authority", "team", "company", "group")
    if many:
        return several or collective
    return (not several) and noun.ent != "PERSON"


def _clause_edge(sentence: Sentence, word: Word) -> int:
    """Where the words end that a pronoun may look back at: before its own clause, or 0 in a main clause."""
    above = sentence.words[word.head]
    if above.lower in ("between", "among", "amongst"):
        return word.i
    verb = governor(sentence, word.i)
    if verb is not None and verb.dep == "conj" and word.dep in SUBJECTS:
        return verb.head
    if verb is None or verb.dep not in ("relcl", "advcl", "ccomp", "acl", "pcomp", "csubj"):
        return 0
    return verb.head + 1 if verb.dep in ("relcl", "acl") else min(sentence.subtree(verb.i))


def empty_it(sentence: Sentence, word: Word) -> bool:
    """Whether "it" stands for nothing told before: "it rained", "it is a myth that ...", "it took years to ..."."""
    verb = sentence.words[word.head]
    if word.lower != "it":
        return False
    said = sentence.kids(verb.i, "ccomp", "xcomp", "csubj", "advcl")
    said += [
        c
        for a in sentence.kids(verb.i, "attr", "dobj", "acomp")
        for c in sentence.kids(a.i, "relcl", "acl", "ccomp", "xcomp")
    ]
    if word.dep == "nsubjpass":  # "it was found that ..."; but "it is meant to yield" is of what was told
        return verb.lemma == "know" or any(told.i > verb.i for told in sentence.kids(verb.i, "ccomp"))
    return verb.lemma in WEATHER or (verb.lemma in EMPTY_IT and bool(said)) or word.dep == "expl"


def says_something(sentence: Sentence, word: Word) -> bool:
    """Whether an "it" that stands for nothing comes with what is said: "it took two years to build the dam"."""
    verb = sentence.words[word.head]
    return verb.lemma not in WEATHER and bool(sentence.kids(verb.i, "xcomp", "csubj") or sentence.kids(verb.i, "ccomp"))


def spared(sentence: Sentence, word: Word) -> bool:
    """Whether a question does without a pronoun: "it took them five hours to reach the coast"."""
    verb = sentence.words[word.head]
    empty = any(s.lower == "it" and empty_it(sentence, s) for s in sentence.kids(verb.i, "nsubj"))
    return word.dep in ("dobj", "dative") and verb.lemma in ("take", "cost") and empty


def human(noun: Word) -> bool:
    """Whether a noun names a person by trade or kind: "its" never stands for one."""
    trade = re.search(r"(?:ian|ist|man|woman|king|queen|shah|minister|president)$", noun.lemma.lower())
    return noun.ent == "PERSON" or bool(trade) or (noun.pos == "NOUN" and noun.lemma.endswith("er"))


def possessed(name: str) -> str:
    """A name in the possessive."""
    if name.endswith(("'s", "’s")):
        return name
    last = name.rsplit(maxsplit=1)[-1]
    several = last.endswith("s") and (last[:1].islower() or name.lower().startswith("the "))
    return f"{name}’" if several else f"{name}’s"
