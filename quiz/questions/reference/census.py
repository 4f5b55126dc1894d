"""How a document speaks of its things: which bare "the port" is plain to whoever read it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from quiz.facts.human_nouns import person_noun
from quiz.facts.model import Sentence, Word
from quiz.questions.clauses.wording import DESCRIBING

OFTEN = 3
"""Times a thing is told of as "the port" for a reader to take it for the document's one port."""
MOSTLY = 0.6
"""The least share of a noun's singular mentions that are bare and definite."""
REPORTING = frozenset("study team paper article report newspaper document researcher author".split())
"""Nouns for what a text is about or made of: one of it is as a rule the only one."""
RELATIONAL = frozenset(
    """
    fall rise increase decrease decline drop growth change number rate figure total value share price cost amount level
    result effect cause reason end beginning start part side case time place way problem question idea answer fact point
    difference average sum loss gain area size length height death birth name title
    """.split()
)
"""Nouns that need to be told of what: "the fall" says nothing, however often it stands there."""
MODIFYING = ("amod", "compound", "nummod", "nmod")
DETERMINING = frozenset("a an the this that its his her their our my".split())


@dataclass(slots=True)
class Told:
    """The mentions of a noun in the singular: bare behind "the", brought in behind "a", and all others.

    `mass` are those without any article, as of "peat". `first` is the offset of the first bare one, or -1.
    """

    bare: int = 0
    first: int = -1
    new: int = 0
    otherwise: int = 0
    several: int = 0
    mass: int = 0


@dataclass(frozen=True, slots=True)
class Census:
    """The nouns of a document by lemma, each with how it is mentioned, and how often each name and noun is met.

    `things` are names told to be no person's: "the Ancon was a steamer".
    """

    nouns: dict[str, Told] = field(default_factory=dict)
    named: Counter[str] = field(default_factory=Counter)
    labels: dict[str, Counter[str]] = field(default_factory=dict)
    things: frozenset[str] = frozenset()
    title: frozenset[str] = frozenset()

    @classmethod
    def of(cls, sentences: Sequence[Sentence], title: str = "") -> Census:
        """Count the nouns of sentences below a title."""
        nouns: dict[str, Told] = defaultdict(Told)
        named: Counter[str] = Counter()
        labels: dict[str, Counter[str]] = defaultdict(Counter)
        things: set[str] = set()
        for sentence in sentences:
            for word in sentence.words:
                if word.tag in ("NNP", "NNPS") and not word.held:
                    labels[word.text][word.ent] += 1
                    things |= {word.text} if _is_thing(sentence, word) else set()
                if word.pos in ("NOUN", "PROPN") and not word.held and word.dep not in ("compound", "nmod"):
                    _count(sentence, word, nouns[word.lemma.lower()])
                    named[word.text if word.pos == "PROPN" else word.lemma.lower()] += 1
        return cls(dict(nouns), named, dict(labels), frozenset(things), frozenset(re.findall(r"\w+", title.lower())))

    def label(self, name: str) -> str:
        """What sort of name a word is, as most of its mentions are labelled; "" if none is."""
        told = [(label, count) for label, count in self.labels.get(name, {}).items() if label]
        return max(told, key=_count_of)[0] if told else ""

    def is_name(self, word: Word) -> bool:
        """Whether a word is a name elsewhere, and nowhere a common noun."""
        common = word.lower in DESCRIBING or word.lower in self.nouns or word.lemma.lower() in self.nouns
        return word.text in self.labels and not common

    def before(self, noun: Word, offset: int) -> bool:
        """Whether the bare "the" and noun stood before an offset already, so that what comes there is another."""
        told = self.nouns.get(noun.lemma.lower())
        return told is not None and 0 <= told.first < offset

    def count(self, name: str) -> int:
        """How often a name, or a noun by its lemma, is met."""
        return self.named[name]

    def central(self, noun: Word) -> bool:
        """Whether "the" and the noun alone tell a reader of the document which one is meant."""
        lemma = noun.lemma.lower()
        told = self.nouns.get(lemma)
        reporting = lemma in REPORTING
        if told is None or lemma in RELATIONAL or (noun.tag != "NN" and not reporting):
            return False
        if told.mass > told.new + told.several or (lemma in self.title and told.bare > 0 and told.several == 0):
            return True
        mentions = told.bare + told.new + told.otherwise
        plain = told.otherwise == 0 and told.new <= 1 and (told.several == 0 or reporting)
        if plain and (mentions >= OFTEN or reporting):
            return True
        return told.bare >= OFTEN and told.bare >= MOSTLY * mentions and told.several <= told.bare


def _count_of(told: tuple[str, int]) -> int:
    return told[1]


def _is_thing(sentence: Sentence, name: Word) -> bool:
    """Whether a sentence says that a name is a thing's: "the Ancon, a steamer", "the Ancon was a steamer"."""
    above = sentence.words[name.head]
    told = sentence.kids(name.i, "appos")
    told += sentence.kids(above.i, "attr") if name.dep == "nsubj" and above.lemma == "be" else []
    return any(
        not person_noun(noun.lemma.lower())
        and noun.ent not in ("NORP", "PERSON")
        and (noun.tag == "NN" or any(d.lower in ("a", "an") for d in sentence.kids(noun.i, "det")))
        for noun in told
    )


def _count(sentence: Sentence, word: Word, told: Told) -> None:
    if word.tag in ("NNS", "NNPS"):
        told.several += 1
        return
    kids = sentence.kids(word.i)
    article = next((k.lower for k in kids if k.dep == "det"), "")
    said_which = any(k.dep in MODIFYING or k.dep in ("poss", "relcl", "acl", "appos") or k.lower == "of" for k in kids)
    if article in ("the", "this", "that") and not said_which:
        told.bare += 1
        told.first = word.start if told.first < 0 else told.first
    elif article in ("a", "an"):
        told.new += 1
    elif not kids and word.tag == "NN":
        told.mass += 1
    else:
        told.otherwise += 1
