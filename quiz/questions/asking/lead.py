"""What opens a question: the interrogative phrase, and which words of the sentence it takes the place of."""

from __future__ import annotations

from dataclasses import dataclass

from quiz.facts.model import Word

Lead = tuple[str | int, ...]
"""What opens a question: text, and numbers of words that are rendered as they stand alone."""


@dataclass(frozen=True, slots=True)
class Interrogative:
    """What opens the question, the word that heads what it replaces, and the words that are not said again.

    `nested` counts the noun phrases around the figure that are fronted with it.
    """

    lead: Lead
    top: Word
    gone: frozenset[int]
    nested: int = 0
