"""How far a draft is to be trusted that no rule finds fault with: a few plain signs, each worth points.

Strict teachers judged 1,529 cards of six sets of documents that nobody had looked at while the rules were made. A
logistic regression over them (L2 penalty 8, each set with its own intercept, the newer ones weighing more) tells how
much likelier a card fails that bears a sign: about 24 points are a unit of its log-odds. The year told elsewhere is
worth less than the fit gave it, as many of those years were wrong in the older sets and are not any more; so is being
a figure, as most documents are full of them.

| points | a sign, where it is not a quotation |
|---|---|
| 9 | what is asked is a figure |
| 11 | nothing is named, not even in what is told before it |
| 9 | eleven words or fewer, and nothing told before them |
| 14 | it needs a title before it to tell what it is about, more than a place |
| 16 | two passages besides its own are needed |
| 14 | the fact stands in a clause behind a noun, set beside one, or led by another verb |
| 8 | three words or more stand between the fact and the root of its sentence |
| 6 | a part of what its clause tells is left out, though less than half; not where only a measure in it is asked for |
| 15 | the year of its date is told elsewhere |
| 13 | its sentence tells four figures or more |
| | **of a quotation** |
| 16 | it begins within a sentence |
| 7 | it has fewer than nine words |

Of 300 cards of the three newest sets 56 of a hundred pass; of the 273 that score 60 and more here 61 do, of the others
7, or 16 where the weights are fitted to the other sets only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from quiz.facts.model import Date, Figure, Quote, Sentence, Word
from quiz.questions.draft import IN_PASSING, Draft
from quiz.questions.faults.fairness import shown_text
from quiz.questions.scene import Scene

BEST = 100
FEW, FEW_QUOTED = 11, 9
"""Words: of a question that says little, and from which on a quotation says enough."""
DEEP, MANY, SEVERAL = 3, 4, 2
"""Words above a fact, figures of its sentence, and passages that it needs."""
HALF, ALL = 0.5, 0.95
"""Parts of a clause between which something of weight is left out; with less the question tells another thing."""
NAMED = re.compile(r"(?<!^)(?<!: )\b[A-Z][\w’]+")
SAID = re.compile(r"“(.*)”")
WORD = re.compile(r"[\w’'%$£€-]+")
TELLING = ("NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV")
VERBAL = ("VERB", "AUX")
APART = ("conj", "parataxis", "ccomp", "relcl", "advcl")
"""What begins a clause of its own beneath a verb."""


def trusted(scene: Scene, draft: Draft) -> Draft:
    """The draft, worth no more than the signs against it leave of a hundred points."""
    found = list(_of_quotation(draft) if isinstance(draft.fact, Quote) else _of_fact(scene, draft, draft.fact))
    if len(scene.figures_in(draft.sentence.span)) >= MANY:
        found.append((13, "is of a sentence of many figures"))
    lost = draft.score - BEST + sum(points for points, _ in found)
    return draft.less(lost, ", ".join(reason for _, reason in found)) if lost > 0 and found else draft


def _of_quotation(draft: Draft) -> Iterator[tuple[int, str]]:
    """The signs against a quotation, with their points."""
    said = SAID.search(shown_text(draft))
    if said and said[1][:1].islower():
        yield 16, "quotes from within a sentence"
    if len(said[1].split() if said else ()) < FEW_QUOTED:
        yield 7, "quotes few words"


def _of_fact(scene: Scene, draft: Draft, fact: Date | Figure) -> Iterator[tuple[int, str]]:
    """The signs against a date or figure, with their points."""
    shown = shown_text(draft)
    if isinstance(fact, Figure):
        yield 9, "asks for a figure"
    elif fact.anchors:
        yield 15, "has its year from elsewhere"
    titled = draft.context.endswith(":")
    opening = any(w.tag in ("NNP", "NNPS") and shown.startswith(f"{w.text} ") for w in draft.sentence.words)
    named = opening or draft.lead_in or (draft.context and not titled) or NAMED.search(shown)
    if not named:
        yield 11, "names nobody"
    if not draft.lead_in and sum(bool(word.strip("_")) for word in WORD.findall(shown)) <= FEW:
        yield 9, "says little"
    if titled:
        yield 14, "needs a title"
    if len(draft.evidence) >= SEVERAL:
        yield 16, "needs several passages"
    yield from _of_place(scene, draft, fact, shown)


def _of_place(scene: Scene, draft: Draft, fact: Date | Figure, shown: str) -> Iterator[tuple[int, str]]:
    """The signs against where a fact stands in its sentence, with their points."""
    sentence = draft.sentence
    asked = {w.i for w in scene.words(sentence, fact.whole if isinstance(fact, Figure) else fact.span)}
    above = _above(sentence, asked)
    verb = next((w for w in above if w.pos in VERBAL and w.i not in asked), None)
    if not scene.narrated(fact.span) or (verb is not None and verb.dep == "xcomp"):
        yield 14, "is told in passing"
    if len(above) > DEEP:
        yield 8, "stands deep in its sentence"
    if verb is not None and IN_PASSING not in draft.reasons and HALF < _kept(sentence, verb, asked, shown) < ALL:
        yield 6, "leaves out a part of its clause"


def _above(sentence: Sentence, asked: AbstractSet[int]) -> list[Word]:
    """The word that leads the asked ones, and those above it up to the root."""
    words = sentence.words
    word = next((words[i] for i in sorted(asked) if words[i].head not in asked or words[i].head == i), None)
    found: list[Word] = []
    while word is not None:
        found.append(word)
        word = words[word.head] if word.head != word.i and len(found) <= len(words) else None
    return found


def _kept(sentence: Sentence, verb: Word, asked: AbstractSet[int], shown: str) -> float:
    """The share of a clause's telling words that a question shows, of those it does not ask for."""
    seen = set(WORD.findall(shown.lower()))
    told = [w for w in _clause(sentence, verb) if w.pos in TELLING and w.i not in asked]
    return sum(w.lower in seen or w.lemma in seen for w in told) / len(told) if told else 1.0


def _clause(sentence: Sentence, verb: Word) -> Iterator[Word]:
    """The words beneath a verb, less the clauses beneath it, and itself."""
    todo = [verb]
    while todo:
        word = todo.pop()
        yield word
        todo += [kid for kid in sentence.kids(word.i) if kid.dep not in APART or kid.pos not in VERBAL]
