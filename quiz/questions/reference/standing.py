"""Makes words stand alone: pronouns replaced by what they stand for, or None where that cannot be told."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from quiz.documents.model import BlockKind, Document
from quiz.facts.model import Date, Sentence, Word
from quiz.facts.nameless import unknown
from quiz.facts.names import People, Person
from quiz.facts.prominence import PERSONAL, Candidate, persons_in
from quiz.questions.clauses.clause import SUBJECTS
from quiz.questions.clauses.phrase import noun_phrase
from quiz.questions.clauses.relative import place_of
from quiz.questions.clauses.wording import lowered, render
from quiz.questions.reference.anaphora import tells_who
from quiz.questions.reference.census import Census
from quiz.questions.reference.definites import Definites
from quiz.questions.reference.entities import Entities, ahead
from quiz.questions.reference.firm import firm
from quiz.questions.reference.fuller import Fuller
from quiz.questions.reference.hero import hero, preferred
from quiz.questions.reference.kinds import Kinds
from quiz.questions.reference.narrator import WORKED, Narrator
from quiz.questions.reference.parts import parted
from quiz.questions.reference.persons import bearer, beside, bound, goes_along, meant
from quiz.questions.reference.pointing import apart, points_away
from quiz.questions.reference.replaced import Standing
from quiz.questions.reference.salience import Candidate as Thing
from quiz.questions.reference.salience import nameable
from quiz.questions.reference.spelled import spell_dates
from quiz.questions.reference.these import pointed
from quiz.questions.reference.things import (
    THINGS,
    empty_it,
    named,
    out_of_several,
    place,
    possessed,
    says_something,
    spared,
    told_in,
)

SPEAKER = frozenset("i me my mine we us our ours you your yours myself ourselves".split())
OWNED = 6
"""Words of a noun phrase in which the name of an owner is put."""
BARE = 2
"""Words of a noun phrase that does not say which: article and noun."""


@dataclass(frozen=True, slots=True)
class Referents:
    """Resolves what words of a document's sentences refer to; who a pronoun stands for is remembered."""

    document: Document
    sentences: Sequence[Sentence]
    people: People
    dates: Sequence[Date] = ()
    census: Census = field(default_factory=Census)
    kinds: Kinds = field(default_factory=Kinds)
    narrator: Narrator = field(default_factory=Narrator)
    naming: set[int] = field(default_factory=set)
    met: dict[tuple[int, int], Candidate | None] = field(default_factory=dict)
    about: Person | None = field(init=False)
    entities: Entities = field(init=False)
    definites: Definites = field(init=False)

    def __post_init__(self) -> None:
        """Follow the things of the sentences, and learn whom the document is about."""
        object.__setattr__(self, "about", hero(self.document.title, self.people, self.sentences))
        entities = Entities(self.sentences, self.people, self.census)
        farther = Fuller.of(self.document, self.sentences, self.census, self.people)
        definites = Definites(self.document, self.sentences, self.people, self.census, self.kinds, entities, farther)
        object.__setattr__(self, "entities", entities)
        object.__setattr__(self, "definites", definites)

    def stand(self, at: int, kept: Sequence[int], never: Person | None = None) -> Standing | None:
        """How the kept words of sentence `at` stand alone; None if one of them points at what is not told.

        `never` is a person who may not be named, being the answer.
        """
        sentence = self.sentences[at]
        found = Standing()
        shown = set(kept)
        named = {w.i: p for p, w in persons_in(sentence, self.people) if w.i in shown}
        spelled = spell_dates(self.document, self.sentences, self.dates, at, kept, found)
        if told := beside(sentence, kept, self.people, never):
            found.instead |= told
            spelled |= told.keys()
        for nth, i in enumerate(kept):
            word = sentence.words[i]
            if word.held or i in spelled:
                continue
            if word.lower == "where" and sentence.words[word.head].head in kept[nth + 1 :]:
                found.instead[i] = place_of(sentence, word)
                continue
            if not tells_who(sentence, word, kept) and not self._stands(at, word, kept[:nth], named, found, never):
                return None
            lower = lowered(self.document, sentence, i) if i not in found.instead else None
            if lower and not self.people.mentioned(word.start, word.end) and not self.census.is_name(word):
                found.instead[i] = lower
        if kept and (writers := self._doing(at, kept[0])):
            found.instead[kept[0]] = f"{writers} {sentence.words[kept[0]].lower}"
        self._name_definites(at, kept, found)
        found.doubts += apart(sentence, kept)
        return found

    def person(self, at: int, word: Word) -> Candidate | None:
        """Who a personal pronoun of sentence `at` stands for, with the sentence that tells so."""
        if (key := (at, word.i)) not in self.met:
            self.met[key] = self._meant(at, word)
        return self.met[key]

    def _meant(self, at: int, word: Word) -> Candidate | None:
        told = self.narrator.relation(self.sentences, at, word)
        who = told or meant(self.sentences, at, word, self.people)
        return who if told or not self.about else preferred(self.sentences, at, word, self.people, self.about, who)

    def _doing(self, at: int, first: int) -> str:
        """Who did what an item of a list begins with, if the writers did: "visited 31 crossings"."""
        sentence = self.sentences[at]
        verb = sentence.words[first]
        item = first == 0 and verb.tag in ("VBD", "VBN") and not sentence.kids(first, *SUBJECTS)
        listed = self.narrator.writers and item and sentence.block.kind is BlockKind.item and verb.lemma in WORKED
        return self.narrator.led(self.sentences, at) if listed else ""

    def _stands(
        self,
        at: int,
        word: Word,
        before: Sequence[int],
        named: dict[int, Person],
        found: Standing,
        never: Person | None,
    ) -> bool:
        lower, sentence = word.lower, self.sentences[at]
        if lower in PERSONAL and word.tag in ("PRP", "PRP$"):
            return self._person(at, word, before, named, found, never)
        if lower in THINGS:
            return self._thing(at, word, before, found)
        if lower in SPEAKER and word.tag in ("PRP", "PRP$"):
            told = self.narrator.stands(sentence, word)
            if told and lower == "our" and self.narrator.writers in found.instead.values():
                told = {word.i: "their"}
            found.instead |= told or {}
            found.narrated = found.narrated or lower == "i"
            return told is not None
        if lower in ("these", "those") and out_of_several(sentence, word):
            return self._thing(at, word, before, found)
        if put := pointed(self.document, self.sentences, self.entities, at, word):
            found.instead[word.i] = put[0]
            found.evidence += [put[1]] if put[1] else []
            return True
        if lower == "there" and word.dep == "advmod":
            return self._place(at, word, found)
        return not points_away(sentence, word)

    def _person(
        self,
        at: int,
        word: Word,
        before: Sequence[int],
        named: dict[int, Person],
        found: Standing,
        never: Person | None,
    ) -> bool:
        if word.lower in ("himself", "herself"):
            return bool(before)
        if bound(self.sentences[at], word, before):
            return True
        who, sentence = self.person(at, word), self.sentences[at]
        told = [named[i] for i in before if i in named]
        leads = word.dep in SUBJECTS or word.tag == "PRP$"
        nameless = unknown(sentence, word.i, self.people) if leads and not who else None
        if who is None and (goes_along(sentence, word, before) or (nameless and nameless.i in before)):
            return True
        if who is None:
            hers = self.about is not None and self.about.gender == PERSONAL[word.lower]
            own = word.tag == "PRP$" and not hers
            return own and ((len(told) == 1 and told[0] is not never) or (not told and bearer(sentence, before)))
        near = who.sentence is sentence or who.person is self.about
        if near and any(sentence.words[i].text == who.person.surname for i in before):
            return True
        later = {i for i, p in named.items() if p is who.person and i > word.i and sentence.words[i].dep != "compound"}
        ahead = word.tag == "PRP$" and bool(later)
        name = who.person.name
        put = {name, possessed(name)} & set(found.instead.values())
        if ahead or put or any(p is who.person for p in told):
            return True
        if who.person is never:
            return False
        found.instead[word.i] = possessed(name) if word.tag == "PRP$" else name
        if who.sentence is not self.sentences[at]:
            found.evidence.append(who.sentence)
        return True

    def _thing(self, at: int, word: Word, before: Sequence[int], found: Standing) -> bool:
        sentence = self.sentences[at]
        if word.lower == "it" and empty_it(sentence, word):
            return says_something(sentence, word)
        if word.lower == "it" and any(w.lower == "all" for w in sentence.words[word.i + 1 : word.i + 2]):
            return False  # "set it all down": nothing that was named
        own = word.lower.endswith(("self", "selves"))
        if own and word.dep in SUBJECTS:
            return False
        meant = None if own else self.entities.meant(at, word)
        if meant is None and spared(sentence, word):
            found.instead[word.i] = ""
            return True
        if meant is None:
            again = word.lower.startswith("th") and "they" in found.things
            return told_in(sentence, word, before) or again
        here = meant.sentence is sentence
        if meant.key in found.things or (here and (meant.noun.i in before or ahead(sentence, word) == meant.noun.i)):
            return True
        if not here and not firm(sentence, word, meant, known=self.definites.known(meant.sentence, meant.noun)):
            return False
        return not (
            here and (parted(sentence, word) or (word.dep == "dobj" and meant.noun.pos != "PROPN"))
        ) and self._put(sentence, word, meant, before, found)

    def _put(self, sentence: Sentence, word: Word, meant: Thing, before: Sequence[int], found: Standing) -> bool:
        """Put what a pronoun stands for in its place; False where that cannot be called."""
        text = self._owned(meant, found, owner=word.tag == "PRP$")
        if not text and not meant.text and not nameable(meant.sentence, meant.noun, owner=word.tag == "PRP$"):
            return meant.sentence is sentence and told_in(sentence, word, before)
        text = text or self._called(meant, found)
        found.instead[word.i] = possessed(text) if word.tag == "PRP$" or word.lower == "theirs" else text
        if meant.sentence is not sentence:
            found.evidence.append(meant.sentence)
        found.things |= {meant.key, "they" if word.lower.startswith("th") else "it"}
        found.doubts.append("thing resolved")
        return True

    def _owned(self, meant: Thing, found: Standing, *, owner: bool) -> str:
        """What to call "his captains": the owner's name is put there; "" for what has no such owner."""
        sentence, noun = meant.sentence, meant.noun
        phrase = noun_phrase(sentence, noun.i)
        own = [i for i in phrase if sentence.words[i].tag == "PRP$" and sentence.words[i].head == noun.i]
        if meant.text or len(own) != 1 or owner or len(phrase) > OWNED or id(noun) in self.naming:
            return ""
        self.naming.add(id(noun))
        told = self.stand(bisect_right(self.sentences, sentence.span.start, key=_begins) - 1, phrase)
        self.naming.discard(id(noun))
        if told is None or own[0] not in told.instead:
            return ""
        owner_named = re.sub(r"[’'](?:s)?$", "", told.instead[own[0]])
        if owner_named in found.instead.values():
            told.instead[own[0]] = "their" if sentence.words[own[0]].lower == "our" else sentence.words[own[0]].lower
        found.evidence += told.evidence
        found.doubts += told.doubts
        return render(self.document, sentence, phrase, told.instead)

    def _called(self, meant: Thing, found: Standing) -> str:
        """What to call a thing: its noun phrase, or its full name where that is a bare "the company"."""
        noun = meant.noun
        phrase = noun_phrase(meant.sentence, noun.i)
        determined = any(meant.sentence.words[i].dep == "det" for i in phrase)
        if meant.text or noun.pos == "PROPN" or len(phrase) > BARE or not determined:
            return meant.text or named(self.document, meant.sentence, noun)
        at = bisect_right(self.sentences, meant.sentence.span.start, key=_begins) - 1
        if fuller := self.definites.fuller(at, noun):
            found.evidence.append(fuller[1])
            return fuller[0]
        if self.census.central(noun):
            found.plain.append(noun.lower)
        else:
            found.doubts.append(f"the {noun.lower}")
        return named(self.document, meant.sentence, noun)

    def _place(self, at: int, word: Word, found: Standing) -> bool:
        meant = place(self.sentences, at, word)
        if meant is None:
            return False
        found.instead[word.i] = f"in {meant[1]}"
        if meant[0] is not self.sentences[at]:
            found.evidence.append(meant[0])
        found.doubts.append("place resolved")
        return True

    def _name_definites(self, at: int, kept: Sequence[int], found: Standing) -> None:
        """Put the full name where the document gives one for a bare "the treaty", else note the doubt."""
        for said in self.definites.said(at, kept):
            if found.instead.get(said.article, "the").lower() != "the":
                continue
            if said.text:
                found.instead |= {said.article: said.text, said.noun.i: ""}
                found.evidence += [said.sentence] if said.sentence else []
            elif said.doubt:
                found.doubts.append(said.doubt)
            else:
                found.plain.append(said.noun.lower)


def _begins(sentence: Sentence) -> int:
    return sentence.span.start
