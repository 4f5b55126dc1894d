"""Words that point at what is not told with them: "this", "ago", "the former", "the next year"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quiz.facts.model import Sentence, Word
from quiz.questions.reference.salience import TIMES

POINTING = frozenset("this that these those such".split())
RELATIVE_TIME = frozenset("today now yesterday tomorrow tonight currently ago nowadays recently".split())
BACKWARD = frozenset("former latter aforementioned".split())
OPPOSITE = frozenset("contrary reverse opposite".split())
NEIGHBOURING = frozenset("next following previous preceding coming past last".split())


def apart(sentence: Sentence, kept: Sequence[int]) -> list[str]:
    """The kept words that tell things from others, of which nothing may be told."""
    loose = ("another", "other", "others", "respectively")
    return [w.lower for i in kept if (w := sentence.words[i]).lower in loose and w.dep != "prep"]


def points_away(sentence: Sentence, word: Word) -> bool:
    """Whether a word points at something that is not told with it: "this", "ago", "the former", "the next year"."""
    lower = word.lower
    if lower in POINTING and word.tag in ("DT", "PDT", "JJ") and word.dep != "mark":
        return True
    if lower == "then" and sentence.words[word.head].lower in ("since", "by", "until", "from"):
        return True
    if lower in NEIGHBOURING and sentence.words[word.head].lemma in TIMES:
        return not any(p.lower == "of" for p in sentence.kids(word.head, "prep"))
    if lower in OPPOSITE and word.i and sentence.words[word.i - 1].lower == "the":
        return not sentence.kids(word.i, "prep")
    if lower in ("same", "there", "here") and word.tag in ("JJ", "RB"):
        return True
    if lower == "ago":
        before = sentence.words[max(0, word.i - 4) : word.i]
        return not any(re.match(r"\d+,\d{3}|million|billion", w.text) for w in before)
    if lower in RELATIVE_TIME:
        return word.dep not in ("amod", "pobj", "poss", "nmod") and sentence.words[word.head].i == sentence.root().i
    return lower in BACKWARD and (word.dep != "amod" or lower == "aforementioned")
