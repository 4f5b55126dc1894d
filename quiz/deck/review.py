"""Review of generated cards: which of them wait for a person's eye, and the edits of the file that settle them.

That a card was kept stands in the deck (`reviewed: true`); the lock remembers what it was like then, so that one that
changes afterwards waits again. Where a person wrote that line by hand, the lock remembers what the card is like when
it is next written, before anything of the card is changed.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

from quiz.deck.files import BOM, read_text, write_text
from quiz.deck.lock import Lock, dumped, read_lock, write_lock
from quiz.deck.nodes import Mapping, Sequence
from quiz.deck.parse import Reading, read_string
from quiz.deck.recognise import by_question
from quiz.deck.record import of_card, without
from quiz.deck.splice import Edit, Splicer, disjoint, spliced
from quiz.errors import Problem, QuizError

if TYPE_CHECKING:
    from quiz.deck.model import Card, Deck
    from quiz.deck.record import Record

UNSEEN = ("id", "source", "tags", "origin", "reviewed", "stale")
"""Keys that may change without a card being another one to its reader; of the source the texts count."""


class State(StrEnum):
    """How a card stands with its reviewer."""

    OWN = "yours"
    NEW = "not reviewed"
    CHANGED = "changed since it was reviewed"
    DONE = "reviewed"


FACTS = ("date", "figure", "quote")
"""Kinds that only generated cards have; a card of one's own needs none."""

WAITING = {
    State.NEW: (
        "not-reviewed",
        "nobody has reviewed this generated card",
        "`quiz review {}` shows it beside its passage; or read it here and write `reviewed: true` below it",
    ),
    State.CHANGED: (
        "review-outdated",
        "this generated card changed since it was reviewed",
        "`quiz review {}` shows it beside its passage",
    ),
}
"""How a card stands that waits for review: code, message, and the mend for the path of its deck."""

UNKNOWN = (
    "not-reviewed",
    "this card looks generated, and its deck has no lock that knows it",
    "`quiz review {}` shows it beside its passage; if it is your own, write `origin: human`",
)
"""The same for a card whose lock was left behind."""


@dataclass(frozen=True, slots=True)
class Review:
    """A deck's file as it is now, read for review: its text, its lock, and each card with its name and state."""

    path: Path
    text: str
    lock: Lock
    reading: Reading
    deck: Deck
    names: tuple[str, ...]
    states: tuple[State, ...]

    @property
    def waiting(self) -> tuple[int, ...]:
        """The cards, by index, that wait to be reviewed."""
        return tuple(at for at, state in enumerate(self.states) if state in WAITING)

    def renamed(self, before: Review) -> dict[str, str]:
        """Tell what cards are called now that had other names before: those without an id, called by what they ask."""
        gone = [name for name in before.names if name not in self.names]
        come = [name for name in self.names if name not in before.names]
        return dict(zip(gone, come, strict=True)) if len(gone) == len(come) else {}

    def node(self, at: int) -> Mapping:
        """Find the node of a card."""
        node = self._listed.items[at]
        assert isinstance(node, Mapping)
        return node

    @property
    def _listed(self) -> Sequence:
        root = self.reading.root
        pair = root.get("cards") if isinstance(root, Mapping) else None
        assert pair is not None
        assert isinstance(pair[1], Sequence)
        return pair[1]

    def kept(self, at: int) -> Review:
        """Keep a card as it is: it is reviewed from now on. QuizError where the file cannot hold the word."""
        card = self.deck.cards[at]
        edits = [] if card.reviewed else self._edits(at, {"reviewed": "true"})
        seen = {**vouched(self.deck, self.lock), self.names[at]: fingerprint(card)}
        return self.written(spliced(self.text, edits), replace(self.lock, reviewed=seen))

    def changed(self, at: int, values: Record) -> Review:
        """Set keys of a card, and take out those whose value is empty; QuizError where that would hurt the deck."""
        edits = self._edits(at, values)
        return self.written(spliced(self.text, edits), replace(self.lock, reviewed=vouched(self.deck, self.lock)))

    def _edits(self, at: int, values: Record) -> list[Edit]:
        """Make the edits that set keys of a card."""
        splicer, edits = Splicer(self.text), list[Edit]()
        for key, value in values.items():
            found = splicer.change(self.node(at), (key,), value or None)
            if found is None or not disjoint([*edits, *found]):
                raise self._refused(at, f"a comment, an anchor or another change stands in the way of `{key}`")
            edits += found
        return edits

    def dropped(self, at: int) -> Review:
        """Take a card out of the deck; it stays out when the deck is generated again."""
        if len(self.deck.cards) == 1:
            raise self._refused(at, "a deck needs at least one card: remove the file instead")
        edit = Splicer(self.text).without(self._listed, at)
        if edit is None:
            raise self._refused(at, "it cannot be taken out as it is written")
        return self.written(spliced(self.text, [edit]), self.lock)

    def written(self, text: str, lock: Lock) -> Review:
        """Write file and lock, unless the file is another by now; QuizError and no change where that breaks it."""
        if read_text(self.path).removeprefix(BOM) != self.text:
            raise QuizError.at(str(self.path), "was changed by somebody else meanwhile", "look at the card again")
        after = _read(self.path, text, lock)
        write_text(self.path, BOM * read_text(self.path).startswith(BOM) + text)
        if dumped(lock) != dumped(self.lock):
            write_lock(self.path, lock)
        return after

    def _refused(self, at: int, why: str) -> QuizError:
        place = self.deck.cards[at].place
        return (
            QuizError([Problem(place, why, "change it in your editor")]) if place else QuizError.at(str(self.path), why)
        )


def opened(path: Path) -> Review:
    """Read a deck and its lock; QuizError if either has errors."""
    return _read(path, read_text(path).removeprefix(BOM), read_lock(path))


def _read(path: Path, text: str, lock: Lock) -> Review:
    reading = read_string(text, str(path))
    if reading.deck is None:
        raise QuizError(problem for problem in reading.problems if problem.severity == "error")
    names = named(reading.deck, lock)
    states = tuple(state(card, name, lock) for card, name in zip(reading.deck.cards, names, strict=True))
    return Review(path, text, lock, reading, reading.deck, names, states)


def named(deck: Deck, lock: Lock) -> tuple[str, ...]:
    """Tell what to call each card: its id, also of one whose `id` a person removed, or else what it asks, numbered."""
    found, count = by_question(deck.cards, lock), Counter[str]()
    names = []
    for at, card in enumerate(deck.cards):
        count[card.prompt] += 1
        names.append(card.id or found.get(at) or f"{count[card.prompt]} {card.prompt}")
    return tuple(names)


def state(card: Card, name: str, lock: Lock) -> State:
    """Tell how a card stands; only generated ones need a review, also those whose lock was left behind."""
    if card.origin == "human" or lock.imported or not (name in lock.generated or looks_generated(card, lock)):
        return State.OWN
    if not card.reviewed:
        return State.NEW
    return State.DONE if lock.reviewed.get(name, fingerprint(card)) == fingerprint(card) else State.CHANGED


def vouched(deck: Deck, lock: Lock) -> dict[str, str]:
    """Tell what the lock is to keep of reviews, by card, with those that a person wrote or took out by hand.

    A card that says `reviewed: true`, and of which no review is known, was reviewed as it is; where the line is gone
    from a card, its review is forgotten.
    """
    found = dict(lock.reviewed)
    for card, name in zip(deck.cards, named(deck, lock), strict=True):
        if not card.reviewed:
            found.pop(name, None)
        elif name in lock.generated and state(card, name, lock) is not State.OWN:
            found.setdefault(name, fingerprint(card))
    return found


def looks_generated(card: Card, lock: Lock) -> bool:
    """Whether a card that a lock does not know has what generated cards have: a kind, a passage and an id.

    In a deck without generated cards a fact's kind and a passage are enough: its ids may have been taken out.
    """
    if not card.kind or not card.source or not card.source.passage.text:
        return False
    return bool(card.id) or (card.kind in FACTS and not lock.generated)


def fingerprint(card: Card) -> str:
    """Return sixteen hex digits that change when what a card says does, its passages with it."""
    record: Record = without(of_card(card), *UNSEEN)
    texts = [card.source.passage.text, *(each.text for each in card.source.evidence)] if card.source else []
    return sha256(json.dumps([record, texts], sort_keys=True).encode()).hexdigest()[:16]


def unreviewed(deck: Deck, lock: Lock) -> list[Problem]:
    """List the cards of a deck that wait to be reviewed, as errors at the first key of each."""
    found: list[Problem] = []
    for card, name in zip(deck.cards, named(deck, lock), strict=True):
        if card.place and (waiting := WAITING.get(state(card, name, lock))):
            code, message, hint = waiting if name in lock.generated else UNKNOWN
            found.append(Problem(card.place, message, hint.format(quote(deck.path)), code=code))
    return found
