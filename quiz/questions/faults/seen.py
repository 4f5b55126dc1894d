"""What a draft shows of its sentence: its words in their order, and what is left out between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quiz.facts.model import Sentence, Word
from quiz.questions.clauses.clause import AUXILIARIES

FINITE = ("VBD", "VBZ", "VBP", "MD")
CLAUSAL = ("VERB", "AUX")
RELATIVE = ("WDT", "WP", "WP$")


@dataclass(frozen=True, slots=True)
class Seen:
    """The words a draft shows of its sentence, in their order, with (`inside`) those that what asks stands for."""

    sentence: Sentence
    shown: tuple[int, ...]
    words: Sequence[Word]
    inside: frozenset[int]


def between(seen: Seen) -> Iterator[tuple[Word, list[Word], Word]]:
    """Two words shown one after the other, in the order of the text, with what stands between and is left out."""
    words = seen.sentence.words
    for one, two in zip(seen.shown, seen.shown[1:], strict=False):
        if two > one + 1:
            left = [w for w in words[one + 1 : two] if w.i not in seen.inside and w.dep not in AUXILIARIES]
            yield words[one], left, words[two]
