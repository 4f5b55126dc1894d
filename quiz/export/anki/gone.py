"""Cards that Anki was told of and that are in the deck no more: told with a search, for no import deletes notes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from quiz.deck.beyond import short
from quiz.deck.lock import Lock
from quiz.deck.model import Deck
from quiz.deck.remembered import ids_of
from quiz.deck.theirs import Theirs
from quiz.errors import Place, Problem
from quiz.export.anki.notes import identity
from quiz.export.anki.presentations import card_of

SHOWN, NAMED = 10, 3
"""Notes that one search finds, and cards that are named."""

LETTERS = 60
"""Of a note's first field, by which it is searched for."""

KEPT = "; Anki keeps their notes, unless they were deleted there"


def gone(deck: Deck, lock: Lock) -> Iterator[Problem]:
    """Find cards exported once, or imported, that are not in the deck any more: no import deletes notes."""
    here = {*ids_of(deck.cards)}
    if ids := sorted(key for key in lock.notes if card_of(key) not in here):
        searches = [f'"ID:{literal(identity(deck.id, card))}"' for card in ids[:SHOWN]]
        yield _told(deck, f"{len(ids)} of its cards are in the deck no more{KEPT}", "", searches)
    left = (note for note in lock.theirs.values() if not here.issuperset(note.cards))
    notes = sorted(left, key=lambda note: note.fields)
    if cards := [card for note in notes for card in note.cards if card not in here]:
        names = ", ".join(f"“{_called(card, lock)}”" for card in cards[:NAMED])
        more = f" and {len(cards) - NAMED:,} more" if len(cards) > NAMED else ""
        others = any(not here.isdisjoint(note.cards) for note in notes)
        what = "delete them there too" + ", or suspend a card whose note has others here" * others
        searches = [_search(note, lock) for note in notes[:SHOWN]]
        message = f"{len(cards):,} of its imported cards are in the deck no more ({names}{more}){KEPT}"
        yield _told(deck, message, f"{what}; ", searches)


def _told(deck: Deck, message: str, what: str, searches: Collection[str]) -> Problem:
    hint = f"{what}to find them, search there for {' OR '.join(searches)}"
    return Problem(Place(deck.path), message, hint, "warning")


def _called(card: str, lock: Lock) -> str:
    """Call a card as it was imported."""
    values = lock.generated[card].values if card in lock.generated else {}
    return short(values.get("question") or values.get("cloze") or card)


def _search(note: Theirs, lock: Lock) -> str:
    """Write what finds a note of someone's own: the beginning of its first field."""
    fields = lock.notetypes.get(note.notetype, {}).get("flds") or [{}]
    words = note.fields[0].partition("\n")[0][:LETTERS] if note.fields else ""
    beginning = literal(words).replace(":", r"\:")
    return f'"{literal(str(fields[0].get("name", "")))}:{beginning}*"'


def literal(text: str) -> str:
    """Write text for Anki's search, in which these characters would mean something else."""
    return re.sub(r'([\\*_"])', r"\\\1", text)
