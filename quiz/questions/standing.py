"""Makes words stand alone: pronouns replaced by what they stand for, or None where that cannot be told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from quiz.documents.model import Document
from quiz.facts.cue_words import HONORIFICS
from quiz.facts.model import Sentence, Word
from quiz.facts.names import People, Person
from quiz.facts.reference import PERSONAL, antecedent, persons_in
from quiz.questions.anaphora import POINTING_NOUNS, bare_definites, earlier_name, told_before
from quiz.questions.clause import SUBJECTS, governor, noun_phrase
from quiz.questions.wording import lowered, render

THINGS = frozenset("it its itself they them their theirs themselves".split())
SPEAKER = frozenset("i me my mine we us our ours you your yours myself ourselves".split())
POINTING = frozenset("this that these those such".split())
RELATIVE_TIME = frozenset("today now yesterday tomorrow tonight currently ago nowadays recently".split())
BACKWARD = frozenset("former latter aforementioned".split())
# Nouns of which there is one, whatever was told before.
UNIQUE = frozenset(
    """
    government state nation world sun moon sea ocean sky earth
    public people army navy parliament congress senate court press economy war church capital west east north
    south end beginning time day night year month week century future past internet environment climate weather crown
    throne population constitution treasury population border frontier coast
    """.split()
)
NEIGHBOURING = frozenset("next following previous preceding coming past last".split())
TIMES = frozenset("day week month year decade century season summer winter spring autumn night morning".split())


@dataclass(slots=True)
class Standing:
    """What was put in place of which word, the sentences that tell so, and how much of it is doubtful.

    `told` is the event they tell of, as a statement without the fact that is asked; "" where there is none.
    """

    instead: dict[int, str] = field(default_factory=dict)
    evidence: list[Sentence] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    things: set[str] = field(default_factory=set)
    told: str = ""


@dataclass(frozen=True, slots=True)
class Referents:
    """Resolves what words of a document's sentences refer to."""

    document: Document
    sentences: Sequence[Sentence]
    people: People

    def stand(self, at: int, kept: Sequence[int], never: Person | None = None) -> Standing | None:
        """How the kept words of sentence `at` stand alone; None if one of them points at what is not told.

        `never` is a person who may not be named, being the answer.
        """
        sentence = self.sentences[at]
        found = Standing()
        named = {i: p for p, w in persons_in(sentence, self.people) for i in [w.i]}
        inside = set(kept)
        for place, i in enumerate(kept):
            word = sentence.words[i]
            if word.held:
                continue
            before = [k for k in kept[:place] if k in inside]
            if not self._stands(at, word, before, named, found, never):
                return None
            name = self.people.mentioned(word.start, word.end)
            if not name and (lower := lowered(sentence, i)) and i not in found.instead:
                found.instead[i] = lower
        self._name_definites(at, kept, found)
        found.doubts += self._doubts(sentence, kept)
        return found

    def pointing_back(self, at: int, kept: Sequence[int]) -> list[str]:
        """The doubts about bare definite nouns among the kept words, which nothing is put in place of."""
        found = Standing()
        self._name_definites(at, kept, found)
        return [
            *found.doubts,
            *(f"the {self.sentences[at].words[i].lower}" for i, text in found.instead.items() if not text),
        ]

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
            return False
        if lower in POINTING and word.tag in ("DT", "PDT", "JJ") and word.dep != "mark":
            return False
        if lower == "then" and self.sentences[at].words[word.head].lower in ("since", "by", "until", "from"):
            return False
        if lower in NEIGHBOURING and sentence.words[word.head].lemma in TIMES:
            return False
        if lower in ("same", "there", "here") and word.tag in ("JJ", "RB"):
            return False
        if lower == "ago":
            return any(
                re.match(r"\d+,\d{3}|million|billion", w.text)
                for w in self.sentences[at].words[max(0, word.i - 4) : word.i]
            )
        return not (lower in RELATIVE_TIME or lower in BACKWARD)

    def _person(
        self,
        at: int,
        word: Word,
        before: Sequence[int],
        named: dict[int, Person],
        found: Standing,
        never: Person | None,
    ) -> bool:
        who = antecedent(self.sentences, at, word, self.people)
        told = [named[i] for i in before if i in named]
        if who is None:
            return len(told) == 1 and word.tag == "PRP$" and told[0] is not never
        ahead = word.tag == "PRP$" and any(p is who.person and i > word.i for i, p in named.items())
        if ahead or any(p is who.person for p in told) or who.person.name in found.instead.values():
            return True
        if who.person is never:
            return False
        possessive = word.tag == "PRP$"
        found.instead[word.i] = possessed(who.person.name) if possessive else who.person.name
        if who.sentence is not self.sentences[at]:
            found.evidence.append(who.sentence)
        return True

    def _thing(self, at: int, word: Word, before: Sequence[int], found: Standing) -> bool:
        sentence = self.sentences[at]
        many = word.lower.startswith("th")
        if word.lower == "it" and empty_it(sentence, word):
            return False
        edge = word.i if word.tag == "PRP$" else _clause_edge(sentence, word)
        for i in reversed([k for k in before if k < edge]):
            noun = sentence.words[i]
            if (
                noun.pos in ("NOUN", "PROPN")
                and noun.dep != "compound"
                and fits(sentence, noun, many=many)
                and not human(noun)
            ):
                return True
        if word.tag == "PRP$" and self._looks_ahead(sentence, word, many=many):
            return True
        names = {sentence.words[i].text for i in before if sentence.words[i].pos == "PROPN"}
        if many and word.tag == "PRP$" and len(names) > 1:
            return True
        if many and "they" in found.things:
            return True
        if word.dep not in SUBJECTS and word.tag != "PRP$":
            return False
        antecedent_phrase = self._parallel(at, word, many=many)
        if antecedent_phrase is None:
            return False
        found.instead[word.i] = possessed(antecedent_phrase) if word.tag == "PRP$" else antecedent_phrase
        found.evidence.append(self.sentences[at - 1])
        found.things.add("they" if many else "it")
        found.doubts.append("thing resolved")
        return True

    def _looks_ahead(self, sentence: Sentence, word: Word, *, many: bool) -> bool:
        """Whether a possessive before the subject means it: "At its greatest extent the plain covered ..."."""
        root = sentence.root()
        return any(
            word.i < subject.i < root.i
            and word.i not in sentence.subtree(subject.i)
            and fits(sentence, subject, many=many)
            and subject.pos in ("NOUN", "PROPN")
            for subject in sentence.kids(root.i, *SUBJECTS)
        ) and not human(word)

    def _parallel(self, at: int, word: Word, *, many: bool, depth: int = 0) -> str | None:
        """The subject of the sentence before, in the same paragraph, if it agrees in number."""
        if at == 0 or self.sentences[at - 1].block is not self.sentences[at].block or word.i > 8 or depth > 3:
            return None
        before = self.sentences[at - 1]
        root = before.root()
        for subject in before.kids(root.i, *SUBJECTS):
            if subject.lower in (("they", "them") if many else ("it",)):
                return self._parallel(at - 1, subject, many=many, depth=depth + 1)
            if self.people.mentioned(subject.start, subject.end) and not many:
                return None
            phrase = noun_phrase(before, subject.i)
            words = [before.words[i] for i in phrase]
            if not fits(before, subject, many=many) or any(
                w.tag in ("PRP", "PRP$", "DT") and w.lower in _LOOSE for w in words
            ):
                return None
            if len(words) > 8 or subject.tag in ("PRP", "DT", "WP"):
                return None
            instead = {phrase[0]: low} if (low := lowered(before, phrase[0])) else {}
            return render(self.document, before, phrase, instead)
        return None

    def _name_definites(self, at: int, kept: Sequence[int], found: Standing) -> None:
        """Put the full name where the document gives one for a bare "the treaty", else note the doubt."""
        sentence = self.sentences[at]
        for article, noun in bare_definites(sentence, kept):
            if noun.lemma.lower() in UNIQUE:
                continue
            bearer = self.people.titled(noun.lower)
            if bearer:
                found.instead |= {article: bearer.name, noun.i: ""}
                continue
            counted = sentence.kids(noun.i, "nummod")
            pointing = noun.lemma in POINTING_NOUNS or noun.lower in HONORIFICS or counted
            if not (pointing or told_before(self.sentences, at, noun)):
                continue
            named = None if counted else earlier_name(self.document, self.sentences, at, noun)
            if named:
                found.instead |= {article: named[0], noun.i: ""}
                found.evidence.append(named[1])
            else:
                found.doubts.append(f"which {noun.lower}" if counted else f"the {noun.lower}")

    def _doubts(self, sentence: Sentence, kept: Sequence[int]) -> list[str]:
        loose = ("another", "other", "others", "respectively")
        return [w.lower for i in kept if (w := sentence.words[i]).lower in loose and w.dep != "prep"]


_LOOSE = frozenset("he she it they his her its their this that these those such both".split())


def fits(sentence: Sentence, noun: Word, *, many: bool) -> bool:
    """Whether a noun may be what "it" (or, with `many`, "they") stands for."""
    joined = bool(sentence.kids(noun.i, "conj"))
    several = noun.tag in ("NNS", "NNPS") or joined
    collective = noun.ent in ("ORG", "NORP") or noun.lemma in ("government", "authority", "team", "company", "group")
    if many:
        return several or collective
    return (not several) and noun.ent != "PERSON"


def _clause_edge(sentence: Sentence, word: Word) -> int:
    """Where the words end that a pronoun may look back at: before its own clause, or 0 in a main clause."""
    above = sentence.words[word.head]
    if above.lower in ("between", "among", "amongst"):
        return word.i
    verb = governor(sentence, word.i)
    if verb is not None and verb.dep == "conj" and word.dep in SUBJECTS:
        return verb.head
    if verb is None or verb.dep not in ("relcl", "advcl", "ccomp", "acl", "pcomp", "csubj"):
        return 0
    return verb.head + 1 if verb.dep in ("relcl", "acl") else min(sentence.subtree(verb.i))


# Verbs whose "it" may stand for nothing: of weather, or with what is said behind them ("it took two years to ...").
WEATHER = frozenset("rain snow hail thunder freeze thaw drizzle".split())
EMPTY_IT = frozenset("be take seem appear turn happen follow cost remain become".split())


def empty_it(sentence: Sentence, word: Word) -> bool:
    """Whether "it" stands for nothing told before: "it rained", "it is a myth that ...", "it took years to ..."."""
    verb = sentence.words[word.head]
    said = sentence.kids(verb.i, "ccomp", "xcomp", "csubj", "advcl")
    said += [
        c
        for a in sentence.kids(verb.i, "attr", "dobj", "acomp")
        for c in sentence.kids(a.i, "relcl", "acl", "ccomp", "xcomp")
    ]
    return verb.lemma in WEATHER or (verb.lemma in EMPTY_IT and bool(said)) or word.dep == "expl"


def human(noun: Word) -> bool:
    """Whether a noun names a person by trade or kind: "its" never stands for one."""
    return noun.ent == "PERSON" or (
        noun.pos == "NOUN" and bool(re.search(r"(?:ian|ist|er|man|woman|king|queen|shah)$", noun.lemma))
    )


def possessed(name: str) -> str:
    """A name in the possessive."""
    return f"{name}’" if name.endswith("s") and name[:1].islower() else f"{name}’s"
