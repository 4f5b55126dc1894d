"""Speakers that are no single person's name: two who spoke together, documents, inquiries under somebody's chair."""

from __future__ import annotations

from collections.abc import Sequence

from quiz.facts.agents import agent
from quiz.facts.human_nouns import GROUPS, gender_told, person_noun
from quiz.facts.mentions import written
from quiz.facts.model import Sentence, Word
from quiz.facts.names import People, Person
from quiz.facts.organisations import is_kind, organisation
from quiz.facts.prominence import persons_in

DOCUMENTS = frozenset(
    """
    oath charter declaration constitution manifesto covenant edict proclamation decree statute pact convention treaty
    creed bible koran qur’an quran talmud torah almanac chronicle annals ordinance memorial petition protocol
    """.split()
)
"""Last words of the names of documents that are quoted as if they spoke."""
PARTS = frozenset("article clause section paragraph preamble line verse chapter passage sentence one".split())
ORDERED = frozenset("first second third fourth fifth last next".split())
CHAIRED = frozenset("chair lead head direct conduct run".split())
FIRMS = frozenset("company firm startup retailer airline carmaker bank manufacturer brewer builder".split())
BACK = 4
"""Sentences before one with "they" in which two persons may be named who are meant."""


def joint(sentence: Sentence, word: Word, people: People) -> str:
    """The two persons named together where the mention of a speaker is one of them: "Nils Bay and Ulla Roos"; or ""."""
    others = [w for w in sentence.kids(word.i, "conj") if w.tag == "NNP" and w.i > word.i]
    linked = {c.lower for c in sentence.kids(word.i, "cc")}
    if len(others) != 1 or linked != {"and"} or sentence.kids(others[0].i, "conj"):
        return ""
    first, second = (people.mentioned(w.start, w.end) for w in (word, others[0]))
    given = sentence.words[others[0].i - 1]
    told = f"{given.text} {others[0].text}" if given.tag == "NNP" and given.head == others[0].i else ""
    other = second.shown if second else told
    return f"{first.shown} and {other}" if first and other and first is not second else ""


def they(sentences: Sequence[Sentence], at: int, people: People) -> tuple[str, Sentence] | None:
    """The two persons that "they" of a sentence goes back to, in its paragraph, and the sentence that names them."""
    for sentence in reversed(sentences[max(0, at - BACK) : at]):
        if sentence.block is not sentences[at].block:
            return None
        pairs = [found for word in sentence.words if word.tag == "NNP" and (found := joint(sentence, word, people))]
        if pairs:
            return (pairs[0], sentence) if len(pairs) == 1 else None
        if any(w.tag == "NNS" and w.dep in ("nsubj", "nsubjpass") for w in sentence.words):
            return None
    return None


def the_one(sentences: Sequence[Sentence], at: int, word: Word, people: People) -> tuple[Person, Sentence] | None:
    """The only person of a paragraph so far, whom "the ecologist" stands for, and the sentence that names them."""
    sentence = sentences[at]
    the = [d.lower for d in sentence.kids(word.i, "det")] == ["the"] and not sentence.kids(
        word.i, "prep", "relcl", "acl"
    )
    if not the or word.tag != "NN" or not person_noun(word.lemma) or word.lemma in GROUPS:
        return None
    near = [s for s in sentences[max(0, at - BACK) : at + 1] if s.block is sentence.block and not s.spoken]
    named = [(p, w, s) for s in near for p, w in persons_in(s, people) if s is not sentence or w.i < word.i]
    gender = gender_told(word.lemma)
    fits = {id(person) for person, _, _ in named}
    if len(fits) != 1 or named[0][1].dep not in ("nsubj", "nsubjpass") or (named[0][2] is sentence):
        return None
    person, _, told = named[0]
    return (person, told) if gender in ("", person.gender) or not person.gender else None


def the_firm(sentences: Sequence[Sentence], at: int, word: Word, people: People) -> tuple[str, Sentence] | None:
    """The only firm of a paragraph so far, whom "the company" stands for, and the sentence that names it."""
    sentence = sentences[at]
    the = [d.lower for d in sentence.kids(word.i, "det")] == ["the"] and word.tag == "NN" and word.lower in FIRMS
    if not the or sentence.kids(word.i, "prep", "relcl", "acl", "amod", "compound"):
        return None
    near = [s for s in sentences[max(0, at - BACK) : at] if s.block is sentence.block and not s.spoken]
    found: dict[str, tuple[Word, Sentence]] = {}
    for before in (*near, sentence):
        for name in before.names:
            head = before.words[name.last]
            fits = name.label == "ORG" and people.mentioned(head.start, head.end) is None
            if fits and (before is not sentence or name.last < word.i):
                found.setdefault(organisation(before, name.last), (head, before))
    if len(found) != 1:
        return None
    firm, (head, told) = next(iter(found.items()))
    subject = told.words[head.head] if head.dep == "appos" else head
    named = bool(firm) and not any(map(is_kind, firm.split()))
    return (firm, told) if named and subject.dep in ("nsubj", "nsubjpass") else None


def work(sentence: Sentence, word: Word) -> str:
    """The document that is said to speak: "the Orm Charter", also by a part: "the last of its articles"; or ""."""
    if word.tag == "NNP" and word.lower in DOCUMENTS:
        return _named(sentence, word)
    part = word.lower in ORDERED or word.lemma in PARTS
    of = [p for prep in sentence.kids(word.i, "prep") if prep.lower == "of" for p in sentence.kids(prep.i, "pobj")]
    if not part or (of and of[0].lower not in ("them", "these", "it") and of[0].lemma not in PARTS):
        named = part and of and of[0].tag == "NNP" and of[0].lower in DOCUMENTS
        return _named(sentence, of[0]) if named else ""
    subjects = [w for w in sentence.words[: word.i] if w.dep in ("nsubj", "nsubjpass") and w.lower in DOCUMENTS]
    return _named(sentence, subjects[0]) if len(subjects) == 1 and subjects[0].tag == "NNP" else ""


def _named(sentence: Sentence, word: Word) -> str:
    """The name of a document with its article; "" where it is no name."""
    first = word.i
    while first and sentence.words[first - 1].tag in ("NNP", "NNPS"):
        first -= 1
    article = first and sentence.words[first - 1].lower == "the"
    return f"the {written(sentence, first, word.i)}" if article and first < word.i else ""


def inquiry(sentences: Sequence[Sentence], at: int) -> tuple[Word, Word] | None:
    """What "its" goes back to where the sentence before has an inquiry as its subject: that, and who chaired it.

    "The inquiry, chaired by Dame Ulla Roos, reported in May. Its conclusion was that ...".
    """
    before = sentences[at - 1] if at else None
    if before is None or before.block is not sentences[at].block:
        return None
    root = before.root()
    for subject in before.kids(root.i, "nsubj", "nsubjpass") or [root]:
        for verb in (w for w in before.kids(subject.i, "acl") if w.lemma in CHAIRED):
            if chair := agent(before, verb):
                return subject, chair
    return None
