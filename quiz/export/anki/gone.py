"""Cards that Anki was told of and that are in the deck no more: told with a search, for no import deletes notes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from quiz.deck.beyond import short
from quiz.deck.lock import Lock, read_lock
from quiz.deck.model import Deck
from quiz.deck.remembered import ids_of, in_passing
from quiz.deck.theirs import Theirs
from quiz.errors import Place, Problem
from quiz.export.anki.notes import identity
from quiz.export.anki.presentations import card_of

SHOWN, NAMED = 10, 3
"""Notes that one search finds, and cards that are named."""

LETTERS = 200
"""Of a first field at most, for its note to be searched for: no part of one is, which others may begin with too."""

UNTYPED = re.compile(r"[\x00-\x1f\x7f]")
"""Characters that no search can be typed with."""

KEPT = "; Anki keeps their notes, unless they were deleted there"


def gone(deck: Deck, lock: Lock) -> Iterator[Problem]:
    """Find cards exported once, or imported, that are not in the deck any more: no import deletes notes."""
    here = {*ids_of(deck.cards)}
    if ids := away(lock.notes, here):
        searches = [f'"ID:{literal(identity(deck.id, card))}"' for card in ids[:SHOWN]]
        yield _told(deck, f"{len(ids)} of its cards are in the deck no more{KEPT}", [_finding(searches, len(ids))])
    left = (note for note in lock.theirs.values() if not here.issuperset(note.cards))
    notes = sorted(left, key=lambda note: note.fields)
    if cards := [card for note in notes for card in note.cards if card not in here]:
        names = ", ".join(f"“{_called(card, lock)}”" for card in cards[:NAMED])
        more = f" and {len(cards) - NAMED:,} more" if len(cards) > NAMED else ""
        others = any(not here.isdisjoint(note.cards) for note in notes)
        what = "delete them there too" + ", or suspend a card whose note has others here" * others
        searches = [*filter(None, (_search(note, lock) for note in notes))][:SHOWN]
        message = f"{len(cards):,} of its imported cards are in the deck no more ({names}{more}){KEPT}"
        yield _told(deck, message, [what, _finding(searches, len(notes))])


def away(lines: Iterable[str], here: Collection[str]) -> list[str]:
    """Tell which lines of a lock are of cards that are not in the deck any more."""
    return sorted(line for line in lines if card_of(line) not in here)


class Moved:
    """Finds cards that were taken out of one deck and put into another: to Anki, which knows both, they are new."""

    def __init__(self) -> None:
        """Begin with none."""
        self._from: dict[str, Deck] = {}

    def look(self, deck: Deck, lock: Lock) -> None:
        """Note which cards were taken out of a deck."""
        here = {*ids_of(deck.cards)}
        known = [card for note in lock.theirs.values() for card in note.cards]
        self._from |= dict.fromkeys(map(card_of, away([*lock.notes, *known], here)), deck)

    def problems(self, decks: Sequence[Deck]) -> Iterator[Problem]:
        """Tell which decks have such cards that Anki was not told of yet; by their ids, for the texts may differ."""
        for deck in decks if self._from else ():
            names = [name for name in ids_of(deck.cards) if self._from.get(name, deck) is not deck]
            lock = read_lock(Path(deck.path)) if names else Lock()
            owned = {card for note in lock.theirs.values() for card in note.cards}
            new = {*names}.difference(lock.notes, owned)
            for card in (card for card in in_passing(deck.cards) if card.id in new):
                message = (
                    f"“{short(card.prompt)}” has the id of a card that is gone from {self._from[card.id].path}: if it "
                    "was moved, Anki takes it for a new one, and what was learnt there stays with the old"
                )
                hint = "put it back, or delete the old one in Anki"
                yield Problem(card.place or Place(deck.path), message, hint, "warning")


def _told(deck: Deck, message: str, hints: Iterable[str]) -> Problem:
    return Problem(Place(deck.path), message, "; ".join(filter(None, hints)), "warning")


def _finding(searches: Collection[str], notes: int) -> str:
    """Tell how notes are found, and how many of them, unless all; "" where no search finds just them."""
    which = "them" if len(searches) == notes else f"{len(searches)} of them"
    return f"to find {which}, search there for {' OR '.join(searches)}" if searches else ""


def _called(card: str, lock: Lock) -> str:
    """Call a card as it was imported."""
    values = lock.generated[card].values if card in lock.generated else {}
    return short(values.get("question") or values.get("cloze") or card)


def _search(note: Theirs, lock: Lock) -> str:
    """Write what finds a note of someone's own by its first field; "" where that is empty, or cannot be typed."""
    fields = lock.notetypes.get(note.notetype, {}).get("flds") or [{}]
    field = note.fields[0] if note.fields else ""
    if not field.strip() or len(field) > LETTERS or UNTYPED.search(field):
        return ""
    words = literal(field).replace(":", r"\:")
    return f'"{literal(str(fields[0].get("name", "")))}:{words}"'


def literal(text: str) -> str:
    """Write text for Anki's search, in which these characters would mean something else."""
    return re.sub(r'([\\*_"])', r"\\\1", text)
