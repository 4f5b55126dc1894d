"""The adverbial a date makes in its clause: "in the single year 2020", "as early as 1849", "on the eve of 4 May"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quiz.facts.date_words import WEEKDAYS
from quiz.facts.model import Sentence, Word
from quiz.questions.clauses.phrase import noun_phrase
from quiz.questions.clauses.when import PREPOSITIONS
from quiz.questions.scene import head_of

PARTS_OF_DAY = frozenset("night morning evening afternoon eve dawn".split())
COMPARED = frozenset("early late recently far".split())
HEDGES = frozenset("around about circa roughly".split())
ONWARDS = frozenset("on onward onwards".split())


@dataclass(frozen=True, slots=True)
class TimePhrase:
    """The head of an adverbial, its preposition, and the words that go with it when it is asked for.

    `part` is the part of the day it tells ("night of "), `lead` what asks before the date where no preposition does.
    """

    top: Word
    preposition: str
    gone: frozenset[int]
    part: str = ""
    lead: str = ""


def time_phrase(sentence: Sentence, words: Sequence[Word]) -> TimePhrase | None:
    """The adverbial of a date; None if it modifies a noun."""
    head = head_of(words)
    top, preposition = time_head(sentence, head, words)
    inside = {w.i for w in words}
    above = sentence.words[top.head] if top is not None else None
    before = [w.lower for w in sentence.words[max(0, words[0].i - 3) : words[0].i]]
    if len(before) == 3 and before[::2] == ["as", "as"] and before[1] in COMPARED:
        return _compared(sentence, words, before)
    if (year := sentence.words[head.head]).lemma == "year" and year.pos == "NOUN" and year.i < head.i:
        return _of_year(sentence, year, inside)
    if top is None or above is None:
        return None
    gone = {top.i, *inside}
    if _only_time(sentence, top, words):
        gone |= set(sentence.subtree(top.i))
    gone |= {w.i for w in sentence.words[max(0, words[0].i - 1) : words[0].i] if w.lower in HEDGES}
    behind = sentence.words[words[-1].i + 1 : words[-1].i + 2]
    if preposition == "from" and behind and behind[0].lower in ONWARDS:
        gone.add(behind[0].i)
    if preposition == "of" and (opening := sentence.words[above.head]).dep == "prep":
        until = {i for i in sentence.subtree(opening.i) if i <= words[-1].i}
        if above.lower in PARTS_OF_DAY:
            return TimePhrase(opening, "on", frozenset(gone | until), f"{above.lower} of ")
        if above.lower in WEEKDAYS:
            return TimePhrase(opening, "in", frozenset(gone | until))
    return TimePhrase(top, preposition, frozenset(gone))


def _compared(sentence: Sentence, words: Sequence[Word], before: Sequence[str]) -> TimePhrase:
    """The phrase of "as early as 1849"."""
    top = sentence.words[words[0].i - 2]
    gone = frozenset({*range(words[0].i - 3, words[-1].i + 1)})
    return TimePhrase(top, "in", gone, lead=f"as {before[1]} as")


def _of_year(sentence: Sentence, year: Word, inside: set[int]) -> TimePhrase | None:
    """The phrase of "in the single year 2020"."""
    opening, whole = sentence.words[year.head], noun_phrase(sentence, year.i)
    plain = all(sentence.words[i].pos in ("DET", "ADJ", "NUM", "NOUN") for i in whole) and inside <= {*whole}
    if not plain or opening.pos != "ADP" or sum(sentence.words[i].pos == "NOUN" for i in whole) > 1:
        return None
    return TimePhrase(opening, opening.lower, frozenset(sentence.subtree(opening.i)))


def time_head(sentence: Sentence, head: Word, words: Sequence[Word]) -> tuple[Word | None, str]:
    """The head of the adverbial a date makes, with its preposition; None if it modifies a noun."""
    above = sentence.words[head.head]
    first = words[0]
    if first.tag == "IN" and first.lower in ("between", "from"):
        return first, first.lower
    between = sentence.words[above.i + 1 : first.i]
    adjoining = above.i < head.i and all(w.pos in ("DET", "ADV", "ADJ", "PUNCT") for w in between)
    if above.pos in ("ADP", "SCONJ") and head.dep in ("pobj", "advcl", "pcomp") and adjoining:
        return above, above.lower
    if head.dep in ("npadvmod", "tmod", "advmod", "nmod") and above.pos in ("VERB", "AUX"):
        return head, ""
    if head.dep == "attr" and above.lemma == "be" and not sentence.kids(above.i, "expl"):
        return head, ""
    if first.i > 0 and sentence.words[first.i - 1].pos == "ADP" and sentence.words[first.i - 1].lower in PREPOSITIONS:
        return (
            (sentence.words[first.i - 1], sentence.words[first.i - 1].lower)
            if head.pos == "NUM" or head.ent == "DATE"
            else (None, "")
        )
    return None, ""


def _only_time(sentence: Sentence, phrase: Word, words: Sequence[Word]) -> bool:
    inside = {w.i for w in words} | {phrase.i}
    extra = [
        i
        for i in sentence.subtree(phrase.i)
        if i not in inside and sentence.words[i].pos not in ("PUNCT", "DET", "ADV")
    ]
    return not extra


def by_so_much(sentence: Sentence, by: Word) -> bool:
    """Whether "by" leads an amount, which has no time of its own: "fell by more than two-thirds between ..."."""
    led = sentence.kids(by.i, "pobj") if by.lower == "by" else []
    return any(w.tag == "CD" or sentence.kids(w.i, "nummod") for w in led)
