"""Other people of the document who could have said it and did not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from heapq import nsmallest
from itertools import islice

from quiz.facts import Facts
from quiz.facts.model import Quote
from quiz.facts.names import People, Person
from quiz.questions.chance import Chance

WANTED = 3


@dataclass(frozen=True, slots=True)
class Cast:
    """The people of a document, speakers of quotations first, then those met most; and who else is quoted how often."""

    people: People
    ranked: tuple[Person, ...]
    quoted: Mapping[str, int]

    @classmethod
    def of(cls, facts: Facts) -> Cast:
        """Rank the people of a document once."""
        quoted = Counter(quote.speaker for quote in facts.quotes)
        ranked = sorted(facts.people.persons, key=lambda p: (p.name not in quoted, -len(p.mentions), p.mentions[0]))
        return cls(facts.people, tuple(ranked), quoted)

    def wrong(self, quote: Quote, question: str, chance: Chance) -> list[str]:
        """Up to three: those of the speaker's gender first, full names where there are enough; none in the question."""
        fits = partial(self._fitting, quote, question)
        full = list(islice((p.name for p in fits() if len(quote.speaker.split()) == 1 or " " in p.name), WANTED + 1))
        names = full if len(full) >= WANTED else [p.name for p in islice(fits(), WANTED + 1)]
        if len(names) <= WANTED:
            others = self._organisations(quote, question, WANTED + len(names))
            names += [name for name in others if name not in names][: WANTED - len(names)]
            return names
        names.pop(chance.below(len(names)))
        return names

    def _fitting(self, quote: Quote, question: str) -> Iterator[Person]:
        """Everybody who could have said it, those last whom their gender rules out."""
        right = self.people.find(quote.speaker)
        gender = right.gender if right else ""
        for other in (False, True):
            for person in self.ranked:
                himself = person is right or person.name == quote.speaker
                if _other(person.gender, gender) is other and not himself and not _named(person, question):
                    yield person

    def _organisations(self, quote: Quote, question: str, most: int) -> list[str]:
        """Who else speaks in the document, for a speaker who is none of its people."""
        found = (n for n in self.quoted if n != quote.speaker and n not in question)
        return nsmallest(most, found, key=lambda name: (-self.quoted[name], name))


def _other(one: str, two: str) -> bool:
    return bool(one and two and one != two)


def _named(person: Person, question: str) -> bool:
    surname = person.surname
    return surname in question and bool(re.search(rf"\b{re.escape(surname)}\b", question))
