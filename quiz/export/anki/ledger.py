"""When each note last changed, kept in the deck's lock: Anki takes over a note only if it is newer than its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from quiz.deck.files import lock_path, read_text
from quiz.deck.identity import MADE
from quiz.deck.ledger import Earlier, Note
from quiz.deck.lock import Lock, read_lock, write_lock
from quiz.deck.model import Deck
from quiz.deck.notefields import LAST
from quiz.deck.remembered import ids_of
from quiz.errors import Place, Problem
from quiz.export.anki.notes import Content
from quiz.export.request import Request

HOME = '"home": {'
EARLIER = 4
"""Of what a note said before its last export so much is kept, and the first: Anki may have taken none of them."""


def stamp(content: Content, lock: Lock, now: int, *, force: bool = False) -> int:
    """Tell the second at which a note first said what it says, and keep it in the lock; it only ever grows.

    With `force` it says so now, and is newer than whatever was edited in Anki.
    """
    told = lock.notes.get(content.key)
    before = told.mod if told and 0 < told.mod < LAST else 0  # a lock that says more was tampered with
    same = told is not None and content.says(told.hash)
    newest = max([before, *(each[2] for each in told.awaited if each[2] < LAST)]) if told else 0
    # Anki may have taken by now what an import did not find there: then it says something else again.
    if told and same and before and not force and (newest == before or told.seen):
        if told.hash != content.hash:
            lock.notes[content.key] = replace(told, hash=content.hash)
        return before
    # Anki compares whole seconds, and takes a time of zero for none.
    mod = max(now, newest + 1)
    kept = (told.own, told.owned, *_since(told, mod, same=same)) if told else ()
    lock.notes[content.key] = Note(content.notetype.key, content.hash, mod, "", (), (), *kept)
    return mod


def _since(told: Note, mod: int, *, same: bool) -> tuple[int, tuple[Earlier, ...]]:
    """Tell since when a note says so, and what it said before; one that is only made newer says what it said."""
    if same:
        return told.since, told.before
    first, *states = sorted({each[0]: each for each in (*told.before, told.now)}.values())
    return mod, (first, *(state for state in states if state in states[-EARLIER:] or state == told.now))


def locks_of(decks: Iterable[Deck]) -> Iterator[Lock]:
    """Read the locks of decks one after the other, for they take more memory than what is exported of them."""
    return (read_lock(Path(deck.path)) for deck in decks)


def homed(decks: Iterable[Deck], request: Request) -> Request:
    """Let decks that were renamed in Anki keep that name there, as long as they have the title they had then."""
    homes = dict[str, str]()
    for deck in decks:
        path = Path(deck.path)
        # A lock is long, and hardly any has such a line.
        if deck.path and lock_path(path).exists() and HOME in read_text(lock_path(path)):
            home = read_lock(path).home
            homes |= {deck.id: home[1]} if home and home[0] == deck.title else {}
    return replace(request, homes=homes) if homes else request


def unlocked(deck: Deck, lock: Lock) -> Iterator[Problem]:
    """Find a deck most of whose cards have ids that this program made, and whose lock knows nothing of them.

    Each was generated or imported, which wrote a lock; a card of a deck written by hand has its id in the lock alone.
    """
    if lock.notes or lock.theirs or lock.generated:
        return
    made = sum(MADE.fullmatch(name) is not None and name not in lock.known for name in ids_of(deck.cards))
    if 2 * made > len(deck.cards):
        path = lock_path(Path(deck.path))
        told = "if Anki has its notes, the import overwrites what was edited there"
        more = ", and notes that once were imported come a second time"
        there = bool(lock.deck) and not lock.known  # an import wrote it, of a file that does not tell what Anki has
        message = (
            f"its lock {path.name} tells of no notes: {told}"
            if there
            else f"its lock {path.name} is lost: {told}{more}"
        )
        hint = f"first export the deck from Anki and `quiz import` that into {path.parent}"
        hint = f"if it has, {hint}" if there else f"put the lock back, or {hint}"
        yield Problem(Place(deck.path), message, hint, "warning")


def remember(deck: Deck, told: Lock, name: str, subdecks: str) -> None:
    """Write what Anki was told into a deck's lock, as it is by now; QuizError if it cannot be written.

    `name` is what the deck is called there, `subdecks` what those below it are named by.
    """
    lock = read_lock(Path(deck.path))
    lock.notes.update(told.notes)
    lock.theirs.update(told.theirs)
    lock.deck, lock.shelf, lock.subdecks = lock.deck or deck.id, name, subdecks
    write_lock(Path(deck.path), lock)
