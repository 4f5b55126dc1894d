"""People who do something together: "Burke and his companions" after "he set out with three men"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from quiz.facts.human_nouns import person_noun
from quiz.facts.model import Sentence, Word
from quiz.facts.names import People
from quiz.questions.reference.salience import PERSON, Candidate

TOGETHER = 7.0
LONGEST = 6
"""Words of a phrase behind "with" that names one companion only."""
OF_PERSON = frozenset("companion comrade man woman friend follower soldier child".split())


def parties(sentence: Sentence, people: People, called: Callable[[Word], str], before: int) -> Iterator[Candidate]:
    """The parties a sentence tells of before a word: a leader with companions, or the two people it names."""
    for verb in sentence.words:
        if verb.pos != "VERB":
            continue
        for subject in sentence.kids(verb.i, "nsubj"):
            leader = called(subject) if subject.i < before else ""
            with_whom = _companions(sentence, verb, people) if leader else []
            if with_whom and with_whom[0].i < before:
                behind = sentence.subtree(sentence.words[with_whom[0].head].i)
                alone = len(behind) < LONGEST and not any(sentence.words[i].text in (",", "and") for i in behind)
                yield Candidate(sentence, subject, PERSON, TOGETHER, _party(leader, with_whom, people, alone=alone))


def _companions(sentence: Sentence, verb: Word, people: People) -> list[Word]:
    """The people somebody does something with: names and nouns for people behind "with"."""
    found: list[Word] = []
    for prep in sentence.kids(verb.i, "prep"):
        if prep.lower not in ("with", "alongside"):
            continue
        todo = sentence.kids(prep.i, "pobj")
        while todo:
            noun = todo.pop(0)
            todo += sentence.kids(noun.i, "conj", "appos")
            counted = noun.tag == "NNS" and (person_noun(noun.lemma.lower()) or noun.lemma in OF_PERSON)
            if counted or people.mentioned(noun.start, noun.end):
                found.append(noun)
    return found


def _party(leader: str, with_whom: list[Word], people: People, *, alone: bool) -> str:
    """What to call a leader with companions: both names, or the leader's "and companions"."""
    other = people.mentioned(with_whom[0].start, with_whom[0].end)
    if alone and other and with_whom[0].tag != "NNS":
        return f"{leader} and {other.name}"
    person = people.find(leader)
    own = {"m": "his", "f": "her"}.get(person.gender if person else "", "the")
    return f"{leader} and {own} companions"
