"""The identity of a card: its deck's id and its own, the same in the deck, the study history and Anki, for years."""

from __future__ import annotations

import re
import secrets
import unicodedata
from contextlib import suppress
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.deck.files import lock_path
from quiz.deck.lock import Known, Lock, read_lock, write_lock
from quiz.deck.recognise import recognised
from quiz.deck.remembered import ids_of
from quiz.deck.renamed import found_again, left_lock
from quiz.errors import Place, Problem, QuizError

if TYPE_CHECKING:
    from collections.abc import Callable, Container

    from quiz.deck.model import Deck

ALPHABET = "23456789bcdfghjkmnpqrstvwxyz"
"""Crockford's base 32 without vowels (no words arise) and without 0 and 1 (nothing is misread)."""

CARD_LENGTH = 8
"""28^8 ids: of 7,500 decks of 10,000 cards one has two cards with the same hash, and `unused` parts them."""

DECK_LENGTH = 12

MADE = re.compile(f"[{ALPHABET}]{{{CARD_LENGTH}}}")
"""An id that this program made for a card."""


def card_id(document: str, passage: str, occurrence: int, kind: str) -> str:
    """Compute the id of a generated card.

    It comes of the document's file name, the passage, which of the cards with that passage and kind it is (counted, or
    its offset), and its kind. White space and the encoding of accents make no difference.
    """
    return hashed(CARD_LENGTH, "card", document, passage, str(occurrence), kind)


def deck_id(document: str, title: str) -> str:
    """Compute the id of a generated deck, from which time on it is kept, whatever becomes of document and title.

    It comes of the document's file name and its title, so that the same document makes the same bytes everywhere.
    """
    return hashed(DECK_LENGTH, "deck", document, title)


def mint_id() -> str:
    """Make up an id for a deck written by hand: two people's decks of one title must not be one deck in Anki."""
    return "".join(secrets.choice(ALPHABET) for _ in range(DECK_LENGTH))


def hashed(length: int, *parts: str) -> str:
    """Hash texts to an id of some length, at most 100."""
    plain = "\0".join(" ".join(unicodedata.normalize("NFC", part).split()) for part in parts)
    number = int.from_bytes(blake2b(plain.encode("utf-8", "replace")).digest())
    letters = ""
    while len(letters) < length:
        number, rest = divmod(number, len(ALPHABET))
        letters += ALPHABET[rest]
    return letters


def unused(name: str, taken: Container[str]) -> str:
    """Find an id that is not taken, beginning with this one; always the same for the same ones taken."""
    count, free = 1, name
    while free in taken:
        count += 1
        free = hashed(len(name), name, str(count))
    return free


def identified(deck: Deck, mint: Callable[[], str] = mint_id, warn: Callable[[Problem], object] | None = None) -> Deck:
    """Give the deck and every card that lacks one an id, and keep them in the lock; the deck's file is not touched.

    A card is known again by its question, or else by its place between cards that are known. Where the lock cannot be
    written (a folder that is read only) studying must go on: the deck's id is then derived from its file name and
    title, and `warn` is told. So it is where the deck was renamed without its lock, which follows it. QuizError for a
    lock that cannot be read.
    """
    left = left_lock(deck)
    if not left and deck.id and all(ids_of(deck.cards)):
        return deck
    lock = read_lock(left or Path(deck.path)) if deck.path else Lock()
    ids = _ids(deck, lock)
    cards = tuple(replace(card, id=name) for card, name in zip(deck.cards, ids, strict=True))
    name = deck.id or lock.deck
    known = _known(deck, ids, lock)
    if not left and name and name == lock.deck and list(known.items()) == list(lock.known.items()):
        return replace(deck, id=name, cards=cards)
    lock.known, lock.deck = known, name or mint()
    try:
        if deck.path:
            write_lock(Path(deck.path), lock)
        if left:
            _follow(deck, left, warn)
    except QuizError as error:
        lock.deck = name or hashed(DECK_LENGTH, "unlocked", Path(deck.path).stem, deck.title)
        if warn:
            warn(_unkept(deck, error))
    return replace(deck, id=lock.deck, cards=cards)


def _follow(deck: Deck, left: Path, warn: Callable[[Problem], object] | None) -> None:
    """Take away the lock of a deck that has another name now, and say so."""
    with suppress(OSError):
        left.unlink()
    if warn:
        warn(found_again(deck, left))


def _ids(deck: Deck, lock: Lock) -> list[str]:
    """Tell the id of every card: its own, that of the card it is known to be, or a new one made of its question."""
    taken = {card.id for card in deck.cards} | lock.generated.keys() | lock.known.keys() | lock.notes.keys()
    found = recognised(deck.cards, lock)
    ids = []
    for index, card in enumerate(deck.cards):
        name = card.id or found.get(index) or unused(hashed(CARD_LENGTH, "own", card.prompt), taken)
        taken.add(name)
        ids.append(name)
    return ids


def _known(deck: Deck, ids: list[str], lock: Lock) -> dict[str, Known]:
    """List the cards without an id of their own in the order of the deck, and behind them those that are gone."""
    bare = {
        name: Known(card.prompt, card.answer)
        for card, name in zip(deck.cards, ids, strict=True)
        if not card.id and name not in lock.generated
    }
    named = {card.id for card in deck.cards}
    gone = {
        name: replace(known, gone=True) for name, known in lock.known.items() if name not in bare and name not in named
    }
    return bare | gone


def _unkept(deck: Deck, error: QuizError) -> Problem:
    path = str(lock_path(Path(deck.path)))
    said = error.problems[0].message
    hint = "until it can be, progress hangs on file name, title and questions staying as they are"
    return Problem(Place(path), f"the cards' identities are not kept: the lock {said}", hint, "warning")
