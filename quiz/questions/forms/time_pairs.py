"""Two times of one verb: "spread to Guinea in 1963 and to Mozambique in 1964"; and clauses that are no subject."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quiz.documents.model import Span
from quiz.facts.model import Date, Sentence, Word
from quiz.facts.unit_words import TIME_UNITS
from quiz.questions.clauses.clause import Clause
from quiz.questions.scene import Scene

LEADS = frozenset("in on at by from to into between again also later then".split())
"""What opens the second part, of its own time, behind "and"."""
OPEN = frozenset("why how what whether who that where when".split())
RECKONED = re.compile(r",?\s+\w+\s+(?:years?|months?|weeks?|days?|decades?|centuries|century)\s+(?:after|before)\b")
TWICE = frozenset("twice thrice".split())


def second_time(scene: Scene, sentence: Sentence, words: Sequence[Word]) -> frozenset[int]:
    """The words of the part behind a date that "and" joins to it with a date of its own and no verb; none if none."""
    behind = sentence.words[words[-1].i + 1 :]
    if elided := _elided(scene, sentence, words):
        return elided
    joining = next((w for w in behind[:2] if w.lower == "and"), None)
    if joining is None or joining.i + 1 >= len(sentence.words):
        return frozenset()
    if sentence.words[joining.i + 1].lower not in LEADS and sentence.words[joining.i + 1].pos != "PROPN":
        return frozenset()
    for other in scene.dates_in(sentence.span):
        told = scene.words(sentence, other.span)
        if other.derived or not told or told[0].i <= joining.i:
            continue
        between = sentence.words[joining.i : told[0].i]
        of_other = any(w.pos in ("NOUN", "PROPN") for w in between)
        alone = of_other and all(w.pos not in ("VERB", "AUX") for w in between)
        return frozenset(range(joining.i, told[-1].i + 1)) if alone else frozenset()
    return frozenset()


def _elided(scene: Scene, sentence: Sentence, words: Sequence[Word]) -> frozenset[int]:
    """The words behind a date of what others did at times of their own, without a verb: ", Vienna one in 1875"."""
    first = words[-1].i + 1
    opening = sentence.words[first : first + 2]
    if len(opening) < len((",", "Vienna")) or opening[0].text != "," or opening[1].pos != "PROPN":
        return frozenset()
    last = first
    for other in scene.dates_in(sentence.span):
        told = scene.words(sentence, other.span)
        if not told or told[0].i <= first or other.derived or sentence.words[told[0].i - 1].lower not in ("in", "on"):
            continue
        if any(w.pos in ("VERB", "AUX") for w in sentence.words[last : told[0].i]):
            break
        last = told[-1].i
    return frozenset(range(first, last + 1)) if last > first else frozenset()


def unclear(scene: Scene, date: Date, sentence: Sentence) -> str:
    """Why a date is not asked of its clause: "why it burns became clear in 1903", "it struck twice, in 1971 ..."."""
    words = scene.words(sentence, date.span)
    found = scene.clause_of(sentence, words[0].i) if words else None
    if found is None:
        return ""
    if any(w.lower in TWICE for w in sentence.kids(found.verb.i, "advmod", "npadvmod")):
        return "tells of several times"
    if _verbless(found):
        return "tells of two things with one verb"
    asks = bool(found.subject) and sentence.words[found.subject[0]].lower in OPEN
    clausal = asks and any(sentence.words[i].pos in ("VERB", "AUX") for i in found.subject)
    return "has a clause for its subject" if clausal else ""


def _verbless(found: Clause) -> bool:
    """Whether a second object has a subject and no verb: "won the cup for music and Voss the cup for dance"."""
    words = found.sentence.words
    for joint in words[found.verb.i + 1 : -2]:
        if joint.lower != "and" or words[joint.i + 1].tag != "NNP":
            continue
        behind = next((w for w in words[joint.i + 1 :] if w.tag != "NNP"), joint)
        if behind.lower == "the" and words[behind.head].i > behind.i and words[behind.head].lemma not in TIME_UNITS:
            return True
    return False


def told_again(scene: Scene, sentence: Sentence, date: Date) -> set[int]:
    """The words that tell once more when it was: ", nine months after he fell ill"."""
    behind = RECKONED.match(scene.document.text, date.span.end)
    last = scene.words(sentence, Span(date.span.end, behind.end())) if behind else []
    verb = sentence.words[last[-1].head] if last else None
    below = verb.i if verb and verb.dep == "advcl" and verb.i > last[-1].i else last[-1].i if last else 0
    return {w.i for w in last} | {i for i in sentence.subtree(below) if i >= last[0].i} if last else set()
