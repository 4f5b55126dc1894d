"""How important a fact is to its document, for the choice of a few cards out of many.

The evidence is that of extractive summaries: where a sentence stands, words of title and headings in it (Edmundson,
"New Methods in Automatic Extracting", 1969), and who and what it names. A weight is the sum of:

| points | for |
|---|---|
| 30 | standing at the document's beginning, falling to 0 at its end by the square of the way |
| 10 | standing in the first sentence of its paragraph |
| 5 | standing in the first paragraph of its section |
| 15 | words of the document's title in its sentence, by their share |
| 10 | words of its section's heading in its sentence, by their share |
| 15 | names in its sentence, 5 each |
| 5 | an event for its sentence's main verb: another than be, have and those of saying |
| 10 | the score of its card, from 60 to 100 |
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from quiz.documents.model import ASKED, Document
from quiz.facts.cue_words import CUES
from quiz.facts.model import Sentence
from quiz.questions.draft import Draft
from quiz.questions.outcome import LEAST

NAMED = frozenset("PERSON ORG GPE LOC FAC EVENT NORP PRODUCT WORK_OF_ART LAW".split())
STATES = frozenset("be have seem appear remain become".split())
SHORT = 4
"""Letters of the shortest word of a title that says what it is about."""


@dataclass(frozen=True, slots=True)
class Importance:
    """What a document's facts are weighed by: its length, the words of its title, and where its sections begin."""

    length: int
    title: frozenset[str]
    openings: frozenset[int]

    @classmethod
    def of(cls, document: Document) -> Importance:
        """Prepare to weigh the facts of a document."""
        first: dict[str, int] = {}
        for block in document.blocks:
            if block.kind in ASKED:
                first.setdefault(block.section, block.span.start)
        return cls(max(len(document.text), 1), _content(document.title), frozenset(first.values()))

    def weight(self, draft: Draft) -> int:
        """The importance of a draft's fact, from 0 to 100."""
        sentence = draft.sentence
        start, block = sentence.span.start, sentence.block
        words = frozenset(word.lower for word in sentence.words)
        names = sum(name.label in NAMED for name in sentence.names)
        points = 30 * (1 - start / self.length) ** 2
        points += 10 * (start == block.span.start) + 5 * (block.span.start in self.openings)
        points += 15 * _share(self.title, words) + 10 * _share(_content(block.section), words)
        points += 5 * min(names, 3) + 5 * _eventful(sentence)
        points += 10 * max(0, draft.score - LEAST) / (100 - LEAST)
        return round(min(points, 100))


def _content(title: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"[^\W_]+", title.lower()) if len(word) >= SHORT)


def _share(wanted: frozenset[str], words: frozenset[str]) -> float:
    return len(wanted & words) / len(wanted) if wanted else 0.0


def _eventful(sentence: Sentence) -> bool:
    root = sentence.root()
    return root.pos == "VERB" and root.lemma not in STATES and root.lemma not in CUES
