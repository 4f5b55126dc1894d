"""Compares answers as people's names: a surname is enough, another first name is somebody else."""

from __future__ import annotations

import re
from dataclasses import replace

from quiz.deck.model import Card
from quiz.study.judging.asked import asks_people, asks_person
from quiz.study.judging.folding import fold
from quiz.study.judging.names import Name, asked_by_family, called_first, named, same_first, titles, turned
from quiz.study.judging.slips import Slip, distance, slip
from quiz.study.judging.spelling import written_out
from quiz.study.model import Verdict

AND = re.compile(r"\s*(?:,?\s+and\s+|[,&;+])\s*", re.IGNORECASE)
TOGETHER = re.compile(r"\band\b|[&;+]", re.IGNORECASE)
MOST_PEOPLE, LONGEST = 6, 120

SAINTS = frozenset({"saint", "st"})

WHICH = "which one? the number is asked"
IN_FULL = "the name is asked in full"


def by_name(card: Card, right: str, given: str) -> Verdict | None:
    """Compare two people's names, where the card asks for a person."""
    asked = named(right) if asks_person(card, right, given) else None
    if asked is None or fold(written_out(right)) == fold(written_out(given)):
        return None
    if asked_by_family(asked) and fold(given) == asked.first[0]:
        return _by_family(card, asked)
    if sorted(fold(right).split()) == sorted(fold(given).split()):
        return Verdict(right=True, reason="in another order")
    said = turned(given) or named(given)
    if said and not said.ending and asked.ending.startswith("of ") and SAINTS & (titles(right) | titles(given)):
        asked = replace(asked, ending="")
    if said and not said.first and called_first(right, asked) and (verdict := _by_first(card, asked, said)):
        return verdict
    verdict = _compared(card, asked, said) if said else None
    if verdict and verdict.right and not verdict.close:
        return verdict
    asked, out = named(written_out(right)), written_out(given)
    said = turned(out) or named(out)
    other = _compared(card, asked, said) if asked and said else None
    return other if other and other.right and not other.close else verdict


def by_people(card: Card, right: str, given: str) -> Verdict | None:
    """Compare several people, each by name, in any order."""
    asked, said = _people(right) if TOGETHER.search(right) else [], _people(given)
    if not 1 < len(asked) <= MOST_PEOPLE or not 0 < len(said) <= MOST_PEOPLE or not asks_people(card):
        return None
    alone = replace(card, kind="quote", distractors=())
    found = [next((one for one in said if _is(alone, each, one)), "") for each in asked]
    count = len({each for each in found if each})
    if count == len(asked) == len(said):
        return Verdict(right=True, reason="" if fold(right) == fold(given) else f"{given.strip()} = {right}")
    more = count == len(asked)
    reason = "all that was asked, and more" if more else f"{count} of {len(asked)} named"
    return Verdict(right=False, close=True, reason=reason) if count else None


def _people(text: str) -> list[str]:
    """Return the people of a list."""
    return [each.strip() for each in AND.split(text) if each.strip()] if len(text) <= LONGEST else []


def _is(card: Card, right: str, given: str) -> bool:
    """Whether a name can be a person's."""
    verdict = by_name(card, right, given)
    return fold(right) == fold(given) or bool(verdict and verdict.right)


def _by_family(card: Card, asked: Name) -> Verdict:
    """Judge a family name that stands first, as in Chinese."""
    others = (named(distractor) for distractor in card.distractors)
    if any(other and other.first[:1] == asked.first[:1] for other in others):
        return Verdict(right=False, close=True, reason="more than one has this family name: the first name is needed")
    return Verdict(right=True, reason="the family name is enough")


def _by_first(card: Card, asked: Name, said: Name) -> Verdict | None:
    """Judge the first name of someone who is called by it; the first of that name may be counted."""
    found = slip(asked.first[0], said.surname)
    if said.ending not in ("", "i") or said.surname == asked.surname or not (found or said.surname == asked.first[0]):
        return None
    if any(other and asked.first[0] in (*other.first, other.surname) for other in map(named, card.distractors)):
        return Verdict(right=False, close=True, reason="more than one has this name: the surname is needed")
    return Verdict(right=True, close=bool(found), reason=found.reason if found else "known by the first name")


def _compared(card: Card, asked: Name, said: Name) -> Verdict | None:
    """Compare two names part by part."""
    if said.ending and said.ending != asked.ending:
        return None
    if asked.surname != said.surname:
        return _other_surname(card, asked, said)
    if not same_first(asked, said):
        return _other_first(card, asked, said)
    if asked.numeral and said != asked:
        return Verdict(right=False, close=True, reason=IN_FULL if said.numeral else WHICH)
    if asked.ending.startswith(("of ", "the ")) and not said.ending:
        word, _, name = asked.ending.partition(" ")
        return Verdict(right=False, close=True, reason=f"which one? “{word} {name.title()}”")
    if any(named(wrong) == said != asked for wrong in card.distractors):
        return Verdict(right=False)
    if said.first != asked.first and _shared(card, asked, said):
        reason = "name: say it in full" if said.first else "surname: the first name is needed"
        return Verdict(right=False, close=True, reason=f"more than one has this {reason}")
    return Verdict(right=True, reason="the surname is enough" if asked.first and not said.first else "")


def _other_surname(card: Card, asked: Name, said: Name) -> Verdict | None:
    """Judge another surname: a slip of typing, the first name alone, or the name before marriage."""
    found = slip(asked.surname, said.surname)
    if found and same_first(asked, said) and not _others(card, asked, said.surname, found):
        if found.first:
            return Verdict(right=False, close=True, reason=f"{found.reason}, and it is the first letter")
        return Verdict(right=True, close=True, reason=found.reason)
    if asked.first[:1] == (said.surname,) and not said.first:
        return Verdict(right=False, close=True, reason=IN_FULL if asked.numeral else "the surname is asked")
    if said.surname in asked.first and set(said.first) <= set(asked.first):
        return Verdict(right=False, close=True, reason=f"the surname is {asked.surname.title()}")
    return None


def _other_first(card: Card, asked: Name, said: Name) -> Verdict:
    """Judge the right surname with another first name, which may be a slip of typing."""
    one, other = " ".join(asked.first), " ".join(said.first)
    found = slip(one, other)
    names = [other_name for wrong in card.distractors if (other_name := named(wrong))]
    if found and not any(name.surname == asked.surname for name in names):
        return Verdict(right=True, close=True, reason=f"{found.reason} in the first name")
    return Verdict(right=False, close=True, reason="the surname is right, the first name is not")


def _others(card: Card, asked: Name, typed: str, found: Slip) -> bool:
    """Whether a mistyped surname is as near to somebody else's among the wrong answers."""
    others = [other for wrong in card.distractors if (other := named(wrong)) and other.surname != asked.surname]
    return any(distance(other.surname, typed, found.letters) <= found.letters for other in others)


def _shared(card: Card, asked: Name, said: Name) -> bool:
    """Whether one of the wrong answers is someone else whom the same name fits."""
    others = [other for wrong in card.distractors if (other := named(wrong)) and other.surname == asked.surname]
    full = len(said.first) == len(asked.first)
    return any(
        other.first != asked.first and same_first(other, said) and not (full and len(other.first) != len(said.first))
        for other in others
    )
