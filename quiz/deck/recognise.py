"""Knows cards without an id again after a person edited their deck."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.deck.alike import likeness
from quiz.deck.model import gapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quiz.deck.lock import Known, Lock
    from quiz.deck.model import Card
    from quiz.deck.record import Record

MANY = 400
"""Pairs of cards compared word by word between two known neighbours; a longer run goes by its order alone."""


def recognised(cards: Sequence[Card], lock: Lock) -> dict[int, str]:
    """Find the ids of cards that have none, by index: by question first, then by place, as far as the lock knows them.

    A generated card whose `id` line a person removed is known again by its question alone.
    """
    found = by_question(cards, lock)
    named = {card.id for card in cards}
    order = [name for name, known in lock.known.items() if not known.gone and name not in named]
    for run, ids in stretches(cards, found, order):
        found |= by_place(run, ids, cards, lock.known)
    return found


def by_question(cards: Sequence[Card], lock: Lock) -> dict[int, str]:
    """Find ids by the very question; where several have it, those that were in the deck last time come first."""
    named = {card.id for card in cards}
    prompts = [(known.gone, known.prompt, name) for name, known in lock.known.items()]
    prompts += [(known.deleted, prompt(known.values), name) for name, known in lock.generated.items()]
    waiting: dict[str, list[str]] = {}
    for _, asked, name in sorted(prompts, key=lambda row: row[0]):
        if name not in named:
            waiting.setdefault(asked, []).append(name)
    found: dict[int, str] = {}
    for index, card in enumerate(cards):
        if not card.id and waiting.get(card.prompt):
            found[index] = waiting[card.prompt].pop(0)
    return found


def prompt(values: Record) -> str:
    """Tell what a generated card asks (as Card.prompt does)."""
    question, cloze = values.get("question", ""), values.get("cloze", "")
    return question if isinstance(question, str) and question else gapped(cloze) if isinstance(cloze, str) else ""


def stretches(
    cards: Sequence[Card], found: dict[int, str], order: Sequence[str]
) -> Iterator[tuple[list[int], list[str]]]:
    """Pair each run of unknown cards with the ids that once stood between the same two known neighbours."""
    at = {name: position for position, name in enumerate(order)}
    known = set(found.values())
    run: list[int] = []
    left = -1
    bare = [index for index, card in enumerate(cards) if not card.id]
    for index in [*bare, len(cards)]:
        if index < len(cards) and index not in found:
            run.append(index)
            continue
        right = at.get(found[index]) if index in found else len(order)
        if right is None:
            continue
        if run:
            yield run, [name for name in order[left + 1 : right] if name not in known]
        run, left = [], right


def by_place(run: Sequence[int], ids: Sequence[str], cards: Sequence[Card], known: dict[str, Known]) -> dict[int, str]:
    """Pair cards of one stretch with ids: those alike first, the others in order if they are as many."""
    left, rest = list(ids), list(run)
    found: dict[int, str] = {}
    for index in run if len(run) * len(ids) <= MANY else ():
        best = max(left, key=lambda name: _likeness(cards[index], known[name]), default="")
        if best and _likeness(cards[index], known[best]) > 0:
            found[index] = best
            left.remove(best)
            rest.remove(index)
    if len(rest) == len(left):
        found |= dict(zip(rest, left, strict=True))
    return found


def _likeness(card: Card, known: Known) -> float:
    """Rate by question; the same answer makes up for a question of other words."""
    return likeness(card.prompt, known.prompt) + (0.5 if card.answer == known.answer else 0.0)
