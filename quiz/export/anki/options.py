"""Options that do nothing to notes imported from Anki, which stay of their own note type, or that edit every note."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from quiz.deck.lock import Lock
from quiz.deck.model import Card, Deck
from quiz.deck.remembered import ids_of
from quiz.errors import Place, Problem
from quiz.export.anki.notes import content
from quiz.export.anki.presentations import known_type
from quiz.export.anki.theirs import owners
from quiz.export.learnt import Learnt
from quiz.export.losses import named
from quiz.export.request import AUTO, Request

FEWEST = 3
"""Notes of which all are edited by hand at once more rarely than by an option."""


def idle(decks: Sequence[Deck], locks: Iterable[Lock], request: Request) -> Iterator[Problem]:
    """Tell which options mean nothing to notes that were imported, with how many these are and what to do instead."""
    present, prefix, history = {*request.present} - {AUTO}, request.tag_prefix, request.history
    if not (present or prefix or history):
        return
    found, learnt = dict[tuple[str, str], str](), list[str]()
    for deck, lock in zip(decks, locks, strict=True):
        theirs = imported(deck, lock)
        for card, guid in theirs.items():
            found.setdefault((deck.id, guid), card)
        learnt += answered(deck, theirs, history or {})
    notes = f"{len(found):,} imported note{'s' * (len(found) > 1)} ({named([*found.values()])})"
    if found and present:
        hint = "for another way of asking, add a card of your own beside it"
        yield Problem(Place("--present"), f"means nothing to {notes}: each asks as its own note type", hint, "warning")
    if found and prefix:
        hint = "write the tags with it into the deck"
        yield Problem(Place("--tag-prefix"), f"means nothing to {notes}: each keeps its tags", hint, "warning")
    if learnt:
        message = f"what you learnt of imported notes does not go along ({named(learnt)})"
        yield Problem(Place("--history"), message, "Anki goes by what was answered there", "warning")


def imported(deck: Deck, lock: Lock) -> dict[str, str]:
    """Tell the guid of the note behind each card of a deck that was imported."""
    owned = owners(lock)
    return {card: owned[card] for card in ids_of(deck.cards) if card in owned} if owned else {}


def answered(deck: Deck, cards: Collection[str], history: Mapping[tuple[str, str], Learnt]) -> Iterator[str]:
    """Find the cards of which something was learnt."""
    for card in cards:
        known = history.get((deck.id, card))
        if known and known.given:
            yield card


def edited(deck: Deck, lock: Lock, request: Request) -> Iterator[Problem]:
    """Tell of a deck whose every note counts as edited, since an option or the whole deck was changed."""
    known = [at for at, card in enumerate(ids_of(deck.cards)) if card in lock.notes]
    if request.force or len(known) < FEWEST:
        return
    if all(hash_of(deck.cards[at], deck, lock, request.tag_prefix) != told(deck.cards[at], lock) for at in known):
        first = deck.cards[known[0]]
        bare = hash_of(first, deck, lock, "") == told(first, lock)
        cause = "had no --tag-prefix" if bare else "had another --tag-prefix, other tags of the deck or other text"
        message = f"all its {len(known):,} notes count as edited: the last export {cause}"
        hint = "an import overwrites what was edited in Anki; to keep that, put the old lock back and export as before"
        yield Problem(Place(deck.path), message, hint, "warning")


def hash_of(card: Card, deck: Deck, lock: Lock, prefix: str) -> str:
    """Make the hash of what a card's own note says with such a prefix."""
    notetype = known_type(lock.notes[card.id].notetype, card, deck)
    return next(content(card, deck, {card.id: notetype}, prefix)).hash


def told(card: Card, lock: Lock) -> str:
    """Look up the hash of what Anki was told last of a card."""
    return lock.notes[card.id].hash
