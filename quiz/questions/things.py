"""What "it", "its" and "they" stand for: something told in the same clause, else the likeliest thing before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quiz.documents.model import Document
from quiz.facts.model import Sentence, Word
from quiz.facts.names import People
from quiz.questions.clause import SUBJECTS, governor
from quiz.questions.phrase import noun_phrase
from quiz.questions.wording import lowered, render

THINGS = frozenset("it its itself they them their theirs themselves".split())
TIMES = frozenset("day week month year decade century season summer winter spring autumn night morning".split())
LOOSE = frozenset("he she it they his her its their this that these those such both".split())
# How likely a thing is meant, by its part in the clause before: subjects first, as in the centering of discourse.
SALIENCE = {"nsubj": 5.0, "nsubjpass": 5.0, "dobj": 3.0, "attr": 2.0, "pobj": 1.5, "conj": 1.0}
LEAST, MARGIN = 3.0, 1.5
TIMED = ("DATE", "TIME", "CARDINAL")
PLACES = ("GPE", "LOC", "FAC")
LONGEST = 10
AGENT = 4.0
DEEPEST = 5
FIRST = 2
# Verbs whose "it" may stand for nothing: of weather, or with what is said behind them ("it took two years to ...").
WEATHER = frozenset("rain snow hail thunder freeze thaw drizzle".split())
EMPTY_IT = frozenset("be take seem appear turn happen follow cost remain become".split())


def told_in(sentence: Sentence, word: Word, before: Sequence[int]) -> bool:
    """Whether what a pronoun stands for is among the words that come before it in the question."""
    many = word.lower.startswith("th")
    edge = word.i if word.tag == "PRP$" else _clause_edge(sentence, word)
    for i in reversed([k for k in before if k < edge]):
        noun = sentence.words[i]
        if (
            noun.pos in ("NOUN", "PROPN")
            and noun.dep != "compound"
            and fits(sentence, noun, many=many)
            and not human(noun)
        ):
            return True
    if word.tag == "PRP$" and _looks_ahead(sentence, word, many=many):
        return True
    names = {sentence.words[i].text for i in before if sentence.words[i].pos == "PROPN"}
    return many and word.tag == "PRP$" and len(names) > 1


def thing(
    sentences: Sequence[Sentence], at: int, word: Word, people: People, depth: int = 0
) -> tuple[Sentence, Word] | None:
    """The noun a pronoun for things stands for, with its sentence: of the clause before or of the sentence before.

    None where two are about equally likely or none is likely.
    """
    here = sentences[at]
    many = word.lower.startswith("th")
    parallel = word.dep in SUBJECTS or word.tag == "PRP$"
    found = list(_candidates(here, word, people, many=many, parallel=parallel))
    if not found and at and depth < DEEPEST and _continues(sentences, at, word):
        before = sentences[at - 1]
        again = next((w for w in before.words if w.lower in ("it", "they") and w.dep in SUBJECTS), None)
        if again and again.lower.startswith("th") == many and before.words[again.head].i == before.root().i:
            return thing(sentences, at - 1, again, people, depth + 1)
        found = list(_candidates(before, None, people, many=many, parallel=parallel))
    ranked = sorted(found, key=lambda c: -c[0])
    if not ranked or ranked[0][0] < LEAST or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < MARGIN):
        return None
    return ranked[0][2], ranked[0][1]


def _continues(sentences: Sequence[Sentence], at: int, word: Word) -> bool:
    """Whether a pronoun may look back a sentence: within its paragraph, or as the subject that opens the next."""
    here, before = sentences[at], sentences[at - 1]
    if before.block is here.block:
        return True
    opens = word.i <= FIRST and word.dep in SUBJECTS
    return opens and before.block.section == here.block.section and before.block.kind == here.block.kind


def _candidates(
    sentence: Sentence, word: Word | None, people: People, *, many: bool, parallel: bool
) -> Iterator[tuple[float, Word, Sentence]]:
    """The things a sentence tells of, before the pronoun's own clause if it stands in it, with their weight."""
    edge = len(sentence.words) if word is None else _own_clause(sentence, word)
    root = sentence.root()
    for noun in sentence.words[:edge]:
        if (
            noun.pos not in ("NOUN", "PROPN")
            or noun.held
            or noun.lemma in TIMES
            or noun.ent in ("DATE", "TIME", "CARDINAL")
        ):
            continue
        if not fits(sentence, noun, many=many) or human(noun) or people.mentioned(noun.start, noun.end):
            continue
        weight = AGENT if sentence.words[noun.head].dep == "agent" else SALIENCE.get(noun.dep, 0.0)
        if noun.dep in SUBJECTS:
            weight += (1.0 if parallel else 0.0) - (0.0 if noun.head == root.i or word else 2.0)
        counted = many and bool(sentence.kids(noun.i, "nummod"))
        phrase = noun_phrase(sentence, noun.i)
        loose = any(w.tag in ("PRP", "PRP$", "DT") and w.lower in LOOSE for w in (sentence.words[i] for i in phrase))
        if weight and not loose and len(phrase) <= LONGEST:
            yield weight + (2.0 if counted else 0.0), noun, sentence


def _own_clause(sentence: Sentence, word: Word) -> int:
    """Where the clause of a pronoun begins, if another clause comes before; else 0."""
    verb = governor(sentence, word.i)
    while verb is not None and verb.dep not in ("conj", "ccomp", "advcl", "ROOT"):
        above = governor(sentence, verb.i)
        verb = above if above and above.i != verb.i else None
    if verb is not None and verb.head == verb.i:
        clauses = [i for c in sentence.kids(verb.i, "advcl") if c.i < word.i for i in sentence.subtree(c.i)]
        return max(clauses, default=-1) + 1
    if verb is None or verb.dep != "conj" or sentence.words[verb.head].i > word.i:
        return 0
    own = [i for i in sentence.subtree(verb.i) if i > verb.head]
    return min(own, default=0)


def named(document: Document, sentence: Sentence, noun: Word) -> str:
    """A thing as a question names it: its noun phrase, "a" made "the"."""
    phrase = noun_phrase(sentence, noun.i)
    instead = {phrase[0]: low} if (low := lowered(document, sentence, phrase[0])) else {}
    text = re.sub(r"^an?\s", "the ", render(document, sentence, phrase, instead))
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
    said = sentence.kids(verb.i, "ccomp", "xcomp", "csubj", "advcl")
    said += [
        c
        for a in sentence.kids(verb.i, "attr", "dobj", "acomp")
        for c in sentence.kids(a.i, "relcl", "acl", "ccomp", "xcomp")
    ]
    return verb.lemma in WEATHER or (verb.lemma in EMPTY_IT and bool(said)) or word.dep == "expl"


def says_something(sentence: Sentence, word: Word) -> bool:
    """Whether an "it" that stands for nothing comes with what is said: "it took two years to build the dam"."""
    verb = sentence.words[word.head]
    return verb.lemma not in WEATHER and bool(sentence.kids(verb.i, "xcomp", "csubj") or sentence.kids(verb.i, "ccomp"))


def human(noun: Word) -> bool:
    """Whether a noun names a person by trade or kind: "its" never stands for one."""
    trade = re.search(r"(?:ian|ist|man|woman|king|queen|shah|minister|president)$", noun.lemma.lower())
    return noun.ent == "PERSON" or bool(trade) or (noun.pos == "NOUN" and noun.lemma.endswith("er"))


def possessed(name: str) -> str:
    """A name in the possessive."""
    return f"{name}’" if name.endswith("s") and name[:1].islower() else f"{name}’s"
