"""Who the mention of a speaker means: the fullest name the document gives, the passage that tells so, and the role."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

from quiz.documents.model import Span
from quiz.facts.agents import agent, apposed, explained
from quiz.facts.cue_words import ABOUT, CUE_NOUNS, GIVING, HONORIFICS, ROLE
from quiz.facts.kin import KIN
from quiz.facts.links import Attribution, Link
from quiz.facts.mentions import written
from quiz.facts.model import Quote, Sentence, Word
from quiz.facts.name_forms import EDGE
from quiz.facts.names import People, Person
from quiz.facts.organisations import organisation
from quiz.facts.prominence import MARGIN, PERSONAL, titled
from quiz.facts.reference import antecedent
from quiz.facts.unnamed import inquiry, joint, the_firm, the_one, they, work

LONGEST_ROLE = 9
"""Words: a longer apposition tells a story."""
OWN = frozenset("his her its their my our your this that these those who whose".split())
UNNAMED = ("they", "it", "its")
ROLE_TAGS = ("NN", "NNP", "NNPS", "JJ", "VBN", "POS", "HYPH", "CD", "DT")
ADDRESS = frozenset("mr mrs ms miss dr sir saint st".split())


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker's fullest name, the person where it is one, and the passage that resolves a mention by pronoun."""

    name: str
    person: Person | None = None
    evidence: Span | None = None


def speaker(
    sentences: Sequence[Sentence], at: int, mention: Word, people: People, margin: float = MARGIN
) -> Speaker | None:
    """Whom a mention in sentence `at` names; None where nobody is named or two people could be meant.

    `margin` is the lead in score that a pronoun's first candidate needs over the second.
    """
    sentence = sentences[at]
    word = apposed(sentence, mention)
    if word.lower in PERSONAL:
        who = antecedent(sentences, at, word, people, margin)
        if who is None:
            return None
        return Speaker(who.person.shown, who.person, who.sentence.span if who.sentence is not sentence else None)
    if word.lower in UNNAMED:
        return _unnamed(sentences, at, word, people, margin)
    if document := work(sentence, word):
        return Speaker(document)
    if pair := joint(sentence, word, people):
        return Speaker(pair)
    if kin := _namesake(sentence, word):
        return Speaker(kin)
    person = people.mentioned(word.start, word.end)
    if person is None and (found := _by_noun(sentences, at, word, people)):
        return found
    if person:
        unsure = margin and _bare_surname(sentence, word, person) and people.ambiguous(person, word.start)
        return None if unsure else Speaker(person.shown, person)
    name = organisation(sentence, word.i)
    full, told = people.in_full(name)
    shared = any(p.surname == word.text for p in people.called(word.text))  # a surname of two
    return Speaker(full, evidence=told) if full and not shared else None


def _by_noun(sentences: Sequence[Sentence], at: int, word: Word, people: People) -> Speaker | None:
    """Whom "the bishop", "the ecologist" or "the company" means, where a document or paragraph has named but one."""
    if person := _titled(sentences[at], word, people):
        told = bisect_right(sentences, (person.full or [person.mentions[0][0]])[0], key=lambda s: s.span.start) - 1
        return Speaker(person.shown, person, sentences[told].span if 0 <= told != at else None)
    if found := the_one(sentences, at, word, people):
        return Speaker(found[0].shown, found[0], found[1].span)
    firm = the_firm(sentences, at, word, people)
    return Speaker(firm[0], evidence=firm[1].span) if firm else None


def _unnamed(sentences: Sequence[Sentence], at: int, word: Word, people: People, margin: float) -> Speaker | None:
    """Whom "they", "it" and "its" mean, where these speak: a pair, a writer, the chair of an inquiry."""
    if word.lower == "they":
        pair = they(sentences, at, people)
        return Speaker(pair[0], evidence=pair[1].span) if pair else None
    if word.lower == "it":
        return _writer(sentences, at, word, people, margin) or _body(sentences, at, people)
    found = inquiry(sentences, at)
    chair = speaker(sentences, at - 1, found[1], people, margin) if found else None
    return replace(chair, evidence=chair.evidence or sentences[at - 1].span) if chair else None


def _body(sentences: Sequence[Sentence], at: int, people: People) -> Speaker | None:
    """The body that "it" goes on from, the subject of the sentence before: "The Orm Herald was scathing"."""
    before = sentences[at - 1] if at else None
    if before is None or before.block.section != sentences[at].block.section:
        return None
    subjects = before.kids(before.root().i, "nsubj")
    name = organisation(before, subjects[0].i) if len(subjects) == 1 and subjects[0].tag == "NNP" else ""
    full, told = people.in_full(name)
    named = name.startswith("the ") and people.mentioned(subjects[0].start, subjects[0].end) is None
    return Speaker(full, evidence=told or before.span) if named else None


def _namesake(sentence: Sentence, word: Word) -> str:
    """The name with its title of one told apart from a namesake: "Dr. Wills, the father"."""
    told = any(w.lower in KIN and sentence.kids(w.i, "det") for w in sentence.kids(word.i, "appos"))
    titled = word.i and word.tag == "NNP" and sentence.words[word.i - 1].lower.strip(".") in HONORIFICS
    return written(sentence, word.i - 1, word.i) if told and titled else ""


def _writer(sentences: Sequence[Sentence], at: int, word: Word, people: People, margin: float) -> Speaker | None:
    """Who wrote what "it" is that is quoted: "He had composed a farewell. “These are ...,” it begins."."""
    before = sentences[at - 1] if at else None
    if owner := _owner_of_text(sentences[at], word.i):
        return speaker(sentences, at, owner, people, margin)
    if before is None or before.block is not sentences[at].block:
        return None
    if owner := _owner_of_text(before, len(before.words)):
        return _told_before(speaker(sentences, at - 1, owner, people, margin), before)
    for verb in (w for w in before.words if w.lemma in GIVING and w.pos == "VERB"):
        text = any(w.lemma in CUE_NOUNS for w in before.kids(verb.i, "dobj"))
        writer = agent(before, verb) if text else None
        if writer and writer.lower != "it" and (found := speaker(sentences, at - 1, writer, people, margin)):
            return _told_before(found, before)
    return None


def _told_before(found: Speaker | None, before: Sentence) -> Speaker | None:
    """A speaker whom the sentence before tells of."""
    return replace(found, evidence=found.evidence or before.span) if found else None


def _owner_of_text(sentence: Sentence, end: int) -> Word | None:
    """Whose text the last subject before a word is: "his report fills a page, and it begins"."""
    subjects = [w for w in sentence.words[:end] if w.dep in ("nsubj", "nsubjpass") and w.lower not in ("it", "which")]
    text = subjects[-1] if subjects and subjects[-1].lemma in CUE_NOUNS | ABOUT else None
    return next(iter(sentence.kids(text.i, "poss")), None) if text else None


def _bare_surname(sentence: Sentence, word: Word, person: Person) -> bool:
    """Whether a surname stands without a given name: "Keller", not "Anna Keller"."""
    before = sentence.words[word.i - 1].text if word.i else ""
    return word.text == person.surname and before not in person.name.split()


def quote_of(sentences: Sequence[Sentence], at: int, found: Attribution, inner: Span, people: People) -> Quote | None:
    """The quote of an attribution of sentence `at`; None where nobody is named."""
    who = speaker(sentences, at, found.speaker, people)
    if who is None:
        return None
    word = apposed(sentences[at], found.speaker)
    cue = None if found.link is Link.signed else found.cue.i
    return Quote((inner,), who.name, sentences[at], cue, Span(word.start, word.end), who.evidence)


def _titled(sentence: Sentence, word: Word, people: People) -> Person | None:
    """The person with the title, where one is meant and not just any: "the bishop", not "a bishop"."""
    if any(d.lower in ("a", "an", "one", "another", "no", "some") for d in sentence.kids(word.i, "det", "nummod")):
        return None
    return titled(sentence, word, people)


def role(sentences: Sequence[Sentence], starts: Sequence[int], person: Person) -> str:
    """What the document says a person is, beside the first mention that says so: "former ambassador to France"."""
    for start, end in person.mentions:
        at = bisect_right(starts, start) - 1
        if at < 0:
            continue
        words = [w for w in sentences[at].words if w.start >= start and w.end <= end and not w.held]
        if words and (found := _beside(sentences[at], words, frozenset(person.name.split()))):
            return found
    return ""


def _beside(sentence: Sentence, name: Sequence[Word], own: Container[str]) -> str:
    """The apposition behind a name, the noun it is set beside, or the words that lead up to it."""
    inside = {w.i for w in name}
    head = next((w for w in name if w.head not in inside or w.head == w.i), name[-1])
    for child in sentence.kids(head.i, "appos"):
        if _is_role(child) and child.i > name[-1].i and (found := _phrase(sentence, child)):
            return found
    noun = explained(sentence, head)
    if noun and _is_role(noun) and (found := _phrase(sentence, noun, name[0].i)):
        return found
    return _leading(sentence, name[0].i, own)


def _is_role(word: Word) -> bool:
    """Whether a word says what somebody is: a noun for people or a title."""
    title = word.lower.strip(".") in HONORIFICS
    return (word.tag == "NN" and bool(title or ROLE.search(word.lower))) or (word.tag == "NNP" and title)


def _phrase(sentence: Sentence, noun: Word, end: int | None = None) -> str:
    """A noun phrase without clauses and further appositions; "" where it is long or points elsewhere."""
    dropped = {
        i for c in sentence.kids(noun.i, "relcl", "acl", "appos", "punct", "cc", "conj") for i in sentence.subtree(c.i)
    }
    kept = [i for i in sentence.subtree(noun.i) if i not in dropped and (end is None or i < end)]
    if not kept or kept[-1] - kept[0] != len(kept) - 1:
        return ""
    return _clean(sentence, kept[0], kept[-1])


def _leading(sentence: Sentence, first: int, own: Container[str]) -> str:
    """The words right before a name, to its last title or noun: "the Norwegian historian Olav Dahl"."""
    while first > 0 and sentence.words[first - 1].text in own:
        first -= 1
    at = first
    while at > 0 and sentence.words[at - 1].tag in ROLE_TAGS and not sentence.words[at - 1].held:
        at -= 1
        if sentence.words[at].tag == "DT":
            break
    last = sentence.words[first - 1] if at < first else None
    if at and sentence.words[at - 1].lower in OWN:
        return ""
    if last is None or not _is_role(last) or last.lower.strip(".") in ADDRESS:
        return ""
    return _clean(sentence, at, first - 1)


def _clean(sentence: Sentence, first: int, last: int) -> str:
    words = sentence.words[first : last + 1]
    if not words or any(w.held or w.lower in OWN for w in words):
        return ""
    if words[0].tag == "DT":
        first, words = first + 1, words[1:]
    nouns = [w for w in words if w.tag in ("NN", "NNP")]
    if not nouns or len(words) > LONGEST_ROLE or words[-1].tag in ("DT", "POS", "IN", "CD") or words[-1].ent == "DATE":
        return ""
    return re.sub(r"\s+", " ", written(sentence, first, last)).strip(EDGE)
