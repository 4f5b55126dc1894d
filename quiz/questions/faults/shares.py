"""Shares and amounts whose other half a question leaves out: of what, of which year, whom somebody followed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quiz.facts.model import Figure, Sentence, Word
from quiz.questions.asking.amount_words import MOVING, QUANTITIES, REACHING
from quiz.questions.clauses.clause import SUBJECTS, governor
from quiz.questions.draft import Draft
from quiz.questions.reference.titles import UPPER
from quiz.questions.scene import Scene, head_of

SUMS = frozenset(
    """
    revenue spending expenditure debt deficit surplus reserve borrowing export import investment
    budget income saving consumption subsidy
    """.split()
)
"""What is told as a share of something else: revenue of 14 per cent, of the national income."""
STANDING = REACHING | frozenset("stand come amount equal be".split())
"""Verbs that tell how much something is, not by how much it changed."""
THINGS = QUANTITIES | frozenset("sale".split())
CHANGED = re.compile(
    r"\b(?:[Ff]rom|[Tt]o) what figure (?:had|has|have|did|was|were) (?P<what>[^?]*?) \w+(?: (?:from|to) [^?]*)?\?$"
)
"""Two ends of a change, and what changed."""
LOOSE = re.compile(
    r"\bover the (?:year|month|week|quarter)\b(?! (?:to|of|from|that|before)\b)|"
    r"^In (?:return|exchange|response|turn)\b(?! (?:for|to)\b)|"
    rf"\b(?:did|does|do|had|has|was) (?:return|turn|fact|response|exchange|addition|total) {UPPER}|"
    rf"^(?:Return|Turn|Exchange|Response|Addition) {UPPER}|"
    r"\bhow (?:much|many [a-z]+) and (?:in|on|at|by|for|with)\b|"
    r"\b(?:did|does|do|had|was|were) (?:south|north|east|west) of\b|"
    r"^By how many [^?]* out of (?:[a-z]+ )?(?:\d|[a-z]+ (?:hundred|thousand|million))"
)
"""A year or a deed told before, and phrases a question has torn in two."""
LIKEWISE = re.compile(
    r"\b(?:had|has|have) (?:since |soon )?(?:followed(?: suit)?|complied|agreed|responded|replied|obeyed)"
    r"(?=[?.]| by\b| in \d| within\b| before\b)|"
    r"\b(?:followed|complied|obeyed)[?.]$|\bfollowed suit\b|"
    r"\bdid [^?]*\b(?:follow suit|comply|obey)(?:\?| by \d| in \d)"
)
"""Verbs of doing as somebody else did or asked, who is not told."""


def wholeless(scene: Scene, draft: Draft, shown: str) -> bool:
    """Whether a figure is asked for without what it is a part, a change or one of."""
    fact, sentence = draft.fact, draft.sentence
    if not isinstance(fact, Figure):
        return False
    if LOOSE.search(shown) or LIKEWISE.search(shown):
        return True
    words = scene.words(sentence, fact.whole)
    if not words:
        return False
    if changed := CHANGED.search(shown):
        return _things(sentence, changed["what"].split())
    subject = _subject(sentence, head_of(words))
    return (
        subject is not None
        and fact.unit == "percent"
        and subject.lemma in SUMS
        and _stands(sentence, head_of(words), shown)
    )


def _things(sentence: Sentence, what: Sequence[str]) -> bool:
    """Whether it is things that are said to grow, not their number."""
    named = {w.text for w in sentence.words if w.tag == "NNS" and w.lemma not in THINGS}
    return bool(what) and what[-1] in named and "of" not in what


def _subject(sentence: Sentence, head: Word) -> Word | None:
    """The subject of the verb that a figure hangs on, through the verbs it is itself told by."""
    verb = governor(sentence, head.i)
    while verb is not None and verb.dep == "xcomp":
        found = next(iter(sentence.kids(verb.i, *SUBJECTS)), None)
        if found:
            return found
        verb = sentence.words[verb.head]
    return next(iter(sentence.kids(verb.i, *SUBJECTS)), None) if verb else None


def _stands(sentence: Sentence, head: Word, shown: str) -> bool:
    """Whether a sum is told as a percentage, and its question does not say of what."""
    verb = governor(sentence, head.i)
    moved = verb is not None and verb.lemma in MOVING and sentence.words[head.head].lower == "to"
    told = re.search(r"\b(?:percentage|per cent|percent|share) of\b", shown) or sentence.kids(head.i, "prep")
    return verb is not None and (verb.lemma in STANDING or moved) and not told
