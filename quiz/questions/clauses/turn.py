"""What a clause behind "the first time" tells: that it was the first for so long, not that it went on so long."""

from __future__ import annotations

from quiz.facts.model import Sentence, Word
from quiz.facts.unit_words import TIME_UNITS

TURNS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth last only".split())
REACHING = frozenset("in since for over within".split())
"""What leads the years through which something was the first of its kind."""


def turn(sentence: Sentence, word: Word) -> str:
    """Which time it was that a length of time or a start is told of: "first" of "the first time it rose in 40 years".

    "" for none: the word is no such time, or its clause stands behind no such noun.
    """
    lead = sentence.words[word.head]
    verb = sentence.words[lead.head]
    noun = sentence.words[verb.head]
    reaches = word.lemma in TIME_UNITS or (lead.lower == "since" and word.ent == "DATE")
    if word.dep != "pobj" or lead.lower not in REACHING or not reaches:
        return ""
    if verb.dep != "relcl" or noun.lemma not in ("time", "occasion"):
        return ""
    return next((k.lower for k in sentence.kids(noun.i, "amod") if k.lower in TURNS), "")
