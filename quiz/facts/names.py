"""The people of a document: each one's fullest name, other names, role and, where the text tells, gender."""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field

from quiz.documents.model import Span
from quiz.facts.cue_words import FEMALE, HONORIFICS, MALE
from quiz.facts.kin import KIN, LEAD, relatives
from quiz.facts.mentions import alone, joined, told_alone, within_name, written
from quiz.facts.met import names_met
from quiz.facts.model import Sentence, Word
from quiz.facts.name_forms import (
    EDGE,
    REGNAL,
    bare,
    first_part,
    gender_of,
    names,
    part_of,
    plausible,
    surname,
    title_of,
)
from quiz.facts.organisations import full_names
from quiz.facts.pairs import Pairs
from quiz.facts.title_names import SAME

FAR_MORE, MOST = 3, 100
"""Times a person must be met by the full name for each time of a namesake, to be meant by the surname alone; first and
last mentions that are counted."""
RULERS = frozenset("king queen emperor empress tsar czar shah sultan pope".split())
TOLD = ("DATE", "TIME", "CARDINAL", "MONEY", "QUANTITY", "PERCENT", "ORDINAL")
"""What the tagger calls words that are no name, whatever their tag."""


@dataclass(slots=True)
class Person:
    """One person: `name` is the fullest form met, `mentions` the characters (start, end) of each form of it.

    `full` are the offsets where more than the surname stands, `title` is what a name of one word is met with.
    """

    name: str
    mentions: Pairs = field(default_factory=Pairs)
    roles: list[str] = field(default_factory=list)
    gender: str = ""
    full: list[int] = field(default_factory=list)
    title: str = ""

    @property
    def surname(self) -> str:
        """What the person is called for short."""
        return surname(self.name)

    def goes_by(self, name: str) -> bool:
        """Whether a word is what the person is called for short: the surname, or of a double one the first part."""
        short = self.surname.lower()
        return name.lower() in (short, first_part(short))

    def alone(self, offset: int) -> bool:
        """Whether the person was called without the whole name before an offset."""
        whole = {end for start, end in self.mentions if end - start >= len(self.name)}
        return any(start < offset and end not in whole for start, end in self.mentions)

    @property
    def shown(self) -> str:
        """The name as an answer tells it: one of a single word with its title, "Chief Joseph"."""
        return f"{self.title} {self.name}" if self.title and " " not in self.name else self.name


@dataclass(slots=True)
class People:
    """All persons of a document, looked up by any form of their names.

    `within` remembers the persons of sentences met lately with the head words of the mentions; `bodies` are the only
    organisations of their kind: the only board; `subject` is whose name is the title.
    """

    persons: list[Person] = field(default_factory=list)
    within: dict[Sentence, Sequence[tuple[Person, Word]]] = field(default_factory=dict)
    bodies: Mapping[str, tuple[str, Span]] = field(default_factory=dict)
    subject: Person | None = None
    _bearers: list[Person] = field(default_factory=list)
    _starts: Sequence[int] = ()
    _ends: Sequence[int] = ()
    _by_key: dict[str, list[Person]] = field(default_factory=lambda: defaultdict(list))
    _in_role: dict[str, list[Person]] = field(default_factory=lambda: defaultdict(list))

    def find(self, mention: str, offset: int | None = None) -> Person | None:
        """The person a mention names; of several of one surname the one last met before the offset."""
        words = bare(mention).split()
        if not words:
            return None
        named = self._by_key.get(words[-1].lower(), [])
        fits = [p for p in named if part_of(words, p.name.split()) or (len(words) == 1 and p.goes_by(words[0]))]
        if len(words) == 1 and len(fits) > 1:
            fits = [p for p in fits if p.goes_by(words[0])] or fits
        if not fits:
            fits = [p for p in self._by_key.get(words[0].lower(), []) if part_of(words, p.name.split())]
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
        return self._bearers[at] if at >= 0 and end <= self._ends[at] else None

    def before(self, offset: int, gap: int) -> Person | None:
        """The person whose mention ends at most `gap` characters before an offset."""
        at = bisect_right(self._starts, offset - 1) - 1
        return self._bearers[at] if at >= 0 and 0 <= offset - self._ends[at] <= gap else None

    def between(self, start: int, end: int) -> list[Person]:
        """Everybody who is mentioned between two offsets, each once."""
        met = self._bearers[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return list({id(person): person for person in met}.values())

    def titled(self, title: str, before: int) -> Person | None:
        """The one person named before an offset whom the document gives a title ("the bishop"); None if there are more.

        Where rulers follow one another "the emperor" is nobody for sure.
        """
        alike = {title, SAME.get(title, title)} & HONORIFICS
        fits = {id(p): p for word in alike for p in self._in_role.get(word, ()) if p.mentions[0][0] < before}
        if len(fits) != 1:
            return None
        (person,) = fits.values()
        rivalled = title in RULERS and any(p is not person and REGNAL.search(p.name) for p in self.persons)
        return None if rivalled else person

    def know_roles(self) -> None:
        """Look persons up by their roles, once all are known, each role told once."""
        self._in_role.clear()
        for person in self.persons:
            person.roles = list(dict.fromkeys(person.roles))
            for role in person.roles:
                self._in_role[role].append(person)

    def in_full(self, name: str) -> tuple[str, Span | None]:
        """The name of an organisation as the document gives it in full, of "the Branch" its own, and where it does."""
        return self.bodies.get(name.removeprefix("the ").lower(), (name, None))

    def settle(self, gone: Container[int] = ()) -> None:
        """Put persons and mentions in the order of the text, once all are known; those `gone` (by id) are left out."""
        self.persons = [p for p in self.persons if id(p) not in gone and p.mentions]
        self.within.clear()
        for person in self.persons:
            person.mentions = Pairs(sorted(set(person.mentions)))
            person.full = [start for start, end in person.mentions if end - start > len(person.surname) + 1]
        self.persons.sort(key=lambda p: p.mentions[0])
        spans = {start: (end, p) for p in self.persons for start, end in p.mentions}
        self._starts = array("q", sorted(spans))
        self._ends = array("q", (spans[start][0] for start in self._starts))
        self._bearers = [spans[start][1] for start in self._starts]

    def ambiguous(self, person: Person, offset: int) -> bool:
        """Whether a surname alone may mean another of that name as well, met by the full name not much more rarely."""
        others = [p for p in self._by_key.get(person.surname.lower(), []) if p is not person and " " in p.name]
        if person.alone(offset) and not any(p.alone(offset) for p in others):
            return False
        met = max((bisect_left(p.full, offset) for p in others if p.surname == person.surname), default=0)
        return met * FAR_MORE > len(person.full)

    def rename(self, person: Person, kept: Person) -> None:
        """Look somebody up by the names of one who is the same person."""
        for word in person.name.split():
            named = self._by_key[word.lower()]
            self._by_key[word.lower()] = [p for p in named if p is not person and p is not kept] + [kept]

    def add(self, person: Person) -> None:
        """Take in a person under every word of the name."""
        self.persons.append(person)
        for word in {*person.name.lower().split(), first_part(person.surname)} - {""}:
            self._by_key[word].append(person)


def find_people(sentences: Sequence[Sentence]) -> People:
    """Gather the persons named in the sentences, the fullest names first, then every bare surname of theirs."""
    met = names_met(sentences)
    people = People(bodies=full_names(sentences))
    for name in sorted(met, key=lambda n: (-len(n.split()), -len(met[n]), n)):
        if not plausible(name):
            continue
        if (known := people.find(name)) is None:
            people.add(known := Person(name))
        known.roles += [word.lower().strip(".") for _, _, raw in met[name] for word in raw.split()[:2]]
        shared = sum(p.surname == name for p in people.called(name)) > 1
        for start, end, raw in met[name]:
            title = raw.split()[: -len(name.split())]
            if shared and not {word.lower().strip(EDGE) for word in title} & HONORIFICS:
                continue
            bearer = known if " " in name else _bearer(people, name, start, known)
            if bearer and (person := _of_gender(people, bearer, title, name)):
                person.mentions.append((start, end))
        if name == known.name or len(people.called(name)) == 1:
            known.gender = known.gender or gender_of(name, [raw for _, _, raw in met[name]])
        known.title = known.title or title_of(name, [raw for _, _, raw in met[name]])
    _add_surnames(people, sentences)
    for noun, mentions in relatives(sentences).items():
        people.add(Person(f"{LEAD}{noun}", Pairs(mentions), gender=KIN[noun]))
    people.settle()
    return people


def _bearer(people: People, name: str, start: int, known: Person) -> Person | None:
    """Who is meant by a surname alone, of several: of those introduced before, who was called so before.

    Texts that tell of a family keep the surname for one of them; where none was called so yet, it is the one met twice
    as often as any other, or nobody.
    """
    bearers = [p for p in people.called(name) if p.goes_by(name)]
    met = {id(p): [end - at for at, end in {*p.mentions[:MOST], *p.mentions[-MOST:]} if at < start] for p in bearers}
    fits = [p for p in bearers if met[id(p)]]
    if len(fits) <= 1:
        return fits[0] if fits else known
    ranked = sorted(fits, key=lambda p: (met[id(p)].count(len(name)), len(met[id(p)]), p.mentions[-1]), reverse=True)
    first, second = met[id(ranked[0])], met[id(ranked[1])]
    return ranked[0] if len(name) in first or len(first) >= 2 * len(second) else None


def _of_gender(people: People, known: Person, title: Sequence[str], name: str) -> Person | None:
    """The person, or the namesake whom a title like "Mrs." means; None where that could be two.

    Where there is no such namesake, it is a new person, if the name is told.
    """
    words = {word.lower().strip(EDGE) for word in title} & HONORIFICS
    gender = "m" if words & MALE else "f" if words & FEMALE else ""
    if not gender or known.gender in ("", gender):
        return known
    others = [p for p in people.called(known.surname) if p.gender == gender]
    if name and not others:
        people.add(Person(name, gender=gender, title=title[-1]))
        return people.persons[-1]
    return others[0] if len(others) == 1 else None


def _add_surnames(people: People, sentences: Sequence[Sentence]) -> None:
    """Surnames the tagger took for something else are mentions too, where the full name is known.

    So are first names that one person has.
    """
    told = {word.text for s in sentences for word in s.words if told_alone(s, word)}
    called = [p for p in people.persons if " " in p.name or p.title or p.name in told]
    surnames = {form for p in called for form in (p.surname, first_part(p.surname).capitalize())} - {""}
    ends = {form.rpartition("-")[2] for form in surnames}
    given = {p.name.split()[0] for p in people.persons if " " in p.name and p.name[0].isupper()} - surnames
    common = {w.text for s in sentences for w in s.words if w.text.islower()}
    whole = sorted({mention for p in people.persons for mention in p.mentions if " " in p.name})
    for sentence in sentences:
        for word in sentence.words:
            at = bisect_right(whole, (word.start, sys.maxsize)) - 1
            if at >= 0 and word.end <= whole[at][1]:
                continue
            first = sentence.words[joined(sentence, word.i)] if word.text in ends else word
            name = written(sentence, first.i, word.i) if first is not word else word.text
            if name in surnames and word.ent not in TOLD and names(word, common) and not within_name(sentence, word):
                found = _met_before(people, name, first.start)
                title = [sentence.words[first.i - 1].text] if first.i else []
                found = _of_gender(people, found, title, "") if found else None
                if found:
                    found.mentions.append((first.start, word.end))
            elif word.text in given and alone(sentence, word) and len(known := people.called(word.text)) == 1:
                known[0].mentions.append((word.start, word.end))


def _met_before(people: People, name: str, start: int) -> Person | None:
    """Who is meant by a surname alone."""
    found = people.find(name, start)
    return _bearer(people, name, start, found) if found else None
