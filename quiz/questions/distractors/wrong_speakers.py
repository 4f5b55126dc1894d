"""Other people of the document who could have said it and did not."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from math import log2

from quiz.facts import Facts
from quiz.facts.given_names import MEN, WOMEN
from quiz.facts.model import Quote
from quiz.facts.organisations import is_kind
from quiz.facts.unnamed import DOCUMENTS
from quiz.questions.distractors.cast import LIFETIME, Cast, Member
from quiz.questions.distractors.chance import Chance

WANTED = 3
ARTICLE = {"the"}
LEAST, LEAST_UNNAMED = 3, 2
"""Fewer wrong answers than these, beside persons and beside others, make no choice: the card has no options."""
CONSIDERED = 60
FAR = 12_000
"""Characters, some 2,000 words, beyond which a person met once has long been forgotten."""
NEAR_IN_TIME = 25
"""Years apart within which two people are taken for one another best."""
REGNAL = re.compile(r"\b[IVX]+$|^(?:King|Queen|Emperor|Empress|Tsar|Pope|Sultan)\b")
RULING, WORLD = ("statesman", "soldier"), 4.0
"""Trades of those who rule and command, and the points for being of their world or of the other."""
OFFICE = re.compile(
    r"\b[Tt]he (?:(?:[Pp]rime|[Ff]irst) [Mm]inister|[Pp]resident|[Cc]hancellor|[Pp]remier|[Kk]ing|[Qq]ueen|"
    r"[Ee]mperor|(?:[Ff]oreign|[Hh]ome|[Cc]olonial) [Ss]ecretary)\b(?! [A-Z])"
)
"""One who rules, told of without a name."""
PRESS = frozenset(
    """
    times post gazette herald tribune telegraph chronicle guardian journal mercury argus courier inquirer examiner
    monitor observer newspaper newspapers press record review magazine
    """.split()
)
"""Words that papers and journals are named by."""
LEEWAY = 1.0
"""A fourth as fit as some of the three by this much may stand for one of those."""


def wrong_speakers(
    quote: Quote,
    question: str,
    facts: Facts,
    cast: Cast,
    chance: Chance,
    alike: Callable[[Quote], bool],
    earlier: Sequence[str] = (),
) -> list[str]:
    """Three other speakers, two at least of an unnamed one; none where the document has fewer.

    `alike` tells who says much the same.
    Persons stand beside persons of one kind; offices and unnamed people only beside such. The `earlier` ones stay where
    each of them may still be taken.
    """
    right = cast.find(facts.people, quote)
    if right is None:
        names = _unnamed(quote, question, cast, alike)
        return _kept(earlier, names, WANTED) if len(names) >= LEAST_UNNAMED else []
    others = [m for m in cast.members[:CONSIDERED] if m.name != right.name and m.surname != right.surname]
    fits = [
        member
        for member in others
        if member.certain
        and _possible(member, right, quote, question)
        and not any(alike(other) for other in member.near(quote.parts[0].start))
    ]
    ranked = sorted(fits, key=lambda m: (-_fitness(m, right, quote), m.mentions[0]))
    ranked = [m for i, m in enumerate(ranked) if all(m.surname != better.surname for better in ranked[:i])]
    short = " " not in right.name
    if short and _given(right.name):
        ranked = [m for m in ranked if " " not in m.name and _given(m.name)]
    if not short:
        ranked = [m for m in ranked if " " in m.name]
    points = [_fitness(member, right, quote) for member in ranked]
    drawn = [i for i in _drawn(points[: WANTED + 1], chance) if points[i] > 0]
    rest = [i for i in range(len(ranked)) if points[i] > 0 and i not in drawn]
    names = [ranked[i].surname if short else ranked[i].name for i in (*drawn, *rest)]
    return _kept(earlier, names, len(drawn)) if len(drawn) >= LEAST else []


def _kept(earlier: Sequence[str], names: Sequence[str], number: int) -> list[str]:
    """The earlier names, if they are no fewer and each may still be taken, else the first of those that may."""
    first = list(names[:number])
    return list(earlier) if len(earlier) >= len(first) and {*earlier} <= {*names} else first


def _drawn(points: Sequence[float], chance: Chance) -> list[int]:
    """The places of the three fittest; a fourth about as fit as some of them may stand for one of those."""
    drawn = list(range(len(points)))
    near = [i for i in drawn if len(points) > WANTED and points[i] - points[-1] <= LEEWAY]
    if len(near) > 1:
        drawn.remove(near[chance.below(len(near))])
    return drawn[:WANTED]


def _fitness(member: Member, right: Member, quote: Quote) -> float:
    """How likely somebody who half remembers takes one person for another."""
    points = 3.0 + min(3.0, log2(len(member.mentions) + 1)) + (4 if member.quotes else 0)
    points += _agreement(member.trade, right.trade, 2.0) + _agreement(member.gender, right.gender, 1.5)
    points += _world(member, right)
    if len(member.mentions) == 1 and not member.quotes:
        points -= (0 if " " in member.name else 2) + (2 if member.gap(quote.parts[0].start) > FAR else 0)
    if member.year and right.year and abs(member.year - right.year) > NEAR_IN_TIME:
        points -= 3
    if (len(member.name.split()) == 1) != (len(quote.speaker.split()) == 1):
        points -= 2
    return points


def _world(member: Member, right: Member) -> float:
    """Points for being of those who rule and command, as the right one is, or of those who do not, as they are."""
    rules = right.trade in RULING
    if rules and not member.trade:
        return -1.5 * WORLD if member.living else 0.0
    return WORLD if (member.trade in RULING) == rules else -WORLD


def _possible(member: Member, right: Member, quote: Quote, question: str) -> bool:
    """Whether nothing the question or the text tells excludes somebody: their time, their sex, being told of there."""
    apart = member.year and right.year and abs(member.year - right.year) > LIFETIME
    ruler = REGNAL.search(member.name) and not REGNAL.search(right.name)
    spans = (quote.sentence.span, *quote.parts)
    present = any(span.start <= at < span.end for at in member.mentions for span in spans)
    sexed = _shows_gender(question) and member.gender != right.gender
    return not (apart or ruler or present or sexed or _holds(member, question) or _named(member, question))


def _agreement(one: str, other: str, weight: float) -> float:
    """Points for being of one kind, against being of two, none where either is unknown."""
    return 0.0 if not one or not other else weight / 2 if one == other else -weight


def _shows_gender(question: str) -> bool:
    """Whether a question tells that the speaker is a man or a woman."""
    own = re.sub(r"“[^”]*”", "", question)
    return bool(re.search(r"\b(?:she|her|herself|he|his|himself|queen|king|wife|husband|mother|father)\b", own))


def _given(name: str) -> bool:
    """Whether a name is a first name, beside which surnames are no choice."""
    return name.lower() in MEN or name.lower() in WOMEN


def _holds(member: Member, question: str) -> bool:
    """Whether somebody may hold the office that the question tells was spoken to or of: "wrote to the Prime Minister".

    Nobody does whose own trade is another.
    """
    own = re.sub(r"“[^”]*”", "", question)
    return OFFICE.search(own) is not None and member.trade in ("", "statesman")


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
    if words[-1].lower() in PRESS or words[0].lower() in PRESS:
        return "paper"
    return "body" if text.startswith("the ") or any(map(is_kind, words)) else "person"


def _unnamed(quote: Quote, question: str, cast: Cast, alike: Callable[[Quote], bool]) -> list[str]:
    """Other offices or unnamed people that speak in the document: named ones for a name, vague ones for a vague one."""
    start, own = quote.parts[0].start, set(quote.speaker.lower().split())
    return [
        other.name
        for other in cast.others[:CONSIDERED]
        if other.name != quote.speaker
        and _sort(other.name) == _sort(quote.speaker)
        and other.name not in question
        and not any(alike(said) for said in other.near(start))
        and not set(other.name.lower().split()) - ARTICLE >= own - ARTICLE
    ]
