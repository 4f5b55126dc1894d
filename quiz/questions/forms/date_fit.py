"""Which dates are no question: hours, halves of a pair, page furniture; and which drafts of them are no English."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from quiz.documents.model import BlockKind
from quiz.facts.cue_words import CUES
from quiz.facts.date_words import MONTHS
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
DECADES = re.compile(r"\s(?:and|or)\s(?:the\s)?(?:early\s|mid-?|late\s)?\d{2,4}s\b")
"""What stands behind the first decade of a pair."""
BEFORE = 30
POSTED = re.compile(
    r"\b(?:updated?|posted|published|corrected|correction|edited|accessed)\b\W*(?:on\s)?$", re.IGNORECASE
)
"""What stands before the date of a page."""
LISTED = re.compile(r":\s|\s[–—-]{1,2}\s")
"""What stands between the date and the event in a timeline."""
PICTURED = frozenset("photograph picture paint engrave draw depict pose show see".split())
"""What is told of whoever is seen in a picture."""
BYLINE = re.compile(r"\W*[Bb][Yy]\W+((?:[A-Z][\w’'-]+\s?){2,4}?)(?=\s(?:in|and|at|for)\b|\s*[|·,\n*]|$)")
FIRST = 24
"""Blocks among which a byline is looked for."""
PLACED = ("year",)
"""Grains asked for in place: "an inquiry of what year"; a month or day behind its verb reads as a slip."""
LATE = re.compile(r"^(?!The |An? ).* what year(?: \S+){8,}\?$")
"""A question in place that goes on long after it asks, but for one whose subject holds it."""
OF_EVENT = " of what month and year"
"""What asks in place for the month of an event: "the election of what month and year"."""
GAPPED = ("year", "day", "decade", "century")
"""Grains a cloze may ask for; a month there is a guess."""
SECOND_YEAR = re.compile(
    r"(?:\bwhat year|\}\}),? (?:and )?in \d{4}\b|\bin \d{4},? in (?:what year\b|\{\{)|"
    r"\bwhat year and [\d$£€]|\band in what year (?:the|an?)\b"
)
"""What shows that a question takes its year from another part of a row."""
MOTION = frozenset("sail pass arrive depart embark set travel head march".split())
"""Verbs that tell nothing without where from or where to."""
OBJECTS = ("dobj", "dative", "attr", "acomp", "xcomp", "ccomp", "oprd", "prt", "advcl")
WEAK = frozenset("one ones some another others".split())
"""Objects that only stand for what was told before."""
TRANSITIVE = frozenset("do follow supply force meet".split())
"""Verbs that say nothing without their object."""
QUOTES = frozenset("“ ” \" '' ``".split())
ONWARDS = frozenset("on onward onwards".split())
GAP = re.compile(r"\{\{[^{}]*\}\}")
ENDS = frozenset("to until till through".split())


def unasked(scene: Scene, date: Date, sentence: Sentence) -> str:
    """Why a date is not asked at all; "" for one that is."""
    if date.grain == "time":
        return "is a time of the day"
    text, start = scene.document.text, date.span.start
    if PAIRED.search(text, max(0, start - BEFORE), start) or DECADES.match(text, date.span.end):
        return "is one of several dates in a row"
    pictured = sentence.root().lemma in PICTURED or not tells(sentence)
    if (sentence.block.kind is BlockKind.caption and pictured) or POSTED.search(text, max(0, start - BEFORE), start):
        return "dates a picture or a page"
    if start <= sentence.words[0].start and LISTED.match(text, date.span.end):
        return "opens a line of a timeline, which is told as headlines are"
    return "tells of who wrote the text" if by_author(scene, sentence) else ""


def by_author(scene: Scene, sentence: Sentence) -> bool:
    """Whether a paragraph tells of whom the byline names."""
    text = scene.document.text
    told = text[sentence.block.span.start : sentence.block.span.end]
    heads = [BYLINE.match(text, block.span.start, block.span.end) for block in scene.document.blocks[:FIRST]]
    names = [scene.document.meta.get("author", ""), *(found[1] for found in heads if found)]
    return any(name in told for name in names if len(name.split()) > 1)


def tells(sentence: Sentence) -> bool:
    """Whether a sentence has a finite verb with its subject, and is no label or caption."""
    root = sentence.root()
    subject = sentence.kids(root.i, *SUBJECTS)
    finite = root.tag in ("VBD", "VBN", "VBZ", "VBP") or any(
        w.tag in ("VBD", "VBZ", "VBP", "MD") for w in sentence.kids(root.i, "aux", "auxpass", "cop")
    )
    return finite and bool(subject)


def worthy(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts that ask in place or by a gap where English bears it."""
    for draft in drafts:
        grains = GAPPED if draft.cloze else PLACED if IN_PLACE in draft.reasons else ()
        shown = draft.cloze or draft.question
        grain = draft.fact.grain if isinstance(draft.fact, Date) else ""
        told = isinstance(draft.fact, Date) and half_told(draft.fact, shown)
        torn = (
            told or LATE.search(shown) or SECOND_YEAR.search(shown) or shown.endswith(" when?") or ": " in draft.cloze
        )
        fit = grain in grains or (not draft.cloze and OF_EVENT in shown)
        if not grains or (fit and tells(draft.sentence) and not torn):
            yield draft


def aside(sentence: Sentence, word: Word) -> bool:
    """Whether a word stands in a relative clause, which a gap or a question in place leaves to the reader to unpick."""
    while word.head != word.i:
        if word.dep == "relcl" and word.tag != "VB":
            return True
        word = sentence.words[word.head]
    return False


def spoilt(found: Clause, preposition: str) -> bool:
    """Whether a clause makes no question: of a relative word, a bare number, a list, of "no", or a stray participle."""
    sentence, verb = found.sentence, found.verb
    if verb.lower == "am" or any(a.lower == "am" for a in found.auxiliaries):
        return True
    words = [sentence.words[i] for i in found.subject]
    relative = any(w.tag in ("WDT", "WP", "WP$") and w.head not in found.subject for w in words)
    if not words or relative or any(w.text == ":" for w in words) or all(w.tag == "CD" for w in words):
        return True
    stray = verb.tag == "VBG" or sentence.words[verb.head].dep == "ROOT"
    if not found.finite and verb.dep in ("advcl", "acl") and stray and sentence.root().pos not in ("VERB", "AUX"):
        return True
    return words[0].lower in ("no", "few") and preposition in ("until", "till")


def needs_more(found: Clause, gone: Iterable[int]) -> bool:
    """Whether a clause without its date lacks what its verb needs: "sailed", "supplied one", "passed through"."""
    sentence, out = found.sentence, {*gone}
    rest = [sentence.words[i] for part in (*found.fronted, *found.rest) for i in part if i not in out]
    beside = [w for w in rest if w.head == found.verb.i and w.pos != "PUNCT"]
    if any(w.dep == "dobj" and w.lower in WEAK and not sentence.kids(w.i) for w in beside):
        return True
    if any(w.dep == "dobj" and found.verb.lemma == "have" and _only_counted(sentence, w) for w in beside):
        return True
    if any(w.dep in ("oprd", "attr") and w.lemma in BELONGING and not _of_what(sentence, w) for w in beside):
        return True
    if any(w.lower == "through" and w.dep in ("prep", "prt", "advmod") and not _led(sentence, w) for w in beside):
        return True
    passive = found.passive or any(a.dep == "auxpass" for a in found.auxiliaries)
    telling = {*OBJECTS, "prep", "agent"} - ({"prt"} if found.verb.lemma in MOTION else set())
    bare = not any(w.dep in telling for w in beside)
    told = passive or bool(sentence.kids(found.verb.i, "neg"))
    return bare and not told and found.verb.lemma in MOTION | TRANSITIVE


BELONGING = frozenset("member fellow".split())
"""Who belongs to what has to be told: "elected a member"."""


def _only_counted(sentence: Sentence, noun: Word) -> bool:
    """Whether nothing is told of things but their number: "she had 25 stars"."""
    kids = [w.dep for w in sentence.kids(noun.i) if w.dep != "punct"]
    return kids == ["nummod"]


def _of_what(sentence: Sentence, noun: Word) -> bool:
    """Whether it is told what somebody belongs to."""
    return any(w.dep in ("prep", "compound", "poss", "amod", "relcl") for w in sentence.kids(noun.i))


def quoting(found: Clause) -> bool:
    """Whether a clause tells of words said that stand in quotation marks beside it, of which half would be asked."""
    sentence = found.sentence
    marks = [w.i for w in sentence.words if w.text in QUOTES]
    titled = bool(marks) and marks[0] > 0 and sentence.words[marks[0] - 1].dep == "prep"
    if found.verb.lemma not in CUES or not marks or titled:
        return False
    content = sentence.kids(found.verb.i, "ccomp", "xcomp")
    return not any(w.tag == "VB" or sentence.kids(w.i, "mark") for w in content)


def cuts_off(found: Clause, date: Date, preposition: str) -> bool:
    """Whether a date only tells when something was counted: "by 31 March 2024 it had improved 73,400 homes"."""
    had = any(a.lower in ("had", "has", "have") for a in found.auxiliaries)
    counted = any(found.sentence.words[i].tag == "CD" for part in (found.subject, *found.rest) for i in part)
    return preposition == "by" and had and counted and date.grain in ("day", "month")


def begins(found: Clause, gone: Iterable[int]) -> bool:
    """Whether a time led by "from" tells not since when a clause was so: what happens once, or has an end too."""
    words, out = found.sentence.words, {*gone}
    rest = {i for part in (*found.fronted, *found.rest) for i in part} - out
    passive = found.passive or any(a.dep == "auxpass" for a in found.auxiliaries)
    lasting = passive and any(words[i].lower in ONWARDS for i in out)
    return (happens(found) and not lasting) or any(words[i].lower in ENDS for i in rest)


def goes_on(found: Clause) -> bool:
    """Whether a clause tells what has been so since a time: in the perfect, or the present; not "they calculate"."""
    if found.verb.lemma in CUES or found.verb.lemma == "calculate":
        return False
    return found.verb.tag in ("VBZ", "VBP") or any(a.lemma == "have" or a.tag == "VBZ" for a in found.auxiliaries)


def half_told(date: Date, shown: str) -> bool:
    """Whether what is shown names the month and year of a day asked for: "... the entry for April 1974's contest"."""
    if date.grain != "day" or not date.value[5:7].isdigit():
        return False
    return f"{MONTHS[int(date.value[5:7]) - 1].capitalize()} {date.value[:4]}" in GAP.sub("", shown)


def _led(sentence: Sentence, preposition: Word) -> bool:
    """Whether a preposition has what it leads."""
    return any(k.dep in ("pobj", "pcomp", "prep", "advmod", "amod") for k in sentence.kids(preposition.i))


def untold(found: Clause, preposition: str) -> bool:
    """Whether a subject is a bare number, or nobody until a time: "725 were reported", "no woman until 1945"."""
    subject = [found.sentence.words[i] for i in found.subject]
    nobody = preposition in ("until", "till") and subject[0].lower in ("no", "nobody", "none")
    return nobody or all(w.tag == "CD" for w in subject)
