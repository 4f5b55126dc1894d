"""Phrases no question can open with: asides, one of two that belong to different parts of a list, what a verb needs."""

from __future__ import annotations

from collections.abc import Sequence

from quiz.facts.model import Figure, Sentence, Word
from quiz.questions.asking.fronting import CHANGES
from quiz.questions.asking.lead import Interrogative
from quiz.questions.clauses.clause import Clause
from quiz.questions.forms.unaskable import torn

# Comparatives that go with a number itself: "more than 60", but not "longer than 60 metres".
OF_NUMBER = frozenset("more less fewer greater other".split())
# Verbs that say nothing without a place or a state behind their object: "put 300 men out of work".
INCOMPLETE = frozenset("put place lay base render".split())
# Verbs that move a thing from one figure to another.
CHANGED = frozenset("raise lift cut reduce bring lower push double triple halve swell dwindle".split())
# Verbs that say nothing without a word of where or at what.
STAYING = frozenset("stay remain wait live work".split())
NEAR = 8
"""Words before a figure in which a change is told."""
SHORT = 3
"""Words between the two figures of a score."""


def unfit(found: Clause, phrase: Interrogative, number: Word) -> bool:
    """Whether the phrase that asks for a number cannot open a question of its clause."""
    sentence = found.sentence
    return (
        _aside(found, phrase)
        or _bare_of(found, phrase)
        or one_of_two(found, phrase.top)
        or _compared(sentence, number)
        or torn(found, phrase, number)
        or found.verb.lemma in ("range", "vary")
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
    rest = any(found.sentence.words[i].dep in ("prep", "advmod", "prt", "oprd", "acomp") for i in told)
    return rest or str(phrase.lead[0]).startswith("as ")


def paired(sentence: Sentence, figure: Figure, words: Sequence[Word]) -> bool:
    """Whether a figure is half of a score: "by 68 votes to 32", "47 percent to 39"."""
    if figure.unit not in ("", "percent") or figure.role == "from":
        return False
    first, last = words[0].i, words[-1].i
    ahead = sentence.words[max(0, first - NEAR) : first]
    behind = sentence.words[last + 1 : last + 1 + SHORT]
    if any(w.lower == "from" or w.lemma in CHANGES | CHANGED for w in ahead):
        return False
    second = bool(ahead) and ahead[-1].lower == "to" and any(w.tag == "CD" for w in ahead[-1 - SHORT : -1])
    to = next((n for n, w in enumerate(behind) if w.lower == "to"), None)
    then = sentence.words[last + 2 + to : last + 3 + to] if to is not None else ()
    return second or any(w.tag in ("CD", "$") for w in then)


def _bare_of(found: Clause, phrase: Interrogative) -> bool:
    """Whether nothing is said of the subject but the figure behind a preposition: "Wright was for three months ..."."""
    told = [i for part in found.rest for i in part if i not in phrase.gone]
    empty = not any(found.sentence.words[i].pos not in ("ADP", "PUNCT", "ADV", "CCONJ") for i in told)
    staying = found.verb.lemma in STAYING and all(found.sentence.words[i].pos in ("ADP", "PUNCT", "PART") for i in told)
    return staying or (empty and ((found.verb.lemma == "be" and phrase.top.dep == "prep") or found.verb.lemma == "do"))
