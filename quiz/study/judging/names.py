"""People's names: a surname is enough, titles and missing first names do not matter, another first name does."""

from __future__ import annotations

from quiz.study.judging.folding import bare, spaced
from quiz.study.judging.numerals import ORDINALS, ROMAN
from quiz.values import dataclass

LONGEST = 80
"""Characters a person's name has at most."""

_TITLES = """
mr mrs ms miss dr prof professor sir dame lord lady president minister prime foreign general admiral captain colonel
king queen prince princess tsar czar emperor empress shah sultan pope saint st chancellor senator secretary ambassador
ayatollah sheikh imam count duke baron grand vizier then former late the mullah rabbi sister brother
marshal lieutenant major sergeant judge justice governor mayor madame monsieur herr frau don dona
"""
_ROLES = """
of for director head chief editor leader founder author writer historian professor spokesman spokeswoman lawyer analyst
journalist diplomat official member ambassador chancellor economist activist expert
"""
_FAMILIES = "mao xi deng zhou jiang wang zhang zhao chiang ho nguyen ban moon roh"
_PARTICLES = "de da di du del della der den van von le la al el ibn bin ben abu ter zu af"
_BODIES = """
agency alliance army association authority bank board bureau cabinet center centre church club commission committee
company congress corporation council court department embassy federation force forum foundation government group
house institute league magazine media ministry movement nations newspaper office organisation organization parliament
party post press senate service society state states times union university watch
united city fc club team band empire kingdom republic people army navy orchestra company brothers sisters revolution
nation tribe dynasty cross and
"""

_RULERS = "king queen prince princess tsar czar emperor empress shah sultan pope saint st duke baron count"
_KNOWN_BY_FIRST = "napoleon michelangelo galileo dante raphael rembrandt donatello tycho saddam lula"

TITLES = frozenset(_TITLES.split())
RULERS = frozenset(_RULERS.split())
"""Titles of people who are called by their first name, and told apart by a number."""
KNOWN_BY_FIRST = frozenset(_KNOWN_BY_FIRST.split())
"""First names that alone mean one person, whose only first name they are; `Leonardo da Vinci` is told by his "da"."""
PARTICLES = frozenset(_PARTICLES.split())
ROLES = TITLES | frozenset(_ROLES.split())
"""Words that show what follows a name's comma to be no first name."""
FAMILIES = frozenset(_FAMILIES.split())
"""Chinese, Korean and Vietnamese family names, which stand first and by which their bearers are called."""
ENDINGS = frozenset({"jr", "sr", *ROMAN})
BODIES = frozenset(_BODIES.split())
"""Words that show a speaker to be no person: its last word is no surname."""


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name, folded: first names or initials, the surname, and an ending (`Jr`, `III`, `the Great`)."""

    first: tuple[str, ...]
    surname: str
    ending: str = ""

    @property
    def numeral(self) -> str:
        """The number that tells a ruler from others of that name; "" for none."""
        return self.ending if self.ending in ROMAN else ""


def named(text: str) -> Name | None:
    """Read a person's name of up to five words; what follows a comma is a role and is dropped. None if it is none."""
    head = text.partition(",")[0].partition("(")[0]
    if len(head) > LONGEST:
        return None
    words = spaced(bare(head)).split()
    while len(words) > 1 and words[0] in TITLES:
        words = words[1:]
    body = BODIES & set(words)
    words, origin = _without_byname(words)
    words = [word for word in words if word not in PARTICLES and word != "the"] or words
    ending = _ending(words[-1]) if len(words) > 1 else ""
    words = words[:-1] if ending else words
    if body or not 0 < len(words) <= 5 or any(letter.isdigit() for letter in "".join(words)):
        return None
    return Name(tuple(words[:-1]), words[-1], ending or origin)


def titles(text: str) -> frozenset[str]:
    """Return the titles at the beginning of a name."""
    found = []
    for word in spaced(bare(text[:LONGEST])).split():
        if word not in TITLES:
            break
        found.append(word)
    return frozenset(found)


def called_first(text: str, name: Name) -> bool:
    """Whether someone is called by the first name: by a `da` before the place, or as everybody knows."""
    words = spaced(bare(text)).split()
    by_place = name.first[:1] == tuple(words[:1]) and words[1:2] == ["da"]
    return len(name.first) == 1 and (by_place or name.first[0] in KNOWN_BY_FIRST)


def turned(text: str) -> Name | None:
    """Read a name whose surname stands first, before a comma: `Merkel, Angela`; None for any other."""
    last, comma, first = text.partition(",")
    words = spaced(bare(first)).split() if len(text) <= LONGEST else []
    if not comma or not 0 < len(words) <= 2 or ROLES & set(words) or len(last.split()) > 3:
        return None
    return named(f"{first} {last}")


def asked_by_family(name: Name) -> bool:
    """Whether someone is called by the name that stands first: Mao Zedong, Kim Jong-un."""
    whole = (*name.first, name.surname)
    return len(whole) in (2, 3) and (whole[0] in FAMILIES or (whole[0] == "kim" and len(whole) == 3))


def same_first(right: Name, given: Name) -> bool:
    """Whether the first names that both say can be one person's: some may be left out, or be mere initials.

    Who gives a first name and goes on gives the next one: George W. Bush is not George H. W. Bush.
    """
    fewer, more = sorted((right.first, given.first), key=len)
    if len(fewer) > 1 and _alike(fewer[0], more[0]) and not _alike(fewer[1], more[1]):
        return False
    rest = iter(more)
    return all(any(_alike(one, other) for other in rest) for one in fewer)


def _alike(one: str, other: str) -> bool:
    """Whether two first names are equal, or one the other's initial."""
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


def _ending(word: str) -> str:
    """Return what follows a name in one spelling: `jr`, or a ruler's numeral (`viii` for `eighth` and `8` too)."""
    if word in ENDINGS:
        return word
    count = ORDINALS.get(word, int(word) if word.isdecimal() and len(word) < 3 else 0)
    return next((roman for roman, value in ROMAN.items() if value == count), "")


def _without_byname(words: list[str]) -> tuple[list[str], str]:
    """Return a name without where its bearer is of or what he is called, and that; a numbered ruler needs none."""
    at = next((at for at in range(1, len(words) - 1) if words[at] == "of" or _is_byname(words[at:])), 0)
    if not at:
        return words, ""
    return words[:at], "" if _ending(words[at - 1]) and at > 1 else " ".join(words[at:])


def _is_byname(words: list[str]) -> bool:
    """Whether words are what someone is called: `the Great`, but not `the Eighth`."""
    return len(words) == 2 and words[0] == "the" and not _ending(words[1])
