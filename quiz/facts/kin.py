"""The relatives a writer tells of without a name: "my father" is a person of the text, "the author's father"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from quiz.documents.model import BlockKind
from quiz.facts.model import Sentence

KIN = {
    **dict.fromkeys("father grandfather husband uncle brother son grandson stepfather".split(), "m"),
    **dict.fromkeys("mother grandmother wife aunt sister daughter granddaughter stepmother".split(), "f"),
}
"""Relatives of whom "my" tells one, with their gender."""
LEAD = "the author’s "


def relatives(sentences: Sequence[Sentence]) -> Mapping[str, list[tuple[int, int]]]:
    """The characters of each mention of the writer's own relatives, by the noun; those told by name are left out."""
    met: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for sentence in sentences:
        if sentence.spoken or sentence.block.kind is BlockKind.quotation:
            continue
        words = sentence.words
        for word in words:
            if word.lower in KIN and word.i and words[word.i - 1].lower == "my":
                behind = words[word.i + 1 : word.i + 3]
                named = any(w.tag == "NNP" for w in behind[:1]) or [w.tag for w in behind] == [",", "NNP"]
                if not named:
                    met[word.lower].append((words[word.i - 1].start, word.end))
    return met
