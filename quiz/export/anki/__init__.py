"""Decks as an Anki package, made to be imported again and again: nothing doubled, nothing lost, nothing overwritten."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from quiz.deck.lock import Lock, read_lock, write_lock
from quiz.deck.model import Deck
from quiz.export.anki.ledger import notetype_of, stamp
from quiz.export.anki.naming import deck_ids, deck_names
from quiz.export.anki.notes import content
from quiz.export.anki.package import Filed, write_package
from quiz.export.anki.review import refuse, warnings
from quiz.export.anki.target import checked, replacing
from quiz.export.report import Report

__all__ = ["write"]


def write(decks: Sequence[Deck], out: Path, now: int) -> Report:
    """Write decks, one note with one card for each of their cards, and keep in their locks what Anki was told.

    `now` is the present in epoch seconds. QuizError, with nothing written, where a deck or card has no identity or
    shares one, a card asks or answers nothing, or the target cannot be written.
    """
    target = checked(out, decks)
    refuse(decks)
    locks = [read_lock(Path(deck.path)) for deck in decks]
    report = warnings(decks, locks)
    names = deck_names(deck.title for deck in decks)
    ids = deck_ids(names)
    with replacing(target, out) as file:
        count = write_package(file, ids, filed(zip(decks, locks, map(ids.__getitem__, names), strict=True), now))
        # Before the package takes its place: a note that got a time and did not get out keeps that time; one that got
        # out and was not remembered would get another later, and overwrite what its owner edited in Anki meanwhile.
        remember(decks, locks)
    return Report(cards=count, notes=count, files=(out,), warnings=report)


def filed(shelves: Iterable[tuple[Deck, Lock, int]], now: int) -> Iterator[Filed]:
    """File the notes of all decks in order, each with the time of its last change, its id and its position from 1."""
    due, taken = 0, dict[int, int]()
    for deck, lock, number in shelves:
        for card in deck.cards:
            due += 1
            said = content(card, deck, notetype_of(card, deck, lock))
            mod = stamp(card, said, lock, now)
            yield Filed(said, mod, free(min(mod, max(now, 1)) * 1000 + due, taken), number, due)


def free(wanted: int, taken: dict[int, int]) -> int:
    """Take the first free id from the wanted one on; `taken` leads past runs of taken ids."""
    found = wanted
    while found in taken:
        found = taken[found]
    taken[wanted] = taken[found] = found + 1
    return found


def remember(decks: Sequence[Deck], locks: Sequence[Lock]) -> None:
    """Write what Anki was told into the locks, as they are by now; QuizError on one that cannot be written."""
    for deck, told in zip(decks, locks, strict=True):
        lock = read_lock(Path(deck.path))
        lock.notes.update(told.notes)
        lock.deck = lock.deck or deck.id
        write_lock(Path(deck.path), lock)
