"""What a teacher would not ask of a text, though it can be asked: ages told in passing, thresholds, years held against.

Seventeen documents labelled by hand for importance show which kinds of facts are passed over; each kind is a rule here.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from quiz.documents.model import Span
from quiz.facts.model import Date, Figure, Sentence, Word
from quiz.facts.unit_words import TIME_UNITS
from quiz.questions.clauses.phrase import set_off
from quiz.questions.draft import Draft
from quiz.questions.scene import Scene

REACH, AROUND = 80, 20_000
"""Characters before a fact that are looked at, and those around it whose years tell what the text is about."""
AGE = range(1, 111)
NAMED_BEFORE = re.compile(r"\b[A-Z][\w’'.-]*, $")
AGED_BEFORE = re.compile(r"\baged? $")
SAYS = re.compile(
    r"^,? (?:said|says|told|tells|recalled|recalls|remembered|remembers|testified|explained|explains|complained)\b"
)
APPOSED = re.compile(r", (?!\d)|\.")
IS_BEFORE = re.compile(r"\b(?:[A-Z][\w’'-]+|who|[Hh]e|[Ss]he) is (?:now )?$")
IS_OVER = re.compile(r"(?: years old)?(?:[.,;)]| and\b)")
"""What stands before and behind an age that somebody is at the time of writing."""
HELD_AGAINST = re.compile(
    r"\b(?:than|compared (?:with|to)|as against|(?:up|down) from)\b(?:[^,;.:]|\.(?=\d)){0,30}$|"
    r"\b(?:built|born|made|installed|issued|aged|registered|bought)\s(?:before|after)\s$|"
    r"\b(?:weeks|months|quarter|half) (?:to|through|ended|ending)\s(?:in\s)?$",
    re.IGNORECASE,
)
PART_OF = re.compile(
    r"\b(?:beginning|start|end|middle|turn|course|much|most|part|half) of (?:the )?$|\bof the $", re.IGNORECASE
)
LOOSE = re.compile(
    r"\s(?:as (?:much|many|big|large|long|high|old)\b|of (?:that|it|this|what)\b|"
    r"(?:of )?(?:the|a) (?:city|town|world|country|village)\b)"
)
SIZED = re.compile(r"[0-9]+[-‑](?:page|ounce|word|volume|item|slide|question|minute|storey|story|seat|pin|volt)\b")
RANKED = re.compile(r"[-‑](?=[a-z])")
SOME = re.compile(r"(?:several|a few)\b")
SINGLE = re.compile(r"an? [a-z]")
SCORES_OF_THOUSANDS = 1e5
"""Several hundred thousand are remembered, a few hundred not."""
ONE_IN = re.compile(r"\bone [a-z]+ in (?:every )?$")
MARK = re.compile(r"\s(?:mark|barrier|milestone)\b")
CLOCK = re.compile(r"\s(?:GMT|UTC|BST|EST|EDT|CET|hours|hrs)\b")
LIMITS = frozenset("over under above below".split())
LONG_LIST, FAR = 5, 40
"""Counts of a sentence from which only the greatest is remembered; figures that are looked through for them."""
COUNTS = frozenset(
    "number total figure toll population age score count average majority rank vote tally sum circulation index ratio "
    "membership attendance crew audience strength he she they it who".split()
)
"""What a bare number may be, besides ages."""
MANY = 3
"""Years of the document that lie in a century, from which that century needs no asking."""


def trivial(scene: Scene, draft: Draft) -> str:
    """Why a teacher would pass over a fact; "" for one that is worth asking."""
    fact = draft.fact
    if isinstance(fact, Date):
        return _idle_date(scene, fact) or _of_method(draft.sentence, fact) or _only_defines(scene, draft.sentence, fact)
    if not isinstance(fact, Figure):
        return ""
    if reason := _idle_figure(scene.document.text, fact):
        return reason
    if fact.unit == "" and _listed(scene, draft.sentence.span, fact):
        return "is one of a long list"
    if _ticks(scene, draft.sentence, fact):
        return "is a tick of a market"
    words = scene.words(draft.sentence, fact.whole)
    return _idle_words(draft.sentence, fact, words) if words else ""


def _ticks(scene: Scene, sentence: Sentence, figure: Figure) -> bool:
    """Whether a price or yield moved or stood so on the day of writing: "shares fell 6 percent to 12 euros"."""
    if figure.unit not in ("percent", "basis point", "percentage point") and not figure.unit.startswith("money"):
        return False
    moved = any(w.lemma in MOVED for w in sentence.words)
    if CLOCK.search(scene.document.text, sentence.span.start, sentence.span.end):
        return moved
    dated = any("year" in d.grain for d in scene.dates_in(sentence.span))
    traded = any(w.lemma in TRADED and w.dep in ("nsubj", "nsubjpass") for w in sentence.words)
    return traded and moved and not dated


WORK = frozenset("fieldwork sampling interviewing".split())
"""What inquirers do, whose months tell nothing of what they found."""
CLOSE = re.compile(r"(?:at )?(?:the )?(?:end|close) of\b", re.IGNORECASE)
YEAR = re.compile(r"\d{4}")
TRADED = frozenset("yield future futures".split())
MOVED = frozenset(
    "fall rise drop gain slip climb jump close trade low high lower higher down up edge slide tumble".split()
)


def _idle_date(scene: Scene, date: Date) -> str:
    """Why a date is passed over, by what stands around it."""
    text = scene.document.text
    before = text[max(0, date.span.start - REACH) : date.span.start]
    if HELD_AGAINST.search(before):
        return "is only held against another"
    if CLOCK.match(text, date.span.end):
        return "is a time of the day"
    return "is a century the text is all about" if date.grain == "century" and _usual(scene, date, before) else ""


def _of_method(sentence: Sentence, date: Date) -> str:
    """Why a date is passed over that tells when a text's own work was done, or its figures were struck."""
    found = [w for w in sentence.words if w.dep in ("nsubj", "nsubjpass") and w.lemma in WORK]
    if any(sentence.words[w.head].head == w.head for w in found):
        return "is when an inquiry was at work"
    stands = sentence.root().lemma in ("be", "stand", "total")
    bare = stands and date.grain == "month" and not YEAR.search(date.text) and CLOSE.match(date.text)
    return "is the end of a period" if bare else ""


def _only_defines(scene: Scene, sentence: Sentence, date: Date) -> str:
    """Why a date is passed over that only says which are meant: "the visitors who came in the eighties"."""
    words = scene.words(sentence, date.span)
    found = scene.clause_of(sentence, words[0].i) if words else None
    if found is None or found.verb.dep != "relcl" or found.auxiliaries or set_off(sentence, found.verb):
        return ""
    inside = {w.i for w in words}
    behind = {i for part in (*found.fronted, *found.rest) for i in part if i not in inside}
    others = any(sentence.words[i].pos in ("NOUN", "PROPN", "VERB", "ADJ", "NUM") for i in behind)
    named = any(sentence.words[i].tag == "NNP" for i in found.subject)
    return "" if others or named else "only says which are meant"


def _idle_figure(text: str, figure: Figure) -> str:
    """Why a figure is passed over, by what stands around it."""
    if _passing_age(text, figure):
        return "is an age told in passing"
    if _vague(figure):
        return "is a vague amount"
    if figure.unit == "" and ONE_IN.search(text[max(0, figure.span.start - REACH) : figure.span.start]):
        return "is part of a share"
    ranked = figure.unit == "ordinal" and RANKED.match(text, figure.span.end)
    if ranked or SIZED.match(text, figure.span.start) or MARK.match(text, figure.span.end):
        return "is part of what something is called"
    if figure.unit == "share" and figure.text.lower() == "half" and LOOSE.match(text, figure.span.end):
        return "is a loose comparison"
    return ""


def _vague(figure: Figure) -> bool:
    """Whether an amount tells next to nothing: "a few metres", "an hour or so", "more than a year"."""
    if SOME.match(figure.text):
        return figure.value < SCORES_OF_THOUSANDS
    single = SINGLE.match(figure.text) is not None and figure.value <= 1 and "million" not in figure.text
    return single and (figure.text.endswith("or so") or figure.bound in ("more than", "over", "well over", "just over"))


def _idle_words(sentence: Sentence, figure: Figure, words: list[Word]) -> str:
    """Why a figure is passed over, by its place in the sentence."""
    if figure.unit == "" and words[-1].dep in ("nsubj", "nsubjpass") and _the(sentence, words[0]):
        return "only stands for those named before"
    if _without_unit(sentence, figure, words[-1]):
        return "leaves its unit out"
    return "only says which are meant" if _threshold(sentence, figure, words) else ""


def _passing_age(text: str, figure: Figure) -> bool:
    """Whether it is the age of somebody as of the writing: "Torvald, 58, said", "Torvald, who is 58, said"."""
    if AGED_BEFORE.search(text[max(0, figure.span.start - REACH) : figure.span.start]) and SAYS.search(
        text[figure.span.end : figure.span.end + REACH]
    ):
        return True
    if figure.unit not in ("", "age") or figure.value not in AGE or not figure.text.split()[0].isdigit():
        return False
    start, end = figure.span.start, figure.span.end
    if IS_BEFORE.search(text[max(0, start - REACH) : start]) and IS_OVER.match(text, end):
        return True
    if not figure.text.isdigit():
        return False
    return NAMED_BEFORE.search(text[max(0, start - REACH) : start]) is not None and bool(APPOSED.match(text, end))


def _listed(scene: Scene, span: Span, figure: Figure) -> bool:
    """Whether it is no more than one of the counts of a list: "13 guns, 125 mortars, 450 trucks, 940 rifles"."""
    figures = scene.facts.figures
    first = bisect_left(figures, span.start, key=lambda figure: figure.span.start)
    counts = [f for f in figures[first : first + FAR] if f.span.start < span.end and f.unit == ""]
    return len(counts) >= LONG_LIST and figure.value < max(count.value for count in counts)


def _usual(scene: Scene, date: Date, before: str) -> bool:
    """Whether a century is but a part of what is told, or one that several years of the document lie in."""
    if PART_OF.search(before) or date.value.startswith("-"):
        return not date.value.startswith("-")
    near = scene.dates_in(Span(max(0, date.span.start - AROUND), date.span.end + AROUND))
    years = {d.value[:4] for d in near if re.match(r"\d{4}", d.value)}
    return sum(year.startswith(date.value[:2]) for year in years) >= MANY


def _threshold(sentence: Sentence, figure: Figure, words: list[Word]) -> bool:
    """Whether a size or age says which things are meant: "vessels over 45 feet"."""
    if figure.unit in ("percent", "share", "") or figure.unit.startswith("money") or figure.unit in TIME_UNITS:
        return False
    led = words[0]
    return led.lower in LIMITS and sentence.words[led.head].pos == "NOUN" and led.head < led.i


def _without_unit(sentence: Sentence, figure: Figure, word: Word) -> bool:
    """Whether a bare number is what something is, and that is no count: "its last offer was 6" tells not of what."""
    verb = sentence.words[word.head]
    if figure.unit or word.dep != "attr" or verb.lemma != "be" or "," in figure.text:
        return False
    return all(
        subject.lemma not in COUNTS and subject.tag not in ("NNS", "NNP") for subject in sentence.kids(verb.i, "nsubj")
    )


def _the(sentence: Sentence, word: Word) -> bool:
    """Whether a number stands right behind the article and no noun behind it: "the three"."""
    return word.i > 0 and sentence.words[word.i - 1].lower == "the" and word.tag == "CD"
