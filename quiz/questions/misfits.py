"""Phrases no question can open with: asides, one of two that belong to different parts of a list, what a verb needs."""

from __future__ import annotations

from quiz.facts.model import Sentence, Word
from quiz.questions.clause import Clause
from quiz.questions.interrogative import Interrogative

# Comparatives that go with a number itself: "more than 60", but not "longer than 60 metres".
OF_NUMBER = frozenset("more less fewer greater other".split())
# Verbs that say nothing without a place or a state behind their object: "put 300 men out of work".
INCOMPLETE = frozenset("put place lay base render".split())


def unfit(found: Clause, phrase: Interrogative, number: Word) -> bool:
    """Whether the phrase that asks for a number cannot open a question of its clause."""
    sentence = found.sentence
    return (
        _aside(found, phrase)
        or one_of_two(found, phrase.top)
        or _compared(sentence, number)
        or (found.verb.lemma in INCOMPLETE and not _completed(found, phrase))
    )


def _aside(found: Clause, phrase: Interrogative) -> bool:
    """Whether the phrase stands behind a comma and asks with no preposition: ", 6 per cent less than before"."""
    first = found.sentence.subtree(phrase.top.i)[0]
    parted = first > found.verb.i and found.sentence.words[first - 1].text in (",", "—", "–")
    return parted and str(phrase.lead[0]).startswith(("how", "what"))


def one_of_two(found: Clause, top: Word) -> bool:
    """Whether a like phrase is kept that "and" joins to it: "put Labour at 27 percent and the Greens at 9"."""
    if top.dep != "prep":
        return False
    sentence, own = found.sentence, set(found.sentence.subtree(top.i))
    for i in found.words():
        other = sentence.words[i]
        if other.i in own or other.dep not in ("prep", "conj") or other.lower != top.lower:
            continue
        low, high = sorted((top.i, other.i))
        between = sentence.words[low:high]
        counted = any(sentence.words[k].tag == "CD" for k in sentence.subtree(other.i))
        joined = any(w.dep == "cc" and sentence.words[w.i + 1].tag not in ("CD", "$") for w in between)
        if counted and joined and all(w.pos not in ("VERB", "AUX") for w in between):
            return True
    return False


def _compared(sentence: Sentence, number: Word) -> bool:
    """Whether a number is what something is compared with: "ships longer than 60 metres"."""
    before = [w.lower for w in sentence.words[max(0, number.i - 2) : number.i]]
    return before[1:] == ["than"] and sentence.words[number.i - 2].tag == "JJR" and before[0] not in OF_NUMBER


def _completed(found: Clause, phrase: Interrogative) -> bool:
    told = [i for part in found.rest for i in part if i not in phrase.gone]
    return any(found.sentence.words[i].dep in ("prep", "advmod", "prt", "oprd", "acomp") for i in told)
