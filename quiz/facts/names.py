"""The people of a document: each one's fullest name, other names, role and, where the text tells, gender."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from quiz.documents.model import Span
from quiz.facts.cue_words import HONORIFICS, INVERTED
from quiz.facts.model import Sentence, Word

EDGE = " \t\n.,;:’'\"“”‘()[]—–-"
FAR_MORE = 3
"""Times a person must be met by the full name for each time of a namesake, to be meant by the surname alone."""
LED_BY = HONORIFICS | INVERTED
"""What may stand before a name and be taken for a part of it."""


@dataclass(slots=True)
class Person:
    """One person: `name` is the fullest form met, `mentions` the characters (start, end) of each form of it.

    `full` are the offsets where more than the surname stands, `title` is what a name of one word is met with.
    """

    name: str
    mentions: list[tuple[int, int]] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    gender: str = ""
    full: list[int] = field(default_factory=list)
    title: str = ""

    @property
    def surname(self) -> str:
        """What the person is called for short."""
        return surname(self.name)

    def alone(self, offset: int) -> bool:
        """Whether the person was called without the whole name before an offset."""
        whole = {end for start, end in self.mentions if end - start >= len(self.name)}
        return any(start < offset and end not in whole for start, end in self.mentions)

    @property
    def shown(self) -> str:
        """The name as an answer tells it: one of a single word with its title, "Chief Joseph"."""
        return f"{self.title} {self.name}" if self.title and " " not in self.name else self.name


def surname(name: str) -> str:
    """The last word of a name, "Jr" and numbers left aside; of "Peter the Great" and "John Paul II" the first."""
    words = [word for word in name.split() if not re.fullmatch(r"(?:[JS]r\.?|[IVX]+)", word)] or name.split()
    ruler = "the" in words[1:] or re.search(r"\s[IVX]+$", name)
    return words[0] if ruler else words[-1]


@dataclass(slots=True)
class People:
    """All persons of a document, looked up by any form of their names.

    `within` remembers the persons of sentences looked at lately, each with the head word of the mention; `bodies` are
    the organisations of the document that have one kind of name to themselves: the only board, the only ministry.
    """

    persons: list[Person] = field(default_factory=list)
    within: dict[Sentence, Sequence[tuple[Person, Word]]] = field(default_factory=dict)
    bodies: Mapping[str, tuple[str, Span]] = field(default_factory=dict)
    _spans: list[tuple[int, int, Person]] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)
    _by_key: dict[str, list[Person]] = field(default_factory=lambda: defaultdict(list))

    def find(self, mention: str, offset: int | None = None) -> Person | None:
        """The person a mention names; of several of one surname the one last met before the offset."""
        words = bare(mention).split()
        if not words:
            return None
        fits = [p for p in self._by_key.get(words[-1].lower(), []) if _part_of(words, p.name.split())]
        if len(words) == 1 and len(fits) > 1:
            fits = [p for p in fits if p.surname.lower() == words[0].lower()] or fits
        if not fits:
            fits = [p for p in self._by_key.get(words[0].lower(), []) if _part_of(words, p.name.split())]
        if len(fits) > 1 and offset is not None:
            before = {id(p): max((m for m, _ in p.mentions if m <= offset), default=-1) for p in fits}
            fits.sort(key=lambda p: -before[id(p)])
        return fits[0] if fits else None

    def called(self, word: str) -> Sequence[Person]:
        """Everybody whose name holds a word, in any case."""
        return self._by_key.get(word.lower(), [])

    def mentioned(self, start: int, end: int) -> Person | None:
        """The person whose mention begins at or covers a word of the text."""
        at = bisect_right(self._starts, start) - 1
        return self._spans[at][2] if at >= 0 and end <= self._spans[at][1] else None

    def before(self, offset: int, gap: int) -> Person | None:
        """The person whose mention ends at most `gap` characters before an offset."""
        at = bisect_right(self._starts, offset - 1) - 1
        return self._spans[at][2] if at >= 0 and 0 <= offset - self._spans[at][1] <= gap else None

    def between(self, start: int, end: int) -> list[Person]:
        """Everybody who is mentioned between two offsets, each once."""
        spans = self._spans[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return list({id(person): person for _, _, person in spans}.values())

    def titled(self, title: str) -> Person | None:
        """The one person the document gives a title or trade ("the bishop"); None if there are more."""
        fits = [person for person in self.persons if title in person.roles] if title in HONORIFICS else []
        return fits[0] if len(fits) == 1 else None

    def in_full(self, name: str) -> tuple[str, Span | None]:
        """The name of an organisation as the document gives it in full, of "the Branch" its own, and where it does."""
        return self.bodies.get(name.removeprefix("the ").lower(), (name, None))

    def settle(self) -> None:
        """Put persons and mentions in the order of the text, once all are known."""
        for person in self.persons:
            person.mentions = sorted(set(person.mentions))
            person.full = [start for start, end in person.mentions if end - start > len(person.surname) + 1]
        self.persons.sort(key=lambda p: p.mentions[0])
        spans = {start: (start, end, p) for p in self.persons for start, end in p.mentions}
        self._starts = sorted(spans)
        self._spans = [spans[start] for start in self._starts]

    def ambiguous(self, person: Person, offset: int) -> bool:
        """Whether a surname alone may mean another of that name as well, met by the full name not much more rarely."""
        others = [p for p in self._by_key.get(person.surname.lower(), []) if p is not person and " " in p.name]
        if person.alone(offset) and not any(p.alone(offset) for p in others):
            return False
        met = max((bisect_left(p.full, offset) for p in others if p.surname == person.surname), default=0)
        return met * FAR_MORE > len(person.full)

    def add(self, person: Person) -> None:
        """Take in a person under every word of the name."""
        self.persons.append(person)
        for word in person.name.split():
            self._by_key[word.lower()].append(person)


def bare(mention: str) -> str:
    """A mention without titles, possessive ending and marks: "Ayatollah Khomeini’s" is "Khomeini"."""
    text = re.sub(r"[’']s?$", "", re.sub(r"\s+", " ", mention).strip(EDGE).removeprefix("the "))
    words = text.split()
    while len(words) > 1 and words[0].lower().strip(".") in LED_BY and words[1].lower() not in ("of", "the"):
        words = words[1:]
    return " ".join(words).strip(EDGE)


def _part_of(words: Sequence[str], full: Sequence[str]) -> bool:
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
