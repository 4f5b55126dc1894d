"""Asks for a date that is reckoned from another: "Two years later he invaded Iran"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace

from quiz.documents.model import BlockKind
from quiz.facts.date_words import MONTHS, SEASONS
from quiz.facts.model import Date, Sentence, Word
from quiz.questions.asking.inversion import inverted, judged
from quiz.questions.clauses.clause import Clause, governor
from quiz.questions.clauses.phrase import noun_phrase
from quiz.questions.clauses.plain_past import plain_past
from quiz.questions.clauses.when import month_first, reckoned, when
from quiz.questions.draft import Draft, Passed
from quiz.questions.forms.date_fit import needs_more
from quiz.questions.forms.time_clause import affirmed, denials_of
from quiz.questions.scene import Scene, head_of

# Points for a date the text does not spell out.
DERIVED = 5


# What counts from the day of writing and is worth no card of its own: "last year", but not "next spring", "last May".
FROM_NOW = re.compile(
    r"\b(?:ago|yesterday|today|tomorrow)\b|^(?!the\b.*\b(?:following|previous)\b).*\b(?:last|this)\s+\w+$|"
    r"^next\s+(?:week|month|\w+day)$",
    re.IGNORECASE,
)
NAMED = re.compile(rf"\b(?:{'|'.join([*MONTHS, *SEASONS])})\b", re.IGNORECASE)
"""What names the month or season that is told from the day of writing."""
WEEKDAY = re.compile(r"(?:\w+\s)?(?:mon|tues|wednes|thurs|fri|satur|sun)day$", re.IGNORECASE)
PLANS = frozenset("plan hope want wish aim".split())
FINDINGS = 12
"""Sentences that may be listed before a report begins."""
OPENING = 2
"""Sentences at the start of a report whose weekday is worth asking for."""


def of_derived(scene: Scene, at: int, date: Date) -> Iterator[Draft | Passed]:
    """When the clause happened whose time the text gives as a distance from a date told before."""
    sentence = scene.sentences[at]
    words = scene.words(sentence, date.span)
    if reason := _untold(scene, at, date):
        yield Passed(date, reason)
        return
    if not words or date.end or date.grain not in ("year", "month", "day", "season"):
        return
    head = head_of(words)
    gone = {w.i for w in words} | set(sentence.subtree(head.i)) & {w.i for w in words}
    above, preposition = sentence.words[head.head], "on" if date.grain == "day" else "in"
    if above.pos in ("ADP", "SCONJ") and above.i == words[0].i - 1:
        gone |= {above.i}
        preposition = above.lower
    found = scene.clause_of(sentence, head.i) or _dated(scene, sentence, head)
    kept = {i for i in found.words() if i not in gone and i not in found.subject} if found else set()
    if any(kept & {w.i for w in scene.words(sentence, d.span)} for d in scene.dates_in(sentence.span) if not d.derived):
        return
    if (
        found is None
        or _of_subject(sentence, found, head, gone)
        or set(noun_phrase(sentence, head.i)) - gone - {above.i}
    ):
        return
    planned = found.verb.lemma in PLANS and date.text.lower().startswith("next")
    if planned or (WEEKDAY.match(date.text) and not found.finite):
        yield Passed(date, "is a plan, or tells when something was published")
        return
    if needs_more(found, gone) or any(w.dep == "mark" for w in words):
        return
    if preposition in ("until", "till") and (denials := denials_of(sentence, found, above)):
        found, preposition = affirmed(found, denials), "on" if date.grain == "day" else "in"
    found = plain_past(found) if preposition in ("in", "on") else found
    yield from _asked(scene, at, date, found, preposition, gone)


def _untold(scene: Scene, at: int, date: Date) -> str:
    """Why a date is not to be asked, however its sentence reads; "" where nothing speaks against it."""
    if _from_now(scene, at, date):
        return "is told by the day of writing"
    return "is a day that is told but roughly" if date.modifier == "circa" and date.grain == "day" else ""


def _asked(
    scene: Scene, at: int, date: Date, found: Clause, preposition: str, gone: AbstractSet[int]
) -> Iterator[Draft]:
    """The question when a clause was, and the date reckoned as its answer."""
    question, standing = inverted(scene, at, found, (when(date, preposition),), gone)
    if not standing:
        return
    text, first = re.sub(r"\s+", " ", date.text), ""
    if date.anchors:
        first = re.sub(r"\s+", " ", scene.document.text[date.anchors[-1].start : date.anchors[-1].end])
    told = reckoned(date, month_first=month_first(first)).removeprefix("the ")
    answer = f"about {told}" if date.modifier == "circa" else told
    draft = Draft(date, scene.sentences[at], scene.passage(at), answer, question, accept=(text,))
    draft = replace(draft, evidence=scene.told_by(at, date.anchors))
    draft = replace(draft, explanation=f"“{text}”, counted from {first or 'the day of writing'}.")
    yield judged(draft.less(DERIVED, "reckoned from another date"), standing)


def _of_subject(sentence: Sentence, found: Clause, head: Word, gone: AbstractSet[int]) -> bool:
    """Whether a time is part of the subject, not only hung on the noun behind it: "a year later a bust was shown"."""
    rest = [i for i in found.subject if i not in gone]
    led = bool(rest) and rest[0] > head.i and sentence.words[rest[0]].pos in ("DET", "PROPN")
    return head.i in found.subject and not led


def _from_now(scene: Scene, at: int, date: Date) -> bool:
    """Whether a date only counts from the day of writing and names no month or season."""
    if WEEKDAY.match(date.text):
        return not _opens(scene, at) or bool(FROM_NOW.search(date.text))
    named = date.grain in ("day", "month", "season") and NAMED.search(date.text)
    return bool(FROM_NOW.search(date.text)) and not named


def _opens(scene: Scene, at: int) -> bool:
    """Whether a sentence is one of the first of a report's body."""
    before = scene.sentences[max(0, at - FINDINGS) : at]
    return at <= FINDINGS and sum(sentence.block.kind is BlockKind.body for sentence in before) < OPENING


def _dated(scene: Scene, sentence: Sentence, head: Word) -> Clause | None:
    """The clause of the verb an adverb of time hangs on, which leaves it out otherwise: "ten years afterwards"."""
    verb = governor(sentence, head.i)
    return scene.of_verb(sentence, verb) if verb else None
