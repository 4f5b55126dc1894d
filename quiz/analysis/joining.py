"""One deck under several ids: handed out without its lock, it got an id of its own on every computer it came to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from quiz.analysis.model import Asked, Result


def joined(results: Sequence[Result], told: list[str]) -> list[Result]:
    """Give results of the same deck the same id for it, the first by the alphabet, and tell that.

    Decks are the same if their cards are, or if they share their title and a card that asks the same. Two ids that
    stand in one exam are two decks, whatever they hold.
    """
    heads = _heads(results)
    if not any(name != head for name, head in heads.items()):
        return list(results)
    sizes = Counter(heads.values())
    titles = {deck.id: deck.title for result in results for deck in result.decks}
    for head in sorted({head for name, head in heads.items() if name != head}):
        named = titles.get(head) or "one deck"
        told.append(f"{named} has {sizes[head]} ids, for it was handed out without its lock: it counts as one deck")
    known: dict[Asked, Asked] = {}
    return [_renamed(result, heads, known) for result in results]


@dataclass(slots=True)
class _Group:
    """Ids that are one deck, the one that stands for them, and the exams of several decks, by number, that have one."""

    head: str
    names: list[str]
    exams: set[int] = field(default_factory=set)


def _heads(results: Sequence[Result]) -> dict[str, str]:
    """Tell for each deck's id the one that stands for it."""
    groups = _alone(results)
    seen: dict[Hashable, str] = {}
    refused: set[tuple[str, str]] = set()
    for result in sorted(results, key=lambda each: (each.path, each.id)):
        for mark, name in _marks(result):
            one, other = sorted((groups[seen.setdefault(mark, name)], groups[name]), key=lambda each: each.head)
            if one is other or (one.head, other.head) in refused:
                continue
            if one.exams.isdisjoint(other.exams):
                groups |= _one(one, other)
            else:
                refused.add((one.head, other.head))
    return {name: group.head for name, group in groups.items()}


def _alone(results: Sequence[Result]) -> dict[str, _Group]:
    """Give each id a group of its own."""
    groups: dict[str, _Group] = {}
    numbers: dict[frozenset[str], int] = {}
    for result in results:
        ids = frozenset(_ids(result))
        number = numbers.setdefault(ids, len(numbers))
        for name in ids:
            group = groups.setdefault(name, _Group(name, [name]))
            if len(ids) > 1:
                group.exams.add(number)
    return groups


def _one(first: _Group, second: _Group) -> dict[str, _Group]:
    """Put the smaller of two groups into the other; return what is the group now of the ids that were in it.

    So each id comes into another group a few times at most, however many are joined.
    """
    small, large = sorted((first, second), key=lambda each: len(each.names) + len(each.exams))
    large.head = min(small.head, large.head)
    large.names += small.names
    large.exams |= small.exams
    return dict.fromkeys(small.names, large)


def _ids(result: Result) -> set[str]:
    """Return the decks that a result has questions of."""
    return {answer.asked.deck for answer in result.answers}


def _marks(result: Result) -> Iterator[tuple[Hashable, str]]:
    """Yield what a deck may be known by, with its id in this result."""
    titles = {deck.id: deck.title for deck in result.decks}
    asked = _ids(result)
    yield from ((deck.hash, deck.id) for deck in result.decks if deck.hash and deck.id in asked)
    for answer in result.answers:
        each = answer.asked
        if each.deck in titles:
            yield (titles[each.deck], each.card, each.hash), each.deck


def _renamed(result: Result, heads: dict[str, str], known: dict[Asked, Asked]) -> Result:
    """Call the decks of a result by the ids that stand for them."""
    answers = []
    for answer in result.answers:
        asked = answer.asked
        if heads[asked.deck] != asked.deck:
            same = known.get(asked) or replace(asked, deck=heads[asked.deck])
            asked = known[answer.asked] = known.setdefault(same, same)
        answers.append(replace(answer, asked=asked))
    return replace(result, answers=tuple(answers))
