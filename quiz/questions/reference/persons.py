"""Who "he" and "she" are: the antecedent, unless somebody unnamed comes between; else whom the text is about."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from quiz.facts.human_nouns import gender_told, person_noun
from quiz.facts.model import Sentence, Word
from quiz.facts.nameless import nameless, unknown
from quiz.facts.names import People, Person
from quiz.facts.prominence import PERSONAL, SUBJECTS, Candidate, persons_in
from quiz.facts.reference import DEEPEST, antecedent, twin
from quiz.questions.clauses.clause import governor
from quiz.questions.clauses.phrase import noun_phrase

LEADS = 2
"""Times a person must be met for each time of anybody else of the gender, to be whom a document is about."""
LEAST_MET = 3
LOOKED_AT = 6
FIRST, NEAR = 3, 2
LONGEST = 150
"""Words of a sentence that is looked at."""
NEW = frozenset(("a", "an", "another", "one"))
PARTS = (*SUBJECTS, "dobj", "dative")
TOWARDS = frozenset(("to", "by", "for"))


def meant(sentences: Sequence[Sentence], at: int, pronoun: Word, people: People, depth: int = 0) -> Candidate | None:
    """The person a pronoun stands for, with the sentence that tells so; None where somebody else may be meant.

    `depth` counts the pronouns followed so far.
    """
    leads = pronoun.dep in SUBJECTS or pronoun.tag == "PRP$"
    if len(sentences[at].words) > LONGEST:
        return None
    if (leads and unknown(sentences[at], pronoun.i, people)) or _unknown_before(sentences, at, pronoun, people):
        return None
    if _opens(sentences, at, pronoun) and (main := _about(sentences, at, pronoun, people, near=0)):
        return main
    found = antecedent(sentences, at, pronoun, people)
    if found is None and twin(sentences[at], pronoun):
        return None
    rival = None if found and _carries_on(sentences, at, pronoun) else unnamed(sentences, at, pronoun, people)
    if rival and not (found and (found.sentence is sentences[at] or _called(sentences, found.person, rival))):
        return None
    if found:
        return found
    found = _only(sentences, at, pronoun, people, depth) or _about(sentences, at, pronoun, people)
    return None if found and nameless(sentences, at, pronoun, people, found) else found


def _unknown_before(sentences: Sequence[Sentence], at: int, pronoun: Word, people: People) -> bool:
    """Whether a sentence goes on with a pronoun behind one that such a name leads."""
    named = any(word.i < pronoun.i for _, word in persons_in(sentences[at], people))
    opens = (pronoun.dep in SUBJECTS or pronoun.tag == "PRP$") and at > 0 and not named
    before = sentences[at - 1]
    return opens and before.block is sentences[at].block and unknown(before, len(before.words), people) is not None


def _only(sentences: Sequence[Sentence], at: int, pronoun: Word, people: People, depth: int) -> Candidate | None:
    """The one person of the gender told of before it in its sentence, or else in the one before of its paragraph."""
    here, gender = sentences[at], PERSONAL[pronoun.lower]
    for back in (0, 1):
        if back > at or sentences[at - back].block is not here.block:
            return None
        sentence = sentences[at - back]
        before = sentence.words[: None if back else pronoun.i]
        named = [(p, w) for p, w in persons_in(sentence, people) if w.i < len(before)]
        if not back and pronoun.tag != "PRP$" and any(w.head == pronoun.head for _, w in named):
            return None
        if named:
            fits = {p.name: p for p, _ in named if p.gender == gender}
            unsure = any(not p.gender for p, _ in named)
            return Candidate(next(iter(fits.values())), 0.0, sentence) if len(fits) == 1 and not unsure else None
        if same := next((w for w in before if PERSONAL.get(w.lower) == gender and not w.held), None):
            return meant(sentences, at - back, same, people, depth + 1) if depth < DEEPEST else None
    return None


def unnamed(sentences: Sequence[Sentence], at: int, pronoun: Word, people: People) -> Word | None:
    """Somebody without a name in the sentence before, or a new subject ahead of the pronoun, who may well be meant."""
    gender = PERSONAL[pronoun.lower]
    for back in (0, 1):
        if at < back or sentences[at - back].block is not sentences[at].block:
            return None
        sentence = sentences[at - back]
        before = sentence.words[: len(sentence.words) if back else pronoun.i]
        if any(word.i < len(before) for _, word in persons_in(sentence, people)):
            return None
        for word in before:
            if _may_be(sentence, word, gender, here=not back) and not _is_named(sentence, word, people):
                return word
        if any(PERSONAL.get(w.lower) == gender for w in before):
            return None
    return None


def _carries_on(sentences: Sequence[Sentence], at: int, pronoun: Word) -> bool:
    """Whether a subject goes on from "he" to "he", whoever else the clauses under the sentence before speak of."""
    before = sentences[at - 1] if at else sentences[at]
    if not at or before.block is not sentences[at].block or not _leads(sentences[at], pronoun):
        return False
    if not any(w.lower == pronoun.lower and _leads(before, w) for w in before.words):
        return False
    others = (w for w in before.words if _may_be(before, w, PERSONAL[pronoun.lower], here=False))
    return not any((verb := governor(before, w.i)) is None or verb.dep in ("ROOT", "conj") for w in others)


def _leads(sentence: Sentence, word: Word) -> bool:
    """Whether a word is the subject of the main clause, with nothing much before it."""
    return word.i <= FIRST and word.dep in SUBJECTS and word.head == sentence.root().i


def _called(sentences: Sequence[Sentence], person: Person, noun: Word) -> bool:
    """Whether one of the first sentences that name a person holds the noun as well: "Economy Minister Vos"."""
    places = {bisect_right(sentences, start, key=_begins) - 1 for start, _ in person.mentions[:LOOKED_AT]}
    return any(w.lemma.lower() == noun.lemma.lower() for at in places if at >= 0 for w in sentences[at].words)


def _begins(sentence: Sentence) -> int:
    return sentence.span.start


def _may_be(sentence: Sentence, word: Word, gender: str, *, here: bool) -> bool:
    """Whether a noun names one person who takes part: "the porter", not "porters" nor "a porter's"."""
    if (
        word.tag != "NN"
        or word.held
        or not person_noun(word.lemma.lower())
        or word.dep in ("compound", "attr", "appos")
    ):
        return False
    articles = {c.lower for c in sentence.kids(word.i, "det")}
    if not articles & (NEW if here else NEW | {"the"}):
        return False
    above = sentence.words[word.head]
    taking_part = word.dep in SUBJECTS if here else word.dep in PARTS or (word.dep == "pobj" and above.lower in TOWARDS)
    return taking_part and gender_told(word.lemma.lower()) in ("", gender)


def _is_named(sentence: Sentence, word: Word, people: People) -> bool:
    """Whether a noun belongs to a name: "the porter, Jan Visser", "Jan Visser, the porter", "his wife"."""
    owned = any(c.tag == "PRP$" for c in sentence.kids(word.i, "poss"))
    near = [*sentence.kids(word.i, "appos"), sentence.words[word.head], *sentence.words[word.i + 1 : word.i + 2]]
    return owned or any(n.tag == "NNP" and people.mentioned(n.start, n.end) for n in near)


def _opens(sentences: Sequence[Sentence], at: int, pronoun: Word) -> bool:
    """Whether a paragraph opens with a pronoun: it goes on about whom the whole text is about."""
    here = sentences[at]
    return pronoun.i == 0 and at > 0 and sentences[at - 1].block is not here.block and len(here.words) > 1


def _about(sentences: Sequence[Sentence], at: int, pronoun: Word, people: People, near: int = NEAR) -> Candidate | None:
    """The one person of a gender whom the text before speaks of, met far more often than anybody else of it."""
    here = sentences[at]
    leader = leading(people, PERSONAL[pronoun.lower], here.span.start)
    if leader is None:
        return None
    others = (p for s in sentences[max(0, at - near) : at + 1] for p, _ in persons_in(s, people))
    if any(p is not leader and p.gender in ("", leader.gender) for p in others) or _left(leader, here, people):
        return None
    first = bisect_right(sentences, leader.mentions[0][0], key=_begins) - 1
    return Candidate(leader, 0.0, sentences[first]) if first >= 0 else None


def _left(leader: Person, here: Sentence, people: People) -> bool:
    """Whether the text has named another of the gender since it last named its main character."""
    last = bisect_right(leader.mentions, (here.span.start, 0)) - 1
    since = people.between(leader.mentions[last][1], here.span.start) if last >= 0 else []
    return any(p.gender == leader.gender for p in since)


def leading(people: People, gender: str, before: int) -> Person | None:
    """The person of a gender who is met far more often before an offset than all others of it; None if nobody is."""
    counts = [(len({end for _, end in p.mentions if end < before}), p) for p in people.persons if p.gender == gender]
    counts = sorted((c for c in counts if c[0]), key=lambda c: -c[0])
    if not counts or counts[0][0] < LEAST_MET:
        return None
    return counts[0][1] if len(counts) < 2 or counts[0][0] >= LEADS * counts[1][0] else None


def goes_along(sentence: Sentence, word: Word, before: Sequence[int]) -> bool:
    """Whether a possessive is of the pronoun that is the subject of its clause: "he set out with his horse"."""
    verb = governor(sentence, word.i)
    subjects = sentence.kids(verb.i, "nsubj", "nsubjpass") if verb and word.tag == "PRP$" else []
    return any(s.i in before and PERSONAL.get(s.lower) == PERSONAL[word.lower] for s in subjects)


def bound(sentence: Sentence, word: Word, before: Sequence[int]) -> bool:
    """Whether a possessive is of somebody unnamed its clause tells of: "a foreigner who settled with his wife"."""
    verb = governor(sentence, word.i) if word.tag == "PRP$" else None
    if verb is None:
        return False
    subjects = sentence.kids(verb.i, "nsubj", "nsubjpass")
    subjects = [sentence.words[verb.head] if s.tag == "WP" and verb.dep == "relcl" else s for s in subjects]
    return any(s.i in before and s.i < word.i and _somebody(sentence, s, PERSONAL[word.lower]) for s in subjects)


def _somebody(sentence: Sentence, noun: Word, gender: str) -> bool:
    """Whether a noun tells of one person of a gender, or of none told."""
    lemma = noun.lemma.lower()
    told = bool(sentence.kids(noun.i, "det")) and noun.tag == "NN" and person_noun(lemma)
    return told and gender_told(lemma) in ("", gender)


def bearer(sentence: Sentence, before: Sequence[int]) -> bool:
    """Whether one proper name, the subject, comes before: "her" is hers though no list knows the name."""
    named = [sentence.words[i] for i in before if sentence.words[i].pos == "PROPN"]
    subjects = [w for w in named if w.dep in SUBJECTS and w.tag == "NNP" and w.ent in ("PERSON", "")]
    return len(subjects) == 1 and not any(
        w.ent == "PERSON" and w.head != subjects[0].i for w in named if w not in subjects
    )


def beside(sentence: Sentence, kept: Sequence[int], people: People, never: Person | None) -> dict[int, str]:
    """The full name put for what somebody is where the kept words leave the name beside it out.

    "Its most energetic champion" is the man named behind the comma; `never` is a person who may not be named.
    """
    inside, instead = set(kept), dict[int, str]()
    for person, name in persons_in(sentence, people):
        noun = sentence.words[name.head]
        if name.dep != "appos" or name.i in inside or noun.i not in inside or noun.pos != "NOUN" or person is never:
            continue
        if sentence.kids(name.i, "det"):  # "a flying boat, a Latham"
            continue
        phrase = noun_phrase(sentence, noun.i, joined=False)
        joined = [
            i for i in phrase if sentence.words[i].dep == "cc" or (sentence.words[i].dep == "case" and i > noun.i)
        ]
        if noun.tag == "NN" and not joined and inside.issuperset(phrase) and not sentence.kids(noun.i, "conj"):
            instead |= dict.fromkeys(phrase, "") | {phrase[0]: person.name}
    return instead
