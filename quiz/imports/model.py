"""What a reader finds in someone else's file: cards by deck, and what they bring along."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from quiz.deck.ledger import Note
from quiz.deck.model import Card, Deck
from quiz.deck.theirs import Role, Theirs
from quiz.errors import Problem

Traced = tuple[Card, Card, Mapping[str, str]]
"""What a note said before it was edited there: its card, and its fields by name.

The card is told twice: what nobody knows, as it was edited on both sides, is in the first as here, then as there.
"""


class Trace(Protocol):
    """Tells what a note said before it was edited there."""

    def __call__(self, fields: Mapping[str, str], tags: Sequence[str], there: str, *here: str) -> Traced | None:
        """Go by the fields and tags that an export says now, and by the sums it had there and here; None in vain."""


@dataclass(frozen=True, slots=True)
class Item:
    """A card, and what it is known by there: `key` names it for ever, or its own id does where it brings one.

    Of a note of Anki's, `guid` names the note and `role` says which of its cards this is, made of which fields; a table
    tells the guid alone. Of a card of our own that comes back from Anki, `told` says what Anki has of it, as the lock
    keeps that (`mod` is 0 where that is not known), `prefix` what stands before its tags there, `lost` what more its
    note holds (see `beyond`), `unread` its fields that are not taken over, by name, and `home` the one deck that it
    lies in. `known` are those of the keys for teachers of which it says all there is, and `same` the keys that say what
    they said when it was exported; `trace` finds what it said then. `reworded` tells which items of an order were
    reworded where they are offered, by the fields that an export says now, and `rechosen` which right choice was, by
    those before. `older` says that its note was imported as
    it was later, and `again` that it was imported as it is, before an export. `beside` has the card as each note tells
    it that asks it once more, by its line in the lock.
    """

    card: Card
    key: str
    guid: str = ""
    role: Role | None = None
    told: Mapping[str, Note] = field(default_factory=dict)
    prefix: str = ""
    lost: tuple[str, ...] = ()
    unread: tuple[tuple[str, str], ...] = ()
    home: str = ""
    known: frozenset[str] = frozenset()
    older: bool = False
    again: bool = False
    same: frozenset[str] = frozenset()
    trace: Trace | None = None
    reworded: Callable[[Mapping[str, str]], tuple[str, ...]] | None = None
    rechosen: Callable[[Mapping[str, str]], tuple[str, str] | None] | None = None
    beside: Mapping[str, Item] = field(default_factory=dict)

    @property
    def past(self) -> bool:
        """Whether it tells nothing that is not known already, or that was changed since."""
        return self.older or self.again


@dataclass(frozen=True, slots=True)
class Shelf:
    """The cards of one deck; `key` is what its id comes of, unless it brings an `id`.

    `beside` is the id of the deck of ours whose cards lie in the same deck of Anki's, and `ours` how many those are.
    """

    title: str
    items: Sequence[Item]
    key: str = ""
    id: str = ""
    tags: tuple[str, ...] = ()
    source: str = ""
    beside: str = ""
    ours: int = 0


SUSPENDED, FLAGGED = -1, -2

Written = Callable[[Deck], Mapping[str, Card]]
"""Tells the cards of a deck, by their ids, as a file of a format says them that is written now and read back."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer given there: to which card (its key, or deck id and card id), when, how well, in how long.

    `grade` runs from 1 (again) to 4 (easy); 0 says that the card was made new again, `SUSPENDED` that it rests,
    `FLAGGED` that it has a flag. `at` and `took` are milliseconds.
    """

    key: str
    at: int
    grade: int
    took: int
    practice: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """All that a file holds: decks, the notes behind them as they were, pictures and sounds, answers, and losses.

    `fetch` writes a medium of some name to a path, and `media` are the names that cards refer to. `exact` says that a
    card of ours that comes back in such a file says all it has to say; where it does not, `written` tells what it says
    of a card that nobody changed. `unheard` answers are to cards that there are none of here, and `rescheduled` cards
    were put off or forward by hand there. Unless it is `scheduled`, the home of an item may be a deck where it only was
    for a while. `made` is the second at which it was written, 0 where it does not tell.
    """

    shelves: Sequence[Shelf]
    warnings: Sequence[Problem] = ()
    theirs: Mapping[str, Theirs] = field(default_factory=dict)
    notetypes: Mapping[str, dict[str, Any]] = field(default_factory=dict)
    media: Sequence[str] = ()
    fetch: Callable[[str, Path], object] | None = None
    answers: Sequence[Answer] = ()
    exact: bool = False
    written: Written | None = None
    unheard: int = 0
    rescheduled: int = 0
    scheduled: bool = False
    made: int = 0
