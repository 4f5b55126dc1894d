"""The things a sentence tells of, as candidates for "it" and "they": what sort each is, and how much it is in mind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import log2

from quiz.facts.human_nouns import COMPANIES, GROUPS, person_noun
from quiz.facts.mentions import ORGANISED
from quiz.facts.model import Sentence, Word
from quiz.facts.names import People
from quiz.questions.clauses.clause import SUBJECTS, governor
from quiz.questions.clauses.phrase import noun_phrase
from quiz.questions.reference.census import Census

TIMES = frozenset("day week month year decade century season summer winter spring autumn night morning".split())
MOMENTS = TIMES | frozenset(
    """
    time hour minute second moment afternoon evening end beginning start date age era period epoch while term half
    quarter percent per cent foot mile metre meter inch yard pound dollar euro cent ton tonne degree litre gallon
    kilometre kilometer acre hectare number figure share rate total lot kind sort part way rest whole case fact course
    order spite charge front place use turn
    """.split()
)
"""Nouns that are hardly ever what "it" stands for, unless they lead the sentence."""
LOOSE = frozenset(
    """
    himself herself itself he she it they his her its their him them this that these those such both i we my our you
    your
    """.split()
)
HIS, OF_SOMEBODY = frozenset("his her my our your".split()), 1.0
"""Owners who are persons, and what a thing of theirs is less in mind: what goes on is rather about them."""
ONE = frozenset(
    "barracks crossroads gasworks headquarters ironworks means news series species steelworks waterworks works".split()
)
"""Nouns that are one thing for all their "s"."""
SEVERAL = frozenset("cattle clergy folk gentry nobility people personnel police public samurai".split())
"""Nouns that are several for all that they have no "s"."""
NEUTER = frozenset("baby child infant toddler".split())
"""Nouns for people that "it" stands for."""
NONE = frozenset("no any every each either neither what which".split())
TIMED = ("DATE", "TIME", "CARDINAL", "PERCENT", "MONEY", "QUANTITY", "ORDINAL")
LONGEST, LONGEST_OWNER = 10, 6
# How likely a thing is meant, by its part in its clause: subjects first, as in the centering of discourse.
ROLE = {"nsubj": 8.0, "nsubjpass": 8.0, "dobj": 5.0, "dative": 5.0, "oprd": 3.0, "poss": 3.0}
OBLIQUE, INSIDE, AGENT, BROUGHT_IN = 3.5, 1.5, 4.5, 7.5
SUBORDINATE = {"ROOT": 0.0, "conj": 0.0, "ccomp": 1.0, "parataxis": 1.0, "advcl": 2.5}
LEAST_SAID = 2.5
LIGHT = frozenset("make take have pay lose gain find keep bear".split())
"""Verbs whose bare object is no thing of its own: "make haste", "take part"."""
SUPPOSED = 2.5
"""What a thing loses that is only possible: "you could book a seat"."""
PARTS = frozenset(
    "whole some most many all half third quarter majority number part rest member one none each several few".split()
)
TOPIC = 3.0

GROUP, PERSON, PLACE, THING, TOLD, ANY = "group", "person", "place", "thing", "told", "any"
"""`told` is what is said or written, `any` a name of which nothing is known."""
WORDS = frozenset(
    """
    accord account agreement announcement argument article belief bill book claim decision decree deal description
    document hypothesis idea law letter message note novel opinion order paper plan poem poll promise proposal
    prospectus question record report rule speech statement story study survey theory treaty verdict view vote word
    """.split()
)
"""Nouns for what is said or written: it weighs nothing."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A noun a pronoun may stand for, its sort, how much it is in mind, and what to call it where that differs."""

    sentence: Sentence
    noun: Word
    sort: str
    weight: float
    text: str = ""

    @property
    def key(self) -> str:
        """What tells one thing from another: a name without its article, or a noun's lemma."""
        return self.text or called(self.noun)


def called(noun: Word) -> str:
    """How a noun is counted: a name as it is, another noun by its lemma."""
    return noun.text if noun.pos == "PROPN" else noun.lemma.lower()


def candidates(sentence: Sentence, people: People, census: Census, *, many: bool) -> Iterator[Candidate]:
    """The things and groups a sentence tells of that "it" (or, with `many`, "they") may stand for."""
    for noun in sentence.words:
        if noun.pos not in ("NOUN", "PROPN") or noun.held or noun.ent in TIMED or noun.dep in ("compound", "nmod"):
            continue
        if noun.pos == "PROPN" and _inside_name(sentence, noun):
            continue
        sort = sort_of(sentence, noun, people, census)
        weight = _role(sentence, noun)
        if not weight or not fits(sentence, noun, sort, many=many) or _vague(sentence, noun):
            continue
        weight -= SUPPOSED if new(sentence, noun, supposed=True) else 0.0
        owned = noun.dep == "dobj" and any(c.lower in HIS for c in sentence.kids(noun.i, "poss"))
        weight -= OF_SOMEBODY if owned and not many else 0.0
        yield Candidate(sentence, noun, sort, weight + min(TOPIC, log2(1 + census.count(called(noun))) / 2))


def new(sentence: Sentence, noun: Word, *, supposed: bool = False) -> bool:
    """Whether a thing is brought in by "a" behind a verb that tells what is so or, `supposed`, only might be."""
    if noun.dep in SUBJECTS or not any(d.lower in ("a", "an") for d in sentence.kids(noun.i, "det")):
        return False
    verb = governor(sentence, noun.i)
    unreal = verb is not None and any(c.tag == "MD" or c.dep == "neg" for c in sentence.kids(verb.i, "aux", "neg"))
    return unreal is supposed


def nameable(sentence: Sentence, noun: Word, *, owner: bool) -> bool:
    """Whether the phrase of a noun may be put for a pronoun: short (more so for an `owner`), pointing at nothing."""
    phrase = [sentence.words[i] for i in noun_phrase(sentence, noun.i)]
    named = next((w.i for w in phrase if w.tag == "NNP"), len(sentence.words))
    pointing = any(
        w.tag in ("PRP", "PRP$", "DT")
        and w.lower in LOOSE
        and w.dep != "mark"
        and not (w.tag == "PRP$" and w.i > named)
        for w in phrase
    )
    if owner and any(w.pos == "ADP" for w in phrase if w.i > noun.i) and phrase[-1].pos != "PROPN":
        return False
    pointing = pointing or any(w.tag in ("WP$", "WDT") and w.i <= noun.i for w in phrase)
    return not pointing and len(phrase) <= (LONGEST_OWNER if owner else LONGEST)


def sort_of(sentence: Sentence, noun: Word, people: People, census: Census) -> str:
    """What sort of thing a noun names: a person, a group that acts, a place, what is told, or just a thing."""
    lemma = noun.lemma.lower()
    if lemma in COMPANIES:
        return ANY
    if noun.ent == "NORP" or (noun.pos == "NOUN" and person_noun(lemma)):
        return PERSON
    if lemma in GROUPS or noun.lower in ORGANISED:
        return GROUP
    person = people.mentioned(noun.start, noun.end)
    if person and (person.gender or " " in person.name or noun.text not in census.things):
        return PERSON
    label = census.label(noun.text) if noun.pos == "PROPN" else ""
    if label == "ORG":
        return GROUP if census.count(noun.text) > 1 or _joined_up(sentence, noun) else ANY
    if lemma in WORDS or _is_words(sentence, noun):
        return TOLD
    if label in ("GPE", "LOC", "FAC"):
        return PLACE
    return ANY if noun.pos == "PROPN" and label in ("", "PERSON") else THING


def _is_words(sentence: Sentence, noun: Word) -> bool:
    """Whether a sentence says of a thing that it is something written: "The binder is a plan"."""
    verb = sentence.words[noun.head]
    told = sentence.kids(verb.i, "attr") if noun.dep == "nsubj" and verb.lemma == "be" else []
    return any(word.lemma.lower() in WORDS for word in told)


def _joined_up(sentence: Sentence, noun: Word) -> bool:
    """Whether a name is of several words: "Ardent Coffee", "Hewlett-Packard"."""
    return noun.i > 0 and sentence.words[noun.i - 1].tag in ("NNP", "HYPH")


def fits(sentence: Sentence, noun: Word, sort: str, *, many: bool) -> bool:
    """Whether a noun may be what "it" (or, with `many`, "they") stands for, by number and sort."""
    name = sort == PERSON and noun.pos == "PROPN" and noun.ent != "NORP"
    plural = noun.tag in ("NNS", "NNPS") and not name and noun.lower not in ONE
    plural = plural or (noun.ent == "" and noun.tag == "NNP" and noun.text.endswith("s") and _has_the(sentence, noun))
    several = plural or noun.lower in SEVERAL or bool(_joined(sentence, noun))
    if many:
        return several or noun.ent == "NORP" or _most_of(sentence, noun) or (sort == GROUP and noun.dep in SUBJECTS)
    return not several and (sort != PERSON or noun.lemma.lower() in NEUTER)


def _has_the(sentence: Sentence, noun: Word) -> bool:
    return any(d.lower == "the" for d in sentence.kids(noun.i, "det"))


def _most_of(sentence: Sentence, noun: Word) -> bool:
    """Whether a noun for a group is what most or some are of: "most of the crew"."""
    of = sentence.words[noun.head]
    return of.lower == "of" and sentence.words[of.head].lower in ("most", "many", "some", "few", "all")


def _joined(sentence: Sentence, noun: Word) -> list[Word]:
    return [c for c in sentence.kids(noun.i, "conj") if c.pos in ("NOUN", "PROPN")]


def _inside_name(sentence: Sentence, noun: Word) -> bool:
    """Whether a proper noun stands in a name behind which the name goes on: "Board" in "Board of Works"."""
    head = sentence.words[noun.head]
    return (
        noun.ent != "" and head.i < noun.i and head.lower in ("of", "for") and sentence.words[head.head].ent == noun.ent
    )


def _vague(sentence: Sentence, noun: Word) -> bool:
    """Whether a noun is but a time, a measure or part of a set phrase."""
    lemma = noun.lemma.lower()
    if any(d.lower in NONE for d in sentence.kids(noun.i, "det")):
        return True
    if noun.dep == "dobj" and noun.tag == "NN" and not any(c.i < noun.i for c in sentence.kids(noun.i)):
        return sentence.words[noun.head].lemma in LIGHT
    if lemma in PARTS and any(p.lower == "of" for p in sentence.kids(noun.i, "prep")):
        return True
    if lemma in MOMENTS and not (noun.dep in SUBJECTS and sentence.kids(noun.i, "prep", "amod", "compound")):
        return True
    bare = (
        noun.pos == "NOUN"
        and not person_noun(lemma)
        and not sentence.kids(noun.i, "det", "poss", "amod", "compound", "nummod")
    )
    return bare and noun.dep == "pobj"


def _role(sentence: Sentence, noun: Word) -> float:
    """How much a noun is in mind by its part in the sentence; 0 for one that only says what another is."""
    above = sentence.words[noun.head]
    if noun.dep == "attr":
        return BROUGHT_IN if sentence.kids(above.i, "expl") else 0.0
    if noun.dep == "conj" and above.pos in ("NOUN", "PROPN"):
        return _role(sentence, above) - 1.0 if above.i != noun.i and above.dep != "conj" else 0.0
    if noun.dep == "pobj":
        over = sentence.words[above.head]
        if above.dep == "agent":
            return AGENT
        if above.lower == "of" and over.dep in SUBJECTS and (over.pos == "NUM" or over.lemma.lower() in PARTS):
            return ROLE["nsubj"]
        return OBLIQUE if over.pos in ("VERB", "AUX") else INSIDE
    if noun.dep == "ROOT":
        return 0.0
    weight = ROLE.get(noun.dep, 0.0)
    verb = governor(sentence, noun.i)
    return weight - (SUBORDINATE.get(verb.dep, LEAST_SAID) if verb is not None and noun.dep in SUBJECTS else 0.0)
