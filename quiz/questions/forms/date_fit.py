"""Which dates are no question: hours, halves of a pair, page furniture; and which drafts of them are no English."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from quiz.documents.model import BlockKind
from quiz.facts.model import Date, Sentence, Word
from quiz.questions.asking.happening import happens
from quiz.questions.clauses.clause import SUBJECTS, Clause
from quiz.questions.draft import IN_PLACE, Draft
from quiz.questions.scene import Scene

PAIRED = re.compile(
    r"\b(?:spring|summer|autumn|fall|winter|early|mid|late|jan\w*|feb\w*|march|april|may|june|july|aug\w*|sept?\w*|oct\w*|"
    r"nov\w*|dec\w*) (?:and|or) (?:the )?$",
    re.IGNORECASE,
)
"""What stands before a date that is the second of a pair: "the spring and summer of 1832"."""
BEFORE = 30
PLACED = ("year",)
"""Grains asked for in place: "an inquiry of what year"; a month or day behind its verb reads as a slip."""
GAPPED = ("year", "day", "decade", "century")
"""Grains a cloze may ask for; a month there is a guess."""
SECOND_YEAR = re.compile(r"(?:\bwhat year|\}\}),? (?:and )?in \d{4}\b|\bin \d{4},? in (?:what year\b|\{\{)")
"""What shows that a question takes its year from another part of a row."""
MOTION = frozenset("sail pass arrive depart embark set travel head".split())
"""Verbs that tell nothing without where from or where to."""
OBJECTS = ("dobj", "dative", "attr", "acomp", "xcomp", "ccomp", "oprd", "prt", "advcl")
WEAK = frozenset("one ones some another others".split())
"""Objects that only stand for what was told before."""
TRANSITIVE = frozenset("do follow supply force meet".split())
"""Verbs that say nothing without their object."""
ENDS = frozenset("to until till through".split())


def unasked(scene: Scene, date: Date, sentence: Sentence) -> str:
    """Why a date is not asked at all; "" for one that is."""
    if date.grain == "time":
        return "is a time of the day"
    start = date.span.start
    if PAIRED.search(scene.document.text, max(0, start - BEFORE), start):
        return "is one of several dates in a row"
    if sentence.block.kind is BlockKind.caption and not tells(sentence):
        return "dates a picture or a page"
    return ""


def tells(sentence: Sentence) -> bool:
    """Whether a sentence has a finite verb with its subject, and is no label or caption."""
    root = sentence.root()
    subject = sentence.kids(root.i, *SUBJECTS)
    finite = root.tag in ("VBD", "VBZ", "VBP") or any(
        w.tag in ("VBD", "VBZ", "VBP", "MD") for w in sentence.kids(root.i, "aux", "auxpass", "cop")
    )
    return finite and bool(subject)


def worthy(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts that ask in place or by a gap where English bears it."""
    for draft in drafts:
        grains = GAPPED if draft.cloze else PLACED if IN_PLACE in draft.reasons else ()
        shown = draft.cloze or draft.question
        grain = draft.fact.grain if isinstance(draft.fact, Date) else ""
        if not grains or (grain in grains and tells(draft.sentence) and not SECOND_YEAR.search(shown)):
            yield draft


def aside(sentence: Sentence, word: Word) -> bool:
    """Whether a word stands in a relative clause within the sentence, which a gap or a question in place tears open."""
    while word.head != word.i:
        if word.dep == "relcl" and word.i < len(sentence.words) // 2:
            return True
        word = sentence.words[word.head]
    return False


def needs_more(found: Clause, gone: Iterable[int]) -> bool:
    """Whether a clause without its date lacks what its verb needs: "sailed", "supplied one", "passed through"."""
    sentence, out = found.sentence, {*gone}
    rest = [sentence.words[i] for part in (*found.fronted, *found.rest) for i in part if i not in out]
    beside = [w for w in rest if w.head == found.verb.i and w.pos != "PUNCT"]
    if any(w.dep == "dobj" and w.lower in WEAK and not sentence.kids(w.i) for w in beside):
        return True
    if any(w.dep == "prep" and not _led(sentence, w) for w in beside if w.i == found.words()[-1]):
        return True
    passive = found.passive or any(a.dep == "auxpass" for a in found.auxiliaries)
    bare = not any(w.dep in OBJECTS or w.dep in ("prep", "agent") for w in beside)
    return not passive and bare and found.verb.lemma in MOTION | TRANSITIVE


def begins(found: Clause, gone: Iterable[int]) -> bool:
    """Whether a time led by "from" does not tell since when a clause was so: what happens once, or has its end as well."""
    rest = {i for part in (*found.fronted, *found.rest) for i in part} - {*gone}
    return happens(found) or any(found.sentence.words[i].lower in ENDS for i in rest)


def _led(sentence: Sentence, preposition: Word) -> bool:
    """Whether a preposition has what it leads."""
    return any(k.dep in ("pobj", "pcomp", "prep", "advmod", "amod") for k in sentence.kids(preposition.i))
