"""Asks for a date that ends a longer phrase: "Before dawn on 16 May 1961", "Under the constitution of 1987"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quiz.facts.date_words import WEEKDAYS
from quiz.facts.model import Date, Sentence, Word
from quiz.questions.asking.inversion import inverted, judged
from quiz.questions.asking.lead import Lead
from quiz.questions.clauses.clause import Clause
from quiz.questions.clauses.when import when, written
from quiz.questions.draft import Draft
from quiz.questions.forms.date_fit import half_told
from quiz.questions.forms.gap import MOST
from quiz.questions.forms.time_clause import PARTS_OF_TIME
from quiz.questions.scene import Scene

FRONTED = 6
"""Points less than a question that opens with the time itself."""
LONGEST = 10
"""Words of what opens the clause, up to the date, at most."""
LED = frozenset("on in of".split())
"""What stands right before the date."""
APART = frozenset("for unlike despite besides like as compared than from between contrast addition".split())
"""Words with which an opening tells no time or ground of its clause."""


def ask_fronted(scene: Scene, at: int, date: Date, words: Sequence[Word]) -> Iterator[Draft]:
    """The question that opens as its sentence does: "Before dawn on what date did soldiers cross the bridge?"."""
    sentence = scene.sentences[at]
    if date.end or date.modifier or date.derived or scene.asked(date, MOST):
        return
    found = scene.clause_of(sentence, words[-1].i)
    start = _start(sentence, found, words) if found else None
    if found is None or start is None or (found.verb.lemma == "be" and not found.rest):
        return
    ahead = [w for w in sentence.words[start : words[0].i] if w.lower not in WEEKDAYS]
    if not ahead or not _tells(ahead):
        return
    ask = when(date, "in").partition(" ")[2]
    link = "" if ahead[-1].lower in LED or ahead[-1].tag == "DT" else "of "
    if not ask or (link and (ahead[-1].tag != "NNP" or date.grain != "year")):
        return
    lead: Lead = (*(w.i for w in ahead if w.i < words[0].i and (w.tag != "DT" or w is not ahead[-1])), f"{link}{ask}")
    gone = {*range(start, words[-1].i + 1)}
    question, standing = inverted(scene, at, found, lead, gone)
    if standing and not half_told(date, question):
        draft = Draft(date, sentence, scene.passage(at), written(date), question)
        yield judged(draft, standing).less(FRONTED, "opens as its sentence does")


def _start(sentence: Sentence, found: Clause, words: Sequence[Word]) -> int | None:
    """Where the phrase begins that ends with the date: one that opens the clause, or a part of a year; else None."""
    before = [part for part in found.fronted if part[-1] < found.subject[0]]
    holding = next((part for part in (*before, *found.rest) if words[0].i in part), None)
    if holding is None or any(i > words[-1].i and sentence.words[i].pos != "PUNCT" for i in holding):
        return None
    start = holding[0]
    if start > found.verb.i:
        timed = any(sentence.words[i].lemma in PARTS_OF_TIME for i in holding if i < words[0].i)
        return start if timed and sentence.words[start].lower in LED else None
    while ends := [part for part in before if part[-1] == start - 1]:
        start = ends[0][0]
    first = start == 0 or sentence.words[start - 1].pos in ("PUNCT", "CCONJ")
    return start if first and words[-1].i - start <= LONGEST else None


def _tells(ahead: Sequence[Word]) -> bool:
    """Whether what stands before the date is more than its preposition, and neither a clause nor an aside."""
    content = [w for w in ahead if w.pos in ("NOUN", "PROPN", "ADV", "NUM")]
    plain = all(w.pos not in ("VERB", "AUX", "PUNCT", "PRON") or w.tag == "PRP$" for w in ahead)
    return bool(content) and plain and not any(w.lower in APART or w.held for w in ahead)
