"""What of a question hangs in the air: a number without its noun, "the first", "sales" of nobody, sailing nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quiz.facts.model import Date, Figure, Quote, Sentence, Word
from quiz.questions.clauses.clause import SUBJECTS
from quiz.questions.draft import Draft
from quiz.questions.fairness import QUOTED, shown_text
from quiz.questions.reference.census import RELATIONAL

NOMINAL = (*SUBJECTS, "dobj")
OF_WHAT = RELATIONAL | frozenset(
    """
    capacity output production yield turnover revenue income profit export import reserve inflation unemployment demand
    supply debt spending expenditure toll casualty attendance membership enrollment enrolment consumption traffic
    capital budget deficit surplus invasion evacuation construction work trade rent payment stock pressure
    temperature speed depth height weight
    """.split()
)
"""Nouns that tell nothing without whose or of what they are."""
GOING = frozenset(
    "sail pass come go return arrive withdraw retreat advance land move flee escape stay depart leave march ride".split()
)
"""Verbs of motion, which need to be told where to or from."""
SETTLED = ("dobj", "ccomp", "xcomp", "auxpass", "nsubjpass", "attr", "acomp", "oprd")
"""What a verb of motion has that is none: "bring the ship home", "stay closed"."""
LATER = re.compile(
    r"\b(?:since|later|earlier|afterwards?|thereafter|meanwhile|so far)(?=[,?.]|\s(?:and|or|but)\b)|"
    r"^(?:An?|One|Two|Three|Some|Several|\d+) (?:\w+ )?(?:minute|hour|day|week|month|year|decade)s? (?:later|earlier)\b|"
    r"\bby the (?:middle|end|turn|beginning|start) of the (?:century|year|month|decade|war)\b|"
    r"\bwithin (?:an?|the|two|three|\d+) (?:\w+ )?(?:day|week|fortnight|month|year|decade)s?\?$|\bsince New Year\b"
)
"""Times counted from what is not told."""
OTHER = re.compile(
    r"\b(?:another|the other|other|others|the same|such an?)\b(?! (?:than|as|side|end|hand|words)\b)(?!.*\bthan\b)",
    re.I,
)
"""Words that tell one thing from one told before."""
ANY = re.compile(r"^(?:An? [a-z]+|One [a-z]+) (?:was|were|is|had|has|fell|went|came|gets?|got|[a-z]+ed)\b")
"""A statement of something brought in by "a" alone: "A job fell to how many workers?"."""
OWNER = re.compile(r"\b[A-Z]\w+[’']s (?:has|had|have|was|were|is|are|did|does|back|open)\b")
"""An owner that stands for what is owned: "Stanford's has four miles of pipe"."""


def dangling(draft: Draft, names: Sequence[str]) -> str:
    """Why a draft that names some things hangs in the air; "" if it does not."""
    if isinstance(draft.fact, Quote):
        return ""
    shown = QUOTED.sub("", shown_text(draft))
    if LATER.search(shown):
        return "counts from what is not told"
    if OTHER.search(shown):
        return "tells something from what is not told"
    if ANY.search(shown):
        return "could be any of its kind"
    if OWNER.search(shown):
        return "tells an owner, not of what"
    return next(_dangling(draft, shown, names), "")


def _dangling(draft: Draft, shown: str, names: Sequence[str]) -> Iterator[str]:
    sentence, fact = draft.sentence, draft.fact
    for word in sentence.words:
        if word.held or not _stands(word, fact, shown):
            continue
        if _uncounted(sentence, word, fact):
            yield "counts what is not told"
        if _nounless(sentence, word):
            yield f"does not tell the {word.lower} what"
        if not names and _bare_measure(sentence, word):
            yield f"does not tell the {word.lower} of what"
        if _nowhere(sentence, word, shown):
            yield "does not tell where to"


def _stands(word: Word, fact: Date | Figure, shown: str) -> bool:
    """Whether a word is shown or asked for."""
    asked = word.start < fact.span.end and word.end > fact.span.start
    forms = rf"{re.escape(word.text)}|{re.escape(word.lemma)}"
    return asked or re.search(rf"(?<![\w’'-])(?:{forms})(?![\w-])", shown) is not None


def _uncounted(sentence: Sentence, word: Word, fact: Date | Figure) -> bool:
    """Whether a number or share is what is done or who does it, of what stands in another sentence."""
    share = isinstance(fact, Figure) and fact.unit in ("percent", "share")
    asked = word.start < fact.span.end and word.end > fact.span.start
    part = share and asked and word.dep in SUBJECTS
    number = word.tag == "CD" and word.dep in NOMINAL and word.ent not in ("DATE", "TIME", "MONEY", "PERCENT")
    if isinstance(fact, Figure) and asked and fact.unit and not share:
        return False
    if not (part or number) or (not asked and sentence.words[word.head].dep == "conj"):
        return False
    of = [k for k in sentence.kids(word.i, "prep") if k.lower in ("of", "in", "on", "out")]
    of += [k for k in sentence.kids(word.head, "prep") if k.lower in ("of", "among") and k.i < word.i]
    following = sentence.words[word.i + 1].lower if word.i + 1 < len(sentence.words) else ""
    return not of and following != "of"


def _nounless(sentence: Sentence, word: Word) -> bool:
    """Whether an adjective or ordinal behind "the" stands for a thing: "the first", "the ten largest"."""
    led = any(k.lower == "the" for k in sentence.kids(word.i, "det"))
    adjective = word.tag in ("JJS", "JJ", "JJR") and word.dep in (*NOMINAL, "pobj", "attr")
    following = sentence.words[word.i + 1] if word.i + 1 < len(sentence.words) else word
    return led and adjective and following.pos not in ("NOUN", "PROPN") and following.lower not in ("of", "to", "in")


def _bare_measure(sentence: Sentence, word: Word) -> bool:
    """Whether "capacity" or "the total" stands without of what."""
    if word.pos != "NOUN" or word.dep not in NOMINAL or word.lemma.lower() not in OF_WHAT:
        return False
    return all(k.dep in ("det", "punct", "cc", "conj") for k in sentence.kids(word.i))


def _nowhere(sentence: Sentence, verb: Word, shown: str) -> bool:
    """Whether a verb of motion is shown without where to, and without what is done."""
    if verb.pos != "VERB" or verb.lemma not in GOING or verb.dep in ("relcl", "acl", "advcl", "pcomp", "amod"):
        return False
    told = [k for k in sentence.kids(verb.i) if k.dep in SETTLED]
    places = [k for k in sentence.kids(verb.i, "prep", "advmod", "prt", "npadvmod") if k.i > verb.i]
    places = [k for k in places if _placing(sentence, k)]
    return not any(re.search(rf"\b{re.escape(k.text)}\b", shown) for k in (*told, *places))


def _placing(sentence: Sentence, word: Word) -> bool:
    """Whether a preposition or adverb tells a place, not a time or a manner."""
    if word.dep in ("advmod", "prt", "npadvmod"):
        return word.lower in ("ashore", "aboard", "abroad", "away", "there", "upriver", "inland", "overseas")
    led = sentence.kids(word.i, "pobj")
    return bool(led) and not any(w.ent in ("DATE", "TIME") or w.lower in ("way", "force", "panic") for w in led)
