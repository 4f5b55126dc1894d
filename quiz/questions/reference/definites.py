"""What becomes of a bare "the company": its name, or nothing where readers know which, or a doubt."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from quiz.documents.model import Document
from quiz.facts.cue_words import HONORIFICS
from quiz.facts.human_nouns import GROUPS, person_noun
from quiz.facts.model import Sentence, Word
from quiz.facts.names import People
from quiz.questions.reference.anaphora import POINTING_NOUNS, bare_definites, earlier_name, told_before
from quiz.questions.reference.census import Census
from quiz.questions.reference.entities import Entities
from quiz.questions.reference.fuller import Fuller
from quiz.questions.reference.kinds import Kinds, full_name
from quiz.questions.reference.things import possessed

UNIQUE = frozenset(
    """
    government state nation world sun moon sea ocean sky earth
    public people army navy parliament congress senate court press economy war church capital west east north
    south end beginning time day night year month week century future past internet environment climate weather crown
    throne population constitution treasury population border frontier coast
    pandemic
    """.split()
)
"""Nouns of which there is one, whatever was told before."""
PEOPLE = frozenset("man woman person people child other".split())
OWNED_REACH = 80
"""Sentences back that the owner of a thing is looked for."""


@dataclass(frozen=True, slots=True)
class Said:
    """A bare definite noun with its article: the name to put for it and where that is told, or what is doubtful.

    Neither where a reader of the document knows which is meant.
    """

    article: int
    noun: Word
    text: str = ""
    sentence: Sentence | None = None
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Definites:
    """Names the bare definite nouns of a document; what was looked up is remembered."""

    document: Document
    sentences: Sequence[Sentence]
    people: People
    census: Census
    kinds: Kinds
    entities: Entities
    farther: Fuller
    named: dict[tuple[int, int], tuple[str, Sentence] | None] = field(default_factory=dict)

    def said(self, at: int, kept: Sequence[int]) -> Iterator[Said]:
        """The bare definite nouns among the kept words of sentence `at` that point at something."""
        sentence = self.sentences[at]
        for article, noun in bare_definites(sentence, kept):
            if noun.lemma.lower() in UNIQUE or _known(sentence, kept, noun):
                continue
            if bearer := self.people.titled(noun.lower, noun.start):
                yield Said(article, noun, bearer.name)
                continue
            counted = bool(sentence.kids(noun.i, "nummod"))
            points = counted or self._points(at, article, noun)
            named = None if counted else self.fuller(at, noun) if points else self.farther.other(at, noun)
            if not (points or named):
                continue
            if named and not _told_there(sentence, kept, noun, named[0]):
                owner = any(k.tag == "POS" for k in sentence.kids(noun.i, "case"))
                yield Said(article, noun, re.sub(r"[’']s$", "", named[0]) if owner else named[0], named[1])
            elif not named and (counted or not self.census.central(noun)):
                yield Said(article, noun, doubt=f"which {noun.lower}" if counted else f"the {noun.lower}")
            elif not named:
                yield Said(article, noun)

    def _points(self, at: int, article: int, noun: Word) -> bool:
        """Whether a noun points back at something told before."""
        pointing = noun.lemma in POINTING_NOUNS or noun.lower in HONORIFICS
        demonstrative = self.sentences[at].words[article].lower != "the"
        return pointing or demonstrative or told_before(self.sentences, at, noun)

    def fuller(self, at: int, noun: Word) -> tuple[str, Sentence] | None:
        """What the text before calls a bare "the" and noun in full, by the same noun or by its name."""
        if (key := (at, noun.i)) not in self.named:
            self.named[key] = self._fuller(at, noun)
        return self.named[key]

    def _fuller(self, at: int, noun: Word) -> tuple[str, Sentence] | None:
        same = earlier_name(self.document, self.sentences, at, noun, self.census)
        kind = self.kinds.name(self.sentences, at, noun)
        if kind and noun.lemma.lower() in GROUPS and any(kind[0] == p.name for p in self.people.persons):
            kind = None
        named = same or kind or self.farther.name(at, noun)
        return named if named or self.census.central(noun) else self._owned(at, noun)

    def known(self, sentence: Sentence, noun: Word) -> bool:
        """Whether "the" and a noun tell which is meant, or the document gives a fuller name."""
        at = bisect_right(self.sentences, sentence.span.start, key=_begins) - 1
        led = any(k.lower == "the" for k in sentence.kids(noun.i, "det"))
        return led and (self.census.central(noun) or self.fuller(at, noun) is not None)

    def _owned(self, at: int, noun: Word) -> tuple[str, Sentence] | None:
        """Whose a noun is, where the text told that of the same one: "its shares", of Ardent, before "the shares".

        Of "its oldest schools" those are some only.
        """
        found: dict[str, Sentence] = {}
        for back in range(1, min(at, OWNED_REACH) + 1):
            for word in self.sentences[at - back].words:
                if word.lemma.lower() == noun.lemma.lower() and word.tag == noun.tag:
                    if any(k.tag == "JJS" for k in self.sentences[at - back].kids(word.i, "amod")):
                        return None
                    for owner in self.sentences[at - back].kids(word.i, "poss"):
                        found[self._owner(at - back, owner)] = self.sentences[at - back]
        name = max(found, key=len, default="")
        one = name and all(other and (name.startswith(other) or name.endswith(other)) for other in found)
        return (f"{possessed(name)} {noun.text}", found[name]) if one else None

    def _owner(self, at: int, owner: Word) -> str:
        """The name of an owner, told or by "its"; "" for anybody else."""
        sentence = self.sentences[at]
        if owner.lower in ("its", "their"):
            meant = self.entities.meant(at, owner)
            if meant is None or meant.text:
                return meant.text if meant else ""
            sentence, owner = meant.sentence, meant.noun
            at = bisect_right(self.sentences, sentence.span.start, key=_begins) - 1
        if owner.tag in ("NNP", "NNPS"):
            led = any(k.lower == "the" for k in sentence.kids(owner.i, "det"))
            return f"the {full_name(sentence, owner)}" if led else full_name(sentence, owner)
        named = self.kinds.name(self.sentences, at, owner) if owner.tag == "NN" else None
        return named[0] if named else ""


def _begins(sentence: Sentence) -> int:
    return sentence.span.start


def _known(sentence: Sentence, kept: Sequence[int], noun: Word) -> bool:
    """Whether the words tell who "the men" are, or any country's readers would say so: "in the country's history"."""
    if noun.lemma.lower() in PEOPLE and noun.tag == "NNS":
        before = (sentence.words[i] for i in kept if i < noun.i)
        return any(w.ent == "NORP" or (w.tag == "NNS" and person_noun(w.lemma.lower())) for w in before)
    return noun.lemma.lower() == "country" and sentence.words[noun.head].lemma == "history"


def _told_there(sentence: Sentence, kept: Sequence[int], noun: Word, name: str) -> bool:
    """Whether a name stands among the kept words besides the noun it would be put for."""
    head = name.rsplit(maxsplit=1)[-1]
    return any(sentence.words[i].text == head and i != noun.i for i in kept)
