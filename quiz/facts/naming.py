"""Gathers the people a document names: the fullest names first, then what else each is called."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Sequence
from itertools import pairwise

from quiz.facts.cue_words import FEMALE, HONORIFICS, MALE
from quiz.facts.given_names import MEN, WOMEN
from quiz.facts.kin import KIN, LEAD, relatives
from quiz.facts.mentions import WITHIN, called, headline, persons, plausible, written
from quiz.facts.model import Sentence, Word
from quiz.facts.names import EDGE, LED_BY, People, Person, bare
from quiz.facts.organisations import full_names

PLACED = re.compile(r"Saint-|(?:St\.|Saint|Mount|Mt\.|Lake|Fort|Port|Cape|San|Santa|New)\s")
TOLD = ("DATE", "TIME", "CARDINAL", "MONEY", "QUANTITY", "PERCENT", "ORDINAL")
"""What the tagger calls words that are no name, whatever their tag."""
SHORTEST = 3
"""Letters of a first name that hardly stands for it alone."""


def find_people(sentences: Sequence[Sentence]) -> People:
    """Gather the persons named in the sentences, the fullest names first, then every bare surname of theirs."""
    met = _met(sentences)
    people = People(bodies=full_names(sentences))
    for name in sorted(met, key=lambda n: (-len(n.split()), -len(met[n]), n)):
        if not plausible(name):
            continue
        if (known := people.find(name)) is None:
            people.add(known := Person(name))
        known.roles += [raw.split()[0].lower().strip(".") for _, _, raw in met[name] if raw.split()]
        for start, end, raw in met[name]:
            title = raw.split()[: -len(name.split())]
            bearer = known if " " in name else _bearer(people, name, start, known)
            if person := _of_gender(people, bearer, title, name):
                person.mentions.append((start, end))
        if name == known.name or len(people.called(name)) == 1:
            known.gender = known.gender or _gender(name, [raw for _, _, raw in met[name]])
        known.title = known.title or _title(name, [raw for _, _, raw in met[name]])
    _add_surnames(people, sentences)
    for noun, mentions in relatives(sentences).items():
        people.add(Person(f"{LEAD}{noun}", mentions, gender=KIN[noun]))
    people.settle()
    return people


def _bearer(people: People, name: str, start: int, known: Person) -> Person:
    """Who is meant by a surname alone, of several: of those introduced before, who was called so before.

    Texts that tell of a family keep the surname for one of them; where none was called so yet, it is the one met most.
    """
    fits = [p for p in people.called(name) if p.surname == name and any(at < start for at, _ in p.mentions)]
    if len(fits) <= 1:
        return fits[0] if fits else known
    met = {id(p): [end - at for at, end in p.mentions if at < start] for p in fits}
    return max(fits, key=lambda p: (met[id(p)].count(len(name)), len(met[id(p)]), p.mentions[-1]))


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


def _met(sentences: Sequence[Sentence]) -> dict[str, list[tuple[int, int, str]]]:
    """Every name met, bare, with its characters and how it is written, the word before it included."""
    met: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for sentence in (s for s in sentences if not headline(s)):
        for first, last in dict.fromkeys(persons(sentence)):
            raw = written(sentence, first, last)
            if (named := bare(raw)) and not PLACED.match(raw):
                title = sentence.words[first - 1].text if first else ""
                met[named].append((sentence.words[first].start, sentence.words[last].end, f"{title} {raw}"))
    _shorten(met)
    return met


def _shorten(met: dict[str, list[tuple[int, int, str]]]) -> None:
    """Count a name that goes on behind one met more often ("Karl Weber Defends") as that one."""
    for name in list(met):
        words = name.split()
        for size in range(2, len(words)):
            shorter = " ".join(words[:size])
            known = words[size - 1] in met and words[size].lower() not in WITHIN
            known = known and (words[-1] not in met or len(words) - size > 1)
            if known and len(met.get(shorter, ())) > len(met[name]):
                met[shorter] += met.pop(name)
                break


def _add_surnames(people: People, sentences: Sequence[Sentence]) -> None:
    """Surnames the tagger took for something else are mentions too, where the full name is known."""
    told = {s.words[last].text for s in sentences for w in s.words if w.tag == "NNP" for _, last in called(s, w)}
    surnames = {p.surname for p in people.persons if " " in p.name or p.title or p.name in told}
    common = {w.text for s in sentences for w in s.words if w.text.islower()}
    given = _given_alone(people)
    for sentence in sentences:
        for word in sentence.words:
            first = word.text in given and word.ent in ("", "PERSON", "ORG") and _by_itself(sentence, word)
            known = first or (word.text in surnames and word.ent not in TOLD)
            if known and _named(word, common):
                found = people.find(word.text, word.start)
                title = [sentence.words[word.i - 1].text] if word.i else []
                found = _of_gender(people, found, title, "") if found else None
                if found:
                    found.mentions.append((word.start, word.end))


def _given_alone(people: People) -> set[str]:
    """The first names of full names that nobody else of the document bears: "Meles" for "Meles Zenawi"."""
    firsts = (p.name.split()[0] for p in people.persons if " " in p.name)
    return {f for f in firsts if len(f) > SHORTEST and f.lower() not in LED_BY and len(people.called(f)) == 1}


def _by_itself(sentence: Sentence, word: Word) -> bool:
    """Whether a proper noun stands without another beside it."""
    beside = (*sentence.words[max(0, word.i - 1) : word.i], *sentence.words[word.i + 1 : word.i + 2])
    return word.dep != "compound" and not any(w.tag in ("NNP", "HYPH") for w in beside)


def _named(word: Word, common: Container[str]) -> bool:
    """Whether a word with a capital is a name; a noun by its tag may be one that opens a sentence."""
    if word.tag in ("NNP", "NNPS"):
        return True
    return word.tag in ("NN", "NNS") and word.dep in ("nsubj", "nsubjpass") and word.lower not in common


def _title(name: str, mentions: Sequence[str]) -> str:
    """The title that stands most often before a name of one word; "" if none does."""
    if " " in name:
        return ""
    pairs = [pair for mention in mentions for pair in pairwise(mention.split()) if pair[1].startswith(name)]
    titles = Counter(title for title, _ in pairs if title[0].isupper() and title.lower().strip(".") in HONORIFICS)
    return titles.most_common(1)[0][0] if 2 * titles.total() > len(mentions) else ""


def _gender(name: str, mentions: Iterable[str]) -> str:
    """What a title, or else the given name, tells."""
    words = {word.lower().strip(EDGE) for mention in mentions for word in mention.split()}
    given = {name.split(maxsplit=1)[0].lower()}
    for men, women in ((words & MALE, words & FEMALE), (given & MEN, given & WOMEN)):
        if men or women:
            return "m" if men else "f"
    return ""
