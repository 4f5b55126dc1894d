"""What is studied now: the cards that are due, then new ones up to a daily number, decks interleaved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from quiz.deck.model import Deck
from quiz.errors import QuizError
from quiz.study.model import Key, Memory
from quiz.study.session import Item

NEW_A_DAY = 20
"""New cards of one deck a day; each comes back some seven times in its first weeks, so more soon piles up."""

DAY_BEGINS = timedelta(hours=4)
"""The day begins at four in the morning: who studies past midnight still studies that day's cards."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """The cards of one deck that wait now: due ones, new ones of today's number, and what is left besides."""

    deck: Deck
    due: tuple[Item, ...]
    new: tuple[Item, ...]
    later: tuple[Item, ...]
    next_due: datetime | None = None


def day_start(now: datetime) -> datetime:
    """When the learner's day began, in the time zone of `now`."""
    return (now - DAY_BEGINS).replace(hour=0, minute=0, second=0, microsecond=0) + DAY_BEGINS


def waiting(
    deck: Deck,
    memories: Mapping[Key, Memory],
    now: datetime,
    *,
    begun: int = 0,
    new_a_day: int = NEW_A_DAY,
) -> Waiting:
    """Sort a deck's cards, in document order, into due, new and later; `begun` new ones were asked today already.

    A card on a learning step is due to the minute, any other on its day. What is left besides: new cards beyond
    today's number, then cards not yet due, soonest first. QuizError if a card has no identity to be kept under.
    """
    _identified(deck)
    evening = day_start(now) + timedelta(days=1)
    due, new, later = [], [], []
    for card in deck.cards:
        memory = memories.get((deck.id, card.id))
        if memory is None:
            new.append(Item(deck, card))
            continue
        item = Item(deck, card, new=False, known=memory.known)
        if memory.due <= now or (memory.step is None and memory.due < evening):
            due.append(item)
        else:
            later.append((memory.due, item))
    later.sort(key=lambda pair: pair[0])
    today = max(0, new_a_day - begun)
    besides = (*new[today:], *(item for _due, item in later))
    return Waiting(deck, tuple(due), tuple(new[:today]), besides, later[0][0] if later else None)


def chosen(waiting: Sequence[Waiting]) -> tuple[Item, ...]:
    """Return the cards of a sitting over some decks: all that is due, then what is new, each deck spread evenly."""
    return (*interleaved([deck.due for deck in waiting]), *interleaved([deck.new for deck in waiting]))


def ahead(waiting: Sequence[Waiting], number: int = NEW_A_DAY) -> tuple[Item, ...]:
    """Return the cards for someone who wants to go on when nothing waits."""
    return interleaved([deck.later[:number] for deck in waiting])[:number]


def interleaved(groups: Iterable[Sequence[Item]]) -> tuple[Item, ...]:
    """Merge groups so that each keeps its order and is spread evenly over the whole."""
    placed = [
        ((at + 0.5) / len(group), number, at, item)
        for number, group in enumerate(groups)
        for at, item in enumerate(group)
    ]
    return tuple(item for *_place, item in sorted(placed, key=lambda entry: entry[:3]))


def _identified(deck: Deck) -> None:
    """Refuse cards without identity: their answers could not be told apart."""
    for card in deck.cards:
        if not deck.id or not card.id:
            place = card.place.line if card.place else None
            hint = "give the deck and each of its cards an `id`"
            raise QuizError.at(deck.path or deck.title, "a card without id cannot be studied", hint, place)
