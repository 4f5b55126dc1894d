"""Pronouns that a part is told of: "eleven of them", "most of it"."""

from __future__ import annotations

from quiz.facts.model import Sentence, Word
from quiz.questions.reference.salience import PARTS


def parted(sentence: Sentence, word: Word) -> Word | None:
    """The several of which some are told right behind them: "31 crossings, eleven of them"."""
    of = sentence.words[word.head]
    part = sentence.words[of.head]
    if word.lower != "them" or of.lower != "of" or not (part.pos == "NUM" or part.lower in PARTS or part.tag == "JJ"):
        return None
    first = sentence.subtree(part.i)[0] - 1
    while first > 0 and sentence.words[first].pos in ("DET", "ADV"):
        first -= 1
    if first < 1 or sentence.words[first].text != ",":
        return None
    noun = sentence.words[first - 1]
    while noun.tag != "NNS" and noun.dep in ("pobj", "prep") and noun.head < noun.i:
        noun = sentence.words[noun.head]
    return noun if noun.tag == "NNS" else None


def partitive(sentence: Sentence, word: Word) -> bool:
    """Whether some of several are told of: "two of them"."""
    of = sentence.words[word.head]
    return of.lower == "of" and sentence.words[of.head].pos == "NUM"


def of_it(sentence: Sentence, word: Word) -> bool:
    """Whether a pronoun is what a part is of: "most of it"."""
    of = sentence.words[word.head]
    return of.lower == "of" and sentence.words[of.head].lemma.lower() in PARTS
