"""Other people of the document who could have said it and did not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quiz.facts import Facts
from quiz.facts.model import Quote
from quiz.facts.names import Person
from quiz.questions.chance import Chance

WANTED = 3


def wrong_speakers(quote: Quote, question: str, facts: Facts, chance: Chance) -> list[str]:
    """Up to three: speakers of other quotations first, then the people met most; nobody the question names."""
    right = facts.people.find(quote.speaker)
    speakers = {q.speaker for q in facts.quotes}
    fits = [p for p in facts.people.persons if p is not right and p.name != quote.speaker and not _named(p, question)]
    gender = right.gender if right else ""
    fits.sort(key=lambda p: (_other(p.gender, gender), p.name not in speakers, -len(p.mentions), p.mentions[0]))
    full = [p for p in fits if len(p.name.split()) > 1 or len(quote.speaker.split()) == 1]
    names = [p.name for p in (full if len(full) >= WANTED else fits)][: WANTED + 1]
    if len(names) <= WANTED:
        names += [n for n in _organisations(facts, quote, question) if n not in names][: WANTED - len(names)]
        return names
    names.pop(chance.below(len(names)))
    return names


def _other(one: str, two: str) -> bool:
    return bool(one and two and one != two)


def _named(person: Person, question: str) -> bool:
    return bool(re.search(rf"\b{re.escape(person.surname)}\b", question))


def _organisations(facts: Facts, quote: Quote, question: str) -> Sequence[str]:
    """Organisations that speak in the document, for a speaker who is none of its people."""
    found: dict[str, int] = {}
    for other in facts.quotes:
        if other.speaker != quote.speaker and other.speaker not in question:
            found[other.speaker] = found.get(other.speaker, 0) + 1
    return sorted(found, key=lambda n: (-found[n], n))
