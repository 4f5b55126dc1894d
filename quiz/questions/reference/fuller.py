"""What a bare noun is called in full where its own words are told elsewhere: its only name, its kind, its place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from quiz.documents.model import Document
from quiz.facts.model import Sentence, Word
from quiz.facts.names import People
from quiz.facts.pairs import Pairs
from quiz.questions.clauses.clause import SUBJECTS
from quiz.questions.clauses.phrase import noun_phrase
from quiz.questions.reference.anaphora import definite, says_which
from quiz.questions.reference.census import RELATIONAL, Census
from quiz.questions.reference.kinds import full_name

SHOUTED = re.compile(r"^(?:[A-Z]{4,}\s)+(?=[A-Z][a-z])")
"""A word of a label in capitals before a name."""
STATES = frozenset("country nation kingdom republic".split())
ILLS = frozenset("disease illness fever infection epidemic".split())
# Names of diseases that are common nouns.
DISEASES = frozenset(
    """
    malaria cholera plague measles smallpox polio tuberculosis typhoid typhus influenza diphtheria leprosy rabies
    dengue scurvy syphilis anthrax cancer diabetes asthma dementia pneumonia scarlatina tetanus hepatitis beriberi
    pellagra silicosis covid ebola aids
    """.split()
)
WORKS = frozenset("mill filature factory plant works sawmill foundry brewery shipyard distillery refinery".split())
LEVIED = frozenset("tax duty levy tariff toll excise".split())
LEADS = 2
"""How many times as often as any other a country is named which is the document's own."""
EARLY = 0.2
"""The part of a document within which the thing of its title is named."""
LONGEST = 6
"""Words of a phrase that says what a thing is of."""
REACH = 10
"""Sentences back that the only thing of a kind is looked for."""


@dataclass(frozen=True, slots=True)
class Fuller:
    """The nouns of a document by lemma, each with its places: sentence and word."""

    document: Document
    sentences: Sequence[Sentence]
    census: Census
    people: People
    places: dict[str, Pairs] = field(default_factory=dict)
    only: dict[str, tuple[str, int] | None] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Document, sentences: Sequence[Sentence], census: Census, people: People) -> Fuller:
        """Note where each noun stands."""
        places = defaultdict[str, Pairs](Pairs)
        for at, sentence in enumerate(sentences):
            for word in sentence.words:
                if word.pos in ("NOUN", "PROPN") and not word.held:
                    places[word.lemma.lower()].append((at, word.i))
        return cls(document, sentences, census, people, dict(places))

    def other(self, at: int, noun: Word) -> tuple[str, Sentence] | None:
        """The disease or works that a bare noun stands for which was not told before."""
        return self.name(at, noun) if noun.lemma.lower() in ILLS | WORKS else None

    def name(self, at: int, noun: Word) -> tuple[str, Sentence] | None:
        """The full name of the bare noun of sentence `at`, with the sentence that tells it."""
        lemma = noun.lemma.lower()
        if lemma in STATES:
            return self._state(at)
        if noun.tag != "NN":
            return None
        if lemma in ILLS:
            return self._ill(at)
        if lemma == "rate":
            return self._rate(at)
        found = self._only(lemma) if lemma not in RELATIONAL else None
        plain = self.census.central(noun) and not (found and self._opens(lemma, *found))
        if found and found[1] < at and not plain and not self._another(lemma, found[1], at):
            return found[0], self.sentences[found[1]]
        return self._work(at) if lemma in WORKS and not plain else None

    def _another(self, lemma: str, first: int, at: int) -> bool:
        """Whether "a" brings in another of a kind between two sentences: "the Pasteur Institute ... an institute"."""
        places = self.places[lemma]
        between = places[bisect_left(places, (first + 1, 0)) : bisect_left(places, (at, 0))]
        words = [(self.sentences[place], self.sentences[place].words[i]) for place, i in between]
        return any(w.dep == "dobj" and any(d.lower in ("a", "an") for d in s.kids(w.i, "det")) for s, w in words)

    def _only(self, lemma: str) -> tuple[str, int] | None:
        """The one phrase that says which of its kind is told of anywhere in the document, and where it stands."""
        if lemma not in self.only:
            told = self.census.nouns.get(lemma)
            found = dict(self._phrases(lemma)) if told and not told.several and told.new <= 1 else {}
            heads = {text.lower() for text in found}
            self.only[lemma] = next(iter(found.items())) if len(heads) == 1 else self._entitled(lemma)
        return self.only[lemma]

    def _opens(self, lemma: str, text: str, at: int) -> bool:
        """Whether a thing is named where its kind is first told of, and the title does not name another."""
        before = re.search(rf"([\w’'-]+)\s{re.escape(lemma)}", self.document.title, re.IGNORECASE)
        other = before is not None and before[1].lower() not in {"the", *text.lower().split()}
        return _capital(text) and at == self.places[lemma][0][0] and not other

    def _entitled(self, lemma: str) -> tuple[str, int] | None:
        """The first thing named of a kind the title speaks of: "the Dam" is the one named first, and again."""
        if lemma not in self.census.title:
            return None
        named = [(text, at) for text, at in self._phrases(lemma) if _capital(text)]
        return named[-1] if len(named) > 1 and named[-1][1] <= EARLY * len(self.sentences) else None

    def _phrases(self, lemma: str) -> Iterator[tuple[str, int]]:
        """The phrases of a noun that say which, as definite ones; the first place of each comes last."""
        for at, i in reversed(self.places.get(lemma, ())):
            sentence = self.sentences[at]
            whole = noun_phrase(sentence, i, joined=False)
            told = {k for clause in sentence.kids(i, "relcl", "acl") for k in sentence.subtree(clause.i)}
            phrase = [k for k in whole if k not in told]
            if says_which(sentence, phrase, sentence.words[i]) or _of_something(sentence, phrase, i):
                yield definite(self.document, sentence, phrase, sentence.words[i]), at

    def _state(self, at: int) -> tuple[str, Sentence] | None:
        """The country a document is about, once it is named."""
        if "" not in self.only:
            self.only[""] = self._own_state()
        found = self.only[""]
        return (found[0], self.sentences[found[1]]) if found and found[1] <= at else None

    def _own_state(self) -> tuple[str, int] | None:
        """The country named in the title or far more often than all others, and where it is named first."""
        counts = {n: c for n, c in self.census.named.items() if self.census.label(n) == "GPE" and n[:1].isupper()}
        ranked = sorted(counts, key=lambda n: -counts[n])[:2]
        if not ranked or len(self.places.get(ranked[0].lower(), ())) < LEADS:
            return None
        if any(p.gender or p.title or " " in p.name for p in self.people.called(ranked[0])):
            return None
        entitled = ranked[0].lower() in self.census.title
        if not entitled and len(ranked) > 1 and counts[ranked[0]] < LEADS * counts[ranked[1]]:
            return None
        first, i = self.places[ranked[0].lower()][0]
        return SHOUTED.sub("", full_name(self.sentences[first], self.sentences[first].words[i])), first

    def _ill(self, at: int) -> tuple[str, Sentence] | None:
        """The one disease that the text before names."""
        named = {lemma: self.places[lemma][0][0] for lemma in DISEASES & self.places.keys()}
        before = {lemma: place for lemma, place in named.items() if place < at}
        if len(before) != 1:
            return None
        lemma, place = next(iter(before.items()))
        return lemma, self.sentences[place]

    def _rate(self, at: int) -> tuple[str, Sentence] | None:
        """The rate of the one tax a paragraph tells of."""
        found: dict[str, Sentence] = {}
        for back in range(1, min(REACH, at) + 1):
            sentence = self.sentences[at - back]
            if sentence.block is not self.sentences[at].block:
                break
            for word in sentence.words:
                if word.lemma.lower() in LEVIED and (words := _compound(sentence, word)):
                    found[f"the {words} rate"] = sentence
        return next(iter(found.items())) if len(found) == 1 else None

    def _work(self, at: int) -> tuple[str, Sentence] | None:
        """The one mill or factory told of before in its section, by its kind and its place."""
        found: dict[str, Sentence] = {}
        for lemma in WORKS:
            places = self.places.get(lemma, ())
            for place, i in places[bisect_left(places, (at - REACH, 0)) : bisect_left(places, (at, 0))]:
                sentence = self.sentences[place]
                near = sentence.block.section == self.sentences[at].block.section
                if near and sentence.words[i].tag == "NN" and (text := _placed(sentence, sentence.words[i])):
                    found[text] = sentence
        return next(iter(found.items())) if len(found) == 1 else None


def _capital(text: str) -> bool:
    """Whether a phrase holds a name."""
    return any(word[0].isupper() for word in text.split()[1:])


def _of_something(sentence: Sentence, phrase: Sequence[int], i: int) -> bool:
    """Whether a phrase brings in something of a kind: "an outbreak of cholera"."""
    of = [p for p in sentence.kids(i, "prep") if p.lower == "of"]
    brought = any(d.lower in ("a", "an") for d in sentence.kids(i, "det"))
    plain = all(sentence.words[k].pos in ("NOUN", "PROPN", "ADP", "DET", "ADJ", "PART") for k in phrase)
    return bool(of) and brought and plain and len(phrase) <= LONGEST


def _compound(sentence: Sentence, noun: Word) -> str:
    """A noun with the nouns and adjectives before it: "land tax"; "" if there are none."""
    first = noun.i
    while first and sentence.words[first - 1].head == noun.i and sentence.words[first - 1].dep in ("compound", "amod"):
        first -= 1
    return " ".join(w.text for w in sentence.words[first : noun.i + 1]) if first < noun.i else ""


def _placed(sentence: Sentence, noun: Word) -> str:
    """What is brought in by "a" and said to open or stand somewhere: "the silk mill at Norwich"; "" if none is."""
    verb = sentence.words[noun.head]
    if noun.dep not in SUBJECTS or not any(d.lower in ("a", "an") for d in sentence.kids(noun.i, "det")):
        return ""
    kind = _compound(sentence, noun) or noun.text
    for prep in [*sentence.kids(noun.i, "prep"), *sentence.kids(verb.i, "prep")]:
        for place in sentence.kids(prep.i, "pobj"):
            if prep.lower in ("at", "in", "near") and place.tag == "NNP" and place.ent != "DATE":
                return f"the {kind} {prep.lower} {full_name(sentence, place)}"
    return ""
