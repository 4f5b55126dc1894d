"""Forms of one name: which is part of which, and the title and gender that go with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from quiz.facts.cue_words import FEMALE, HONORIFICS, MALE
from quiz.facts.given_names import MEN, WOMEN

EDGE = " \t\n.,;:’'\"“”‘()[]—–-"


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


def gender_of(name: str, mentions: Iterable[str]) -> str:
    """What a title, or else the given name, tells."""
    words = {word.lower().strip(EDGE) for mention in mentions for word in mention.split()}
    given = {name.split(maxsplit=1)[0].lower()}
    for men, women in ((words & MALE, words & FEMALE), (given & MEN, given & WOMEN)):
        if men or women:
            return "m" if men else "f"
    return ""
