"""What stands in the way of an export, and what it could not carry over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quiz.deck.lock import Lock
from quiz.deck.model import Card, Deck
from quiz.errors import Place, Problem, QuizError
from quiz.export.anki.markup import clean, unclean
from quiz.export.anki.naming import deck_names
from quiz.export.anki.notes import identity, tag_of

SHOWN = 10  # notes named in one search


def refuse(decks: Sequence[Deck]) -> None:
    """QuizError with every deck and card that has no identity, shares one, or has no question or answer."""
    problems = [*shared_decks(decks)]
    for deck in decks:
        problems += shared_cards(deck)
        problems += [problem for card in deck.cards for problem in silent(card, deck)]
    if problems:
        raise QuizError(problems)


def shared_decks(decks: Sequence[Deck]) -> Iterator[Problem]:
    """Find decks without a file or an id, or with that of another."""
    seen: dict[str, str] = {}
    for deck in decks:
        if not deck.path or not deck.id:
            yield Problem(Place(deck.path or deck.title), "the deck has no file or no id to be known by in Anki")
        elif deck.id in seen:
            hint = "in a copied deck, delete the line `id:` and the lock beside it"
            yield Problem(Place(deck.path), f"has the same id as {seen[deck.id]}", hint)
        seen.setdefault(deck.id, deck.path)


def shared_cards(deck: Deck) -> Iterator[Problem]:
    """Find cards without an id, or with that of another: two notes under one id spoil an Anki collection for good."""
    seen: set[str] = set()
    for card in deck.cards:
        if not card.id:
            yield Problem(place(card, deck), "the card has no id to be known by in Anki")
        elif card.id in seen:
            yield Problem(place(card, deck), f"another card has the id {card.id!r} too", "delete one of the two ids")
        seen.add(card.id)


def silent(card: Card, deck: Deck) -> Iterator[Problem]:
    """Find a card that asks or answers nothing a reader could see: Anki would hide its note."""
    if not clean(card.question) and not clean(card.cloze):
        yield Problem(place(card, deck), "the card asks nothing")
    if not clean(card.answer):
        yield Problem(place(card, deck), "the card has no answer")


def warnings(decks: Sequence[Deck], locks: Sequence[Lock]) -> tuple[Problem, ...]:
    """Tell what is left out, put together, or stays behind in Anki."""
    found = [*merged(decks)]
    for deck, lock in zip(decks, locks, strict=True):
        found += lost(deck)
        found += gone(deck, lock)
    return tuple(found)


def merged(decks: Sequence[Deck]) -> Iterator[Problem]:
    """Find decks that Anki takes for one because their titles are the same."""
    first: dict[str, Deck] = {}
    for deck, name in zip(decks, deck_names(deck.title for deck in decks), strict=True):
        if name in first:
            message = f"its cards go to the same deck in Anki as those of {first[name].path}"
            yield warning(Place(deck.path), message, "give the two decks different titles")
        first.setdefault(name, deck)


def lost(deck: Deck) -> Iterator[Problem]:
    """Find characters and tags that do not come along."""
    for card in deck.cards:
        texts = (card.question, card.cloze, card.answer, card.explanation, *card.accept, *card.distractors)
        if any(map(unclean, texts)):
            yield warning(place(card, deck), "control characters are left out", "")
    for tag in sorted({tag for tags in (deck.tags, *(card.tags for card in deck.cards)) for tag in tags}):
        if not tag_of(tag):
            yield warning(Place(deck.path), f"the tag {tag!r} is left out", "it is empty, or Anki's own")


def gone(deck: Deck, lock: Lock) -> Iterator[Problem]:
    """Find cards exported once that are not in the deck any more: no import deletes notes."""
    ids = sorted(lock.notes.keys() - {card.id for card in deck.cards})
    if ids:
        search = " OR ".join(f'"ID:{literal(identity(deck.id, card))}"' for card in ids[:SHOWN])
        message = f"{len(ids)} of its cards are in the deck no more, but Anki keeps their notes"
        yield warning(Place(deck.path), message, f"to find them, search there for {search}")


def literal(text: str) -> str:
    """Write text for Anki's search, in which these characters would mean something else."""
    return re.sub(r'([\\*_"])', r"\\\1", text)


def place(card: Card, deck: Deck) -> Place:
    """Tell where a card stands."""
    return card.place or Place(deck.path)


def warning(where: Place, message: str, hint: str) -> Problem:
    """Make a problem that does not stop the export."""
    return Problem(where, message, hint, "warning")
