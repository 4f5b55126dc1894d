"""When each note last changed, kept in the deck's lock: Anki takes over a note only if it is newer than its own."""

from __future__ import annotations

from quiz.deck.lock import Lock, Note
from quiz.deck.model import Card, Deck
from quiz.errors import QuizError
from quiz.export.anki.notes import Content, fitting
from quiz.export.anki.notetypes import NOTETYPES, NoteType

LAST = 2**32 - 1  # Anki's own limit of a note's time; a lock that says more was tampered with


def notetype_of(card: Card, deck: Deck, lock: Lock) -> NoteType:
    """Find the note type of a card: that of its first export, or else a fitting one; QuizError on an unknown one."""
    told = lock.notes.get(card.id)
    if told is None:
        return fitting(card)
    if told.notetype not in NOTETYPES:
        message = f"card {card.id} was exported as note type {told.notetype!r}, which this version does not know"
        raise QuizError.at(deck.path, message, "a newer quiz wrote the lock: update this one")
    return NOTETYPES[told.notetype]


def stamp(card: Card, content: Content, lock: Lock, now: int) -> int:
    """Tell the second at which a note first said what it says, and keep it in the lock; it only ever grows."""
    told = lock.notes.get(card.id)
    before = told.mod if told and 0 < told.mod < LAST else 0
    said = content.hash
    if told and told.hash == said and before:
        return before
    # Anki compares whole seconds, and takes a time of zero for none.
    mod = max(now, before + 1)
    lock.notes[card.id] = Note(content.notetype.key, said, mod)
    return mod
