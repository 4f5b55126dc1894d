"""Names and what kind of thing the document says each is, so that "the steamer" can be called by its name."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quiz.facts.human_nouns import person_noun
from quiz.facts.mentions import written
from quiz.facts.model import Sentence, Word
from quiz.facts.names import People
from quiz.questions.clauses.clause import SUBJECTS
from quiz.questions.reference.census import Census

COMPANY = frozenset(
    """
    company firm business group corporation retailer chain roaster maker manufacturer producer startup start-up airline
    carrier supplier publisher brewer refiner insurer lender conglomerate
    """.split()
)
ALIKE = (
    COMPANY,
    frozenset("ship vessel boat steamer liner frigate schooner trawler submarine ferry tanker brig longliner".split()),
    frozenset("engine locomotive".split()),
    frozenset("aircraft plane airliner jet aeroplane airplane bomber fighter airship".split()),
    frozenset("spacecraft probe satellite craft orbiter lander rover telescope".split()),
    frozenset("book novel work memoir play poem".split()),
    frozenset("film movie picture documentary".split()),
    frozenset("newspaper paper magazine journal weekly daily".split()),
    frozenset("calculator machine computer device gadget".split()),
    frozenset("city town village settlement port".split()),
    frozenset("island peninsula".split()),
    frozenset("hurricane storm typhoon cyclone".split()),
    frozenset("drug medicine vaccine treatment".split()),
)
"""Nouns that may stand for one another."""
BACK = 3
"""Sentences back within which the only one of a kind that is named is meant, though others were named before."""
LEADS = 2
ITSELF = ("nsubj", "nsubjpass", "dobj", "pobj", "dative")
OFTEN = 3
KINDS_OF_NAME = ("", "ORG", "PERSON", "PRODUCT", "FAC", "WORK_OF_ART", "GPE", "LOC", "EVENT")


@dataclass(frozen=True, slots=True)
class Told:
    """A name that the document says the kind of, and where it does."""

    name: str
    head: str
    kind: str
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Kinds:
    """The names of a document whose kind is told, in the order of the text."""

    told: tuple[Told, ...] = ()

    @classmethod
    def of(cls, sentences: Sequence[Sentence], census: Census, people: People) -> Kinds:
        """Gather what the sentences say of their names."""
        found = [told for sentence in sentences for told in _told(sentence)]
        return cls(tuple(sorted([*found, *_company(sentences, census, people)], key=_place)))

    def name(self, sentences: Sequence[Sentence], at: int, noun: Word) -> tuple[str, Sentence] | None:
        """The one name that "the" and a noun of sentence `at` stand for, with the sentence that tells its kind."""
        alike = next((kind for kind in ALIKE if noun.lemma.lower() in kind), frozenset((noun.lemma.lower(),)))
        last = bisect_right(self.told, (sentences[at].span.start, noun.start), key=_place)
        fits = {told.head: told for told in reversed(self.told[:last]) if told.kind in alike}
        if len(fits) > 1:
            near = {w.text for s in sentences[max(0, at - BACK) : at + 1] for w in s.words if w.end <= noun.start}
            fits = {head: told for head, told in fits.items() if head in near}
        only = next(iter(fits.values())) if len(fits) == 1 else None
        return (only.name, only.sentence) if only else None


def _place(told: Told) -> tuple[int, int]:
    return told.sentence.span.start, told.sentence.span.end


def _told(sentence: Sentence) -> Iterator[Told]:
    """The names a sentence says the kind of: "the Ancon, a steamer", "the steamer Ancon", "the Ancon was a steamer"."""
    for name in sentence.words:
        if name.tag not in ("NNP", "NNPS") or name.held or name.ent not in KINDS_OF_NAME or name.dep == "compound":
            continue
        for kind in _kinds(sentence, name):
            if not person_noun(kind):
                yield Told(full_name(sentence, name), name.text, kind, sentence)


def _kinds(sentence: Sentence, name: Word) -> Iterator[str]:
    above = sentence.words[name.head]
    first = name.i
    while first and sentence.words[first - 1].tag in ("NNP", "HYPH", "CD"):
        first -= 1
    before = sentence.words[first - 1] if first else None
    if before is not None and before.tag == "NN" and sentence.words[max(0, first - 2)].lower in ("the", "a", "an"):
        yield before.lemma.lower()
    told = [a for a in sentence.kids(name.i, "appos") if a.i > name.i]
    told += sentence.kids(above.i, "attr") if name.dep in SUBJECTS and above.lemma == "be" else []
    if name.dep == "appos" and above.pos == "NOUN":
        yield above.lemma.lower()
    for noun in told:
        if any(d.lower in ("a", "an", "the") for d in sentence.kids(noun.i, "det")):
            yield _last(sentence, noun)


def _last(sentence: Sentence, noun: Word) -> str:
    """The last word of a noun phrase before what hangs on it: what the thing is, however its parts were parsed."""
    last = noun.i
    while last + 1 < len(sentence.words) and sentence.words[last + 1].tag in ("NN", "NNP", "JJ", "HYPH", "CC", "-LRB-"):
        if sentence.words[last + 1].tag == "CC" and sentence.words[last + 2 : last + 3] == ():
            break
        last += 1
    return sentence.words[last].lemma.lower()


def full_name(sentence: Sentence, name: Word) -> str:
    """A name with the words of it that stand before, "Ardent Coffee"; one told like "Harrod's" is that of a firm."""
    first = name.i
    while first and sentence.words[first - 1].tag in ("NNP", "HYPH") and sentence.words[first - 1].dep == "compound":
        first -= 1
    return written(sentence, first, called_after(sentence, name))


def called_after(sentence: Sentence, name: Word) -> int:
    """The last word of a name: the "'s" behind one that owns nothing there, "Harrod's was sold", or the name itself."""
    behind = sentence.words[name.i + 1 : name.i + 2]
    firm = bool(behind) and behind[0].tag == "POS" and behind[0].lower in ("'s", "’s") and name.dep in ITSELF
    return name.i + firm


def _company(sentences: Sequence[Sentence], census: Census, people: People) -> Iterator[Told]:
    """The company a text is about: the organisation named far more often than all others."""
    names = (w for s in sentences for w in s.words if w.tag in ("NNP", "NNPS") and w.dep != "compound")
    counts = Counter(w.text for w in names if census.label(w.text) in ("ORG", ""))
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < OFTEN or (len(ranked) > 1 and ranked[0][1] < LEADS * ranked[1][1]):
        return
    head = ranked[0][0]
    told = ((s, w) for s in sentences for w in s.words if w.text == head and called_after(s, w) > w.i)
    if firm := next(told, None):
        yield Told(full_name(*firm), head, "company", firm[0])
        return
    if any(w.text == head and people.mentioned(w.start, w.end) for s in sentences for w in s.words):
        return
    for sentence in sentences:
        named = next((w for w in sentence.words if w.text == head), None)
        if named is not None:
            last = named.i
            while last + 1 < len(sentence.words) and sentence.words[last + 1].tag in ("NNP", "NNPS"):
                last += 1
            first = full_name(sentence, named).removesuffix(named.text)
            yield Told(first + written(sentence, named.i, last), head, "company", sentence)
            return
