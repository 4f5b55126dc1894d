"""What is studied now: the cards that are due, then new ones, both up to a daily number, decks interleaved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace
from datetime import datetime, timedelta
from typing import cast

from quiz.config import StudyConfig
from quiz.deck.model import Deck
from quiz.deck.remembered import ids_of, siblings_of
from quiz.errors import QuizError
from quiz.study.model import Key, Marks, Memory, Way
from quiz.study.scheduling.days import day_of, day_start
from quiz.study.session import Item
from quiz.values import dataclass

AHEAD = 20
"""Cards of a sitting for someone who goes on when nothing waits."""

UNMARKED = Marks()

Known = tuple[int, Memory | None]
"""Where a card stands in its deck, and what the schedule holds of it."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What the history knows that decides what waits; `begun` and `reviewed` count today's cards of each deck."""

    memories: Mapping[Key, Memory] = field(default_factory=dict)
    marks: Mapping[Key, Marks] = field(default_factory=dict)
    answered: frozenset[Key] = frozenset()
    begun: Mapping[str, int] = field(default_factory=dict)
    reviewed: Mapping[str, int] = field(default_factory=dict)

    def left(self, study: StudyConfig) -> int:
        """How many new cards may still be begun today, of all decks together."""
        return max(0, study.new_in_all - sum(self.begun.values()))


@dataclass(frozen=True, slots=True)
class Waiting:
    """The cards of one deck that wait now: due ones and new ones, each of today's number, and what is left besides.

    `later` holds the first of these, `fresh` counts all cards never answered, `held` those suspended, buried
    or left for tomorrow as siblings.
    """

    deck: Deck
    due: tuple[Item, ...]
    new: tuple[Item, ...]
    later: tuple[Item, ...]
    next_due: datetime | None = None
    fresh: int = 0
    held: int = 0


def waiting(deck: Deck, standing: Standing, now: datetime, study: StudyConfig | None = None) -> Waiting:
    """Sort a deck's cards, in document order, into due, new and later.

    A card on a learning step is due to the minute, any other on its day. What is left besides: new cards beyond
    today's number, then cards not yet due, soonest first. QuizError if a card has no identity to be kept under.
    """
    ids = _identified(deck)
    study = study or StudyConfig()
    name, day = deck.id, day_of(now, study.day_begins)
    evening = day_start(now, study.day_begins) + timedelta(days=1)
    held = standing.memories
    cards = list(enumerate([held.get((name, card)) for card in ids] if held else [None] * len(ids)))
    open_ = (
        [pair for pair in cards if standing.marks.get((name, ids[pair[0]]), UNMARKED).waits(day)]
        if standing.marks
        else cards
    )
    asked = unrelated(open_, deck, standing.answered, now, evening) if study.bury_siblings else open_
    fresh = sum(memory is None for _row, memory in cards)
    return _sorted(deck, asked, standing, (now, evening), study, (fresh, len(cards) - len(asked)))


def unrelated(
    cards: Sequence[Known], deck: Deck, answered: frozenset[Key], now: datetime, evening: datetime
) -> Sequence[Known]:
    """Leave out siblings: of several cards of one passage only one is studied a day: a due one, then a new one.

    One that was answered today already stays, so that its learning steps go on.
    """
    passages, ids = siblings_of(deck.cards), ids_of(deck.cards)
    if not passages:
        return cards
    first: dict[int, tuple[tuple[bool, int], int]] = {}
    for row, memory in cards:
        if passage := passages[row]:
            soon = 2 if memory is None else 0 if _due(memory, now, evening) else 3
            rank = ((deck.id, ids[row]) not in answered, soon)
            if passage not in first or rank < first[passage][0]:
                first[passage] = (rank, row)
    kept = {row for _rank, row in first.values()}
    return [pair for pair in cards if not passages[pair[0]] or pair[0] in kept or (deck.id, ids[pair[0]]) in answered]


def shared(waiting: Sequence[Waiting], left: int) -> tuple[Waiting, ...]:
    """Leave so many new cards for today, of each deck as even a share as there is."""
    taken = Counter(item.deck.id for item in interleaved([deck.new for deck in waiting])[:left])
    return tuple(
        replace(deck, new=deck.new[:share], later=(*deck.new[share:], *deck.later)[:AHEAD])
        if (share := taken[deck.deck.id]) < len(deck.new)
        else deck
        for deck in waiting
    )


def chosen(waiting: Sequence[Waiting]) -> tuple[Item, ...]:
    """Return the cards of a sitting over some decks: all that is due, then what is new, each deck spread evenly."""
    return (*interleaved([deck.due for deck in waiting]), *interleaved([deck.new for deck in waiting]))


def ahead(waiting: Sequence[Waiting]) -> tuple[Item, ...]:
    """Return the cards for someone who wants to go on when nothing waits."""
    return interleaved([deck.later for deck in waiting])[:AHEAD]


def interleaved(groups: Iterable[Sequence[Item]]) -> tuple[Item, ...]:
    """Merge groups so that each keeps its order and is spread evenly over the whole."""
    placed = [
        ((at + 0.5) / len(group), number, at, item)
        for number, group in enumerate(groups)
        for at, item in enumerate(group)
    ]
    return tuple(item for *_place, item in sorted(placed, key=lambda entry: entry[:3]))


def preferred(memory: Memory | None, study: StudyConfig) -> Way:
    """Return how the learner wants a card asked, by how far it has got."""
    if memory is None or not memory.known:
        return cast("Way", study.new_way)
    mature = memory.state == 2 and memory.due - memory.last >= study.mature
    return cast("Way", study.mature_way if mature else study.known_way)


def _item(deck: Deck, row: int, memory: Memory | None, study: StudyConfig) -> Item:
    """Return a card as it would be asked now."""
    return Item(deck, deck.cards[row], new=memory is None, way=preferred(memory, study))


def _due(memory: Memory, now: datetime, evening: datetime) -> bool:
    """Whether a card is to be asked now."""
    return memory.due <= now or (memory.step is None and memory.due < evening)


def _sorted(
    deck: Deck,
    cards: Sequence[Known],
    standing: Standing,
    times: tuple[datetime, datetime],
    study: StudyConfig,
    counts: tuple[int, int],
) -> Waiting:
    """Sort the cards that may be asked into due, new and later, and keep to today's numbers."""
    due: list[tuple[int, Memory]] = []
    later: list[tuple[int, Memory]] = []
    new = [pair for pair in cards if pair[1] is None]
    for row, memory in cards if len(new) < len(cards) else ():
        if memory is not None:
            (due if _due(memory, *times) else later).append((row, memory))
    later.sort(key=lambda pair: pair[1].due)
    due = _limited(due, study.reviews_a_day - standing.reviewed.get(deck.id, 0))
    today = min(max(0, study.new_a_day - standing.begun.get(deck.id, 0)), standing.left(study))
    besides = (*new[today : today + AHEAD], *later[:AHEAD])[:AHEAD]
    due_now, new_now, rest = (tuple(_item(deck, *pair, study) for pair in part) for part in (due, new[:today], besides))
    return Waiting(deck, due_now, new_now, rest, later[0][1].due if later else None, *counts)


def _limited(due: list[tuple[int, Memory]], most: int) -> list[tuple[int, Memory]]:
    """Keep to a number of cards that come again, those on learning steps aside."""
    kept, left = [], max(0, most)
    for row, memory in due:
        if memory.step is not None or left > 0:
            kept.append((row, memory))
            left -= memory.step is None
    return kept


def _identified(deck: Deck) -> Sequence[str]:
    """Return the ids of a deck's cards; QuizError for one without: its answers could not be told apart."""
    ids = ids_of(deck.cards)
    if not ids or (deck.id and all(ids)):
        return ids
    card = deck.cards[next(row for row, name in enumerate(ids) if not (name and deck.id))]
    place = card.place.line if card.place else None
    hint = "give the deck and each of its cards an `id`"
    raise QuizError.at(deck.path or deck.title, "a card without id cannot be studied", hint, place)
