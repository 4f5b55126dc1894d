"""Options that do not do to every note what was asked, or that edit all notes where nobody meant to."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from quiz.deck.lock import Lock
from quiz.deck.model import Card, Deck
from quiz.deck.remembered import ids_of, in_passing
from quiz.errors import Place, Problem
from quiz.export.anki.notes import content
from quiz.export.anki.presentations import NEEDS, known_type, unmade
from quiz.export.anki.theirs import owners
from quiz.export.losses import called, named
from quiz.export.request import AUTO, Request

FEWEST = 3
"""Notes of which all are edited by hand at once more rarely than by an option."""


class Vain:
    """Collects what options do not do to which cards."""

    def __init__(self, request: Request) -> None:
        """Begin with none."""
        self._request = request
        self._asked = request.present if {*request.present} - {AUTO} else ()
        self._idle = bool(self._asked or request.tag_prefix or request.history)
        self._unfit: dict[str, list[str]] = {}
        self._held: list[str] = []
        self._theirs: list[str] = []
        self._learnt: list[str] = []

    def look(self, deck: Deck, lock: Lock) -> None:
        """Look at a deck."""
        if not self._idle:
            return
        owned = owners(lock)
        here = [name for name in ids_of(deck.cards) if name in owned] if owned else []
        first = dict[str, str]()
        for name in here:
            first.setdefault(owned[name], name)
        self._theirs += first.values()
        history = self._request.history or {}
        self._learnt += (name for name in here if (known := history.get((deck.id, name))) and known.given)
        for card in in_passing(deck.cards) if self._asked else ():
            missing = {} if card.id in owned else unmade(card, deck, lock, self._asked)
            for way in (way for way, fits in missing.items() if not fits):
                self._unfit.setdefault(way, []).append(called(card))
            self._held += [called(card)] * any(missing.values())

    def problems(self) -> Iterator[Problem]:
        """Tell it all: each option with the cards, and what to do instead."""
        for name, cards in self._unfit.items():
            yield vain("present", f"{named(cards)} cannot be asked as {name}", NEEDS[name])
        if self._held:
            stay = "stays" if len(self._held) == 1 else "stay"
            message = f"{named(self._held)} {stay} as first exported, since Anki keeps a note's type"
            hint = f"for a note of another kind beside it, ask for both: --present auto,{self._asked[0]}"
            yield vain("present", message, hint)
        many = len(self._theirs)
        nothing = f"means nothing to {many:,} imported note{'s' * (many > 1)} ({named(self._theirs)})"
        if many and self._asked:
            hint = "for another way of asking, add a card of your own beside it"
            yield vain("present", f"{nothing}: each asks as its own note type", hint)
        if many and self._request.tag_prefix:
            yield vain("tag-prefix", f"{nothing}: each keeps its tags", "write the tags with it into the deck")
        if self._learnt:
            message = f"what you learnt of imported notes does not go along ({named(self._learnt)})"
            yield vain("history", message, "Anki goes by what was answered there")


def vain(option: str, message: str, hint: str) -> Problem:
    """Warn of an option."""
    return Problem(Place(f"--{option}"), message, hint, "warning")


def edited(deck: Deck, lock: Lock, request: Request) -> Iterator[Problem]:
    """Tell of a deck whose every note counts as edited, since an option or the whole deck was changed.

    Notes without tags, which no prefix changes, do not tell; in a deck of such all of them do.
    """
    known = sum(name in lock.notes for name in ids_of(deck.cards))
    if request.force or known < FEWEST:
        return
    tagged = sum(bool(card.tags or deck.tags) for card in _exported(deck, lock))
    few = 2 * tagged <= known
    ours = (card for card in _exported(deck, lock) if few or card.tags or deck.tags)
    first = next(ours)
    if not any(says_so(card, deck, lock, request.tag_prefix) for card in chain([first], ours)):
        bare = says_so(first, deck, lock, "")
        cause = "had no --tag-prefix" if bare else "had another --tag-prefix, other tags of the deck or other text"
        which = f"all its {known:,} notes" if few or tagged == known else f"all its {tagged:,} notes with tags"
        message = f"{which} count as edited: the last export {cause}"
        hint = "an import overwrites what was edited in Anki; to keep that, put the old lock back and export as before"
        yield Problem(Place(deck.path), message, hint, "warning")


def _exported(deck: Deck, lock: Lock) -> Iterator[Card]:
    """Go through the cards of a deck that Anki was told of."""
    return (card for card in in_passing(deck.cards) if card.id in lock.notes)


def says_so(card: Card, deck: Deck, lock: Lock, prefix: str) -> bool:
    """Whether a card's own note says, with such a prefix, what Anki was told last."""
    told = lock.notes[card.id]
    return next(content(card, deck, {card.id: known_type(told.notetype, card, deck)}, prefix)).says(told.hash)
