"""Asks for a figure: how many, how much, what share, for how long, how old."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quiz.documents.model import Span
from quiz.facts.model import Date, Figure, Sentence, Word
from quiz.facts.unit_words import TIME_UNITS
from quiz.questions.answers.written import answer_of
from quiz.questions.asking.counted import counted, partitive
from quiz.questions.asking.elided import understood
from quiz.questions.asking.interrogative import interrogative
from quiz.questions.draft import Draft, Passed
from quiz.questions.forms.ask_age import ask_age
from quiz.questions.forms.ask_aside import ask_aside
from quiz.questions.forms.ask_compared import ask_compared
from quiz.questions.forms.ask_described import ask_described
from quiz.questions.forms.ask_extent import ask_extent
from quiz.questions.forms.ask_interval import of_interval
from quiz.questions.forms.ask_listed import ask_listed
from quiz.questions.forms.ask_owned import existing, owned
from quiz.questions.forms.ask_part import ask_part
from quiz.questions.forms.ask_recommended import ask_recommended
from quiz.questions.forms.ask_toll import ask_toll
from quiz.questions.forms.figure_question import figure_questions
from quiz.questions.forms.gap import cloze_drafts
from quiz.questions.forms.incidental import incidental
from quiz.questions.outcome import LEAST
from quiz.questions.scene import Scene, head_of

# Counted things a small number of is worth no card: every text has "two sides" and "three ways".
IDLE = frozenset(
    """
    side way reason thing part point kind type sort aspect factor example case option choice country state party nation
    people person man woman hand world question problem time one other half group element form piece front level term
    word name step sector area region version theme approach pair pole end direction sense respect category
    """.split()
)
# Those of them that more than a few of tell something: "eleven people died".
GROUPS = frozenset("people person man woman state country party nation sector area region time".split())
SMALLEST = 3
# Characters that may stand before the number of a time reckoned from another ("more than about").
LEAD = 24


def ask_figures(scene: Scene) -> Iterator[Draft | Passed]:
    """The drafts of every figure worth asking, best form first."""
    for figure in scene.figures():
        at = scene.around(figure.span)
        if at is None:
            continue
        sentence = scene.sentences[at]
        words = scene.words(sentence, figure.span)
        reckoned = _reckoned(scene, figure)
        if reckoned and words and not scene.asked(reckoned, LEAST):
            yield from of_interval(scene, at, figure, words)
        if reckoned:
            continue
        yield from _of_figure(scene, at, figure, words)


def _of_figure(scene: Scene, at: int, figure: Figure, words: Sequence[Word]) -> Iterator[Draft | Passed]:
    """The drafts of one figure, or why there are none."""
    sentence = scene.sentences[at]
    anchored = _anchored(scene, sentence, figure)
    listed = tuple(ask_listed(scene, at, figure, words)) if words else ()
    yield from listed
    aged = tuple(ask_age(scene, at, figure, words)) if words else ()
    yield from aged
    yield from ask_toll(scene, at, figure, words) if words else ()
    if (
        not words
        or _of_compound(sentence, words[-1].i)
        or _named_by(sentence, figure, words)
        or not (aged or listed or _worth(sentence, figure, words) or understood(scene, at, figure, words))
    ):
        yield Passed(figure, "is an idle count or names no amount (“two sides”, “one year”, a number of a section)")
        return
    if reason := incidental(scene, sentence, figure, words):
        yield from ask_extent(scene, at, figure, words)
        yield Passed(figure, reason)
        return
    if figure.unit in TIME_UNITS:
        yield from of_interval(scene, at, figure, words)
    if anchored is False:
        yield Passed(figure, "is reckoned from a time its sentence does not tell")
        return
    if anchored is None:
        yield from _questions(scene, at, figure, words)
    yield from cloze_drafts(scene, at, figure, figure.whole, answer_of(figure), whole=bool(anchored))


def _questions(scene: Scene, at: int, figure: Figure, words: Sequence[Word]) -> Iterator[Draft]:
    """Every real question, best form first."""
    yield from figure_questions(scene, at, figure, words)
    if scene.wanted is not None:
        return
    yield from owned(scene, at, figure, words)
    yield from existing(scene, at, figure, words)
    yield from ask_extent(scene, at, figure, words)
    yield from ask_compared(scene, at, figure, words)
    yield from ask_described(scene, at, figure, words)
    yield from ask_part(scene, at, figure, words)
    yield from ask_recommended(scene, at, figure, words)
    yield from ask_aside(scene, at, figure, words)


def _reckoned(scene: Scene, figure: Figure) -> Date | None:
    """The date that is reckoned by a figure, and is asked for instead."""
    dates = scene.dates_in(Span(max(0, figure.whole.start - LEAD), figure.whole.end))
    return next((d for d in dates if d.derived and d.span.overlaps(figure.whole)), None)


def _worth(sentence: Sentence, figure: Figure, words: Sequence[Word]) -> bool:
    """Whether a good teacher would ask for it: no idle "two sides", no quarter of the year, no first person."""
    if figure.unit in ("article", "section", "chapter", "amendment", "resolution"):
        return figure.unit in ("article", "amendment")
    if figure.unit == "ordinal":
        return figure.value > 1
    if figure.unit == "multiple":
        behind = sentence.words[words[-1].i + 1 : words[-1].i + 2]
        compared = behind and (behind[0].lower in ("as", "the", "that") or behind[0].tag in ("JJR", "RBR"))
        fold = words[-1].lower.endswith("fold") and head_of(words).dep == "advmod"
        return words[0].tag in ("VBD", "VBN") or fold or bool(compared and figure.value >= SMALLEST - 1)
    if figure.unit == "" and partitive(sentence, words):
        return figure.value >= 2
    if figure.unit == "" and figure.value < 100 and float(figure.value).is_integer():
        noun = counted(sentence, words)
        if noun is None or noun.pos == "PRON":
            return noun is None and _askable(sentence, figure, words) and figure.value >= SMALLEST
        if noun.lemma.lower() in GROUPS and not sentence.kids(noun.i, "det", "poss"):
            return figure.value > SMALLEST
        if figure.value == SMALLEST - 1 and sentence.kids(noun.i, "det", "poss"):
            return False
        return figure.value >= SMALLEST - 1 and (noun.lemma.lower() not in IDLE or _telling(sentence, figure, noun))
    if figure.unit in TIME_UNITS and (
        (figure.value == 1 and not figure.bound and "or so" not in figure.text and not _taken(sentence, figure, words))
        or re.search(r"\d-year$", figure.text)
    ):
        return False
    return figure.unit != "" or counted(sentence, words) is not None or _askable(sentence, figure, words)


def _taken(sentence: Sentence, figure: Figure, words: Sequence[Word]) -> bool:
    """Whether one unit of time is how long something took: "the journey took one minute"."""
    head = head_of(words)
    return figure.text.lower().startswith("one") and head.dep == "dobj" and sentence.words[head.head].lemma == "take"


DOZEN = 12
"""Sides, ways and cases from which on their number is no idle one."""
KINDS = frozenset("kind type sort form level".split())


def _telling(sentence: Sentence, figure: Figure, noun: Word) -> bool:
    """Whether a number of ways, kinds or people tells something: a dozen, "there are two kinds of", "the five who"."""
    if figure.value > DOZEN:
        return True
    if noun.lemma in KINDS:
        there = sentence.words[noun.head].lemma == "be" and sentence.kids(noun.head, "expl")
        return bool(there and any(p.lower == "of" for p in sentence.kids(noun.i, "prep")))
    people = noun.lemma.lower() in GROUPS and noun.lemma not in ("region", "area", "sector", "time")
    return people and figure.value > SMALLEST and bool(sentence.kids(noun.i, "relcl", "acl"))


def _askable(sentence: Sentence, figure: Figure, words: Sequence[Word]) -> bool:
    """Whether a number without a noun behind it tells something nonetheless."""
    return figure.measured is not None or interrogative(sentence, figure, words) is not None


# Sizes things are sold and known by ("a 12-ounce latte"), and points that lengths of time are the names of.
SIZES = frozenset("ounce pound gallon liter pint quart gram milliliter watt volt".split())
POINTS = frozenset("mark limit rule threshold barrier anniversary stage point".split())


def _named_by(sentence: Sentence, figure: Figure, words: Sequence[Word]) -> bool:
    """Whether a measure only names a thing, or a half is a figure of speech: "the tears of half the city"."""
    if re.fullmatch(r"\d+[A-Z]", figure.text):
        return True
    head = head_of(words)
    noun = sentence.words[head.head]
    if re.search(r"[\d\w]-[a-z]", figure.text) and noun.pos == "NOUN" and noun.i > head.i:
        return figure.unit in SIZES or (figure.unit in TIME_UNITS and noun.lemma in POINTS)
    return figure.unit == "share" and head.dep == "predet" and noun.dep == "pobj"


def _of_compound(sentence: Sentence, last: int) -> bool:
    """Whether a number is part of an adjective: "three-pronged", "two-sided"."""
    behind = sentence.words[last + 1 : last + 3]
    return (
        len(behind) > 1
        and behind[0].text in ("-", "‑")
        and (behind[1].tag in ("VBN", "VBD", "JJ") or behind[1].lower in ("something", "odd", "plus"))
        and (behind[1].lower not in ("strong", "old", "odd", "high", "long", "wide", "deep", "tall", "thick"))
    )


LATER = re.compile(
    r"\s+(?:later|earlier|ago|afterwards?|thereafter|on(?!\s+(?:the|his|her|its|their|a)\b))\b|"
    r"\s+before\b(?!\s+(?!(?:that|this|and|but|in|on|at|by|with|when)\b)[\w“])|"
    r"\s+after\s+(?:that|this)\b"
)


AGO = re.compile(r"\s+ago\b")
LONG_AGO = 300
"""Years ago that are the same whenever the text was written."""


def _anchored(scene: Scene, sentence: Sentence, figure: Figure) -> bool | None:
    """Whether the sentence dates the moment a time is reckoned from ("Two years later"); None if it is from none."""
    if figure.unit not in TIME_UNITS:
        return None
    within = re.search(
        r"(?:^|[.,;:]\s|\band\s)(?:within|after|in)\s$",
        scene.document.text[sentence.span.start : figure.whole.start],
        re.IGNORECASE,
    )
    named = re.match(r"\s+of\b", scene.document.text[figure.span.end : figure.span.end + 4])
    if figure.value >= LONG_AGO and figure.unit == "year" and AGO.match(scene.document.text, figure.span.end):
        return None
    if (not within or named) and not LATER.match(scene.document.text, figure.span.end):
        return None
    return any(d.span.start < figure.span.start and not d.derived for d in scene.dates_in(sentence.span))
