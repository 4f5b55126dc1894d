"""Forms of one name: which is part of which, and the title and gender that go with it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from unicodedata import combining, normalize

from quiz.facts.cue_words import FEMALE, HONORIFICS, INVERTED, MALE
from quiz.facts.given_names import MEN, WOMEN
from quiz.facts.mentions import INSTITUTIONS, ORGANISED, WITHIN
from quiz.facts.model import Word

HYPHENED = re.compile(r"[A-Z][a-z]+ [A-Z][a-zŏŭ]+-[a-z]")
"""A Korean or older Chinese name, whose family name stands first: "Lee So-sun"."""
FAMILIES = frozenset(
    "cai cao deng guo huang jiang liu mao peng qian wang wen wu xi xu yang zeng zhang zhao zhou zhu".split()
)
"""Chinese family names that are no first names elsewhere: "Deng Xiaoping"."""
REGNAL = re.compile(r"\s[IVX]+$")
EDGE = " \t\n.,;:’'\"“”‘()[]—–-"
SHORTEST = 4
"""Letters of the first part of a double surname that may stand for it."""
LED_BY = HONORIFICS | INVERTED
"""What may stand before a name and be taken for a part of it."""


@lru_cache(4096)
def bare(mention: str) -> str:
    """A mention without titles, possessive ending and marks: "Ayatollah Khomeini’s" is "Khomeini"."""
    text = re.sub(r"[’']s?$", "", re.sub(r"\s+", " ", mention).strip(EDGE).removeprefix("the "))
    words = text.split()
    while len(words) > 1 and words[0].lower().strip(".") in LED_BY and words[1].lower() not in ("of", "the"):
        words = words[1:]
    named = " ".join(words).strip(EDGE)
    return f"{named}." if named.endswith((" Jr", " Sr")) and f"{named}." in mention else named


def part_of(words: Sequence[str], full: Sequence[str]) -> bool:
    """Whether the words all stand in the full name, in order; initials stand for names."""
    at = 0
    for word in words:
        while at < len(full) and not _same(word, full[at]):
            at += 1
        if at == len(full):
            return False
        at += 1
    return True


def _same(word: str, other: str) -> bool:
    if word.lower() == other.lower():
        return True
    return len(word) == 2 and word.endswith(".") and other[:1].lower() == word[0].lower()


def title_of(name: str, mentions: Sequence[str]) -> str:
    """The title that stands most often before a name of one word; "" if none does."""
    if " " in name:
        return ""
    pairs = [pair for mention in mentions for pair in pairwise(mention.split()) if pair[1].startswith(name)]
    titles = Counter(title for title, _ in pairs if title[0].isupper() and title.lower().strip(".") in HONORIFICS)
    return titles.most_common(1)[0][0] if 2 * titles.total() > len(mentions) else ""


def family_first(name: str) -> bool:
    """Whether a name begins with the family name: "Park Chung-hee", "Deng Xiaoping"."""
    words = name.lower().split()
    return bool(HYPHENED.match(name)) or (len(words) == 2 and words[0] in FAMILIES and words[1] not in FAMILIES)


def gender_of(name: str, mentions: Iterable[str]) -> str:
    """What a title, or else the given name, tells; rulers told apart by number are men but for women's names."""
    words = {word.lower().strip(EDGE) for mention in mentions for word in mention.split()}
    first = unaccented(name.split(maxsplit=1)[0].lower())
    given = set() if family_first(name) else {first, first.partition("-")[0]}
    for men, women in ((words & MALE, words & FEMALE), (given & MEN, given & WOMEN)):
        if men or women:
            return "m" if men else "f"
    return "m" if REGNAL.search(name) and not first.endswith("a") else ""


def unaccented(word: str) -> str:
    """A word without accents, as the lists of names have them."""
    return "".join(c for c in normalize("NFKD", word) if not combining(c))


@lru_cache(4096)
def surname(name: str) -> str:
    """The last word of a name, "Jr" and numbers left aside; of "Peter the Great" and "Park Chung-hee" the first."""
    words = [word for word in name.split() if not re.fullmatch(r"(?:[JS]r\.?|[IVX]+)", word)] or name.split()
    first = "the" in words[1:] or REGNAL.search(name) or family_first(name)
    return words[0] if first else words[-1]


def first_part(double: str) -> str:
    """The name a double surname begins with, "" of another one: "Payne" of "Payne-Ashby", none of "Ben-Gurion"."""
    first, hyphen, _ = double.lower().partition("-")
    return "" if not hyphen or len(first) < SHORTEST or first in MEN or first in WOMEN else first


def plausible(name: str) -> bool:
    """Whether words may be the name of a person."""
    words = name.split()
    return (
        any(w[0].isupper() for w in words)
        and words[-1][0].isupper()
        and len(words) <= 6
        and not re.search(r"\d|[“”\"@/]|[’']s\s", name)
        and all(w[0].isupper() or w.lower() in WITHIN or "-" in w for w in words)
        and len(name) > 2
        and not (len(words) > 2 and words[-1].lower() in ORGANISED)
        and words[-1].lower() not in INSTITUTIONS
    )


def names(word: Word, common: Container[str]) -> bool:
    """Whether a word with a capital is a name; one the tagger takes for another may be one that opens a sentence."""
    if word.tag in ("NNP", "NNPS"):
        return True
    return (
        word.tag in ("NN", "NNS", "UH", "JJ", "FW") and word.dep in ("nsubj", "nsubjpass") and word.lower not in common
    )
