"""One deck under several ids: handed out without its lock, it got an id of its own on every computer it came to."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace

from quiz.analysis.model import Asked, Result


def joined(results: Sequence[Result], told: list[str]) -> list[Result]:
    """Give results of the same deck the same id for it, the first by the alphabet, and tell that.

    Decks are the same if their cards are, or if they share their title and a card that asks the same. Two ids that
    stand in one exam are two decks, whatever they hold.
    """
    heads = _heads(results)
    if not any(name != head for name, head in heads.items()):
        return list(results)
    titles = {deck.id: deck.title for result in results for deck in result.decks}
    for head in sorted({head for name, head in heads.items() if name != head}):
        ids = sum(each == head for each in heads.values())
        named = titles.get(head) or "one deck"
        told.append(f"{named} has {ids} ids, for it was handed out without its lock: it counts as one deck")
    known: dict[Asked, Asked] = {}
    return [_renamed(result, heads, known) for result in results]


def _heads(results: Sequence[Result]) -> dict[str, str]:
    """Tell for each deck's id the one that stands for it."""
    apart = {tuple(sorted(ids)) for result in results if len(ids := _ids(result)) > 1}
    heads: dict[str, str] = {name: name for result in results for name in _ids(result)}
    seen: dict[Hashable, str] = {}
    refused: set[tuple[str, str]] = set()
    for result in sorted(results, key=lambda each: (each.path, each.id)):
        for mark, name in _marks(result):
            one, other = sorted((heads[seen.setdefault(mark, name)], heads[name]))
            if one == other or (one, other) in refused:
                continue
            if _together({each for each in heads if heads[each] in (one, other)}, apart):
                refused.add((one, other))
            else:
                heads = {each: one if head == other else head for each, head in heads.items()}
    return heads


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


def _together(ids: set[str], apart: set[tuple[str, ...]]) -> bool:
    """Whether two of some ids stand in one exam."""
    return any(len(ids.intersection(several)) > 1 for several in apart)


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
