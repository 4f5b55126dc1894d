"""The names and phrases of a title that its text speaks of too."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from quiz.facts.cue_words import HONORIFICS
from quiz.facts.mentions import written
from quiz.facts.model import Sentence, Word
from quiz.facts.names import People
from quiz.facts.pairs import Pairs
from quiz.questions.reference.census import REPORTING
from quiz.questions.reference.salience import MOMENTS

LONGEST, PHRASE = 16, 5
"""Words of a title that are read, and words of a phrase in it."""
SHARE, FEWEST = 0.15, 3
"""The least share of the paragraphs, and the fewest of them, that speak of what a document is about."""
LEADING = 0.3
"""The share of the paragraphs that hold what no title has, or only in passing."""
NAMED_IN = 2
"""Paragraphs that hold what stands in the title as well."""
TITLED = 0.12
"""The share of the paragraphs that hold a name of the title, unless it is a person's, who is mostly "she"."""
UPPER = "[A-ZÀ-ÖØ-Þ]"
WORDS = re.compile(r"[^\W_]+(?:[.’'&-][^\W_]+)*")
SMALL = frozenset(
    """
    a an the and or nor but of in on at to by for from with as into over under off between among against behind beyond
    """.split()
)
# "Japan and the world" is about Japan, "The lights of Zambia" not only.
BEHIND = SMALL - {"a", "an", "the", "and", "or", "nor", "but"}
INSTITUTIONS = frozenset(
    """
    Department Ministry Minister Council Committee Company Government Board Assembly Parliament Commission Court Church
    Crown State Republic Congress Senate Union Party Bank Society Institute University Office Agency Bureau Fund Act
    Auditor Celsius Fahrenheit President King Queen Emperor Governor Director Treasury House Bill Report
    Authority Programme Program Scheme Project Agent Service Corporation Association Centre Center Group Trust
    Earth Sun Moon World Who What When BC BCE AD CE GMT UTC
    January February March April May June July August September October November December
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday
    """.split()
)
"""Words in capitals that alone name nobody and nothing."""
CONTINENTS = frozenset("Europe Asia Africa America Americas Australasia Oceania West East".split())
"""What a title names to say where its subject lies: a text is about a part of it."""
Spot = tuple[Sentence, int]
"""A word in its sentence."""


@dataclass(frozen=True, slots=True)
class Topic:
    """What a text is about as people call it: "the Panama Canal", "South Korea"; `kind` is place, person or thing.

    A thing is one that the text has a noun for: "the Mura dam"; all else is of no kind.
    """

    name: str = ""
    kind: str = ""

    @property
    def lead(self) -> str:
        """What stands before a question: "In South Korea," or "The Panama Canal:"."""
        if self.kind == "place":
            return f"In {self.name},"
        return f"{self.name[:1].upper()}{self.name[1:]}:" if self.name else ""


@dataclass(frozen=True, slots=True)
class Spoken:
    """The common nouns and names of sentences: in how many paragraphs each stands; `least` make a subject.

    `spots` are the places of every word in small letters: the index of the sentence, and that of the word in it.
    """

    sentences: Sequence[Sentence]
    nouns: Counter[str]
    names: Counter[str]
    spots: Mapping[str, Pairs]
    paragraphs: int

    @classmethod
    def of(cls, sentences: Sequence[Sentence]) -> Spoken:
        """Read what sentences speak of outside of quotations."""
        nouns, names, paragraphs = Counter[str](), Counter[str](), 0
        spots = defaultdict[str, Pairs](Pairs)
        for _, paragraph in groupby(enumerate(sentences), key=_block):
            words = [(at, word) for at, sentence in paragraph for word in sentence.words if not word.held]
            for at, word in words:
                spots[word.lower].append((at, word.i))
            nouns.update({word.lemma.lower() for _, word in words if word.pos == "NOUN"})
            names.update({word.lower for _, word in words if word.pos != "NOUN" and _may_name(word)})
            paragraphs += 1
        return cls(sentences, nouns, names, spots, paragraphs)

    @property
    def least(self) -> float:
        """The paragraphs that speak of a subject."""
        return max(FEWEST, SHARE * self.paragraphs)

    def subjects(self) -> frozenset[str]:
        """The nouns that stand in so many paragraphs that the text is about them."""
        return frozenset(noun for noun, count in self.nouns.items() if count >= self.least)

    def entitled(self, parts: Sequence[str]) -> frozenset[str]:
        """The nouns that stand in the parts of a title."""
        return frozenset(form for part in parts for w in WORDS.findall(part) for form in singular(w) & set(self.nouns))

    def told(self, phrase: Sequence[str]) -> list[Spot]:
        """The first words of all places where words stand one behind the other."""
        low = [word.lower() for word in phrase]
        spots = ((self.sentences[at], i) for at, i in self.spots.get(low[0], ()))
        return [(sentence, i) for sentence, i in spots if [w.lower for w in sentence.words[i : i + len(low)]] == low]


def _block(placed: tuple[int, Sentence]) -> int:
    return placed[1].block.span.start


def _may_name(word: Word) -> bool:
    """Whether a word has a capital that is neither its sentence's nor a date's."""
    return word.text[:1].isupper() and bool(word.i or word.tag == "NNP") and word.ent != "DATE"


@dataclass(frozen=True, slots=True)
class Window:
    """Words of a title: the words before and behind them, and whether a preposition stands anywhere before."""

    words: tuple[str, ...]
    before: str
    behind: str
    subordinate: bool

    def alone(self) -> bool:
        """Whether no noun can stand beside them: "Chapter 11. Malaria", not "Household Energy Use"."""
        beside = {word.lower() for word in (self.before, self.behind) if not word.isdigit()}
        return beside <= SMALL | {""}

    @classmethod
    def of(cls, part: str) -> Iterator[Window]:
        """The phrases in a part of a title that begin and end with no small word, the longest first."""
        words = [re.sub(r"[’']s?$", "", word) for word in WORDS.findall(part)[:LONGEST]]
        for length in range(min(PHRASE, len(words)), 0, -1):
            for at in range(len(words) - length + 1):
                found = tuple(words[at : at + length])
                if found[0].lower() not in SMALL and found[-1].lower() not in SMALL:
                    following = words[at + length] if at + length < len(words) else ""
                    yield cls(
                        found, words[at - 1] if at else "", following, any(w.lower() in BEHIND for w in words[:at])
                    )


def entitled_name(parts: Sequence[str], spoken: Spoken, people: People) -> Topic | None:
    """The longest name of the title that the text has too: "South Korea"; with its noun, "the Mura dam"."""
    for part in parts:
        for window in Window.of(part):
            spots = spoken.told(window.words)
            paragraphs = spoken.names[window.words[-1].lower()]
            if is_continent(window.words) or not spots or paragraphs < NAMED_IN:
                continue
            if not _is_name(spots, len(window.words)):
                continue
            if noun := _its_noun(window, spoken):
                return Topic(f"the {_written(spots, len(window.words)).removeprefix('the ')} {noun}", "thing")
            if not window.subordinate or paragraphs >= LEADING * spoken.paragraphs:
                whole = part if people.find(part) else _written(spots, len(window.words))
                kind = kind_of_name(spots, len(window.words), spoken, people)
                if kind == "person" or paragraphs >= TITLED * spoken.paragraphs:
                    return Topic(whole, kind)
    return None


def _its_noun(window: Window, spoken: Spoken) -> str:
    """The noun behind a name in the title that the text speaks of too, as it is written beside the name there."""
    noun = window.behind.lower()
    if noun in MOMENTS | REPORTING or spoken.nouns[noun] < NAMED_IN:
        return ""
    if window.behind[0].isupper() and noun in spoken.names:
        return window.behind
    beside = spoken.told((*window.words, noun))
    return beside[0][0].words[beside[0][1] + len(window.words)].text if beside else noun


def is_continent(words: Sequence[str]) -> bool:
    """Whether words name a continent or a part of one: "Southern Europe", but not "South Africa"."""
    return words[-1] in CONTINENTS and len(words) < FEWEST and tuple(words) != ("South", "Africa")


def institution(parts: Sequence[str], spoken: Spoken) -> Topic | None:
    """A title that is the full name of what the text calls "the Scheme"."""
    for part in parts:
        words = WORDS.findall(part)
        last = words[-1] if words else ""
        small = SMALL & {word.lower() for word in words[1:]}
        capital = all(word[:1].isupper() for word in words) and not last.isupper()
        named = last in INSTITUTIONS and 1 < len(words) <= PHRASE + 1 and capital and not small
        if named and spoken.names[last.lower()] >= spoken.least:
            return Topic(f"the {part.strip().removeprefix('The ')}")
    return None


def _is_name(spots: Sequence[Spot], length: int) -> bool:
    """Whether words are as a rule a name: neither a people's, nor a date, nor one that many things bear."""
    named = 0
    for sentence, i in spots:
        words = sentence.words[i : i + length]
        last = words[-1]
        proper = last.tag in ("NNP", "NNPS") and all(w.text[:1].isupper() or w.lower in SMALL for w in words)
        around = (i - 1, last.i + 1)
        whole = not any(0 <= at < len(sentence.words) and sentence.words[at].tag == "NNP" for at in around)
        common = all(w.text in INSTITUTIONS or w.lower in HONORIFICS for w in words)
        named += proper and whole and not common and last.ent not in ("NORP", "DATE", "CARDINAL", "ORDINAL")
    return named * 2 > len(spots)


def kind_of_name(spots: Sequence[Spot], length: int, spoken: Spoken, people: People) -> str:
    """Whether a name is a person's, or a place's: things are said to be in it, or its people is called after it."""
    lasts = [(sentence, sentence.words[i + length - 1]) for sentence, i in spots]
    name = lasts[0][1].text
    if 2 * sum(w.ent != "GPE" and people.mentioned(w.start, w.end) is not None for _, w in lasts) > len(lasts):
        return "person"
    if _singly_led(spots, lasts[0][1]):
        return "thing"
    within = any(i and s.words[i - 1].lower == "in" for s, i in spots)
    labelled = sum(w.ent in ("GPE", "LOC") for _, w in lasts) * 2 > len(lasts)
    country = labelled or spoken.nouns["country"] > 0
    return "place" if (within and country) or has_people(name, spoken) else ""


def _singly_led(spots: Sequence[Spot], last: Word) -> bool:
    """Whether a name has an article and no plural: "the Italia" is no country, "the Netherlands" is one."""
    led = sum(i > 0 and s.words[i - 1].lower == "the" for s, i in spots) * 2 > len(spots)
    return led and not last.text.endswith("s")


def has_people(name: str, spoken: Spoken) -> bool:
    """Whether a people is called after a name: "Korean"."""
    stem = name[: max(4, len(name) - 2)].lower()
    peoples = (spots for word, spots in spoken.spots.items() if word.startswith(stem) and word != name.lower())
    return any(spoken.sentences[at].words[i].ent == "NORP" for spots in peoples for at, i in spots)


def _written(spots: Sequence[Spot], length: int) -> str:
    """A phrase as a text writes it within sentences, with the article that stands before it as a rule."""
    sentence, i = next(((s, i) for s, i in spots if i), spots[0])
    led = sum(i > 0 and s.words[i - 1].lower == "the" for s, i in spots) * 2 > len(spots)
    return ("the " if led else "") + written(sentence, i, i + length - 1)


def phrase_of(parts: Sequence[str], spoken: Spoken) -> Topic | None:
    """What the title calls a thing that the text speaks of by the same words: "slide rules", "malaria"."""
    for part in parts:
        for window in Window.of(part):
            spots = spoken.told(window.words)
            heads = [sentence.words[i + len(window.words) - 1] for sentence, i in spots]
            places = {sentence.block.span.start for sentence, _ in spots}
            several = len(window.words) > 1
            least = LEADING * spoken.paragraphs if window.subordinate else NAMED_IN if several else spoken.least
            if len(places) < max(NAMED_IN, least) or 2 * sum(
                h.pos == "NOUN" or (not several and h.pos == "PROPN") for h in heads
            ) <= len(heads):
                continue
            joined = all(
                w.pos in ("ADJ", "NOUN") or not several for s, i in spots for w in s.words[i : i + len(window.words)]
            )
            if (
                joined
                and heads[0].lemma not in MOMENTS | REPORTING
                and (several or (window.alone() and _mass(spots) and any(h.pos == "NOUN" for h in heads)))
            ):
                return Topic(_written(spots, len(window.words)).lower(), "thing")
    return None


def _mass(spots: Sequence[Spot]) -> bool:
    """Whether a noun stands without an article as a rule, in the singular: "peat"."""
    heads = [(s, i) for s, i in spots if s.words[i].dep != "compound"]
    bare = (s.words[i].tag in ("NN", "NNP") and not s.kids(i, "det", "poss", "nummod") for s, i in heads)
    return sum(bare) * 2 > len(heads)


def singular(word: str) -> set[str]:
    """A word of a title and what it may be the plural of."""
    low = word.lower()
    return {low, low.removesuffix("s"), low.removesuffix("es"), re.sub("ies$", "y", low)}
