"""How a document speaks of its things: which bare "the port" is plain to whoever read it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from quiz.facts.model import Sentence, Word

OFTEN = 3
"""Times a thing is told of as "the port" for a reader to take it for the document's one port."""
MOSTLY = 0.6
"""The least share of a noun's singular mentions that are bare and definite."""
RELATIONAL = frozenset(
    """
    fall rise increase decrease decline drop growth change number rate figure total value share price cost amount level
    result effect cause reason end beginning start part side case time place way problem question idea answer fact point
    difference average sum loss gain area size length height death birth name title author
    """.split()
)
"""Nouns that need to be told of what: "the fall" says nothing, however often it stands there."""
MODIFYING = ("amod", "compound", "nummod", "nmod")
DETERMINING = frozenset("a an the this that its his her their our my".split())


@dataclass(slots=True)
class Told:
    """The mentions of a noun in the singular: bare behind "the", brought in behind "a", and all others."""

    bare: int = 0
    new: int = 0
    otherwise: int = 0
    several: int = 0


@dataclass(frozen=True, slots=True)
class Census:
    """The common nouns of a document by lemma, each with how it is mentioned."""

    nouns: dict[str, Told] = field(default_factory=dict)

    @classmethod
    def of(cls, sentences: Sequence[Sentence]) -> Census:
        """Count the nouns of sentences."""
        nouns: dict[str, Told] = defaultdict(Told)
        for sentence in sentences:
            for word in sentence.words:
                if word.pos in ("NOUN", "PROPN") and not word.held and word.dep not in ("compound", "nmod"):
                    _count(sentence, word, nouns[word.lemma.lower()])
        return cls(dict(nouns))

    def central(self, noun: Word) -> bool:
        """Whether "the" and the noun alone tell a reader of the document which one is meant."""
        told = self.nouns.get(noun.lemma.lower())
        if told is None or noun.tag != "NN" or noun.lemma.lower() in RELATIONAL:
            return False
        mentions = told.bare + told.new + told.otherwise
        plain = told.otherwise == 0 and told.several == 0 and told.new <= 1 and mentions >= OFTEN - 1
        return plain or (told.bare >= OFTEN and told.bare >= MOSTLY * mentions and told.several <= told.bare)


def _count(sentence: Sentence, word: Word, told: Told) -> None:
    if word.tag in ("NNS", "NNPS"):
        told.several += 1
        return
    kids = sentence.kids(word.i)
    article = next((k.lower for k in kids if k.dep == "det"), "")
    said_which = any(k.dep in MODIFYING or k.dep in ("poss", "relcl", "acl", "appos") or k.lower == "of" for k in kids)
    if article in ("the", "this", "that") and not said_which:
        told.bare += 1
    elif article in ("a", "an"):
        told.new += 1
    else:
        told.otherwise += 1
