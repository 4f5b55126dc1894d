"""What a document or section is about, as a phrase to put before a question; never a motto nor a teasing headline."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from quiz.documents.model import BlockKind, Document
from quiz.facts.cue_words import HONORIFICS
from quiz.facts.mentions import written
from quiz.facts.model import Sentence, Word
from quiz.facts.names import People
from quiz.questions.reference.kinds import called_after, full_name
from quiz.questions.reference.salience import MOMENTS
from quiz.questions.reference.titles import (
    FEWEST,
    INSTITUTIONS,
    LEADING,
    WORDS,
    Spoken,
    Topic,
    entitled_name,
    has_people,
    institution,
    is_continent,
    kind_of_name,
    phrase_of,
    singular,
)

PARTS = re.compile(r"\s[–—|-]\s|:\s|[;,]\s")
AHEAD, SET_IN = 1.5, 0.5
"""How many more paragraphs hold a name that leads without a title than hold any other such name; and the share of them
that hold a place without a people of its own, in which more texts are set than are about."""
THINGS = ("ORG", "GPE", "LOC", "FAC", "PRODUCT", "WORK_OF_ART", "EVENT")


@dataclass(frozen=True, slots=True)
class Topics:
    """What a document is about, and those of its sections whose headings name something of their own.

    `subjects` are the nouns that many paragraphs speak of, `entitled` those that stand in the title as well.
    """

    document: Topic = field(default_factory=Topic)
    sections: Mapping[str, Topic] = field(default_factory=dict)
    subjects: frozenset[str] = frozenset()
    entitled: frozenset[str] = frozenset()

    @classmethod
    def of(cls, document: Document, sentences: Sequence[Sentence], people: People) -> Topics:
        """Read the topics of a document from its headings and from what its sentences speak of."""
        parts = [part for title in _titles(document) for part in PARTS.split(title)]
        spoken = Spoken.of(sentences)
        within: dict[str, list[Sentence]] = defaultdict(list)
        for sentence in sentences:
            within[sentence.block.section].append(sentence)
        sections = {title: found for title, told in within.items() if (found := _section(title, told, people)).name}
        told = (
            entitled_name(parts, spoken, people)
            or institution(parts, spoken)
            or _named_after(parts, sentences, spoken)
            or phrase_of(parts, spoken)
            or _leading_name(sentences, people, spoken)
        )
        return cls(_firm(told or Topic(), sentences), sections, spoken.subjects(), spoken.entitled(parts))


def _firm(topic: Topic, sentences: Sequence[Sentence]) -> Topic:
    """A topic, or for the name of a person that the text tells of as a firm ("Harrod's was sold") the firm."""
    if topic.kind != "person" or " " in topic.name:
        return topic
    told = (full_name(s, w) for s in sentences for w in s.words if w.text == topic.name and called_after(s, w) > w.i)
    return Topic(firm, "thing") if (firm := next(told, "")) else topic


def _titles(document: Document) -> Iterator[str]:
    """The titles of a document, unless they are but the name of its file; else the heading it begins with."""
    name = PurePath(document.path).stem
    if document.title not in (name, re.sub(r"[_-]", " ", name)):
        yield document.title
    for block in document.blocks:
        if block.kind is BlockKind.title:
            yield document.text[block.span.start : block.span.end]
        elif block.kind is BlockKind.body:
            return


def _section(title: str, sentences: Sequence[Sentence], people: People) -> Topic:
    """What a section is about whose heading is a name that it speaks of itself."""
    spoken = Spoken.of(sentences)
    words = " ".join(word for word in WORDS.findall(title) if word.lower() != "the")
    found = entitled_name([words], spoken, people)
    return found if found and found.name.removeprefix("the ").lower() == words.lower() else Topic()


def _named_after(parts: Sequence[str], sentences: Sequence[Sentence], spoken: Spoken) -> Topic | None:
    """The name told with a noun of the title that the document speaks of throughout: "the Burnt Creek fire"."""
    words = {form for part in parts for w in WORDS.findall(part) for form in singular(w)} - MOMENTS
    kinds = {w for w in words if spoken.nouns[w] >= spoken.least}
    found: set[str] = set()
    for sentence in sentences:
        for noun in sentence.words:
            first = noun.i
            while first and sentence.words[first - 1].tag == "NNP" and sentence.words[first - 1].dep == "compound":
                first -= 1
            known = first and sentence.words[first - 1].lower == "the"
            if noun.tag == "NN" and first < noun.i and known and noun.lemma.lower() in kinds and not noun.held:
                found.add(written(sentence, first, noun.i))
    return Topic(f"the {found.pop()}", "thing") if len(found) == 1 else None


def _leading_name(sentences: Sequence[Sentence], people: People, spoken: Spoken) -> Topic | None:
    """The name of a thing or place that far more paragraphs hold than any other, and many of them."""
    full: dict[str, Counter[str]] = defaultdict(Counter)
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence, name in _names(sentences):
        person = people.mentioned(name.start, name.end) and name.ent != "GPE"
        full[name.text][full_name(sentence, name)] += 1 + (name.dep != "poss")
        labels[name.text]["PERSON" if person else name.ent] += 1
    fit = [
        name
        for name, told in labels.items()
        if sum(told[label] for label in (*THINGS, "")) * 2 > told.total()
        and not told["NORP"]
        and not (name in INSTITUTIONS or name.lower() in HONORIFICS or name.lower() in spoken.nouns)
    ]
    ranked = sorted(fit, key=lambda name: (-spoken.names[name.lower()], name))
    counts = [spoken.names[name.lower()] for name in (*ranked[:2], "")]
    if not ranked or counts[0] < max(FEWEST, LEADING * spoken.paragraphs, AHEAD * counts[1]):
        return None
    first, told = ranked[0], labels[ranked[0]]
    written_out = full[first].most_common(1)[0][0]
    located = (told["GPE"] + told["LOC"]) * 2 > told.total() and not has_people(first, spoken)
    spots = spoken.told([first])
    alone = [(s, i) for s, i in spots if s.words[i].dep != "compound"]
    generic = 2 * sum(i > 0 and s.words[i - 1].lower == "the" for s, i in alone) > len(alone)
    if generic or is_continent(written_out.split()) or (located and counts[0] < SET_IN * spoken.paragraphs):
        return None
    return Topic(written_out, kind_of_name(spots, 1, spoken, people) if written_out == first else "")


def _names(sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, Word]]:
    for sentence in sentences:
        for word in sentence.words:
            if word.tag in ("NNP", "NNPS") and not word.held and word.dep != "compound" and word.text[:1].isupper():
                yield sentence, word
