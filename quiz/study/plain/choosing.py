"""Which decks are studied: listed with what waits in them, and found by their numbers or by words of their titles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quiz.study.catalogue.folding import folded
from quiz.study.plain.wording import minutes
from quiz.study.printable import glance
from quiz.study.scheduling.choosing import Waiting

MOST = 40
"""Decks listed at once."""

WISH = "Enter studies all that waits; or type the number of a deck, several numbers, or part of a title; ? for help."

HELP = (
    "Enter studies all that waits in all decks",
    "2 studies deck 2, and 1 3 decks 1 and 3",
    "words list the decks that have them in their title; where it is one deck, it is studied",
    "c practises all decks and c 2 deck 2 (cram): the schedule is left alone",
    "q stop",
)


def listed(waiting: Sequence[Waiting], pace: float) -> list[str]:
    """Say what waits in all decks, and in each."""
    due, new = sum(len(deck.due) for deck in waiting), sum(len(deck.new) for deck in waiting)
    told = f"{due} due, {new} new, {minutes(due + new, pace)}" if due + new else "nothing waits"
    return [f"{len(waiting)} decks: {told}.", *rows(waiting, range(len(waiting)))]


def rows(waiting: Sequence[Waiting], some: Iterable[int]) -> list[str]:
    """Say what waits in some decks, each with its number among all."""
    numbers = list(some)
    told = [_row(at + 1, waiting[at]) for at in numbers[:MOST]]
    left = len(numbers) - MOST
    return [*told, f"And {left} more: type part of a title."] if left > 0 else told


def titled(waiting: Sequence[Waiting], words: str) -> list[int]:
    """Return the places of the decks that have all of some words in their title."""
    parts = folded(words).split()
    return [at for at, each in enumerate(waiting) if all(part in folded(each.deck.title) for part in parts)]


def _row(number: int, waiting: Waiting) -> str:
    """Say what waits in one deck."""
    cards = len(waiting.deck.cards)
    title = glance(waiting.deck.title) or "untitled"
    return f"{number}. {title}: {len(waiting.due)} due, {len(waiting.new)} new, {cards} card{'s' * (cards != 1)}."
