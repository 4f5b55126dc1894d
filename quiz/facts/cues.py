"""Which verbs introduce what somebody said."""

from __future__ import annotations

from quiz.facts.agents import VERBS
from quiz.facts.cue_words import CLAUSAL, CUE_NOUNS, CUES, PHRASAL
from quiz.facts.model import Sentence, Word

READ = frozenset("begin start open end close run go".split())
"""Verbs by which a text is quoted: "it begins", "the letter ran"."""


def is_cue(sentence: Sentence, word: Word) -> bool:
    """Whether a verb introduces what somebody said, alone, with the word behind it ("went on") or with a clause."""
    if word.pos not in VERBS:
        return False
    lemma = word.lemma.lower()
    if lemma in CUES:
        return True
    if lemma in READ:
        texts = sentence.kids(word.i, "nsubj", "dobj", "attr", "npadvmod")
        if any(w.lower == "it" or (w.lemma in CUE_NOUNS and (w.dep == "nsubj" or w.i == word.i + 2)) for w in texts):
            return True
    following = sentence.words[word.i + 1].lower if word.i + 1 < len(sentence.words) else ""
    if lemma in CLAUSAL and (following == "that" or word.dep == "parataxis" or sentence.kids(word.i, "ccomp")):
        return True
    return PHRASAL.get(lemma) == following
