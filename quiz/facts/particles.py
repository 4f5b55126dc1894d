"""The small words within names: "van der", "de la"."""

from __future__ import annotations

from collections.abc import Sequence

from quiz.facts.model import Word

PARTICLES = frozenset("de la van von der den al bin ibn ben du da di del dos".split())
"""Small words within names."""


def over_particles(words: Sequence[Word], i: int) -> int:
    """Where a name begins that ends with a word behind small ones: "Ann" of "Ann van der Meer"; else the word."""
    at = i
    while at > 0 and words[at - 1].text in PARTICLES:
        at -= 1
    led = 0 < at < i and belongs(words[at - 1]) and words[at - 1].ent == "PERSON" and belongs(words[i])
    return at - 1 if led else i


def belongs(word: Word) -> bool:
    """Whether a word may be a part of the name beside it."""
    return word.tag == "NNP" and word.ent in ("", "PERSON", "ORG") and word.text[0].isupper()
