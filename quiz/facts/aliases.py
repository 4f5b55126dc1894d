"""People who go by two names: "Mary Ann Evans, known as George Eliot" is one person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from quiz.facts.model import Sentence
from quiz.facts.names import People, Person
from quiz.facts.prominence import persons_in

GAP = 8
"""Words between the two names at most."""
KNOWN = frozenset("known called named nicknamed alias styled baptised baptized christened".split())
AS = KNOWN | {"as"}


def join_aliases(sentences: Sequence[Sentence], people: People) -> None:
    """Make one person of two whom a text says to be the same, under the name they are known by."""
    gone: set[int] = set()
    for one, other in list(_same(sentences, people)):
        if id(one) in gone or id(other) in gone:
            continue
        kept, dropped = other, one
        for mention in dropped.mentions:
            kept.mentions.append(mention)
        kept.roles += dropped.roles
        kept.gender = kept.gender or dropped.gender
        people.rename(dropped, kept)
        gone.add(id(dropped))
    if gone:
        people.settle(gone)


def _same(sentences: Sequence[Sentence], people: People) -> Iterator[tuple[Person, Person]]:
    """Pairs of full names that a sentence sets beside each other as one person's."""
    for sentence in sentences:
        for (one, first), (other, second) in pairwise(persons_in(sentence, people)):
            behind = [w for w in sentence.words[first.i + 1 : second.i + 1] if w.i - first.i <= GAP]
            start = next((n for n, w in enumerate(behind) if people.mentioned(w.start, w.end) is other), 0)
            between = [w.lower for w in behind[:start]]
            full = one is not other and " " in one.name and " " in other.name
            opens = bool(between) and between[0] in {",", "(", *KNOWN}
            if full and opens and between[-1] in AS and KNOWN & set(between):
                yield one, other
