"""Whom a life is about, and where "she" means her though her name stands far off."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from quiz.facts.human_nouns import gender_told, person_noun
from quiz.facts.model import Sentence, Word
from quiz.facts.names import People, Person
from quiz.facts.prominence import PERSONAL, SUBJECTS, Candidate

BEFORE = 2
"""Sentences of the paragraph before that may still be told of somebody else."""
FEWEST = 2
"""Words of a name that a document has for a title."""
OFTEN, FAR = 8, 3
"""Times that whom a text is about is named at least, and for each time of anybody else."""
OPENING, CLOSING = 0.2, 0.6
"""The parts of a text before and behind which they are named."""


def subject_of(title: str, people: People, sentences: Sequence[Sentence]) -> Person | None:
    """The person whose whole name a document has for a title, or who fills it; None where it is about more."""
    words = title.split()
    person = people.find(title) if len(words) >= FEWEST else None
    if person and person.gender and set(words) <= set(person.name.split()):
        return person
    return _filling(people, sentences)


def _filling(people: People, sentences: Sequence[Sentence]) -> Person | None:
    """The one who is named from the first part of a text to the last, and far more often than anybody else."""
    ranked = sorted(people.persons, key=lambda p: -len(p.mentions))[:2]
    if not sentences or not ranked or " " not in ranked[0].name or len(ranked[0].mentions) < OFTEN:
        return None
    most = sorted(ranked[0].mentions)
    first, last = sentences[0].span.start, sentences[-1].span.end
    through = most[0][0] < first + (last - first) * OPENING and most[-1][0] > first + (last - first) * CLOSING
    alone = len(ranked) < FEWEST or len(most) >= FAR * len(ranked[1].mentions)
    return ranked[0] if through and alone and ranked[0].gender else None


def told_of(
    sentences: Sequence[Sentence], at: int, pronoun: Word, people: People, barred: Container[int]
) -> tuple[Person, Sentence] | None:
    """Whom a life is about, where a pronoun of the gender has nobody else near it; with a sentence that names them."""
    person, gender = people.subject, PERSONAL[pronoun.lower]
    if person is None or person.gender != gender or id(person) in barred or sentences[at].spoken:
        return None
    for sentence in _near(sentences, at):
        end = pronoun.i if sentence is sentences[at] else len(sentence.words)
        if any(_rival(sentence, word, person, people) for word in sentence.words[:end]):
            return None
    start = person.mentions[0][0]
    named = next(s for s in sentences if s.span.end > start or s is sentences[at])
    return (person, named) if named is not sentences[at] else None


def of_a_life(here: Sentence, pronoun: Word, people: People, found: Candidate, barred: Container[int]) -> bool:
    """Whether "he" may as well be whom a life is about, as somebody else named in a sentence before."""
    person = people.subject
    if person is None or person is found.person or id(person) in barred or found.sentence is here:
        return False
    return person.gender == PERSONAL[pronoun.lower]


def _near(sentences: Sequence[Sentence], at: int) -> Iterator[Sentence]:
    """The sentences of a paragraph up to one, and the last of the paragraph before where it opens one."""
    first = at
    while first and sentences[first - 1].block is sentences[at].block:
        first -= 1
    same = sentences[max(0, first - BEFORE)].block.section == sentences[at].block.section
    return (s for s in sentences[max(0, first - BEFORE) if first == at and same else first : at + 1] if not s.spoken)


def _rival(sentence: Sentence, word: Word, person: Person, people: People) -> bool:
    """Whether a word names another who may be meant, or is a noun for one that something is told of."""
    named = people.mentioned(word.start, word.end)
    if named:
        leads = word.dep in SUBJECTS or " " in named.name
        return named is not person and (named.gender == person.gender or (not named.gender and leads))
    aside = sentence.words[word.head].dep == "relcl"
    somebody = word.tag == "NN" and word.dep in SUBJECTS and not aside and person_noun(word.lemma)
    told = sentence.kids(word.i, "det", "poss", "nummod") if somebody else []
    return bool(told) and gender_told(word.lemma) in ("", person.gender)
