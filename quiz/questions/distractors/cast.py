"""The people of a document as candidates for wrong answers: gender, trade, how often they are met and speak."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from quiz.documents.model import Document
from quiz.facts import Facts
from quiz.facts.cue_words import HONORIFICS
from quiz.facts.given_names import MEN, WOMEN
from quiz.facts.human_nouns import person_noun
from quiz.facts.kin import KIN
from quiz.facts.mentions import INSTITUTIONS, ORGANISED
from quiz.facts.model import Quote, Sentence
from quiz.facts.names import People, Person
from quiz.facts.organisations import bodies
from quiz.questions.distractors.trades import trade_of

LOOKED_AT = 6
"""Mentions of a person that are read for the trade: an introduction stands at the first ones."""
WIDE = 80
BESIDE = 16
"""Characters before a name in which its article or a noun for a relative stands."""
NEAR = 10
"""Quotations of a person on each side of one that are held against it."""
SAME_TIME = 250
"""Characters between a name and a year that is, as a rule, of the person's time."""
ONCE = 600
"""The same for somebody met but once."""
NO_PERSON = (
    ORGANISED
    | INSTITUTIONS
    | frozenset(
        """
    trail road street avenue river island islands republic state states award prize treaty plan doctrine front army navy
    party campaign hospital school college airport station museum theater theatre stadium mountains sea ocean coast
    desert
    """.split()
    )
)
"""Last words of names that the tagger took for a person's."""
ARTICLES = frozenset("the der die das dem ein eine het".split())
"""First words of titles of books and ships, of no person's name."""
HANDLE = re.compile(r"\b(?!Fitz)\w{3,}[a-z][A-Z]|\d|_")
"""What is in the nicknames of those who comment, and in no name: "MillSt Carol"."""
YEAR = re.compile(r"\d{3}(?:\d|$)")
"""How the value of a year or decade begins."""
LATEST = 2100
"""Years told beyond which are forecasts."""
LIFETIME = 45
"""Years apart at which two people are no contemporaries."""
SAINTS = frozenset(("st", "saint", "san", "santa", "sankt", "high"))
"""First words of names that are mostly places': "St Vincent", "High Holborn"."""
HERS = frozenset(("she", "her", "hers", "herself"))
HIS = frozenset(("he", "his", "him", "himself"))


@dataclass(frozen=True, slots=True)
class Member:
    """A person of the document: name, surname, gender and trade or "", places of mentions, own quotations, and time.

    `year` is one told near a mention, 0 if there is none; `living` tells that the text
    lets them speak in the present tense, and `titled` that a title or trade stands beside the name.
    """

    name: str
    surname: str
    gender: str
    trade: str
    mentions: tuple[int, ...]
    quotes: tuple[Quote, ...] = ()
    year: int = 0
    living: bool = False
    titled: bool = False

    @property
    def certain(self) -> bool:
        """Whether this is a person for sure, and no street or ship that the tagger took for one."""
        told = bool(self.titled or self.trade or self.quotes)
        return told or (bool(self.gender) and " " in self.name)

    def near(self, offset: int) -> Sequence[Quote]:
        """The own quotations that stand nearest to an offset."""
        at = bisect_left(self.quotes, offset, key=_start)
        return self.quotes[max(0, at - NEAR) : at + NEAR]

    def gap(self, offset: int) -> int:
        """Characters from an offset to the nearest mention."""
        at = bisect_left(self.mentions, offset)
        return min(abs(place - offset) for place in self.mentions[max(0, at - 1) : at + 1])


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody of a document, in the order of their weight, and the other speakers: offices and unnamed people."""

    members: Sequence[Member]
    others: Sequence[Member]
    named: Mapping[str, Member]

    @classmethod
    def of(cls, document: Document, facts: Facts) -> Cast:
        """Gather the cast of a document, nobody where nobody is quoted."""
        if not facts.quotes:
            return cls((), (), {})
        said: dict[str, list[Quote]] = defaultdict(list)
        for quote in facts.quotes:
            person = facts.people.find(quote.speaker)
            said[person.shown if person else quote.speaker].append(quote)
        votes = dict(_votes(facts))
        years = [(d.span.start, int(d.value[:4].ljust(4, "5"))) for d in facts.dates if YEAR.match(d.value)]
        latest = max((year for _, year in years if year <= LATEST), default=0)
        peoples = {w.start for s in facts.sentences for w in s.words if w.tag == "NNPS"}
        members = [
            _dated(_member(document, person, said, votes), _year(person, years), latest)
            for person in facts.people.persons
            if person.mentions
            and _is_person(person, peoples)
            and (person.shown in said or not _is_thing(document, person))
        ]
        members.sort(key=lambda m: (-len(m.quotes), -len(m.mentions), m.mentions[0]))
        return cls(members, _others(facts, said), {member.name: member for member in members})

    def find(self, people: People, quote: Quote) -> Member | None:
        """The member who is the speaker of a quotation; None if that is none of the people."""
        person = people.find(quote.speaker)
        return self.named.get(person.shown) if person else None


def _others(facts: Facts, said: Mapping[str, Sequence[Quote]]) -> list[Member]:
    """Those who are quoted and no persons, and the bodies that are told of."""
    names = {person.shown for person in facts.people.persons}
    others = [
        Member(name, name, "", "", tuple(q.parts[0].start for q in quotes), tuple(quotes))
        for name, quotes in said.items()
        if name not in names
    ]
    spoken = {member.name for member in others}
    others += [
        Member(name, name, "", "", tuple(sorted(places)))
        for name, places in bodies(facts.sentences).items()
        if name not in spoken
    ]
    return sorted(others, key=lambda m: (-len(m.quotes), -len(m.mentions), m.name))


def _is_person(person: Person, peoples: AbstractSet[int]) -> bool:
    """Whether a name is a person's: no place's, no title of a book ("Der Ring"), no people's ("Africans")."""
    words = person.name.lower().split()
    if words[-1] in NO_PERSON or words[0] in ARTICLES | SAINTS or person.title.lower().strip(".") in SAINTS:
        return False
    if HANDLE.search(person.name):
        return False
    return len(words) > 1 or not any(start in peoples for start, _ in person.mentions[:LOOKED_AT])


def _is_thing(document: Document, person: Person) -> bool:
    """Whether a name has an article, or is like a plural and has an owner: "the Weber Shoals", "Norway's Weber Shoals".

    The first names of a relative, whose surname nobody needs to tell, are only half a name: "his sister Anna Maria".
    """
    words = person.name.split()
    half = len(words) > 1 and all(word.lower() in MEN or word.lower() in WOMEN for word in words)
    for start, end in person.mentions[:LOOKED_AT]:
        lead = document.text[max(0, start - BESIDE) : start].lower()
        if end - start >= len(person.name) and (
            lead.endswith(" the ") or (words[-1].endswith("s") and lead.endswith(("'s ", "’s ")))
        ):
            return True
        if half and any(noun in KIN or noun.removesuffix("s") in KIN for noun in re.findall(r"\w+", lead)):
            return True
    return False


def _start(quote: Quote) -> int:
    return quote.parts[0].start


def _member(document: Document, person: Person, said: dict[str, list[Quote]], votes: dict[str, Counter[str]]) -> Member:
    trades = Counter(
        trade
        for start, end in person.mentions[:LOOKED_AT]
        if (trade := trade_of(document.text[max(0, start - WIDE) : start], document.text[end : end + WIDE]))
    )
    told = votes.get(person.name, Counter())
    voted = "f" if told["f"] > 2 * told["m"] else "m" if told["m"] > 2 * told["f"] else ""
    return Member(
        person.shown,
        person.surname,
        person.gender or voted,
        trades.most_common(1)[0][0] if trades else "",
        tuple(start for start, _ in person.mentions),
        tuple(said.get(person.shown, ())),
        living=any(_lives(q) for q in said.get(person.shown, ())),
        titled=any(role in HONORIFICS or person_noun(role) for role in person.roles),
    )


def _lives(quote: Quote) -> bool:
    """Whether words are told as said to the writer or in the present tense."""
    words = quote.sentence.words
    cue = words[quote.cue] if quote.cue is not None else None
    return cue is not None and (cue.tag == "VBZ" or any(w.head == cue.i and w.lower in ("me", "us") for w in words))


def _dated(member: Member, near: int, latest: int) -> Member:
    """The member with the time: those who speak in the present tense live when the text is written, the `latest`."""
    return replace(member, year=latest if member.living and latest > near + LIFETIME else near)


def _year(person: Person, years: Sequence[tuple[int, int]]) -> int:
    """The year told nearest to the first mention of a person that has one near."""
    near: list[int] = []
    for start, _ in person.mentions[:LOOKED_AT]:
        at = bisect_left(years, (start, 0))
        beside = [(abs(place - start), year) for place, year in years[max(0, at - 1) : at + 1]]
        near += [year for gap, year in sorted(beside)[:1] if gap <= (SAME_TIME if len(person.mentions) > 1 else ONCE)]
    return near[0] if near else 0


def _votes(facts: Facts) -> Iterator[tuple[str, Counter[str]]]:
    """How often "she" or "he" stands in a sentence that names one person only, by that person's name."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in facts.sentences:
        named = {p.name for w in sentence.words if w.pos == "PROPN" and (p := facts.people.mentioned(w.start, w.end))}
        if len(named) == 1 and (gender := _pronouns(sentence)):
            found[named.pop()][gender] += 1
    yield from found.items()


def _pronouns(sentence: Sentence) -> str:
    words = {word.lower for word in sentence.words}
    return "" if bool(words & HERS) == bool(words & HIS) else "f" if words & HERS else "m"
