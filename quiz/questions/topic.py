"""What a document or section is about, as a phrase to put before a question; never a motto nor a teasing headline."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import PurePath

from quiz.documents.model import Document
from quiz.facts.cue_words import HONORIFICS
from quiz.facts.mentions import written
from quiz.facts.model import Sentence, Word
from quiz.facts.names import People
from quiz.questions.reference.kinds import full_name
from quiz.questions.reference.salience import MOMENTS

LONGEST, SHORT = 9, 4
"""Words of a title that is put before a question, letters of the shortest word that tells something."""
SHARE, FEWEST = 0.15, 3
"""The least share of the paragraphs, and the fewest of them, that speak of what a document is about."""
LEADING = 0.6
"""The part of those paragraphs that a name which leads all others needs."""
SETTING = 0.6
"""What a country or city counts for beside other names."""
NAMED_IN = 2
"""Paragraphs that hold a name which stands in the title as well."""
# The number of a chapter, part or section before its title, and what news agencies put before a headline.
NUMBER = re.compile(
    r"^(?:(?:chapter|part|section|unit|lesson|book)\s+(?:\d+|[ivxlc]+|one|two|three|four|five)\b[.:]?|"
    r"update \d+\s?[-–—]|\d+(?:\.\d+)*\.?(?=\s+[A-Z]))\s*",
    re.IGNORECASE,
)
PARTS = re.compile(r"\s[–—|-]\s|:\s|,\s(?=\d+,|who\b|which\b)", re.IGNORECASE)
# What a title asks why or how of: "Why the Nile Dispute Will Outlast the Dam".
ASKED = re.compile(
    r"^(?:why|how)\s(?P<of>the\s.+?)\s(?:will|would|is|are|was|were|has|have|had|can|could|did|does|may|might|must)\b",
    re.IGNORECASE,
)
# Words that a title has which tells a story or teases instead of naming its subject.
TEASING = frozenset(
    """
    why how what when where who whose that it they them we us our you your i my me he she his her him its their nobody
    nothing everybody everyone everything somebody someone something anybody anyone not never
    """.split()
)
# Dots that lead to the page in a table of contents.
LEADERS = re.compile(r"\.\s?\.\s?\.|…")
# Titles of sections that tell nothing of what stands in them.
EMPTY = frozenset(
    """
    introduction background overview summary conclusion conclusions discussion results methods history abstract preface
    foreword contents chapter section part context analysis outlook findings recommendations prologue epilogue
    """.split()
)
THINGS = ("ORG", "GPE", "LOC", "FAC", "PRODUCT", "WORK_OF_ART", "EVENT")


def _title(document: Document) -> str:
    """The document's title, unless it is but the name of its file."""
    name = PurePath(document.path).stem
    return "" if document.title in (name, re.sub(r"[_-]", " ", name)) else document.title


@dataclass(frozen=True, slots=True)
class Topics:
    """What a document is about, and those of its sections whose headings name something of their own.

    `subjects` are the nouns that many paragraphs speak of, `entitled` those that stand in the title as well.
    """

    document: str = ""
    sections: dict[str, str] = field(default_factory=dict)
    subjects: frozenset[str] = frozenset()
    entitled: frozenset[str] = frozenset()

    @classmethod
    def of(cls, document: Document, sentences: Sequence[Sentence], people: People) -> Topics:
        """Read the topics of a document from its headings and from what its sentences speak of."""
        parts = _parts(_title(document))
        spoken = _Spoken.of(sentences)
        told = next((part for part in parts if _plain(part) and spoken.tells(part, NAMED_IN, spoken.least)), "")
        found: dict[str, list[Sentence]] = defaultdict(list)
        for sentence in sentences:
            found[sentence.block.section].append(sentence)
        sections = {title: _section(title, within) for title, within in found.items()}
        entitled = frozenset(re.findall(r"[^\W\d_]+", document.title))
        told = told or _named_after(parts, sentences, spoken) or _leading_name(sentences, people, spoken, entitled)
        return cls(told, sections, spoken.subjects(), spoken.entitled(parts))


@dataclass(frozen=True, slots=True)
class _Spoken:
    """The common nouns and names of sentences: in how many paragraphs each stands; `least` make a subject."""

    nouns: Counter[str]
    names: Counter[str]
    least: float

    @classmethod
    def of(cls, sentences: Sequence[Sentence]) -> _Spoken:
        nouns, names, paragraphs = Counter[str](), Counter[str](), 0
        for _, paragraph in groupby(sentences, key=_block):
            words = [word for sentence in paragraph for word in sentence.words if not word.held]
            nouns.update({word.lemma.lower() for word in words if word.pos == "NOUN"})
            names.update({word.text.lower() for word in words if word.pos != "NOUN" and _may_name(word)})
            paragraphs += 1
        return cls(nouns, names, max(FEWEST, SHARE * paragraphs))

    def subjects(self) -> frozenset[str]:
        """The nouns that stand in so many paragraphs that the text is about them."""
        return frozenset(noun for noun, count in self.nouns.items() if count >= self.least)

    def entitled(self, parts: Sequence[str]) -> frozenset[str]:
        """The nouns that stand in the parts of a title."""
        words = (w for part in parts for w in re.findall(r"[\w’'-]+", part))
        return frozenset(form for w in words for form in _singular(w) if form in self.nouns)

    def tells(self, title: str, named: int, least: float) -> bool:
        """Whether a title has a noun that stands in so many paragraphs at least, or a name that does."""
        words = re.findall(r"[\w’'-]+", title)
        return any(
            (w[:1].isupper() and self.names[_bare(w)] >= named)
            or any(self.nouns[form] >= least for form in _singular(w) if form not in MOMENTS)
            for w in words
        )


def _block(sentence: Sentence) -> int:
    return sentence.block.span.start


def _may_name(word: Word) -> bool:
    """Whether a word has a capital that is not that of its sentence, nor of a date."""
    return word.text[:1].isupper() and bool(word.i or word.tag == "NNP") and word.ent != "DATE"


def _section(title: str, sentences: Sequence[Sentence]) -> str:
    """The heading of a section if it names somebody or something told there, or two kinds of thing and no more."""
    part = next(iter(_parts(title)), "")
    if not _plain(part):
        return ""
    spoken = _Spoken.of(sentences)
    words = [w for w in re.findall(r"[\w’'-]+", part) if len(w) >= SHORT]
    if any(w[:1].isupper() and _bare(w) in spoken.names and not _common(w, spoken) for w in words):
        return part
    known = all(any(form in spoken.nouns and form not in EMPTY for form in _singular(w)) for w in words)
    return part if known and len(words) > 1 else ""


def _common(word: str, spoken: _Spoken) -> bool:
    """Whether a word in capitals is a common noun of the text."""
    return word.isupper() and any(form in spoken.nouns for form in _singular(word))


def _bare(word: str) -> str:
    return re.sub(r"[’']s?$", "", word.lower())


def _singular(word: str) -> tuple[str, ...]:
    low = word.lower()
    return low, low.removesuffix("s"), low.removesuffix("es"), re.sub("ies$", "y", low)


def _plain(part: str) -> bool:
    """Whether a part of a title says something, and neither tells a story nor teases."""
    return _says(part) and not any(w.lower() in TEASING for w in re.findall(r"[\w’'-]+", part))


def _parts(title: str) -> list[str]:
    """The parts of a title in order; of one that asks why or how, what it asks of."""
    parts = [part.strip(" .:;,") for part in PARTS.split(NUMBER.sub("", title))]
    return [asked["of"][:1].upper() + asked["of"][1:] if (asked := ASKED.match(part)) else part for part in parts]


def _says(part: str) -> bool:
    words = re.findall(r"[\w’'-]+", part)
    idle = all(w.lower() in EMPTY or len(w) < 4 for w in words)
    return 1 <= len(words) <= LONGEST and not (LEADERS.search(part) or idle or part.endswith("?"))


def _named_after(parts: Sequence[str], sentences: Sequence[Sentence], spoken: _Spoken) -> str:
    """The name told with a noun of the title that the document speaks of throughout: "the Burnt Creek fire"."""
    words = {form for part in parts for w in re.findall(r"[\w’'-]+", part) for form in _singular(w)} - MOMENTS
    kinds = {w for w in words if spoken.nouns[w] >= spoken.least}
    found = Counter[str]()
    for sentence in sentences:
        for noun in sentence.words:
            first = noun.i
            while first and sentence.words[first - 1].tag == "NNP" and sentence.words[first - 1].dep == "compound":
                first -= 1
            known = first and sentence.words[first - 1].lower == "the"
            if noun.tag == "NN" and first < noun.i and known and noun.lemma.lower() in kinds and not noun.held:
                found[written(sentence, first, noun.i)] += 1
    return f"The {max(found)}" if len(found) == 1 else ""


def _leading_name(sentences: Sequence[Sentence], people: People, spoken: _Spoken, entitled: AbstractSet[str]) -> str:
    """The name of a thing or place that more paragraphs hold than any other; "" if none stands in enough of them."""
    told: dict[str, Counter[str]] = defaultdict(Counter)
    full: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence, name in _names(sentences):
        full[name.text][full_name(sentence, name)] += 1
        person = people.mentioned(name.start, name.end) and name.ent != "GPE"
        told[name.text]["PERSON" if person else name.ent] += 1
    fit = [
        text
        for text, labels in told.items()
        if any(labels[label] for label in THINGS)
        and sum(labels[label] for label in (*THINGS, "")) * 2 > labels.total()
        and text.lower() not in HONORIFICS
        and text.lower() not in spoken.nouns
        and spoken.names[text.lower()] >= max(FEWEST, LEADING * spoken.least)
    ]
    leading = max(
        fit, key=lambda text: (text in entitled, _weight(told[text]) * spoken.names[text.lower()]), default=""
    )
    return full[leading].most_common(1)[0][0] if leading else ""


def _weight(labels: Counter[str]) -> float:
    """Less for a country or city, which more texts are set in than are about."""
    return SETTING if labels["GPE"] * 2 > labels.total() else 1.0


def _names(sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, Word]]:
    for sentence in sentences:
        for word in sentence.words:
            if word.tag in ("NNP", "NNPS") and not word.held and word.dep != "compound" and word.text[:1].isupper():
                yield sentence, word
