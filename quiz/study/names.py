"""People's names: a surname is enough, titles and missing first names do not matter, another first name does."""

from __future__ import annotations

from dataclasses import dataclass

from quiz.study.folding import bare, spaced
from quiz.study.numerals import ROMAN

LONGEST = 80
"""Characters a person's name has at most."""

_TITLES = """
mr mrs ms miss dr prof professor sir dame lord lady president minister prime foreign general admiral captain colonel
king queen prince princess tsar czar emperor shah sultan pope saint st chancellor senator secretary ambassador
ayatollah sheikh imam count duke baron grand vizier then former late the
"""
_PARTICLES = "de da di du del della der den van von le la al el ibn bin ben abu ter zu af"
_BODIES = """
agency alliance army association authority bank board bureau cabinet center centre church club commission committee
company congress corporation council court department embassy federation force forum foundation government group
house institute league magazine media ministry movement nations newspaper office organisation organization parliament
party post press senate service society state states times union university watch
"""

TITLES = frozenset(_TITLES.split())
PARTICLES = frozenset(_PARTICLES.split())
ENDINGS = frozenset({"jr", "sr", *ROMAN})
BODIES = frozenset(_BODIES.split())
"""Words that show a speaker to be no person: its last word is no surname."""


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name, folded: first names or initials, the surname, and an ending (`Jr`, `III`)."""

    first: tuple[str, ...]
    surname: str
    ending: str = ""


def named(text: str) -> Name | None:
    """Read a person's name of up to five words; what follows a comma is a role and is dropped. None if it is none."""
    head = text.partition(",")[0].partition("(")[0]
    if len(head) > LONGEST:
        return None
    words = spaced(bare(head)).split()
    while len(words) > 1 and words[0] in TITLES:
        words = words[1:]
    words = [word for word in words if word not in PARTICLES] or words
    ending = words.pop() if len(words) > 1 and words[-1] in ENDINGS else ""
    if not words or len(words) > 5 or BODIES & set(words) or any(character.isdigit() for character in head):
        return None
    return Name(tuple(words[:-1]), words[-1], ending)


def same_first(right: Name, given: Name) -> bool:
    """Whether the first names that both say can be one person's: equal, or one the other's initial."""
    pairs = zip(right.first, given.first, strict=False)
    return all(one == other or (min(len(one), len(other)) == 1 and one[0] == other[0]) for one, other in pairs)
