"""The interrogative phrase of an age: "how old", "what minimum age", "to what age"."""

from __future__ import annotations

from collections.abc import Sequence

from quiz.facts.model import Sentence, Word
from quiz.questions.asking.lead import Interrogative
from quiz.questions.clauses.phrase import noun_phrase
from quiz.questions.scene import head_of


def how_old(sentence: Sentence, words: Sequence[Word]) -> Interrogative | None:
    """How old something is said to be, else the age that is set or moved; None where neither is told."""
    old = next((w for w in sentence.words[words[-1].i + 1 :][:2] if w.lower == "old" and w.dep == "acomp"), None)
    return Interrogative(("how old",), old, frozenset(sentence.subtree(old.i))) if old else age_limit(sentence, words)


def age_limit(sentence: Sentence, words: Sequence[Word]) -> Interrogative | None:
    """An age that is set or moved: "a minimum age of nine", "lowered the minimum age to eight"."""
    head = head_of(words)
    led = sentence.words[head.head]
    above = sentence.words[led.head]
    if head.dep != "pobj" or led.dep != "prep" or sentence.kids(head.i):
        return None
    if (
        led.lower == "of"
        and above.lemma == "age"
        and above.dep == "dobj"
        and sentence.kids(above.i, "amod", "compound")
    ):
        named = [
            i for i in noun_phrase(sentence, above.i, joined=False) if i < led.i and sentence.words[i].dep != "det"
        ]
        return Interrogative(("what", *named), above, frozenset(sentence.subtree(above.i)))
    aged = [w for w in sentence.kids(above.i, "dobj", "nsubj", "nsubjpass") if w.lemma == "age"]
    moved = led.lower == "to" and bool(aged)
    return Interrogative(("to what age",), led, frozenset(sentence.subtree(led.i))) if moved else None
