"""Other people of the document who could have said it and did not."""

from __future__ import annotations

import re
from collections.abc import Callable
from math import log2

from quiz.facts import Facts
from quiz.facts.model import Quote
from quiz.facts.organisations import is_kind
from quiz.facts.unnamed import DOCUMENTS
from quiz.questions.distractors.cast import Cast, Member
from quiz.questions.distractors.chance import Chance

WANTED = 3
ARTICLE = {"the"}
LEAST = 2
"""Fewer wrong answers than these make no choice: the card is asked without options."""
CONSIDERED = 60
FAR = 12_000
"""Characters, some 2,000 words, beyond which a person met once has long been forgotten."""
LIFETIME = 60
"""Years apart at which two people are no contemporaries."""
ROLE = re.compile(r"(?:Which|What) [a-z]")
"""A question that tells what the speaker is: "Which young officer ..."."""
REGNAL = re.compile(r"\b[IVX]+$|^(?:King|Queen|Emperor|Empress|Tsar|Pope|Sultan)\b")
LEEWAY = 1.0
"""A fourth as fit as the third by this much may stand for one of the three."""


def wrong_speakers(
    quote: Quote, question: str, facts: Facts, cast: Cast, chance: Chance, alike: Callable[[Quote], bool]
) -> list[str]:
    """Two or three other speakers; none where the document has fewer. `alike` tells who says much the same.

    Persons stand beside persons of one kind; offices and unnamed people only beside such.
    """
    right = cast.find(facts.people, quote)
    if right is None:
        return _unnamed(quote, question, cast, alike)
    fits = [
        member
        for member in cast.members[:CONSIDERED]
        if member.name != right.name
        and member.surname != right.surname
        and not _named(member, question)
        and not (ROLE.match(question) and _another_kind(member, right))
        and not any(alike(other) for other in member.near(quote.parts[0].start))
        and not (_shows_gender(question) and member.gender and right.gender and member.gender != right.gender)
    ]
    ranked = sorted(fits, key=lambda m: (-_fitness(m, right, quote), m.mentions[0]))
    fourth = ranked[WANTED : WANTED + 1]
    if fourth and _fitness(ranked[WANTED - 1], right, quote) - _fitness(fourth[0], right, quote) <= LEEWAY:
        ranked.pop(chance.below(WANTED + 1))
    names = [member.name for member in ranked[:WANTED] if _fitness(member, right, quote) > 0]
    return names if len(names) >= LEAST else []


def _fitness(member: Member, right: Member, quote: Quote) -> float:
    """How likely somebody who half remembers takes one person for another."""
    points = 3.0 + min(3.0, log2(len(member.mentions))) + (4 if member.quotes else 0)
    points += _agreement(member.trade, right.trade, 2.0) + _agreement(member.gender, right.gender, 1.5)
    if len(member.mentions) == 1 and not member.quotes:
        points -= 2 + (2 if member.gap(quote.parts[0].start) > FAR else 0)
    if member.year and right.year and abs(member.year - right.year) > LIFETIME:
        points -= 3
    if (len(member.name.split()) == 1) != (len(quote.speaker.split()) == 1):
        points -= 2
    return points


def _another_kind(member: Member, right: Member) -> bool:
    """Whether somebody is known to be none of those a question asks for by their trade: a king is no young officer."""
    if REGNAL.search(member.name) and not REGNAL.search(right.name):
        return True
    return bool(member.trade and right.trade and member.trade != right.trade)


def _agreement(one: str, other: str, weight: float) -> float:
    """Points for being of one kind, against being of two, none where either is unknown."""
    return 0.0 if not one or not other else weight / 2 if one == other else -weight


def _shows_gender(question: str) -> bool:
    """Whether a question tells that the speaker is a man or a woman."""
    own = re.sub(r"“[^”]*”", "", question)
    return bool(re.search(r"\b(?:she|her|herself|he|his|himself|queen|king|wife|husband|mother|father)\b", own))


def _named(member: Member, question: str) -> bool:
    return bool(re.search(rf"\b{re.escape(member.surname)}\b", question)) or member.name in question


def _sort(text: str) -> str:
    """What an unnamed speaker is: no name at all, a document, two persons, a body, or else one person."""
    words = text.removeprefix("the ").split()
    if not words[0][0].isupper():
        return "unnamed"
    if words[-1].lower() in DOCUMENTS:
        return "document"
    if "and" in words:
        return "pair"
    return "body" if text.startswith("the ") or any(map(is_kind, words)) else "person"


def _unnamed(quote: Quote, question: str, cast: Cast, alike: Callable[[Quote], bool]) -> list[str]:
    """Other offices or unnamed people that speak in the document, named ones for a name, vague ones for a vague one."""
    start, own = quote.parts[0].start, set(quote.speaker.lower().split())
    names = [
        other.name
        for other in cast.others[:CONSIDERED]
        if other.name != quote.speaker
        and _sort(other.name) == _sort(quote.speaker)
        and other.name not in question
        and not any(alike(said) for said in other.near(start))
        and not set(other.name.lower().split()) - ARTICLE >= own - ARTICLE
    ]
    return names[:WANTED] if len(names) >= LEAST else []
